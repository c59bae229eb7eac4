// What `pulumi preview --json` prints, read as a change: states, names, secrets, what the engine says of each resource,
// and what is not as the command prints it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { planner, refused, tried } from "./support/bad.mjs";
import { fromPreview, fromStack, urn } from "./support/translators.mjs";

const { formatPlan, planPreview } = planner;

const PROJECT = "project:Project";
const NETWORK = "network:Network";
const CLUSTER = "managedCluster:ManagedCluster";
/** What Pulumi writes for a value that is not known yet. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const secret = (value) => ({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value });

/** A step of the preview, with what each state has as its inputs, and what else the engine says. */
function step(op, type, name, old, now, more) {
  const of = urn(type, name);
  const state = (inputs) => inputs && { urn: of, id: `id-of-${name}`, inputs, outputs: inputs };
  return { op, urn: of, oldState: state(old), newState: state(now), ...more };
}
const network = (region) => ({ projectId: "p", resourceProvider: "aws", region, cidrBlock: "10.20.0.0/16" });
const cluster = (more) => ({
  projectId: "p",
  networkId: "id-of-net",
  topology: "single-node",
  instanceType: "M8",
  diskSize: 100,
  diskType: "gp2",
  serverVersion: "26.0",
  ...more,
});

/** What happens to each resource, by its name. */
const actions = (steps) => planPreview({ steps }).steps.map(({ resource, action }) => [resource.name, action]);

