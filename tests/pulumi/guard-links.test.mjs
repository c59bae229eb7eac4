// What is wrong between resources, in programs that are written as programs are: no id is known in a preview, and
// nothing is said twice. The guard has to find out by itself which resource each id is that of.
import assert from "node:assert/strict";
import { describe } from "node:test";

import { inline, skip, preview as previewAlone, update as updateAlone } from "./programs/index.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { expectedFailures } from "../support/expected-failures.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const { preview, update } = inline;
/** Each in a process of its own. */
const ALONE = [previewAlone, updateAlone];

/** Ways to hand the id of a resource on. */
const WAYS = {
  "its id": "r.id",
  "text made of it": "pulumi.interpolate`${r.id}`",
  "what apply makes of it": "r.id.apply((id) => id)",
  "one of several values": "pulumi.all([r.id, 1]).apply(([id]) => id)",
  "a property of an Output of the resource": "pulumi.output(r).id",
  "a promise of an Output": "Promise.resolve(r.id)",
  "an Output of a promise": "pulumi.output(Promise.resolve(r.id))",
  "a secret": "pulumi.secret(r.id)",
};

/** Two networks of one project, peered to one network of the user's, with a cluster and its backup. */
const twoNetworks = (
  to,
  { more = "10.21.0.0/16", routes = "172.20.0.0/16", projectOfCluster = "orders" } = {},
) => `guard();
  const to = (r) => ${to};
  const orders = new esc.Project("orders", { name: "orders" });
  const billing = new esc.Project("billing", { name: "billing" });
  const projectId = to(orders);
  const net = new esc.Network("net", valid.network({ projectId }));
  const more = new esc.Network("more", valid.network({ projectId, name: "more", cidrBlock: "${more}" }));
  new esc.Peering("apps", valid.peering({ projectId, networkId: to(net), routes: ["${routes}"] }));
  new esc.Peering("more-apps", valid.peering({ projectId, networkId: to(more), name: "more-apps" }));
  const db = new esc.ManagedCluster("db", valid.cluster({ projectId: to(${projectOfCluster}), networkId: to(net) }));
  new esc.ScheduledBackup("nightly", valid.backup({ projectId: to(${projectOfCluster}), sourceClusterId: to(db) }));`;

/** The networks overlap, the route overlaps a network, the cluster is in another project than its network. */
const MISTAKES = { more: "10.20.128.0/17", routes: "10.20.0.0/20", projectOfCluster: "billing" };

/** A project with a private network, a cluster that is reached and backed up; nothing is wrong with it. */
const ONE_CLUSTER = `guard();
  const orders = new esc.Project("orders", { name: "orders" });
  const net = new esc.Network("net", valid.network({ projectId: orders.id }));
  const apps = new esc.Peering("apps", valid.peering({ projectId: orders.id, networkId: net.id }));
  const db = new esc.ManagedCluster("db", valid.cluster({ projectId: orders.id, networkId: net.id }));
  const nightly = new esc.ScheduledBackup("nightly", valid.backup({ projectId: orders.id, sourceClusterId: db.id }));
  const billing = new esc.Project("billing", { name: "billing" });
  const other = (name, more) => valid.peering({ name, peerNetworkId: "vpc-11111111111111111", routes: ["172.21.0.0/16"], ...more });`;

const SILENT = { exitCode: 0, codes: [] };
const FAILS = (...codes) => ({ exitCode: 32, codes });

async function assertRun(expected, outcome) {
  const { exitCode, codes, said } = await outcome;
  assert.deepEqual({ exitCode, codes }, expected, said);
}

/** That a program gives the same in preview and update. */
async function assertBoth(expected, program, options, runs = [preview, update]) {
  await Promise.all(runs.map((run) => assertRun(expected, run(program, options))));
}

