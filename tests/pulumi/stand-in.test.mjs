// The stand-in for Pulumi's engine and the published provider, where they decide: what ends a program, which ids and
// outputs a program knows, what reads and lookups answer. Measured with Pulumi 3.274.1 and the provider 0.2.20.
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { packOf, requestsOf, UNKNOWN } from "./policy/analyzer.mjs";
import { inline, preview, skip, skipInOldest, update } from "./programs/index.mjs";

const BOTH_RUNS = [inline.preview, inline.update];
const URN = "urn:pulumi:dev::demo::eventstorecloud:index";
const NETWORK = `${URN}/network:Network`;

/** Prints `name key: value` for what becomes known of resources by name; what stays unknown is not printed. */
const SHOW = `const show = (name, resource, ...keys) => {
  for (const key of keys) resource[key].apply((value) => console.log(name, key + ":", JSON.stringify(value)));
};`;
const ORDERS = `${SHOW} const orders = new esc.Project("orders", { name: "orders" });`;
const network = (name, more = "") =>
  `const ${name} = new esc.Network("${name}", valid.network({ projectId: orders.id, ${more} }));`;
const lines = ({ stdout }) => stdout.trim().split("\n").filter(Boolean).sort();

/** That the engine ended the program, with these errors and no word of the program. */
function assertEnded({ exitCode, errors, registered, said }, expected, names) {
  assert.deepEqual([exitCode, errors, registered], [1, expected, names], said);
}