describe("a preview", () => {
  it("says by its operations what happens, and not by its states", () => {
    const [orders, sales] = [{ name: "orders" }, { name: "sales" }];
    for (const [op, old, now, action] of [
      ["create", null, orders, "create"],
      ["same", orders, orders, "none"],
      ["update", orders, sales, "update"],
      ["replace", orders, sales, "replace"],
      ["delete", orders, null, "delete"],
      ["import", null, orders, "import"],
      // The states look like something else.
      ["same", orders, sales, "none"],
      ["update", orders, orders, "update"],
      ["replace", orders, orders, "replace"],
      ["refresh", orders, sales, "none"],
      ["remove-pending-replace", orders, orders, "none"],
      ["read-discard", orders, null, "forget"],
      ["turn-around", orders, sales, "undecided"],
    ])
      assert.deepEqual(actions([step(op, PROJECT, "p", old, now)]), [["p", action]], op);
  });

  it("is read without what others manage", () => {
    const made = (type, name) => ({ op: "create", urn: `urn:pulumi:prod::orders::${type}::${name}`, newState: {} });
    assert.deepEqual(
      actions([
        made("pulumi:pulumi:Stack", "orders-prod"),
        made("pulumi:providers:eventstorecloud", "default_0_2_20"),
        made("aws:s3/bucket:Bucket", "logs"),
      ]),
      [],
    );
  });

  it("has what is only read as that, and nothing of states that say nothing", () => {
    const inputs = { name: "a" };
    const plan = planPreview({
      steps: [
        { op: "read", urn: urn(PROJECT, "read"), newState: { inputs, external: true } },
        { op: "create", urn: urn(PROJECT, "empty"), newState: {} },
      ],
    });
    assert.deepEqual(
      plan.steps.map(({ resource, action, properties }) => [resource, action, properties]),
      [[{ kind: "Project", name: "read" }, "read", []]],
    );
    assert.equal(plan.ok, true);
  });

  it("shows no secret, and compares those that it has", () => {
    for (const [old, now, changed] of [
      [secret("hush-1"), secret("hush-2"), ["name"]],
      [secret("hush-1"), secret("hush-1"), []],
      ["[secret]", "[secret]", []],
      ["[secret]", "hush-2", []],
    ]) {
      const plan = planPreview({ steps: [step("update", PROJECT, "p", { name: old }, { name: now })] });
      assert.ok(!JSON.stringify(plan).includes("hush"));
      assert.equal(plan.steps[0].action, "update");
      assert.deepEqual(
        plan.steps[0].properties,
        changed.map((path) => ({ path, effect: "inPlace" })),
      );
      // Where values cannot tell, it is said that they may have changed.
      const isHidden = old === "[secret]";
      assert.deepEqual(
        plan.deferred.map(({ path }) => path),
        isHidden ? ["name"] : [],
      );
    }
  });

  it("names a secret that the engine sees to differ, and shows neither", () => {
    const renamed = step("update", PROJECT, "p", { name: "[secret]" }, { name: "[secret]" }, { diffReasons: ["name"] });
    const { steps, deferred } = planPreview({ steps: [renamed] });
    assert.deepEqual([steps[0].properties, deferred], [[{ path: "name", effect: "inPlace" }], []]);
  });

  it("says nothing of a value that is not known, besides what the engine does", () => {
    const { steps, deferred } = planPreview({
      steps: [step("update", PROJECT, "p", { name: "a" }, { name: UNKNOWN })],
    });
    assert.deepEqual([steps[0].action, steps[0].properties], ["update", []]);
    assert.deepEqual(deferred, [{ resource: { kind: "Project", name: "p" }, path: "name", effect: "inPlace" }]);
  });

  it("has an unknown id of the one resource that it comes from", () => {
    const [net, project] = [urn(NETWORK, "net"), urn(PROJECT, "p")];
    for (const [dependencies, isOfNetwork] of [
      [{ networkId: [net] }, true],
      // It may have been looked up with the id of the project.
      [{ networkId: [net, project] }, true],
      [{ networkId: [project] }, false],
      [{ networkId: [net, net] }, false],
      [{ networkId: [] }, false],
      [{ projectId: [net] }, false],
      [null, false],
    ]) {
      const db = step("replace", CLUSTER, "db", cluster(), cluster({ networkId: UNKNOWN }));
      db.newState.propertyDependencies = dependencies;
      const { steps } = planPreview({
        steps: [
          step("same", PROJECT, "p", { name: "p" }, { name: "p" }),
          step("replace", NETWORK, "net", network("us-east-1"), network("eu-west-1")),
          db,
        ],
      });
      assert.equal(steps[2].action, "replace");
      const cascade = isOfNetwork ? [{ kind: "Network", name: "net" }] : undefined;
      assert.deepEqual(steps[2].cascade, cascade, JSON.stringify(dependencies));
    }
  });

  it("has a name that reads like an id as a name", () => {
    const { steps } = planPreview({
      steps: [
        step("same", NETWORK, "net", network("us-east-1"), network("us-east-1")),
        step("update", CLUSTER, "db", cluster({ name: "id-of-net" }), cluster({ name: "orders" })),
      ],
    });
    assert.deepEqual(steps[1].properties, [{ path: "name", effect: "inPlace", from: "id-of-net", to: "orders" }]);
  });

  it("is read without what the provider filled in", () => {
    for (const [defaults, isOfProgram] of [
      [{ __defaults: ["name"] }, false],
      [{ __defaults: ["diskIops"] }, true],
      [{ __defaults: [] }, true],
      [{}, true],
    ]) {
      const of = (topology) => cluster({ name: "db-1a2b3c4", topology, ...defaults });
      const states = [of("single-node"), of("three-node-multi-zone")];
      const { diagnostics } = planPreview({
        steps: ["delete-replaced", "replace", "create-replacement"].map((op) => step(op, CLUSTER, "db", ...states)),
      });
      // Only a name that the program has can be left out of it.
      const isSaid = diagnostics.some(({ code, path }) => code === "PLAN002" && path === "name");
      assert.equal(isSaid, isOfProgram, JSON.stringify(defaults));
    }
  });

  it("says by the order of its operations what comes first in a replacement", () => {
    const states = [cluster({ name: "db" }), cluster({ name: "db", topology: "three-node-multi-zone" })];
    const of = (op, more) => {
      const one = step(op, CLUSTER, "db", ...states);
      return { ...one, oldState: { ...one.oldState, ...more } };
    };
    for (const [steps, order] of [
      [[of("create-replacement"), of("replace"), of("delete-replaced")], "createFirst"],
      [[of("delete-replaced"), of("replace"), of("create-replacement")], "deleteFirst"],
      // The old one has been deleted by the run before.
      [[of("replace", { pendingReplacement: true }), of("create-replacement")], "deleteFirst"],
      [[of("replace"), of("create-replacement")], "createFirst"],
    ])
      assert.equal(planPreview({ steps }).steps[0].order, order);
  });

  it("is read without what providers note inside a value", () => {
    const list = (address, notes) => ({ projectId: "p", cidrBlocks: [{ address, comment: "office", ...notes }] });
    const old = list("9.9.9.0/24", { __defaults: [] });
    for (const [now, properties] of [
      [list("9.9.9.0/24"), []],
      [
        list("9.9.8.0/24"),
        [
          {
            path: "cidrBlocks",
            effect: "inPlace",
            from: [{ address: "9.9.9.0/24", comment: "office" }],
            to: [{ address: "9.9.8.0/24", comment: "office" }],
          },
        ],
      ],
    ])
      assert.deepEqual(
        planPreview({ steps: [step("update", "acl:Acl", "office", old, now)] }).steps[0].properties,
        properties,
      );
  });

  it("is read without the providers that Pulumi makes by itself, and no others", () => {
    const provider = (name) => ({
      op: "create",
      urn: `urn:pulumi:prod::orders::pulumi:providers:eventstorecloud::${name}`,
      newState: { inputs: { organizationId: "a" } },
    });
    const steps = [
      ...["default", "default_0_2_20", "defaults", "mine"].map(provider),
      step("create", PROJECT, "default", null, { name: "a" }),
    ];
    assert.deepEqual(
      actions(steps).map(([name]) => name),
      ["defaults", "mine", "default"],
    );
  });

  it("leaves open which token a provider has that was registered without one", () => {
    const of = `urn:pulumi:prod::orders::pulumi:providers:eventstorecloud::mine`;
    const preview = (inputs) =>
      fromPreview({ steps: [{ op: "create", urn: of, newState: { urn: of, inputs } }] }).after.resources[0].args;
    assert.deepEqual(preview({ clientId: "" }), { clientId: "", token: { unknown: true } });
    assert.deepEqual(preview({ token: "" }), { token: "" });
  });

  it("has the type and name of a resource in a component", () => {
    const of = "urn:pulumi:prod::orders::my:Component$eventstorecloud:index/project:Project::a::b";
    assert.deepEqual(
      planPreview({ steps: [{ op: "create", urn: of, newState: { inputs: { name: "a" } } }] }).steps[0].resource,
      {
        kind: "Project",
        name: "a::b",
      },
    );
  });

  it("says where the program writes what has a diagnostic, where the engine tells", () => {
    const replaced = (name, sourcePosition) => {
      const one = step("replace", CLUSTER, name, cluster(), cluster({ topology: "three-node-multi-zone" }));
      return { ...one, newState: { ...one.newState, sourcePosition } };
    };
    const places = {
      a: "project:///src/index.ts#35,5",
      b: undefined,
      c: "index.ts",
      d: "project:///x.ts#99999999999,1",
    };
    const { diagnostics } = planPreview({
      steps: Object.entries(places).map(([name, place]) => replaced(name, place)),
    });
    for (const name of Object.keys(places)) {
      const own = diagnostics.filter(({ resource }) => resource.name === name);
      const expected = name === "a" ? { file: "src/index.ts", start: { line: 35, column: 5 } } : undefined;
      assert.ok(own.length > 0 && own.every(({ code }) => code.startsWith("PLAN")));
      for (const { location } of own) assert.deepEqual(location, expected, name);
    }
  });
});

