// Documents of every wrong shape and size, hostile objects, other realms, and calls inside calls.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import vm from "node:vm";
import { Worker } from "node:worker_threads";
import { GOOD, one, planner, problems, reportOf, tried } from "./support/bad.mjs";

const { check, formatReport } = planner;
const MEGABYTE = "x".repeat(1_000_000);
const project = (name, args = {}) => ({ kind: "Project", name, args });
const many = (count, make) => Array.from({ length: count }, (_, i) => make(i));

/** Asserts the problems of a document, and that its report can be printed without a control character. */
function expectProblems(document, expected, what = expected.join()) {
  const report = reportOf(document, undefined, what);
  assert.deepEqual(problems(report), expected, what);
  assertPrintable(report, what);
}

function assertPrintable(report, what) {
  const text = formatReport(report);
  assert.doesNotMatch(
    text,
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
    what,
  );
}

describe("the shape of a document", () => {
  it("something else", () => {
    const others = [
      null,
      undefined,
      5,
      NaN,
      5n,
      true,
      "{}",
      MEGABYTE,
      [],
      [{}],
      Symbol("x"),
      () => ({ resources: [] }),
      new Date(),
      new Map(),
      new Set(),
      /x/,
    ];
    others.push(
      new Error("x"),
      Promise.resolve({ resources: [] }),
      { __pulumiOutput: true },
      { __pulumiResource: true },
      { __wbg_ptr: 1 },
      new Uint8Array(4),
      new String("{}"),
    );
    for (const value of others) expectProblems(value, ["DOC001 "]);
    assert.deepEqual(problems(tried(() => check())), ["DOC001 "]);
    expectProblems({}, ["DOC001 resources"]);
  });

  it("keys of the wrong type", () => {
    for (const value of [null, 5, true, "x", {}, new Map(), Promise.resolve([]), 5n, () => [], new Array(4e9), NaN]) {
      expectProblems({ resources: value }, ["DOC001 resources"]);
    }
    for (const value of [null, true, "1", 2, 1.5, NaN, 1n, [], {}])
      expectProblems({ schema: value, resources: [] }, ["DOC001 schema"]);
    for (const key of ["target", "environment"]) {
      for (const value of [null, 5, true, [], {}, new Date(), 1n])
        expectProblems({ [key]: value, resources: [] }, [`DOC001 ${key}`]);
    }
    expectProblems({ target: MEGABYTE, resources: [] }, ["DOC001 target"]);
    for (const value of [null, "x", 5, {}, new Set()])
      expectProblems({ packages: value, resources: [] }, ["DOC001 packages"]);
    for (const value of [null, 5, {}, [], undefined, new Date()])
      expectProblems({ packages: ["a", value], resources: [] }, ["DOC001 packages[1]"]);
    expectProblems({ packages: [MEGABYTE], schema: 1, target: undefined, environment: MEGABYTE, resources: [] }, []);
  });

  it("resources of the wrong type", () => {
    for (const value of [null, 5, true, "Project", [], new Date(), Promise.resolve({}), 5n, undefined])
      expectProblems({ resources: [value] }, ["DOC001 resources[0]"]);
    expectProblems({ resources: [, project("a"), ,] }, ["DOC001 resources[0]", "DOC001 resources[2]"]);
    expectProblems({ resources: [{}] }, ["DOC001 resources[0].kind", "DOC001 resources[0].name"]);
    for (const value of [null, 5, {}, [], NaN, new Date(), { secret: "x" }, "\ud800"]) {
      expectProblems({ resources: [{ kind: value, name: "a" }] }, ["DOC001 resources[0].kind"]);
      expectProblems({ resources: [{ kind: "Project", name: value }] }, ["DOC001 resources[0].name"]);
    }
    for (const kind of ["", " ", "project", "Netwrok", "toString", "__proto__", MEGABYTE])
      expectProblems({ resources: [{ kind, name: "a" }] }, ["DOC002 resources[0].kind"], kind.slice(0, 20));
    const opaque = reportOf({ resources: [{ kind: "aws:ec2/vpc:Vpc", name: "a", args: 5n }] });
    assert.deepEqual(
      [problems(opaque), opaque.deferred, opaque.counts.resources],
      [[], [], 1],
      "other providers' args are none of ours",
    );
  });

  it("unknown keys, and the known ones that are near", () => {
    for (const [document, path, meant] of [
      [{ resources: [], packags: [] }, "packags", "packages"],
      [{ resources: [], enviroment: "x" }, "enviroment", "environment"],
      [{ resources: [{ kind: "Project", name: "a", arg: {} }] }, "resources[0].arg", "args"],
    ]) {
      const { diagnostics } = reportOf(document);
      assert.deepEqual(
        diagnostics.map(({ path, message }) => [path, message]),
        [[path, `unknown key \`${path.split(".").at(-1)}\`; did you mean \`${meant}\`?`]],
      );
    }
    for (const key of ["__proto__", "constructor", "toString", "hasOwnProperty", "__defineSetter__"]) {
      expectProblems(JSON.parse(`{"resources": [], "${key}": {"polluted": 1}}`), [`DOC001 ${key}`]);
      expectProblems(JSON.parse(`{"resources": [{"kind": "Project", "name": "${key}", "${key}": 1}]}`), [
        `DOC001 resources[0].${key}`,
      ]);
      expectProblems(
        JSON.parse(
          `{"resources": [{"kind": "Network", "name": "n", "args": {"projectId": {"ref": "${key}"}, ` +
            `"resourceProvider": "aws", "region": "us-east-1", "cidrBlock": "10.20.0.0/16"}}]}`,
        ),
        ["STACK001 projectId"],
      );
    }
    assert.equal({}.polluted, undefined);
  });

  it("references, secrets and unknown values written wrong are objects where text belongs", () => {
    for (const value of [
      { ref: 5 },
      { ref: null },
      { ref: "a", extra: 1 },
      { unknown: false },
      { unknown: "true" },
      { secret: "x", ref: "a" },
      { ref: { ref: "a" } },
      { Ref: "a" },
      {},
    ]) {
      expectProblems(one("Project", { name: value }), ["ARG002 name"], JSON.stringify(value));
    }
    let nested = "orders";
    for (let i = 0; i < 20; i++) nested = { secret: nested };
    expectProblems(one("Project", { name: nested }), []);
    for (let i = 0; i < 100; i++) nested = { secret: nested };
    expectProblems(one("Project", { name: nested }), ["ARG004 name"]);
    expectProblems(
      { resources: [project("a"), { kind: "Network", name: "n", args: { ...GOOD.Network, projectId: { ref: "" } } }] },
      ["STACK001 projectId"],
    );
  });

  it("control characters in every place are shown, not printed", () => {
    for (const bad of [
      "\u001b[31mred\u001b[0m",
      "\u202etxt",
      "a\nerror  FAKE",
      "\u0007",
      "\u009b31m",
      "`",
      "\u2028",
      "\ufeff",
    ]) {
      const report = reportOf(
        {
          target: bad,
          packages: [`@pulumi/eventstorecloud${bad}`],
          [bad]: 1,
          resources: [
            ...many(2, () => ({ kind: `aws:${bad}`, name: bad })),
            ...many(2, () => ({ kind: "Project", name: bad, [bad]: 1, args: { [bad]: 1, name: bad } })),
            { kind: bad, name: bad },
            {
              kind: "Network",
              name: `n${bad}`,
              args: { projectId: bad, resourceProvider: bad, region: bad, cidrBlock: bad, name: bad },
            },
            {
              kind: "Network",
              name: `m${bad}`,
              args: { ...GOOD.Network, region: `us-east-1${bad}`, projectId: { ref: `n${bad}` } },
            },
            {
              kind: "ManagedCluster",
              name: "c",
              args: {
                ...GOOD.ManagedCluster,
                topology: bad,
                instanceType: bad,
                diskType: bad,
                serverVersion: bad,
                serverVersionTag: bad,
                networkId: { ref: bad },
                projectionLevel: bad,
              },
            },
            {
              kind: "ScheduledBackup",
              name: "b",
              args: {
                ...GOOD.ScheduledBackup,
                description: bad,
                schedule: bad,
                backupDescription: `{${bad}}`,
                sourceClusterId: { ref: bad },
              },
            },
          ],
        },
        { profile: "advice" },
        JSON.stringify(bad),
      );
      assert.ok(report.counts.errors > 10);
      const lines = formatReport(report).split("\n");
      assertPrintable(report, JSON.stringify(bad));
      assert.ok(!lines.some((line) => line.startsWith("error  FAKE")));
    }
  });
});

