// Options and helper arguments of every wrong shape: refused with an InputError that says where, none ignored.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import vm from "node:vm";
import * as pulumi from "@pulumi/pulumi";
import { GOOD, KINDS, NEEDS, planner, refused, reportOf, tried } from "./support/bad.mjs";

const { InputError, catalogue, check, cidr, explain, formatReport, schedule } = planner;
const MEGABYTE = "x".repeat(1_000_000);
const empty = { resources: [] };

const thrower = () => {
  throw new Error("private");
};
function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** No text, no number, no boolean, no array and no plain object. */
const NOTHING = {
  NaN,
  Infinity,
  BigInt: 5n,
  symbol: Symbol("x"),
  class: class {},
  Date: new Date(0),
  Map: new Map([["profile", "strict"]]),
  Set: new Set(["a"]),
  RegExp: /x/,
  Error: new Error("private"),
  "boxed text": new String("strict"),
  "boxed number": new Number(1),
  Uint8Array: new Uint8Array(2),
  ArrayBuffer: new ArrayBuffer(2),
  "wasm-backed object": { __wbg_ptr: 1 },
  resource: { __pulumiResource: true },
  "Pulumi's Output": pulumi.output("strict"),
  "Pulumi's Unknown": { __pulumiUnknown: true },
  promise: Promise.resolve("strict"),
  thenable: { then() {} },
  "Proxy that throws": new Proxy({}, { get: thrower }),
  "revoked Proxy": revoked(),
  "Date of another realm": vm.runInNewContext("new Date(0)"),
  "half of a surrogate pair": "\ud800",
  "sparse array": new Array(4e9),
  "the longest text": "x".repeat(2 ** 29 - 24),
};
const VALUES = {
  null: null,
  number: 5,
  boolean: true,
  text: "?",
  array: [],
  object: {},
  function: thrower,
  ...NOTHING,
};
/** Every value but those of these names. */
const but = (...names) => Object.entries(VALUES).filter(([name]) => !names.includes(name));

/** The builders whose kinds the default package has: each takes any options or none. */
const BUILDERS = Object.entries(KINDS).filter(([kind]) => !(kind in NEEDS));

/** Everything that takes options, and the name of a call in messages. */
const CALLS = {
  check: (options) => check(empty, options),
  catalogue: (options) => catalogue(options),
  planAddressSpace: (options) => planner.planAddressSpace({ pools: ["10.0.0.0/8"], requests: [] }, options),
  planBackups: (options) => planner.planBackups({ clusters: ["db"], objectives: { keep: { daily: 1 } } }, options),
  recommendCluster: (options) => planner.recommendCluster({ cloud: "aws" }, options),
  simulateBackups: (options) =>
    planner.simulateBackups(
      {
        jobs: [{ schedule: "0 0 * * *", maxBackupCount: 1 }],
        from: "2026-01-01T00:00:00Z",
        to: "2026-01-02T00:00:00Z",
      },
      options,
    ),
  ...Object.fromEntries(BUILDERS.map(([kind, { build }]) => [kind, (options) => build(GOOD[kind], options)])),
};

function everyCallRefuses(options, path, what) {
  for (const [name, call] of Object.entries(CALLS)) refused(() => call(options), path, `${name}, ${path}: ${what}`);
}