describe("a preview that does not list everything", () => {
  const summary = (plan) => [plan.steps.length, plan.unlisted, plan.incomplete, plan.ok];
  const project = { name: "a" };

  it("has no steps at all where nothing happens", () => {
    assert.deepEqual(summary(planPreview({ config: {}, duration: 1, changeSummary: { same: 5 } })), [
      0,
      5,
      false,
      true,
    ]);
    assert.deepEqual(summary(planPreview({ changeSummary: {} })), [0, 0, false, true]);
  });

  it("counts what stays, besides what it lists", () => {
    const same = step("same", PROJECT, "p", project, project);
    const other = { op: "same", urn: "urn:pulumi:prod::orders::pulumi:pulumi:Stack::orders-prod" };
    const update = step("update", PROJECT, "q", project, { name: "b" });
    for (const [changeSummary, steps, unlisted] of [
      [{ same: 3, update: 1 }, [update], 3],
      [{ same: 3, update: 1 }, [same, other, update], 1],
      [{ same: 2, update: 1 }, [same, other, update], 0],
      [{ same: 1 }, [same, other], 0],
      [undefined, [same], 0],
      [{ same: "3" }, [update], 0],
      [{ same: 1e300 }, [update], 0xffffffff],
      [{ same: -1 }, [update], 0],
      [{ same: NaN }, [update], 0],
    ])
      assert.equal(planPreview({ steps, changeSummary }).unlisted, unlisted, JSON.stringify(changeSummary));
    const text = formatPlan(planPreview({ steps: [update], changeSummary: { same: 3, update: 1 } }));
    assert.match(text, /^no step is refused in 1 resource \(1 update\); 3 more stay unchanged$/m);
  });

  it("leaves alone what is only refreshed, with the values that it was found with", () => {
    const refreshed = (name, old, now) => step("refresh", PROJECT, name, old, now);
    const plan = planPreview({
      steps: [refreshed("p", project, project), refreshed("drifted", project, { name: "b" })],
      changeSummary: { same: 2 },
    });
    assert.deepEqual(summary(plan), [2, 0, false, true]);
    assert.deepEqual(
      plan.steps.map(({ action, properties, reasons }) => [action, properties, reasons]),
      [
        ["none", [], []],
        ["none", [], []],
      ],
    );
  });

  it("is followed by a step where a refresh leads to one", () => {
    const drifted = [{ name: "b" }, project];
    const plan = planPreview({
      steps: [step("refresh", PROJECT, "p", project, { name: "b" }), step("update", PROJECT, "p", ...drifted)],
    });
    assert.deepEqual(plan.steps[0].properties, [{ path: "name", effect: "inPlace", from: "b", to: "a" }]);
  });

  it("says so where it has failed, and is still judged", () => {
    const failed = (severity) => [{ severity, message: "hush" }];
    for (const [severity, incomplete] of [
      ["error", true],
      ["warning", false],
      ["info", false],
    ]) {
      const plan = planPreview({ steps: [], diagnostics: failed(severity) });
      assert.deepEqual(summary(plan), [0, 0, incomplete, true], severity);
      assert.equal(/the plan is incomplete/.test(formatPlan(plan)), incomplete);
      assert.ok(!JSON.stringify(plan).includes("hush"));
    }
    const gone = planPreview({ steps: [step("delete", CLUSTER, "db", cluster(), null)], diagnostics: failed("error") });
    assert.deepEqual([summary(gone), gone.headline], [[1, 0, true, false], "1 database is deleted: db"]);
    // A program that does not start has no steps, and no summary either.
    assert.deepEqual(summary(planPreview({ diagnostics: failed("error"), duration: 5 })), [0, 0, true, true]);
  });
});