describe("the size of a document", () => {
  it("10,000 resources", () => {
    const resources = many(2_000, (i) => [
      project(`p${i}`, { name: `p${i}` }),
      {
        kind: "Network",
        name: `n${i}`,
        args: {
          ...GOOD.Network,
          cidrBlock: `10.${i >> 8}.${i & 255}.0/24`,
          region: i % 2 ? "us-east-1" : "us-west-2",
          projectId: { ref: `p${i}` },
        },
      },
      {
        kind: "ManagedCluster",
        name: `c${i}`,
        args: { ...GOOD.ManagedCluster, projectId: { ref: `p${i}` }, networkId: { ref: `n${i}` } },
      },
      {
        kind: "ScheduledBackup",
        name: `b${i}`,
        args: { ...GOOD.ScheduledBackup, projectId: { ref: `p${i}` }, sourceClusterId: { ref: `c${i}` } },
      },
      {
        kind: "Peering",
        name: `a${i}`,
        args: {
          ...GOOD.Peering,
          peerNetworkRegion: i % 2 ? "us-east-1" : "us-west-2",
          projectId: { ref: `p${i}` },
          networkId: { ref: `n${i}` },
          name: `a${i}`,
        },
      },
    ]).flat();
    const report = reportOf({ resources });
    assert.equal(report.counts.resources, 10_000);
    assert.deepEqual(problems(report), []);
  });

  it("10,000 resources of which everything is wrong", () => {
    const args = {
      projectId: { ref: "nowhere" },
      resourceProvider: "asw",
      region: "us-east1",
      cidrBlock: "10.0.0.1/8",
      nmae: "x",
    };
    const report = reportOf({
      resources: many(10_000, (i) => (i % 2 ? project(`p${i}`, { nam: 1 }) : { kind: "Network", name: `n${i}`, args })),
    });
    assert.ok(report.counts.errors >= 20_000);
    assert.ok(
      report.diagnostics.every(({ message, help }) => message.length + help.length < 1000),
      "no message lists them all",
    );
  });

  it("10,000 resources of one name", () => {
    const network = { kind: "Network", name: "n", args: { ...GOOD.Network, projectId: { ref: "n" } } };
    const report = reportOf({ resources: many(10_000, () => network) });
    assert.equal(report.diagnostics.filter(({ code }) => code === "DOC003").length, 9_999);
  });

  it("strings of a megabyte as name, key, kind and reference", () => {
    expectProblems({ resources: [project(MEGABYTE), project(MEGABYTE)] }, [
      "DOC001 resources[0].name",
      "DOC001 resources[1].name",
    ]);
    expectProblems({ resources: many(2, () => ({ kind: `aws:${MEGABYTE}`, name: "a" })) }, [
      "DOC003 resources[1].name",
    ]);
    expectProblems({ resources: [], [MEGABYTE]: 1 }, [`DOC001 ["${MEGABYTE}"]`], "key");
    const [{ code, path }] = reportOf({
      resources: [{ kind: "Network", name: "it", args: { ...GOOD.Network, projectId: { ref: MEGABYTE } } }],
    }).diagnostics;
    assert.deepEqual([code, path], ["STACK001", "projectId"]);
    expectProblems(
      { resources: [project("x".repeat(1000)), project("😀".repeat(1000))] },
      [],
      "a thousand characters are a name",
    );
    expectProblems({ resources: [project("😀".repeat(1001))] }, ["DOC001 resources[0].name"]);
  });

  it("a name of a megabyte is not repeated in a thousand problems", () => {
    const args = Object.fromEntries(many(5_000, (i) => [`key${i}`, i]));
    const { diagnostics } = reportOf({ resources: [project(MEGABYTE, args)] });
    assert.equal(diagnostics.length, 5_001);
    assert.ok(diagnostics.every(({ resource }) => resource === undefined || resource.name === "resources[0]"));
    const thrown = tried(() => planner.project({ ...args, name: MEGABYTE }));
    assert.equal(thrown.diagnostics.length, 5_000);
    assert.ok(thrown.diagnostics.every(({ resource }) => resource.name === ""));
  });

  it("one string in ten thousand places", () => {
    const report = reportOf({ resources: many(10_000, (i) => project(`p${i}`, { name: MEGABYTE })) });
    assert.ok(
      report.diagnostics.some(({ code }) => code === "ARG004"),
      "what is beyond the limit is not read",
    );
  });

  it("the longest string there is", () => {
    const longest = "x".repeat(2 ** 29 - 24);
    expectProblems(one("Project", { name: longest }), ["ARG004 name"]);
    expectProblems({ resources: [{ kind: longest, name: "a" }] }, ["DOC001 resources[0].kind"]);
  });

  it("a shared structure with a thousand million leaves", () => {
    for (const level of [
      (inner) => many(10, () => inner),
      (inner) => Object.fromEntries(many(10, (i) => [`k${i}`, inner])),
    ]) {
      let laughs = "ha";
      for (let i = 0; i < 9; i++) laughs = level(laughs);
      expectProblems(one("Project", { name: laughs }), ["ARG002 name"]);
      assert.ok(reportOf({ resources: [laughs] }).counts.errors > 0);
      assert.ok(reportOf(Array.isArray(laughs) ? { resources: laughs } : laughs).counts.errors > 0);
    }
  });

  it("arrays that claim more than they have", () => {
    expectProblems({ resources: new Array(2 ** 32 - 1) }, ["DOC001 resources"]);
    // Holes count: as many in a thousand places would fill the memory with nothing.
    const holes = new Array(400_000);
    assert.equal(reportOf({ resources: many(1_000, () => holes) }).diagnostics.length, 1_000);
    let nested = [];
    for (let i = 0; i < 30; i++) {
      nested = [nested];
      nested.length = 60_000;
    }
    assert.equal(reportOf({ resources: nested }).counts.errors, 60_000);
    for (const length of [-1, 2 ** 53, NaN, "5", null, 1.5]) {
      const lying = new Proxy([], { get: (target, key) => (key === "length" ? length : target[key]) });
      assert.ok(reportOf({ resources: lying }).counts.errors <= 1, String(length));
    }
  });

  it("half a million keys, and more than are read", () => {
    const keys = (count) => Object.fromEntries(many(count, (i) => [`k${i}`, 1]));
    assert.equal(reportOf(one("Project", keys(200_000))).counts.errors, 200_000);
    expectProblems(one("Project", keys(600_000)), ["ARG004 "]);
  });

  it("nesting", () => {
    const deep = (levels) => JSON.parse("[".repeat(levels) + "]".repeat(levels));
    for (const levels of [10, 100, 100_000]) {
      const value = levels < 1000 ? deep(levels) : many(levels, () => 0).reduce((inner) => [inner], []);
      expectProblems(one("Project", { name: value }), ["ARG002 name"], `${levels} levels`);
    }
  });
});