describe("options", () => {
  it("that are left out or empty are the defaults", () => {
    const report = JSON.stringify(check(empty));
    for (const options of [
      undefined,
      null,
      {},
      Object.create(null),
      Object.freeze({}),
      { target: undefined },
      vm.runInNewContext("({})"),
      new (class Options {})(),
    ]) {
      for (const call of Object.values(CALLS)) assert.ok(!(tried(() => call(options)) instanceof Error));
      assert.equal(JSON.stringify(check(empty, options)), report);
    }
  });

  it("of plans of changes, too", () => {
    for (const call of [
      (options) => planner.planChange(null, empty, options),
      (options) => planner.planPreview({ steps: [] }, options),
    ]) {
      for (const [what, value] of but("null", "object")) refused(() => call(value), "options", what);
      for (const key of ["target", "environment", "now", "profile"]) {
        for (const [what, value] of but("text")) refused(() => call({ [key]: value }), `options.${key}`, what);
      }
      for (const code of ["NET999", "PLAN999", "plan001"])
        refused(() => call({ severity: { [code]: "off" } }), `options.severity.${code}`);
      refused(() => call({ profil: "strict" }), "options.profil");
    }
  });

  it("that are no object", () => {
    for (const [what, value] of but("null", "object")) everyCallRefuses(value, "options", what);
    everyCallRefuses(MEGABYTE, "options", "text of a megabyte");
  });

  it("of the wrong type", () => {
    for (const key of ["target", "environment", "now", "profile", "name"]) {
      for (const [what, value] of but("text")) everyCallRefuses({ [key]: value }, `options.${key}`, what);
    }
    for (const key of ["severity", "catalogue"]) {
      for (const [what, value] of but("object")) everyCallRefuses({ [key]: value }, `options.${key}`, what);
    }
  });

  it("with a value that there is not", () => {
    for (const [key, values] of Object.entries({
      target: [
        "",
        "eventstorecloud",
        "eventstorecloud@",
        "@0.2.20",
        "aws@1.0.0",
        "eventstorecloud@0.2.20 ",
        "\u001b[31m",
        MEGABYTE,
      ],
      now: [
        "",
        "yesterday",
        "2026-13-01",
        "2026-02-30",
        "2026-11-23T25:00:00Z",
        "2026-11-23T08:00:00",
        " 2026-11-23",
        MEGABYTE,
      ],
      profile: ["", "Strict", "strict ", "all", "__proto__", MEGABYTE],
      name: ["x".repeat(1001), MEGABYTE],
    })) {
      for (const value of values) everyCallRefuses({ [key]: value }, `options.${key}`, value.slice(0, 30));
    }
  });

  it("with severities that there are not", () => {
    for (const [what, value] of but())
      everyCallRefuses({ severity: { NET003: value } }, "options.severity.NET003", what);
    for (const code of ["NET03", "net003", "toString", "constructor", "prototype"])
      everyCallRefuses({ severity: { [code]: "off" } }, `options.severity.${code}`, code);
    everyCallRefuses(JSON.parse('{"severity": {"__proto__": "off"}}'), "options.severity.__proto__", "own key");
    everyCallRefuses({ severity: { [MEGABYTE]: "off" } }, `options.severity["${MEGABYTE}"]`, "long code");
  });

  it("with additions that cannot be used", () => {
    const lists = {
      regions: { cloud: "aws", id: "mars-1" },
      instanceTypes: "M512",
      diskTypes: { cloud: "gcp", id: "ssd9" },
      serverVersions: "27.0",
    };
    for (const [key, good] of Object.entries(lists)) {
      const path = `options.catalogue.${key}`;
      for (const [what, value] of but("array")) everyCallRefuses({ catalogue: { [key]: value } }, path, what);
      for (const [what, value] of but(typeof good === "string" ? "text" : "object"))
        everyCallRefuses({ catalogue: { [key]: [good, value] } }, `${path}[1]`, what);
      everyCallRefuses({ catalogue: { [key]: [, good] } }, `${path}[0]`, "hole");
      if (typeof good === "string") {
        everyCallRefuses({ catalogue: { [key]: [" "] } }, `${path}[0]`, "blank");
        continue;
      }
      for (const part of ["cloud", "id"]) {
        for (const [what, value] of but("text"))
          everyCallRefuses({ catalogue: { [key]: [{ ...good, [part]: value }] } }, `${path}[0].${part}`, what);
        everyCallRefuses({ catalogue: { [key]: [{ ...good, [part]: undefined }] } }, `${path}[0].${part}`, "missing");
        everyCallRefuses({ catalogue: { [key]: [{ ...good, [part]: " " }] } }, `${path}[0].${part}`, "blank");
      }
      everyCallRefuses({ catalogue: { [key]: [{ ...good, extra: 1 }] } }, `${path}[0].extra`, "unknown key");
    }
    everyCallRefuses({ catalogue: { region: [] } }, "options.catalogue.region", "unknown key");
    for (const line of ["26", "26.0.1", "v26.0", "", MEGABYTE])
      everyCallRefuses({ catalogue: { serverVersions: [line] } }, "options.catalogue.serverVersions[0]", "no line");
  });

  it("that are unknown, and the known ones they are near to", () => {
    for (const [key, meant] of Object.entries({
      profil: "profile",
      Target: "target",
      enviroment: "environment",
      severities: "severity",
      catalog: "catalogue",
    })) {
      everyCallRefuses({ [key]: "x" }, `options.${key}`, key);
      assert.match(tried(() => check(empty, { [key]: "x" })).message, new RegExp(`did you mean \`${meant}\``));
    }
    for (const key of ["constructor", "toString", "hasOwnProperty"])
      everyCallRefuses({ [key]: 1 }, `options.${key}`, key);
    everyCallRefuses(JSON.parse('{"__proto__": {"profile": "strict"}}'), "options.__proto__", "own key");
    everyCallRefuses({ [MEGABYTE]: 1 }, `options["${MEGABYTE}"]`, "long key");
    everyCallRefuses({ "\u001b[31m": 1 }, 'options["\\u{1b}[31m"]', "control character");
  });

  it("that throw when they are read", () => {
    for (const key of ["target", "environment", "now", "profile", "severity", "catalogue", "name"]) {
      everyCallRefuses(Object.defineProperty({}, key, { enumerable: true, get: thrower }), `options.${key}`, "getter");
    }
    const options = { severity: Object.defineProperty({}, "NET003", { enumerable: true, get: thrower }) };
    assert.ok(!tried(() => check(empty, options)).message.includes("private"));
  });

  it("of which there are very many", () => {
    const regions = Array.from({ length: 50_000 }, (_, i) => ({ cloud: "aws", id: `mars-${i}` }));
    assert.equal(reportOf(empty, { catalogue: { regions } }).catalogue.additions.length, 50_000);
    everyCallRefuses(
      { severity: Object.fromEntries(regions.map(({ id }) => [id, "off"])) },
      'options.severity["mars-0"]',
      "many",
    );
    const cycle = {};
    cycle.catalogue = cycle;
    everyCallRefuses(cycle, "options.catalogue", "cycle");
  });

  it("onDiagnostic is a function of a builder's options, and of no others", () => {
    for (const [kind, { build }] of BUILDERS) {
      for (const [what, value] of but("function", "class"))
        refused(() => build(GOOD[kind], { onDiagnostic: value }), "options.onDiagnostic", `${kind}: ${what}`);
      refused(
        () => build(GOOD[kind], Object.defineProperty({}, "onDiagnostic", { enumerable: true, get: thrower })),
        "options.onDiagnostic",
      );
      assert.ok(!(tried(() => build(GOOD[kind], { onDiagnostic: undefined })) instanceof Error));
    }
    refused(() => check(empty, { onDiagnostic() {} }), "options.onDiagnostic");
    refused(() => catalogue({ onDiagnostic() {} }), "options.onDiagnostic");
    // What the callback throws is the caller's own.
    const own = new Error("mine");
    const failing = {
      onDiagnostic() {
        throw own;
      },
      severity: { PRJ003: "warning" },
    };
    assert.throws(
      () => planner.project({}, failing),
      (error) => error === own,
    );
  });

  it("are never changed", () => {
    const options = Object.freeze({
      profile: "strict",
      severity: Object.freeze({ NET003: "off" }),
      catalogue: Object.freeze({ regions: Object.freeze([Object.freeze({ cloud: "aws", id: "mars-1" })]) }),
    });
    for (const call of Object.values(CALLS)) assert.ok(!(tried(() => call(options)) instanceof Error));
  });
});