describe("what happens to what is not replaced, updated or deleted", () => {
  it("is said of imports, which lose nothing", () => {
    const imported = step("import", CLUSTER, "db", null, cluster());
    imported.newState.importID = "id-of-db";
    const plan = planPreview({ steps: [imported] });
    const [{ action, dataLoss, reasons }] = plan.steps;
    assert.deepEqual([action, dataLoss, plan.ok], ["import", false, true]);
    assert.deepEqual(reasons, ["the resource exists already and is imported into the program"]);
    assert.match(formatPlan(plan), /^import {2}ManagedCluster db$/m);
  });

  it("is said of what is only read, and of what is no longer read", () => {
    const read = { op: "read", urn: urn(CLUSTER, "seen"), newState: { inputs: cluster(), external: true } };
    const left = { op: "read-discard", urn: urn(CLUSTER, "gone"), oldState: { inputs: cluster(), external: true } };
    const plan = planPreview({ steps: [read, left] });
    assert.equal(plan.ok, true);
    assert.deepEqual(
      plan.steps.map(({ resource, action, dataLoss }) => [resource.name, action, dataLoss]),
      [["seen", "read", false]],
    );
  });

  it("is an error of a replacement that protection stops, and none where the protection goes first", () => {
    const [old, now] = [cluster(), cluster({ topology: "three-node-multi-zone" })];
    const replaced = (marks) => {
      const one = step("replace", CLUSTER, "db", old, now, { replaceReasons: ["topology"] });
      Object.assign(one.oldState, marks.old);
      Object.assign(one.newState, marks.now);
      return planPreview({ steps: [one] });
    };
    const refused = replaced({ old: { protect: true }, now: { protect: true } });
    assert.deepEqual([refused.steps[0].action, refused.headline], ["refused", undefined]);
    assert.ok(refused.diagnostics.some(({ code }) => code === "PLAN024"));
    const freed = replaced({ old: { protect: true }, now: {} });
    assert.deepEqual([freed.steps[0].action, freed.headline], ["replace", "1 database is deleted: db"]);
  });
});