describe("the stand-in for the engine", { concurrency: 2, skip }, () => {
  it("ends the program at the first resource that the provider refuses, and does not answer it", async () => {
    const program = `${ORDERS} ${network("bad", 'cidrBlock: "10.20.0.1/16"')} ${network("after", "region: bad.region")}
      ${network("other", 'cidrBlock: "10.0.0.0/28"')}
      bad.urn.promise().then(() => console.log("answered"), (error) => { console.log("refused"); pulumi.log.error(error.message); });`;
    const reason =
      "expected cidr_block to contain a valid network Value, expected 10.20.0.0/16, got 10.20.0.1/16. Examine values " +
      "at 'bad.cidrBlock'.";
    // A process is killed: it never comes to its end.
    const atTheEnd = 'setTimeout(() => { console.log("at the end"); pulumi.log.error("said at the end"); }, 5000);';
    for (const [run, more] of [...BOTH_RUNS.map((run) => [run, ""]), [preview, atTheEnd], [update, atTheEnd]]) {
      const outcome = await run(`${program} ${more}`);
      const error = `eventstorecloud:index/network:Network resource 'bad' has a problem: ${reason}`;
      assertEnded(outcome, [error], ["orders"]);
      assert.equal(outcome.stdout, "");
    }
  });

  it("lets a test say what is refused", async () => {
    const check = (_type, { name }) => (name === "orders" ? ["one reason", "another"] : undefined);
    const outcome = await preview(`${ORDERS} ${network("net")}`, { check });
    const problem = "eventstorecloud:index/project:Project resource 'orders' has a problem: ";
    assertEnded(outcome, [`${problem}one reason`, `${problem}another`], []);
    const bad = `${ORDERS} ${network("net", 'cidrBlock: "10.20.0.1/16"')}`;
    assert.deepEqual((await inline.preview(bad, { check: false })).exitCode, 0);
    const create = (_type, { name }) => (name === "net" ? "the service says no" : undefined);
    assertEnded(
      await update(`${ORDERS} ${network("net")}`, { create }),
      ["the service says no", "update failed"],
      ["orders"],
    );
  });

  it("reads the settings of a disk that are unknown as 0", async () => {
    const cluster = (more) =>
      `new esc.ManagedCluster("db", valid.cluster({ projectId: orders.id, networkId: "net", ${more} }));`;
    const unknown = await inline.preview(`${ORDERS} ${cluster("diskIops: orders.id.apply(() => 3000)")}`);
    const urn = `${URN}/managedCluster:ManagedCluster::db`;
    const problem = `Preview failed: diffing ${urn}: 'iops' must be set when 'type' is 'gp3'`;
    assertEnded(unknown, [problem, "preview failed"], ["orders"]);
    assert.equal((await inline.update(`${ORDERS} ${cluster("diskIops: orders.id.apply(() => 3000)")}`)).exitCode, 0);
  });

  it("ends the program at a second resource of one URN", async () => {
    for (const run of BOTH_RUNS) {
      const outcome = await run(`${ORDERS} ${network("net")} { ${network("net")} }`);
      assertEnded(
        outcome,
        [`Duplicate resource URN '${NETWORK}::net'; try giving it a unique name`],
        ["net", "orders"],
      );
    }
  });

  it("asks a provider nothing in a preview whose settings are not known", async () => {
    const settings =
      'token: "x", clientId: "", identityProviderUrl: "", tokenStore: "/tmp/tokens", organizationId: orders.id';
    const program = (url) => `${ORDERS}
      const provider = new esc.Provider("ours", { ${settings}, url: "${url}" });
      const net = new esc.Network("net", valid.network({ projectId: "p", cidrBlock: "10.20.0.1/16" }), { provider });
      show("net", net, "region");`;
    const { exitCode, stdout, registered } = await inline.preview(program(""));
    assert.deepEqual([exitCode, stdout, registered], [0, "", ["net", "orders", "ours"]]);
    assertEnded(await inline.update(program("")), ["url must not be empty", "update failed"], ["orders"]);
    assert.equal((await inline.update(program("https://api.eventstore.cloud"))).exitCode, 1);
  });

  it("knows ids and outputs of what exists, but not of what is new or replaced", async () => {
    const program = (changes) => `${ORDERS} ${network("same")} ${network("updated", changes.updated)}
      ${network("replaced", changes.replaced)} ${changes.more ?? ""}
      const backup = new esc.ScheduledBackup("dependent", valid.backup({ projectId: orders.id, sourceClusterId: replaced.id }));
      for (const [name, resource] of Object.entries({ orders, same, updated, replaced, dependent: backup })) show(name, resource, "id");
      show("updated", updated, "name"); show("same", same, "cidrBlock");`;
    const { state } = await inline.update(program({}));
    const changes = { updated: 'name: "renamed"', replaced: 'region: "eu-west-1"', more: network("fresh") };
    const outcome = await inline.preview(`${program(changes)} show("fresh", fresh, "id", "region");`, {
      existing: state,
    });
    assert.deepEqual(lines(outcome), [
      'fresh region: "us-east-1"',
      'orders id: "orders-id"',
      'same cidrBlock: "10.20.0.0/16"',
      'same id: "same-id"',
      'updated id: "updated-id"',
      'updated name: "renamed"',
    ]);
    const ops = Object.fromEntries(outcome.registrations.map(({ name, op }) => [name, op]));
    const { same, updated, replaced, fresh, dependent } = ops;
    assert.deepEqual([same, updated, replaced, fresh, dependent], ["same", "update", "replace", "create", "replace"]);
  });

  it("compares what the provider stores: case where it folds it, the name that it gave, what is ignored", async () => {
    const cluster = (more) => `${ORDERS} const db = new esc.ManagedCluster("db", valid.cluster({ projectId: orders.id,
      networkId: "c2bq5k5o4t0gqrkt0050", name: undefined, ${more} }), { ignoreChanges: ["diskSize"] }); show("db", db, "id", "name");`;
    const { state, stdout } = await inline.update(cluster('instanceType: "M32"'));
    const [, name] = /name: ("db-[0-9a-f]{7}")/.exec(stdout);
    const opOf = async (more) => (await inline.preview(cluster(more), { existing: state })).registrations.at(-1).op;
    assert.equal(
      await opOf('instanceType: "m32", diskType: "GP3".toLowerCase(), publicAccess: false, aclId: ""'),
      "same",
    );
    assert.equal(await opOf("diskSize: 2000"), "same");
    assert.equal(await opOf('diskIops: "4000"'), "update");
    const updated = await inline.preview(`${cluster("diskIops: 4000")} show("db", db, "dnsName", "diskIops");`, {
      existing: state,
    });
    assert.deepEqual(lines(updated).slice(0, 2), ["db diskIops: 4000", 'db dnsName: "db-id.mesdb.eventstore.cloud"']);
    assert.equal(await opOf('topology: "Three-Node-Multi-Zone"'), "replace");
    const again = await inline.preview(cluster(""), { existing: state });
    assert.deepEqual(lines(again), ['db id: "db-id"', `db name: ${name}`]);
  });

  it("takes what exists by URN or name, also under an alias, and what is imported", async () => {
    const program = `${ORDERS}
      const alias = new esc.Project("now", { name: "now" }, { aliases: [{ name: "before" }] });
      const moved = new esc.Project("moved", { name: "moved" }, { aliases: ["${URN}/project:Project::urn"] });
      const imported = new esc.Project("imported", { name: "billing" }, { import: "c2bq5k5o4t0gqrkt0040" });
      show("now", alias, "id"); show("moved", moved, "id"); show("imported", imported, "id"); show("orders", orders, "id");`;
    const existing = {
      orders: { id: "c2bq5k5o4t0gqrkt0010" },
      [`${URN}/project:Project::before`]: { id: "c2bq5k5o4t0gqrkt0020" },
      [`${URN}/project:Project::urn`]: { id: "c2bq5k5o4t0gqrkt0030" },
    };
    const cloud = [{ kind: "Project", id: "c2bq5k5o4t0gqrkt0040", name: "billing" }];
    assert.deepEqual(lines(await inline.preview(program, { existing, cloud })), [
      'imported id: "c2bq5k5o4t0gqrkt0040"',
      'moved id: "c2bq5k5o4t0gqrkt0030"',
      'now id: "c2bq5k5o4t0gqrkt0020"',
      'orders id: "c2bq5k5o4t0gqrkt0010"',
    ]);
    const missing = await inline.preview(program, { existing });
    assert.match(missing.errors[0], /^Preview failed: resource 'c2bq5k5o4t0gqrkt0040' does not exist$/);
  });

  it("refuses to replace what is protected: a preview goes on, an update does not", async () => {
    const program = (
      region,
    ) => `${ORDERS} const net = new esc.Network("net", valid.network({ projectId: orders.id, region: "${region}" }), { protect: true });
      show("net", net, "id"); console.log("goes on");`;
    const { state } = await inline.update(program("us-east-1"));
    const shown = await preview(program("eu-west-1"), { existing: state });
    assert.deepEqual([shown.exitCode, shown.stdout, shown.registered], [1, "goes on\n", ["net", "orders"]], shown.said);
    assert.match(
      shown.errors[0],
      /^unable to replace resource "urn:[^"]+::net"\nas it is currently marked for protection/,
    );
    const done = await inline.update(program("eu-west-1"), { existing: state });
    assert.deepEqual([done.exitCode, done.registered], [1, ["orders"]]);
  });

  it("tells the last state of the stack, in plain text, and of no other", async () => {
    const ask = (
      stackName,
    ) => `pulumi.runtime.invoke("pulumi:pulumi:readStackResourceOutputs", { stackName: ${stackName} })
      .then(({ outputs }) => console.log(JSON.stringify(outputs)), (error) => console.log(error.message));`;
    const program = `${ORDERS} ${network("net", 'name: pulumi.secret("hidden")')}`;
    const { state } = await inline.update(program);
    for (const run of BOTH_RUNS) {
      const { stdout } = await run(`${program} ${ask("pulumi.getStack()")}`, { existing: state });
      const { type, outputs } = JSON.parse(stdout)[`${NETWORK}::net`];
      assert.equal(type, "eventstorecloud:index/network:Network");
      const written = { projectId: "orders-id", name: "hidden", resourceProvider: "aws", region: "us-east-1" };
      assert.deepEqual(outputs, { ...written, cidrBlock: "10.20.0.0/16", publicAccess: false, id: "net-id" });
    }
    assert.equal((await inline.preview(`${ask("pulumi.getStack()")}`)).stdout, "{}\n");
    assert.match((await inline.preview(ask('"other"'))).stdout, /returned an error: unknown stack "other"/);
  });

  it("answers with the provider's defaults and types, in its case when it is stored, and without what is unknown", async () => {
    const program = `${ORDERS} ${network("net", 'resourceProvider: "AWS", name: 5')}
      const db = new esc.ManagedCluster("db", valid.cluster({ projectId: orders.id, networkId: net.id, diskSize: "500", diskIops: 3000.9, protected: "true", projectionLevel: undefined }));
      const logs = new esc.AWSCloudWatchLogsIntegration("logs", valid.logs({ projectId: orders.id, clusterIds: [db.id, "x"] }));
      show("net", net, "name", "resourceProvider", "publicAccess", "cidrBlock");
      show("db", db, "instanceType", "diskSize", "diskIops", "protected", "projectionLevel", "aclId", "dnsName", "region", "serverVersionTag", "networkId");
      show("logs", logs, "clusterIds");`;
    const both = [
      'db aclId: ""',
      "db diskIops: 3000",
      "db diskSize: 500",
      'db projectionLevel: "off"',
      "db protected: true",
      'net cidrBlock: "10.20.0.0/16"',
      'net name: "5"',
      "net publicAccess: false",
    ];
    const written = ['db instanceType: "M32"', 'net resourceProvider: "AWS"'];
    assert.deepEqual(lines(await inline.preview(program)), [...both, ...written].sort());
    const later = [
      'db instanceType: "m32"',
      'net resourceProvider: "aws"',
      'db dnsName: "db-id.mesdb.eventstore.cloud"',
      'db networkId: "net-id"',
      'db region: "us-east-1"',
      'db serverVersionTag: "26.0.0"',
      'logs clusterIds: ["db-id","x"]',
    ];
    assert.deepEqual(lines(await inline.update(program)), [...both, ...later].sort());
  });

  it("answers reads and lookups, or fails: a read ends the program, a lookup is an error that it may catch", async () => {
    const id = "c2bq5k5o4t0gqrkt0050";
    const cloud = [{ kind: "Network", id, name: "net", projectId: "p", region: "us-east-1", resourceProvider: "aws" }];
    const read = (id) => `${SHOW} const net = esc.Network.get("net", "${id}"); show("net", net, "id", "region");`;
    const lookup = (name) => `esc.getNetwork({ projectId: "p", name: "${name}" })
      .then(({ id, region }) => console.log(id, region), (error) => console.log(error.message));`;
    for (const run of BOTH_RUNS) {
      assert.deepEqual(lines(await run(read(id), { cloud })), [`net id: "${id}"`, 'net region: "us-east-1"']);
      assert.equal((await run(lookup("net"), { cloud })).stdout, `${id} us-east-1\n`);
      const caught = await run(lookup("other"), { cloud });
      assert.equal(caught.exitCode, 0);
      assert.match(
        caught.stdout,
        /^invocation of eventstorecloud:index\/getNetwork:getNetwork returned an error: .*other/,
      );
    }
    assertEnded(
      await inline.preview(read("none"), { cloud }),
      ["Preview failed: resource 'none' does not exist", "preview failed"],
      [],
    );
    assertEnded(await inline.update(read("none")), ["resource 'none' does not exist", "update failed"], []);
    // What the program creates can be read where its id is known.
    const own = `${ORDERS} const again = esc.Project.get("again", orders.id); show("again", again, "name");`;
    assert.equal((await inline.update(own)).stdout, 'again name: "orders"\n');
    assert.equal((await inline.preview(own)).stdout, "");
  });

  it("runs transforms in the order in which they arrive, for what comes after them", {
    skip: skipInOldest("this SDK has no transforms"),
  }, async () => {
    const transform = (name) =>
      `pulumi.runtime.registerResourceTransform(({ type }) => void (type.endsWith(":Project") && console.log("${name}")));`;
    const both = `${transform("first")} ${transform("second")} new esc.Project("orders", { name: "orders" });`;
    assert.equal((await inline.preview(both)).stdout, "first\nsecond\n");
    assert.equal((await inline.preview(both, { transformOrder: "reversed" })).stdout, "second\nfirst\n");
    const late = `new esc.Project("early", { name: "early" }).id.promise().then(() => {
      ${transform("late")} new esc.Project("orders", { name: "orders" }); });`;
    assert.equal((await inline.preview(late)).stdout, "late\n");
  });
});