describe("cidr", () => {
  const block = "10.0.0.0/8";
  const texts = [
    "",
    " ",
    "10.0.0.0",
    "10.0.0.0/33",
    "10.0.0.1/8",
    "010.0.0.0/8",
    "::/0",
    "10.0.0.0/8\n",
    "10.0.0.0/8\u0000",
    "１０.0.0.0/8",
    "\u001b[31m",
    MEGABYTE,
    "1.".repeat(500_000),
    "/".repeat(1_000_000),
    "0".repeat(1_000_000),
  ];
  const bad = [...but("text"), ...texts.map((text) => [text.slice(0, 20), text]), ["nothing", undefined]];

  it("refuses whatever is no block, and says which argument", () => {
    for (const [what, value] of bad) {
      refused(() => cidr.parse(value), "text", what);
      refused(() => cidr.contains(value, block), "outer", what);
      refused(() => cidr.contains(block, value), "inner", what);
      refused(() => cidr.overlaps(value, block), "a", what);
      refused(() => cidr.overlaps(block, value), "b", what);
      refused(() => cidr.split(value, 16), "text", what);
      refused(() => cidr.overlapping([block, value]), "cidrBlocks[1]", what);
      refused(() => cidr.nextFree(value, [], 16), "pool", what);
      refused(() => cidr.nextFree(block, [value], 16), "taken[0]", what);
    }
    for (const call of [cidr.parse, cidr.split]) refused(() => call(), "text");
    refused(() => cidr.contains(), "outer");
    refused(() => cidr.overlaps(), "a");
    refused(() => cidr.overlapping(), "cidrBlocks");
    refused(() => cidr.nextFree(), "pool");
  });

  it("refuses prefix lengths that there are not", () => {
    for (const [what, value] of [
      ...but(),
      ...[-1, 33, 8.5, 1e308, -1e308, 2 ** 32 + 16, "16", undefined].map((length) => [String(length), length]),
    ]) {
      refused(() => cidr.split(block, value), "prefixLength", what);
      refused(() => cidr.nextFree(block, [], value), "prefixLength", what);
    }
    refused(() => cidr.split("0.0.0.0/0", 32), "prefixLength");
    assert.equal(tried(() => cidr.split("0.0.0.0/0", 16)).length, 65_536);
    assert.deepEqual(
      tried(() => cidr.split("0.0.0.0/0", -0)),
      ["0.0.0.0/0"],
    );
  });
});