describe("what the command does not print", () => {
  it("is refused with its path", () => {
    const project = urn(PROJECT, "p");
    for (const [preview, path] of [
      [null, "preview"],
      [[], "preview"],
      [{}, "preview.steps"],
      [{ steps: "none" }, "preview.steps"],
      [{ steps: [1] }, "preview.steps[0]"],
      [{ steps: [{ op: "same" }] }, "preview.steps[0].urn"],
      [{ steps: [{ urn: 5 }] }, "preview.steps[0].urn"],
      [{ steps: [{ urn: null }] }, "preview.steps[0].urn"],
      [{ steps: [{ urn: "urn:pulumi:prod" }] }, "preview.steps[0].urn"],
      [{ steps: [{ urn: project, oldState: 1 }] }, "preview.steps[0].oldState"],
      [{ steps: [{ urn: project, newState: "x" }] }, "preview.steps[0].newState"],
      [{ steps: [{ urn: project, newState: [] }] }, "preview.steps[0].newState"],
      [{ steps: [{ urn: project, newState: {} }] }, "preview.steps[0].op"],
      [{ steps: [{ urn: project, newState: {}, op: null }] }, "preview.steps[0].op"],
    ])
      refused(() => planPreview(preview), path, JSON.stringify(preview));
  });

  it("is refused where it is no data, or cannot be read", () => {
    const project = urn(PROJECT, "p");
    const throwing = (object, key) =>
      Object.defineProperty(object, key, {
        enumerable: true,
        get() {
          throw new Error("mine");
        },
      });
    const cycle = { steps: [] };
    cycle.steps.push(cycle);
    const around = { urn: project };
    around.newState = around;
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const lost = Proxy.revocable([], {});
    lost.revoke();
    const shy = new Proxy([], {
      get(list, key) {
        if (key === "length") throw new Error("mine");
        return list[key];
      },
    });
    for (const [what, preview, path] of [
      ["a Date", new Date(0), "preview"],
      ["a promise", Promise.resolve({ steps: [] }), "preview"],
      ["a revoked Proxy", proxy, "preview"],
      ["a getter that throws", throwing({}, "steps"), "preview.steps"],
      ["a Set", { steps: new Set() }, "preview.steps"],
      ["a list without end", { steps: new Array(4e9) }, "preview.steps"],
      ["a hole", { steps: new Array(1) }, "preview.steps[0]"],
      ["NaN", { steps: [NaN] }, "preview.steps[0]"],
      ["a Map", { steps: [new Map()] }, "preview.steps[0]"],
      ["a list that throws", { steps: throwing([], "0") }, "preview.steps[0]"],
      ["a cycle", cycle, "preview.steps[0]"],
      ["a urn that throws", { steps: [throwing({}, "urn")] }, "preview.steps[0].urn"],
      ["a state in a circle", { steps: [around] }, "preview.steps[0].newState"],
      ["a revoked state", { steps: [{ urn: project, oldState: proxy }] }, "preview.steps[0].oldState"],
      ["a state that throws", { steps: [throwing({ urn: project }, "newState")] }, "preview.steps[0].newState"],
      ["a revoked list", { steps: lost.proxy }, "preview.steps"],
      ["a list whose length throws", { steps: shy }, "preview.steps"],
      ["a revoked urn", { steps: [{ urn: lost.proxy }] }, "preview.steps[0].urn"],
      ["a urn that is no text", { steps: [{ urn: `${project}\ud800` }] }, "preview.steps[0].urn"],
    ])
      refused(() => planPreview(preview), path, what);
  });

  it("stays what it is inside of inputs, for the core to judge", () => {
    const endless = {};
    endless.a = endless.b = endless;
    const planned = (property, value) =>
      tried(() => planPreview({ steps: [step("update", "peering:Peering", "p", {}, { [property]: value })] }));
    for (const value of [NaN, Infinity, 5n, Symbol("x"), () => 1, new Date(0), new Map(), endless, new Array(4e9)]) {
      for (const property of ["name", "projectId", "routes"])
        assert.equal(planned(property, value).steps?.length, 1, property);
    }
    let bushy = {};
    for (let level = 0; level < 40; level++) bushy = { left: bushy, right: bushy };
    assert.equal(planned("name", bushy).steps[0].action, "update");
    const inputs = Object.defineProperty({}, "name", { enumerable: true, get: () => assert.fail("mine") });
    const endlessList = new Proxy([], { get: (list, key) => (key === "length" ? Infinity : list[key]) });
    for (const state of [{ inputs }, { inputs: { then() {} } }, { inputs: {}, dependencies: endlessList }])
      assert.equal(
        tried(() => planPreview({ steps: [{ op: "create", urn: urn(PROJECT, "p"), newState: state }] })).steps[0]
          .action,
        "create",
      );
    // Keys of prototypes are keys like others.
    const odd = JSON.parse(
      `{ "steps": [{ "op": "create", "urn": "${urn(PROJECT, "p")}", "newState": { "inputs": { "__proto__": {}, "constructor": 1 } } }] }`,
    );
    assert.equal(tried(() => planPreview(odd)).steps[0].action, "create");
  });
});

