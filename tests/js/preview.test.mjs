// What `pulumi preview --json` prints, read as a change: states, names, secrets, what the engine says of each resource,
// and what is not as the command prints it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { planner, refused, tried } from "./support/bad.mjs";
import { fromPreview, fromStack } from "./support/translators.mjs";

const { planPreview } = planner;

const urn = (type, name) => `urn:pulumi:prod::orders::eventstorecloud:index/${type}::${name}`;
const PROJECT = "project:Project";
const NETWORK = "network:Network";
const CLUSTER = "managedCluster:ManagedCluster";
/** What Pulumi writes for a value that is not known yet. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const secret = (value) => ({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value });

/** A step of the preview, with what each state has as its inputs. */
function step(op, type, name, old, now) {
  const of = urn(type, name);
  const state = (inputs) => inputs && { urn: of, id: `id-of-${name}`, inputs, outputs: inputs };
  return { op, urn: of, oldState: state(old), newState: state(now) };
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
  it("says by its states what happens", () => {
    for (const [old, now, action] of [
      [null, { name: "orders" }, "create"],
      [{ name: "orders" }, { name: "orders" }, "none"],
      [{ name: "orders" }, { name: "sales" }, "update"],
      [{ name: "orders" }, null, "delete"],
    ])
      assert.deepEqual(actions([step("same", PROJECT, "p", old, now)]), [["p", action]]);
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

  it("is read without what is only read, and without states that say nothing", () => {
    const inputs = { name: "a" };
    assert.deepEqual(
      actions([
        { op: "read", urn: urn(PROJECT, "read"), newState: { inputs, external: true } },
        { op: "create", urn: urn(PROJECT, "empty"), newState: {} },
      ]),
      [],
    );
  });

  it("shows no secret, and compares those that it has", () => {
    for (const [old, now, action] of [
      [secret("hush-1"), secret("hush-2"), "update"],
      [secret("hush-1"), secret("hush-1"), "none"],
      ["[secret]", "[secret]", "undecided"],
      ["[secret]", "hush-2", "undecided"],
    ]) {
      const plan = planPreview({ steps: [step("update", PROJECT, "p", { name: old }, { name: now })] });
      assert.ok(!JSON.stringify(plan).includes("hush"));
      assert.equal(plan.steps[0].action, action);
    }
  });

  it("says nothing of a value that is not known", () => {
    assert.deepEqual(actions([step("update", PROJECT, "p", { name: "a" }, { name: UNKNOWN })]), [["p", "undecided"]]);
  });

  it("has an unknown id of the one resource that it comes from", () => {
    const [net, project] = [urn(NETWORK, "net"), urn(PROJECT, "p")];
    for (const [dependencies, action] of [
      [{ networkId: [net] }, "replace"],
      // It may have been looked up with the id of the project.
      [{ networkId: [net, project] }, "replace"],
      [{ networkId: [project] }, "undecided"],
      [{ networkId: [net, net] }, "undecided"],
      [{ networkId: [] }, "undecided"],
      [{ projectId: [net] }, "undecided"],
      [null, "undecided"],
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
      assert.equal(steps[2].action, action, JSON.stringify(dependencies));
      const cascade = action === "replace" ? [{ kind: "Network", name: "net" }] : undefined;
      assert.deepEqual(steps[2].cascade, cascade);
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
    for (const [defaults, order] of [
      [{ __defaults: ["name"] }, "createFirst"],
      [{ __defaults: ["diskIops"] }, "deleteFirst"],
      [{ __defaults: [] }, "deleteFirst"],
      [{}, "deleteFirst"],
    ]) {
      const of = (topology) => cluster({ name: "db-1a2b3c4", topology, ...defaults });
      const { steps } = planPreview({
        steps: [step("replace", CLUSTER, "db", of("single-node"), of("three-node-multi-zone"))],
      });
      assert.equal(steps[0].order, order, JSON.stringify(defaults));
    }
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
    assert.equal(planned("name", bushy).steps[0].action, "undecided");
    const inputs = Object.defineProperty({}, "name", { enumerable: true, get: () => assert.fail("mine") });
    const endlessList = new Proxy([], { get: (list, key) => (key === "length" ? Infinity : list[key]) });
    for (const state of [{ inputs }, { inputs: { then() {} } }, { inputs: {}, dependencies: endlessList }])
      assert.equal(
        tried(() => planPreview({ steps: [{ urn: urn(PROJECT, "p"), newState: state }] })).steps[0].action,
        "create",
      );
    // Keys of prototypes are keys like others.
    const odd = JSON.parse(
      `{ "steps": [{ "urn": "${urn(PROJECT, "p")}", "newState": { "inputs": { "__proto__": {}, "constructor": 1 } } }] }`,
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
  const says = (steps) => fromPreview({ steps }).steps;

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
        operations: ["delete-replaced", "replace", "create-replacement"],
        replaceReasons: ["topology"],
        pendingReplacement: true,
        protect: true,
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
      { resource: { kind: "Project", name: "p" }, operations: ["update"] },
    ]);
    assert.deepEqual(says([{ op: "create", urn: of, newState: now }])[0].protect, true);
    // Where it was written once is no longer there.
    const gone = { ...old, sourcePosition: "project:///index.ts#1,1", delete: true };
    assert.deepEqual(says([{ op: "delete", urn: of, oldState: gone }]), [
      { resource: { kind: "Project", name: "p" }, operations: ["delete"], delete: true },
    ]);
  });

  it("has imports, reads, refreshes and new names", () => {
    const [of, before] = [urn(PROJECT, "p"), urn(PROJECT, "old")];
    const inputs = { name: "a" };
    assert.deepEqual(says([{ op: "import", urn: of, newState: { urn: of, inputs, importID: "c2b" } }])[0], {
      resource: { kind: "Project", name: "p" },
      operations: ["import"],
      importId: "c2b",
    });
    assert.deepEqual(says([{ op: "read", urn: of, newState: { urn: of, inputs, external: true } }])[0], {
      resource: { kind: "Project", name: "p" },
      operations: ["read"],
      external: true,
    });
    const state = { urn: of, inputs };
    const refreshed = [
      { op: "refresh", urn: of, oldState: state, newState: state },
      { op: "update", urn: of, oldState: { ...state, urn: before }, newState: state },
    ];
    assert.deepEqual(says(refreshed), [
      { resource: { kind: "Project", name: "p" }, operations: ["refresh", "update"], movedFrom: before },
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
    const { before, after, steps } = fromStack({
      version: 3,
      deployment: { resources: [{ urn: urn(PROJECT, "p"), inputs: { name: "a" } }] },
    });
    assert.deepEqual([before, after.resources.length, steps], [null, 1, []]);
  });
});