describe("schedule", () => {
  const after = "2026-11-23T08:00:00Z";
  const daily = "0 0 * * *";
  const COMPARING = [schedule.equals, schedule.distance, schedule.clash];
  const texts = [
    "",
    "* * * *",
    "* * * * * *",
    "60 * * * *",
    "*/0 * * * *",
    "0 0 1 * *",
    "@daily",
    "@reboot",
    "\u001b[31m",
    "0 0 * * *\u0000",
    MEGABYTE,
    "* ".repeat(500_000),
    "@".repeat(1_000_000),
    " ".repeat(1_000_000),
    `${"9".repeat(1_000_000)} * * * *`,
  ];
  const bad = [...but("text"), ...texts.map((text) => [text.slice(0, 20), text]), ["nothing", undefined]];

  it("refuses whatever is no schedule", () => {
    for (const [what, value] of bad) {
      refused(() => schedule.parse(value), "text", what);
      refused(() => schedule.describe(value), "text", what);
      refused(() => schedule.next(value, { after }), "text", what);
      refused(() => schedule.previous(value, { before: after }), "text", what);
      refused(() => schedule.between(value, { from: after, to: after }), "text", what);
      for (const compare of COMPARING) {
        refused(() => compare(value, daily), "a", what);
        refused(() => compare(daily, value), "b", what);
      }
    }
    for (const call of Object.values(schedule)) refused(() => call(), COMPARING.includes(call) ? "a" : "text");
  });

  it("refuses options of `previous` and `between` that cannot be used", () => {
    for (const [what, value] of [...but("object"), ["nothing", undefined]]) {
      refused(() => schedule.previous(daily, value), "options", what);
      refused(() => schedule.between(daily, value), "options", what);
    }
    for (const [what, value] of but()) {
      refused(() => schedule.previous(daily, { before: value }), "options.before", what);
      refused(() => schedule.between(daily, { from: value, to: after }), "options.from", what);
      refused(() => schedule.between(daily, { from: after, to: value }), "options.to", what);
    }
    assert.deepEqual(
      tried(() => schedule.previous(daily, { before: "1970-01-01T00:00:00Z", count: 5 })),
      [],
    );
  });

  it("refuses options of `next` that cannot be used", () => {
    const next = (options) => schedule.next("0 0 * * *", options);
    for (const [what, value] of [...but("object"), ["nothing", undefined]]) refused(() => next(value), "options", what);
    refused(() => next({}), "options.after");
    for (const [what, value] of but()) refused(() => next({ after: value }), "options.after", what);
    for (const value of [
      "",
      "now",
      "2026-11-23",
      "2026-11-23T08:00:00",
      "1969-12-31T23:59:59Z",
      "+010000-01-01T00:00:00Z",
      "9999-12-31T23:59:59-23:59",
      MEGABYTE,
    ])
      refused(() => next({ after: value }), "options.after", value.slice(0, 30));
    for (const [what, value] of [
      ...but("number"),
      ...[0, -1, 1.5, 10_001, 1e308, NaN].map((count) => [String(count), count]),
    ])
      refused(() => next({ after, count: value }), "options.count", what);
    for (const key of ["cuont", "before", "toString"]) refused(() => next({ after, [key]: 1 }), `options.${key}`);
    for (const key of ["after", "count"])
      refused(() => next(Object.defineProperty({ after }, key, { enumerable: true, get: thrower })), `options.${key}`);
    assert.deepEqual(
      tried(() => next({ after: "9999-12-31T23:00:00Z", count: 5 })),
      [],
    );
    assert.deepEqual(
      tried(() => next(Object.freeze({ after, count: undefined }))),
      ["2026-11-24T00:00:00Z"],
    );
  });
});