describe("ids and names of many resources", () => {
  const many = Array.from({ length: 20_000 }, (_, i) => i);
  /** Each in a component of its own. */
  const made = (i, id) => ({
    op: "same",
    urn: `urn:pulumi:prod::orders::my:index:C${i}$eventstorecloud:index/${PROJECT}::p`,
    newState: { id, inputs: { name: "orders" } },
  });

  it("are found without looking at each", () => {
    const ofOneId = [
      ...many.map((i) => made(i, "one")),
      ...many.map((i) => step("same", "network:Network", `n${i}`, {}, { projectId: "one" })),
    ];
    assert.equal(fromPreview({ steps: ofOneId }).after.resources.at(-1).args.projectId.ref, "p");
    const ofOneName = fromPreview({ steps: many.map((i) => made(i, `id${i}`)) });
    assert.equal(ofOneName.after.resources.at(-1).name, "p (20000)");
  });

  it("are those of an import on both sides, so that what refers to it stays", () => {
    const of = urn(PROJECT, "p");
    const net = { urn: urn("network:Network", "net"), id: "net-id", inputs: { projectId: "project-id" } };
    const plan = planPreview({
      steps: [
        { op: "import", urn: of, newState: { urn: of, id: "project-id", importID: "project-id", inputs: {} } },
        { op: "same", urn: net.urn, oldState: net, newState: net },
      ],
    });
    assert.deepEqual([plan.steps[1].action, plan.deferred], ["none", []]);
  });
});