describe("the stand-in for the provider", { concurrency: 2 }, () => {
  const cluster = { topology: "single-node", instanceType: "F1", diskSize: 10, diskType: "ssd", serverVersion: "26.0" };
  const VALID = {
    Network: { projectId: "p", resourceProvider: "aws", region: "us-east-1" },
    Peering: {
      projectId: "p",
      networkId: "n",
      peerResourceProvider: "aws",
      peerNetworkRegion: "us-east-1",
      peerAccountId: "1",
      peerNetworkId: "v",
      routes: ["10.0.0.0/8"],
    },
    ManagedCluster: { projectId: "p", networkId: "n", ...cluster },
    ScheduledBackup: {
      projectId: "p",
      sourceClusterId: "c",
      description: "",
      schedule: "",
      backupDescription: "",
      maxBackupCount: 1,
    },
    Integration: { projectId: "p", description: "d", data: { sink: "slack" } },
  };
  /** What was found by trying: a change, and what the refusal is about. */
  const TRIED = [
    ["Network", {}, undefined],
    ["Network", { resourceProvider: "AWS", region: "nowhere", cidrBlock: "fd00::/16" }, undefined],
    ["Network", { resourceProvider: "aw\u017f" }, undefined],
    ["Network", { resourceProvider: " aws" }, "resource_provider to be one of"],
    ["Network", { cidrBlock: "10.20.0.1/16" }, "valid network Value, expected 10.20.0.0/16"],
    ["Network", { cidrBlock: "10.0.0.0/25" }, "between 8 and 24 significant bits, got: 25"],
    ["Network", { cidrBlock: "" }, "invalid CIDR address"],
    ["Network", { cidrBlock: UNKNOWN }, undefined],
    ["Network", { publicAccess: "yes" }, "publicAccess"],
    ["Network", { region: null }, "Missing required property 'region'"],
    ["Network", { nosuch: 1 }, "Invalid or unknown key"],
    ["Peering", { routes: ["10.0.0.0/28", "192.168.1.1/24"] }, "valid network Value, expected 192.168.1.0/24"],
    ["Peering", { routes: ["10.0.0.1/8", UNKNOWN] }, undefined],
    ["ManagedCluster", { topology: "Single-Node", instanceType: "f1", diskType: "SSD" }, undefined],
    ["ManagedCluster", { topology: "two-node" }, "topology to be one of"],
    ["ManagedCluster", { diskSize: 7.9 }, "in the range (8 - 4096), got 7"],
    ["ManagedCluster", { diskSize: 4096.9 }, undefined],
    ["ManagedCluster", { diskSize: "+8", serverVersion: "" }, undefined],
    ["ManagedCluster", { diskSize: "8.0" }, "whole number"],
    ["ManagedCluster", { diskIops: 3000 }, "'iops' must not be set unless 'type' is 'gp3'"],
    ["ManagedCluster", { diskIops: 0.5 }, undefined],
    ["ManagedCluster", { diskType: "gp3", diskIops: 3000, diskThroughput: 125 }, undefined],
    ["ManagedCluster", { diskType: "gp3", diskIops: 3000, diskThroughput: 1001 }, "'throughput' must be between"],
    ["ManagedCluster", { diskType: "gp3", diskIops: 3000, diskThroughput: UNKNOWN }, "'throughput' must be set"],
    ["ManagedCluster", { diskType: "Gp3" }, undefined],
    ["ManagedCluster", { diskType: "Gp3", diskIops: 3000, diskThroughput: 125 }, "'iops' must not be set"],
    ["ManagedCluster", { diskType: UNKNOWN, diskIops: 3000, diskThroughput: 125 }, "'iops' must not be set"],
    ["ScheduledBackup", { maxBackupCount: true }, "whole number"],
    ["Integration", { data: { sink: "slack", a: 1, b: true, c: null } }, undefined],
    ["Integration", { data: { sink: "slack", a: ["x"] } }, 'cannot be converted to text: ["x"]'],
    ["Integration", { data: { sink: UNKNOWN, a: ["x"] } }, undefined],
  ];
  for (const [kind, change, reason] of TRIED) {
    it(`${reason === undefined ? "takes" : "refuses"} a ${kind} with ${JSON.stringify(change)}`, () => {
      const type = `eventstorecloud:index/${kind[0].toLowerCase()}${kind.slice(1)}:${kind}`;
      const registration = { type, name: "one", urn: `${URN}::one`, props: { ...VALID[kind], ...change } };
      const [, { props, made }] = requestsOf([registration], { preview: true });
      const { refusal } = made(props);
      if (reason === undefined) assert.equal(refusal, undefined);
      else assert.ok(refusal?.includes(reason), refusal);
    });
  }
});