describe("explain", () => {
  it("refuses whatever is no code", () => {
    const hostile = { toString: thrower, valueOf: thrower, [Symbol.toPrimitive]: thrower };
    for (const [what, value] of [
      ...but("the longest text"),
      ["hostile", hostile],
      ["no prototype", Object.create(null)],
      ["nothing", undefined],
      ["long", MEGABYTE],
      ["own key", "__proto__"],
      ["NET", "NET"],
    ]) {
      refused(() => explain(value), "code", what);
    }
  });
});

describe("formatReport", () => {
  it("refuses what is no report, and options that are none", () => {
    for (const [what, value] of [...but(), ["nothing", undefined], ["no list", { diagnostics: {} }]]) {
      if (!what.startsWith("Proxy") && !what.startsWith("revoked")) refused(() => formatReport(value), "report", what);
    }
    const report = check(empty);
    for (const value of [null, 5, true, "?", 5n, Symbol("x")])
      refused(() => formatReport(report, value), "options", String(value));
    assert.equal(formatReport(report, {}), formatReport(report));
  });
});

describe("errors", () => {
  it("are of our classes and carry nothing of the values", () => {
    const error = tried(() => check(empty, { profile: { password: "hunter2" } }));
    assert.ok(error instanceof InputError && error instanceof TypeError && error.name === "InputError");
    assert.ok(!`${error.message}${error.stack}`.includes("hunter2"));
    assert.ok(tried(() => check(empty, { [MEGABYTE]: 1 })).message.length < 1000);
  });
});