describe("hostile objects", () => {
  it("getters that throw anything", () => {
    for (const thrown of [
      new Error("private"),
      "private",
      null,
      undefined,
      5n,
      Symbol("private"),
      new RangeError("Maximum call stack size exceeded"),
      new WebAssembly.RuntimeError("unreachable"),
    ]) {
      const throwing = (key, object = {}) =>
        Object.defineProperty(object, key, {
          enumerable: true,
          get() {
            throw thrown;
          },
        });
      expectProblems(throwing("resources"), ["DOC001 resources"]);
      expectProblems({ resources: throwing("0", [1]) }, ["DOC001 resources[0]"]);
      expectProblems({ resources: [throwing("name", { kind: "Project" })] }, ["DOC001 resources[0].name"]);
      expectProblems({ resources: [throwing("args", project("a"))] }, ["ARG004 "]);
      expectProblems(one("Project", throwing("name")), ["ARG004 name"]);
      expectProblems(throwing("then", { resources: [] }), ["DOC001 "]);
    }
  });

  it("getters that change what is being read", () => {
    const resources = [];
    resources.push(
      {
        kind: "Project",
        get name() {
          resources.length = 1;
          return "a";
        },
      },
      project("b"),
    );
    expectProblems({ resources }, ["DOC001 resources[1]"]);
    const growing = [
      {
        kind: "Project",
        get name() {
          growing.push(project(`p${growing.length}`));
          return "a";
        },
      },
    ];
    expectProblems({ resources: growing }, []);
    const args = {
      get a() {
        delete args.name;
        return 1;
      },
      name: "x",
    };
    expectProblems(one("Project", args), ["ARG001 a"]);
  });

  it("getters that call the package", () => {
    const inner = { resources: [project("a", { nmae: 1 })] };
    const outer = {
      get resources() {
        return check(inner).diagnostics.map(({ path }) => project(path));
      },
    };
    assert.deepEqual(tried(() => check(outer)).counts.resources, 1);
    const args = {
      get name() {
        return planner.project({
          get name() {
            return planner.cidr.parse("10.0.0.0/8").cidrBlock;
          },
        }).name;
      },
    };
    assert.equal(tried(() => planner.project(args)).name, "10.0.0.0/8");
    const failing = {
      get name() {
        return planner.network({});
      },
    };
    expectProblems(one("Project", failing), ["ARG004 name"]);
  });

  it("getters that call the package without end", () => {
    let depth = 0;
    const endless = {
      get resources() {
        depth++;
        check(endless);
        return [];
      },
    };
    assert.ok(Array.isArray(tried(() => check(endless)).diagnostics));
    assert.ok(depth > 1 && depth < 100, `stopped after ${depth}`);
    const args = {
      get name() {
        planner.project(args);
        return "a";
      },
    };
    assert.deepEqual(problems(tried(() => planner.project(args))), ["ARG004 name"]);
  });

  it("proxies that answer everything", () => {
    const everything = new Proxy(
      {},
      {
        get: () => true,
        has: () => true,
        ownKeys: () => ["resources"],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
      },
    );
    // Everything is true, so it says that it is an Output.
    expectProblems(everything, ["DOC001 "]);
    const keys = new Proxy(
      {},
      {
        ownKeys: () => many(600_000, (i) => `k${i}`),
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    );
    expectProblems(keys, ["DOC001 "]);
    const itself = new Proxy(
      { resources: [] },
      {
        get: (target, key, proxy) => (key === "schema" ? proxy : target[key]),
        ownKeys: () => ["resources", "schema"],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    );
    expectProblems(itself, ["DOC001 schema"]);
    const honest = new Proxy({ resources: [project("a")] }, {});
    expectProblems(honest, []);
  });

  it("what is passed in stays as it is", () => {
    const document = {
      schema: 1,
      resources: [
        project(" a ", { name: " " }),
        { kind: "Network", name: "n", args: { resourceProvider: " AWS ", region: "US-EAST-1" } },
      ],
    };
    const freeze = (value) =>
      typeof value === "object" ? Object.freeze(Object.values(value).forEach(freeze) ?? value) : value;
    const before = JSON.stringify(document);
    reportOf(freeze(document));
    assert.equal(JSON.stringify(document), before);
    const args = Object.seal({ ...GOOD.Network, resourceProvider: " AWS " });
    assert.equal(tried(() => planner.network(args)).resourceProvider, "aws");
    assert.equal(args.resourceProvider, " AWS ");
  });
});

describe("other places", () => {
  it("objects of another realm are as good as ours", () => {
    const text = JSON.stringify({
      packages: ["@pulumi/eventstorecloud"],
      resources: [project("a", { name: " " }), { kind: "Network", name: "n", args: GOOD.Network }],
    });
    const foreign = vm.runInNewContext(`(${text})`);
    assert.deepEqual(reportOf(foreign), reportOf(JSON.parse(text)));
    for (const code of [
      "new Date()",
      "new Map()",
      "[]",
      "null",
      "(function () {})",
      "Promise.resolve({ resources: [] })",
      "new Proxy({}, { get() { throw 1; } })",
    ]) {
      expectProblems(vm.runInNewContext(code), ["DOC001 "], code);
    }
  });

  it("the functions work without their object, as callbacks and after an await", async () => {
    const {
      check: alone,
      cidr: { parse },
    } = planner;
    assert.equal(tried(() => alone.call(undefined, { resources: [] })).ok, true);
    assert.deepEqual(["10.0.0.0/8"].map(parse), [planner.cidr.parse("10.0.0.0/8")]);
    assert.deepEqual(
      ["10.0.0.0/8", "10.1.0.0/16"].map((text) => parse(text).prefixLength),
      [8, 16],
    );
    const reports = await Promise.all(
      many(50, async (i) => {
        await null;
        return check({ resources: [project(`p${i}`)] });
      }),
    );
    assert.ok(reports.every(({ ok, counts }) => ok && counts.resources === 1));
  });

  it("a builder as a constructor or with a foreign this", () => {
    assert.deepEqual(Object.keys(tried(() => new planner.project({ name: "a" }))), ["name"]);
    assert.deepEqual(
      tried(() => Reflect.apply(planner.project, 5n, [{ name: "a" }])),
      { name: "a" },
    );
  });

  it("a worker thread has an instance of its own", async () => {
    const file = createRequire(import.meta.url).resolve("eventstorecloud-planner");
    const code =
      `const { parentPort, workerData } = require("node:worker_threads"); ` +
      "parentPort.postMessage(require(workerData).check({ resources: [5] }).diagnostics.length);";
    const worker = new Worker(code, { eval: true, workerData: file });
    const found = await new Promise((done, failed) => worker.once("message", done).once("error", failed));
    assert.equal(found, 1);
    await worker.terminate();
  });
});