describe("the stand-in for what asks a pack", () => {
  const NET = { projectId: UNKNOWN, resourceProvider: "aws", region: "us-east-1" };
  const registration = (name, more) => ({
    type: "eventstorecloud:index/network:Network",
    name,
    urn: `${NETWORK}::${name}`,
    props: { ...NET, name, ...more },
    propertyDependencies: { projectId: [`${URN}/project:Project::orders`] },
  });
  /** A pack that notes what it is asked. */
  async function asked(registrations, options) {
    const seen = { alone: [], together: undefined };
    const policy = (name, work) => ({ name, description: name, enforcementLevel: "advisory", ...work });
    const { refused } = await packOf([
      policy("alone", {
        validateResource: ({ name, type }) => void (type.endsWith(":Network") && seen.alone.push(name)),
      }),
      policy("together", { validateStack: ({ resources }) => void (seen.together = resources) }),
    ]).run(requestsOf(registrations, options));
    return { ...seen, refused };
  }

  it("gives outputs without what is unknown, with an id of empty text, and with dependencies", async () => {
    const { together } = await asked([registration("net", {})], { preview: true });
    const net = together.find(({ name }) => name === "net");
    const known = { name: "net", resourceProvider: "aws", region: "us-east-1", publicAccess: false, id: "" };
    assert.deepEqual({ ...net.props }, known);
    assert.deepEqual(Object.keys(net.propertyDependencies), ["projectId"]);
    const existing = { net: { id: "net-id" } };
    const { together: kept } = await asked([registration("net", { projectId: "p" })], { preview: true, existing });
    assert.equal(kept.find(({ name }) => name === "net").props.id, "net-id");
  });

  it("asks about a resource that is refused, and about nothing after it", async () => {
    const bad = registration("bad", { cidrBlock: "10.20.0.1/16" });
    const { alone, together, refused } = await asked([registration("net"), bad, registration("after")], {
      preview: true,
    });
    assert.deepEqual([alone, together, refused], [["net", "bad"], undefined, "bad"]);
  });
});