describe("what the engine says of each resource", () => {
  const says = (steps) => fromPreview({ steps }).plan.report.steps;

  it("is given in its words and order", () => {
    const of = urn(CLUSTER, "db");
    const state = (more) => ({ urn: of, id: "x", inputs: cluster(), ...more });
    const steps = [
      { op: "delete-replaced", urn: of, oldState: state() },
      {
        op: "replace",
        urn: of,
        oldState: state({ pendingReplacement: true, protect: true, taint: true, retainOnDelete: true }),
        newState: state({ sourcePosition: "project:///index.ts#36,28" }),
        replaceReasons: ["topology"],
      },
      { op: "create-replacement", urn: of, newState: state(), replaceReasons: ["topology"] },
    ];
    assert.deepEqual(says(steps), [
      {
        resource: { kind: "ManagedCluster", name: "db" },
        id: of,
        operations: ["delete-replaced", "replace", "create-replacement"],
        replaceReasons: ["topology"],
        pendingReplacement: true,
        retainOnDelete: true,
        taint: true,
        location: { file: "index.ts", start: { line: 36, column: 28 } },
      },
    ]);
  });

  it("is what holds of what exists", () => {
    const of = urn(PROJECT, "p");
    const [old, now] = [
      { urn: of, inputs: { name: "a" } },
      { urn: of, inputs: { name: "b" }, protect: true },
    ];
    assert.deepEqual(says([{ op: "update", urn: of, oldState: old, newState: now }]), [
      { resource: { kind: "Project", name: "p" }, id: of, operations: ["update"] },
    ]);
    // What keeps it is the protection that it has and keeps.
    const keeps = { ...old, protect: true };
    for (const [states, isProtected] of [
      [{ newState: now }, undefined],
      [{ oldState: keeps }, true],
      [{ oldState: keeps, newState: now }, true],
      [{ oldState: keeps, newState: old }, undefined],
      [{ oldState: old, newState: now }, undefined],
    ])
      assert.equal(says([{ op: "replace", urn: of, ...states }])[0].protect, isProtected, JSON.stringify(states));
    // Where it was written once is no longer there.
    const gone = { ...old, sourcePosition: "project:///index.ts#1,1", initErrors: ["hush"] };
    assert.deepEqual(says([{ op: "delete", urn: of, oldState: gone }]), [
      { resource: { kind: "Project", name: "p" }, id: of, operations: ["delete"], failedBefore: true },
    ]);
  });

  it("has what differs, each property once", () => {
    const of = urn(PROJECT, "p");
    const differs = (more) =>
      says([{ op: "update", urn: of, oldState: {}, newState: { urn: of, inputs: {} }, ...more }]);
    for (const [more, differences] of [
      [{}, undefined],
      [{ diffReasons: ["name", 5], detailedDiff: null }, ["name"]],
      [
        { diffReasons: ["name", "__defaults"], detailedDiff: { "data.channelId": {}, "list[0].a": {}, name: {} } },
        ["name", "data", "list"],
      ],
    ])
      assert.deepEqual(differs(more)[0].differences, differences);
  });

  it("is beside the program where it is only read, or left behind by a replacement", () => {
    const [of, inputs] = [urn(PROJECT, "p"), { name: "a" }];
    const state = { urn: of, inputs };
    const { plan, before, after } = fromPreview({
      steps: [
        { op: "same", urn: of, oldState: state, newState: state },
        { op: "delete", urn: of, oldState: { ...state, delete: true } },
        { op: "read", urn: urn(PROJECT, "seen"), newState: { ...state, external: true } },
      ],
    });
    assert.deepEqual(
      [before, after].map(({ resources }) => resources.map(({ name }) => name)),
      [["p"], ["p"]],
    );
    assert.deepEqual(plan.report.others, [
      { resource: { kind: "Project", name: "p" }, id: of, operations: ["delete"] },
      { resource: { kind: "Project", name: "seen" }, id: urn(PROJECT, "seen"), operations: ["read"] },
    ]);
    assert.deepEqual(plan.others.resources, [
      { kind: "Project", name: "p", args: inputs },
      { kind: "Project", name: "seen", args: inputs },
    ]);
  });

  it("has imports, refreshes and new names", () => {
    const [of, before] = [urn(PROJECT, "p"), urn(PROJECT, "old")];
    const inputs = { name: "a" };
    assert.deepEqual(says([{ op: "import", urn: of, newState: { urn: of, inputs, importID: "c2b" } }])[0], {
      resource: { kind: "Project", name: "p" },
      id: of,
      operations: ["import"],
      importId: "c2b",
    });
    const state = { urn: of, inputs };
    const refreshed = [
      { op: "refresh", urn: of, oldState: state, newState: state },
      { op: "update", urn: of, oldState: { ...state, urn: before }, newState: state },
    ];
    assert.deepEqual(says(refreshed), [
      { resource: { kind: "Project", name: "p" }, id: of, operations: ["refresh", "update"], movedFrom: before },
    ]);
  });

  it("is nothing for other providers, for those that Pulumi makes, and for a stack", () => {
    const of = (type) => `urn:pulumi:prod::orders::${type}::default`;
    assert.deepEqual(
      says(
        ["pulumi:pulumi:Stack", "pulumi:providers:eventstorecloud", "aws:s3/bucket:Bucket"].map((type) => ({
          urn: of(type),
          newState: { inputs: {} },
        })),
      ),
      [],
    );
    const { before, after, plan } = fromStack({
      version: 3,
      deployment: { resources: [{ urn: urn(PROJECT, "p"), inputs: { name: "a" } }] },
    });
    assert.deepEqual([before, after.resources.length, plan], [null, 1, undefined]);
  });
});