describe("guard, over several resources", { concurrency: 2, skip }, () => {
  for (const [way, to] of Object.entries(WAYS)) {
    it(`follows an id written as ${way}`, async () => {
      await assertRun(FAILS("PEER009", "PEER018", "STACK002"), preview(twoNetworks(to, MISTAKES)));
      await assertBoth(SILENT, twoNetworks(to));
    });
  }

  it("sees in a preview that nobody backs a cluster up", async () => {
    const program = twoNetworks(WAYS["text made of it"]).replace(/new esc\.ScheduledBackup.*/, "");
    await assertRun({ exitCode: 0, codes: ["STACK006"] }, preview(program));
  });

  const LISTS = {
    "a list of ids": "[db.id]",
    "an Output of a list": "pulumi.all([db.id])",
    "a secret list": "pulumi.secret([db.id])",
    "a promise of a list": "Promise.resolve([db.id])",
  };
  for (const [name, list] of Object.entries(LISTS)) {
    it(`follows ids in ${name}`, async () => {
      const logs = (project) =>
        `${ONE_CLUSTER} new esc.AWSCloudWatchLogsIntegration("logs", valid.logs({ projectId: ${project}.id, ` +
        `clusterIds: ${list} }));`;
      await assertRun({ exitCode: 0, codes: ["CW008"] }, preview(logs("billing")));
      await assertBoth(SILENT, logs("orders"));
    });
  }

  it("follows two ids in one Output of a list", async () => {
    await assertBoth(
      { exitCode: 0, codes: ["CW008", "CW008"] },
      `${ONE_CLUSTER}
      const more = new esc.ManagedCluster("more", valid.cluster({ name: "more", projectId: orders.id, networkId: net.id }));
      new esc.ScheduledBackup("more", valid.backup({ projectId: orders.id, sourceClusterId: more.id }));
      new esc.AWSCloudWatchLogsIntegration("logs", valid.logs({ projectId: billing.id, clusterIds: pulumi.all([db.id, more.id]) }));`,
    );
  });

  it("follows an id that another resource passes on", async () => {
    await assertBoth(
      SILENT,
      `${ONE_CLUSTER} new esc.Peering("other", other("other", { projectId: db.projectId, networkId: db.networkId }));`,
    );
    const program = `${ONE_CLUSTER}
      const away = new esc.Network("away", valid.network({ name: "away", projectId: billing.id, cidrBlock: "10.30.0.0/16" }));
      new esc.Acl("here", valid.acl({ projectId: away.projectId }));
      new esc.ManagedCluster("db2", valid.cluster({ name: "db2", projectId: orders.id, networkId: apps.networkId }));
      new esc.ScheduledBackup("n2", valid.backup({ projectId: away.projectId, sourceClusterId: nightly.sourceClusterId, schedule: "30 3 * * *" }));`;
    await assertRun(FAILS("STACK002", "STACK006"), preview(program));
  });

  it("finds the id of another kind of resource, also where it is passed on", async () => {
    await assertBoth(
      FAILS("STACK001", "STACK001"),
      `${ONE_CLUSTER}
      new esc.Peering("other", other("other", { projectId: orders.id, networkId: orders.id }));
      new esc.ScheduledBackup("n2", valid.backup({ projectId: orders.id, sourceClusterId: db.networkId }));`,
    );
  });

  it("keeps children of one name apart", async () => {
    const component = (type) => `
      class ${type} extends pulumi.ComponentResource {
        constructor(name, projectId, cidrBlock) {
          super("demo:index:${type}", name);
          this.net = new esc.Network("net", valid.network({ name, projectId, cidrBlock }), { parent: this });
          this.registerOutputs({ net: this.net.id });
        }
      }`;
    const program = (cidrBlock) => `guard(); ${component("Store")} ${component("Archive")}
      const orders = new esc.Project("orders", { name: "orders" });
      const store = new Store("store", orders.id, "10.20.0.0/16"), archive = new Archive("archive", orders.id, "${cidrBlock}");
      new esc.Peering("a", valid.peering({ projectId: orders.id, networkId: store.net.id }));
      new esc.Peering("b", valid.peering({ name: "b", projectId: orders.id, networkId: pulumi.output(archive).net.id }));`;
    const { errors, exitCode } = await preview(program("10.20.128.0/17"));
    assert.match(
      errors[0],
      /PEER018.*\n {2}the network `archive\/net` \(`10\.20\.128\.0\/17`\) overlaps the network `net` \(`10\.20\.0\.0\/16`\)/,
      errors[0],
    );
    assert.equal(exitCode, 32);
    let ids = 0;
    const options = { idOf: () => `id-${(ids += 1)}` };
    await assertBoth(SILENT, program("10.21.0.0/16"), options, ALONE);
  });

  it("follows ids through components, and from one to another", async () => {
    const program = (project) => `guard();
      class Place extends pulumi.ComponentResource {
        constructor(name, args) {
          super("demo:index:Place", name);
          const net = new esc.Network(name, valid.network(args), { parent: this });
          new esc.Peering(name, valid.peering({ projectId: args.projectId, networkId: net.id }), { parent: this });
          this.networkId = pulumi.output(net.id);
          this.registerOutputs({ networkId: this.networkId });
        }
      }
      class Store extends pulumi.ComponentResource {
        constructor(name, args) {
          super("demo:index:Store", name);
          const db = new esc.ManagedCluster(name, valid.cluster(args), { parent: this });
          new esc.ScheduledBackup(name, valid.backup({ projectId: args.projectId, sourceClusterId: db.id }), { parent: this });
          this.registerOutputs();
        }
      }
      const orders = new esc.Project("orders", { name: "orders" }), billing = new esc.Project("billing", { name: "billing" });
      new Store("store", { projectId: ${project}.id, networkId: new Place("place", { projectId: orders.id }).networkId });`;
    await assertRun(FAILS("STACK002"), preview(program("billing")));
    await assertBoth(SILENT, program("orders"));
  });

  it("knows what comes after what by dependsOn, however it is written", async () => {
    const cluster = (name, dependsOn) => `
      const ${name} = made("ManagedCluster", "${name}", valid.cluster({ name: "${name}", projectId: orders.id, networkId: net.id }));
      const replicas_${name} = made("ManagedClusterReplicaset", "replicas-${name}", { projectId: orders.id, clusterId: ${name}.id, replicaCount: 1 });
      made("ScheduledBackup", "nightly-${name}", valid.backup({ projectId: orders.id, sourceClusterId: ${name}.id }), { dependsOn: ${dependsOn} });`;
    const program = `guard();
      const orders = made("Project", "orders", { name: "orders" });
      const net = made("Network", "net", valid.network({ projectId: orders.id }));
      made("Peering", "apps", valid.peering({ projectId: orders.id, networkId: net.id }));
      ${cluster("a", "replicas_a")} ${cluster("b", "[orders, replicas_b]")} ${cluster("c", "Promise.resolve([replicas_c])")}
      ${cluster("d", "pulumi.output([replicas_d])")}
      class Store extends pulumi.ComponentResource {
        constructor(name) {
          super("demo:index:Store", name);
          this.db = made("ManagedCluster", "f", valid.cluster({ name: "f", projectId: orders.id, networkId: net.id }), { parent: this });
          made("ManagedClusterReplicaset", "f", { projectId: orders.id, clusterId: this.db.id, replicaCount: 1 }, { parent: this });
        }
      }
      const store = new Store("store");
      made("ScheduledBackup", "nightly-f", valid.backup({ projectId: orders.id, sourceClusterId: store.db.id }), { dependsOn: store });`;
    await assertBoth(SILENT, program, { family: "kurrentcloud" });
    await assertBoth({ exitCode: 0, codes: ["REP007"] }, `${program} ${cluster("e", "[orders]")}`, {
      family: "kurrentcloud",
    });
  });

  it("takes a resource with aliases as the one that it is now", async () => {
    await assertBoth(
      SILENT,
      `guard();
      const orders = made("Project", "orders", { name: "orders" }, { aliases: [{ type: "eventstorecloud:index/project:Project" }] });
      made("Acl", "offices", valid.acl({ projectId: orders.id }), { aliases: [{ name: "office" }] });`,
      { family: "kurrentcloud" },
    );
  });

  it("checks explicit providers as far as they are known", async () => {
    const program = (args) => `guard();
      const config = new pulumi.Config(), first = new esc.Project("first", { name: "first" });
      const organizationId = first.id.apply(() => "bt77lfqrh41uaatmh200"), token = config.requireSecret("token");
      const provider = new esc.Provider("ours", { organizationId, token, ${args} });
      new esc.Project("orders", { name: "orders" }, { provider });`;
    const rest =
      'clientId: "", identityProviderUrl: "", tokenStore: "/tmp/tokens", url: "https://api.eventstore.cloud"';
    const options = { secrets: { "demo:token": "hunter-MARKER" } };
    await assertBoth(SILENT, program(rest), options, ALONE);
    // The constructor throws at the first that is missing; a preview shows all.
    const missing = await previewAlone(program('clientId: ""'), options);
    assert.deepEqual([missing.exitCode, missing.codes], [32, ["PRV009", "PRV009", "PRV009"]], missing.said);
    assert.match(missing.errors[0], /^Provider "ours" has 3 errors \(index\.js:5:24\)/);
    assert.doesNotMatch(missing.said, /MARKER/);
    await assertBoth(FAILS("PRV009", "PRV009", "PRV009"), program('clientId: ""'), options, [updateAlone]);
  });

  it("says that an explicit provider has an address with which it cannot work", async () => {
    for (const url of ["", " ", "http://a b"]) {
      const { exitCode, codes, said } = await preview(`guard();
        new esc.Provider("ours", { organizationId: "bt77lfqrh41uaatmh200", token: "x", clientId: "", identityProviderUrl: "", tokenStore: "/tmp/tokens", url: "${url}" });`);
      assert.equal(exitCode, 32, said);
      assert.match(codes.join(), /PRV/);
    }
  });

  it("lets ids from elsewhere be: of what is only read, of other stacks, of other providers", async () => {
    const stackOutputs = {
      "acme/net/dev": {
        outputs: { project: "c2bq5k5o4t0gqrkt0030", network: "c2bq5k5o4t0gqrkt0040" },
        secretOutputNames: ["network"],
      },
    };
    const program = `${ONE_CLUSTER}
      const stack = new pulumi.StackReference("acme/net/dev"), read = esc.Network.get("read", "c2bq5k5o4t0gqrkt0050");
      const random = new pulumi.CustomResource("random:index/pet:Pet", "pet", { result: "us-east-1", length: orders.id.apply(() => 3) });
      const cluster = (name, networkId, projectId = orders.id) => {
        const { id } = new esc.ManagedCluster(name, valid.cluster({ name, projectId, networkId }));
        new esc.ScheduledBackup(name, valid.backup({ projectId, sourceClusterId: id }));
      };
      cluster("a", read.id);
      cluster("b", stack.requireOutput("network"), stack.requireOutput("project"));
      cluster("c", random.id);
      new esc.AWSCloudWatchLogsIntegration("logs", valid.logs({ projectId: orders.id, clusterIds: pulumi.all([db.id, random.id]) }));
      new esc.Network("far", valid.network({ name: "far", projectId: orders.id, region: random.result, publicAccess: random.length.apply((length) => length === 5), cidrBlock: "10.40.0.0/16" }));`;
    const cloud = [{ kind: "Network", id: "c2bq5k5o4t0gqrkt0050", region: "us-east-1", resourceProvider: "aws" }];
    await assertBoth(SILENT, program, { stackOutputs, cloud });
  });
});
