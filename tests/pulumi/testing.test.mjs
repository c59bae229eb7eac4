// The checks in unit tests, under Pulumi's mocks: what mocks are given, in all its forms.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { inspect } from "node:util";

import { alone, skip } from "./programs/index.mjs";

const require = createRequire(import.meta.url);
const pulumi = require("@pulumi/pulumi");
const esc = require("@eventstore/pulumi-eventstorecloud");
const { InputError } = require("eventstorecloud-planner");
const { checkRegistrations, recordRegistrations } = require("eventstorecloud-planner/testing");
const valid = require("./programs/valid.cjs");

const type = (kind) => `eventstorecloud:index/${kind[0].toLowerCase()}${kind.slice(1)}:${kind}`;
const call = (kind, name, inputs, id) => ({ type: type(kind), name, inputs, ...(id === undefined ? {} : { id }) });
const findings = ({ diagnostics }) =>
  diagnostics.map(({ code, resource, path }) => [code, resource?.name, path].join(" ").trim()).sort();

/** What mocks are given for values that are not known, or secret. */
const UNKNOWN = { __pulumiUnknown: true };
const secret = (value) => ({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value });

/** Runs a program under recording mocks and checks it. */
async function checked(program, { mocks, preview = false, options } = {}) {
  const recording = recordRegistrations(mocks);
  await pulumi.runtime.setMocks(recording, "demo", "dev", preview);
  program();
  return recording.check(options);
}

/** Mocks as they are in a preview: nothing has an id. */
const NO_IDS = { newResource: ({ inputs }) => ({ id: undefined, state: inputs }) };

/** A project whose network and cluster are right, the cluster being in another one on demand. */
function cluster({ projectOfCluster = "orders", region = "us-east-1" } = {}) {
  const projects = {
    orders: new esc.Project("orders", { name: "orders" }),
    billing: new esc.Project("billing", { name: "billing" }),
  };
  const projectId = projects.orders.id;
  const net = new esc.Network("net", valid.network({ projectId, region }));
  new esc.Peering("apps", valid.peering({ projectId, networkId: net.id }));
  const db = new esc.ManagedCluster(
    "db",
    valid.cluster({ projectId: projects[projectOfCluster].id, networkId: pulumi.interpolate`${net.id}` }),
  );
  new esc.ScheduledBackup(
    "nightly",
    valid.backup({ projectId: projects[projectOfCluster].id, sourceClusterId: db.id }),
  );
}

describe("recordRegistrations", () => {
  it("checks the program of an update, links included", async () => {
    assert.deepEqual(findings(await checked(cluster)), []);
    assert.deepEqual(findings(await checked(() => cluster({ projectOfCluster: "billing", region: "us-east1" }))), [
      "NET011 net region",
      "STACK002 db projectId",
    ]);
  });

  it("checks what a preview knows, and counts the rest", async () => {
    const report = await checked(() => cluster({ region: "us-east1" }), { mocks: NO_IDS, preview: true });
    assert.deepEqual(findings(report), ["NET011 net region"]);
    assert.ok(report.counts.deferred > 0);
    assert.deepEqual([...new Set(report.deferred.map(({ path }) => path))].sort(), [
      "networkId",
      "projectId",
      "sourceClusterId",
    ]);
  });

  it("sees through secrets, lists and values that come late", async () => {
    const report = await checked(() => {
      const orders = new esc.Project("orders", { name: "orders" });
      const db = orders.id.apply(() => "c2bq5k5o4t0gqrkt0030");
      new esc.Network("net", valid.network({ projectId: orders.id, region: pulumi.secret("eu-MARKER") }));
      new esc.AWSCloudWatchLogsIntegration(
        "logs",
        valid.logs({ projectId: orders.id, clusterIds: [db], region: Promise.resolve("eastus") }),
      );
      new esc.Acl(
        "acl",
        valid.acl({
          projectId: orders.id,
          cidrBlocks: [{ address: orders.id.apply(() => "300.0.0.0/8"), comment: "" }],
        }),
      );
    });
    assert.deepEqual(findings(report), ["ACL004 acl cidrBlocks[0].address", "CW003 logs region", "NET011 net region"]);
    assert.doesNotMatch(inspect(report, { depth: 20 }), /MARKER/);
  });

  it("takes mocks of one's own, with answers at once and later", async () => {
    const make = ({ type, name, inputs }) => ({ id: `${type}/${name}`, state: { ...inputs, region: "us-east1" } });
    for (const newResource of [make, async (args) => make(args)]) {
      const report = await checked(
        () => {
          const first = new esc.Network("first", valid.network({ name: "first", projectId: "c2bq5k5o4t0gqrkt0030" }));
          new esc.Network(
            "second",
            valid.network({
              name: "second",
              projectId: first.projectId,
              region: first.region,
              cidrBlock: "10.30.0.0/16",
            }),
          );
        },
        { mocks: { newResource } },
      );
      assert.deepEqual(findings(report), ["NET011 second region"], "the outputs are those of the mock");
    }
  });

  it("keeps the state of a mock that is an object of a class", async () => {
    class Mocks {
      #count = 0;
      newResource({ inputs }) {
        return { id: `id-${(this.#count += 1)}`, state: inputs };
      }
      call() {
        return { count: this.#count };
      }
    }
    const recording = recordRegistrations(new Mocks());
    await pulumi.runtime.setMocks(recording, "demo", "dev", false);
    cluster();
    assert.deepEqual(findings(await recording.check()), []);
    assert.deepEqual(recording.registrations.map(({ name, id }) => [name, id]).slice(0, 2), [
      ["orders", "id-1"],
      ["billing", "id-2"],
    ]);
    assert.deepEqual(await pulumi.runtime.invoke("demo:index:count", {}), { count: 6 });
  });

  it("keeps programs apart that run one after the other", async () => {
    const bad = await checked(() => cluster({ region: "us-east1" }));
    const good = await checked(cluster);
    assert.deepEqual([findings(bad), findings(good), good.counts.resources], [["NET011 net region"], [], 6]);
  });

  it("takes the options of check", async () => {
    const report = await checked(() => cluster({ region: "us-east1" }), {
      options: { severity: { NET011: "off" }, profile: "advice" },
    });
    assert.ok(report.ok && report.diagnostics.length > 0);
    await assert.rejects(checked(cluster, { options: { profile: "stric" } }), {
      name: "InputError",
      path: "options.profile",
    });
  });

  it("works in a program", { skip }, async () => {
    const { status, stdout, stderr } = await alone(
      `(async () => {
      const recording = require("eventstorecloud-planner/testing").recordRegistrations();
      await pulumi.runtime.setMocks(recording, "demo", "dev");
      const orders = new esc.Project("orders", { name: "orders" }), billing = new esc.Project("billing", { name: "billing" });
      const net = new esc.Network("net", valid.network({ projectId: orders.id, region: pulumi.secret("us-east1") }));
      new esc.ManagedCluster("db", valid.cluster({ projectId: billing.id, networkId: net.id }));
      const report = await recording.check();
      console.log(report.diagnostics.map(({ code }) => code).sort().join());
    })();`,
    );
    assert.deepEqual([status, stdout, stderr], [0, "NET011,STACK002,STACK004,STACK006\n", ""]);
  });
});

describe("checkRegistrations", () => {
  const project = call("Project", "orders", { name: "orders" });

  it("knows whose an id is when it is recorded, whatever it looks like", () => {
    const report = checkRegistrations([
      call("Project", "orders", { name: "orders" }, "1"),
      call("Project", "billing", { name: "billing" }, "2"),
      call("Network", "net", valid.network({ projectId: "1" }), "3"),
      call("ManagedCluster", "db", valid.cluster({ projectId: "2", networkId: "3" }), "4"),
      call("ScheduledBackup", "nightly", valid.backup({ projectId: "2", sourceClusterId: "3" })),
    ]);
    assert.deepEqual(findings(report), [
      "STACK001 nightly sourceClusterId",
      "STACK002 db projectId",
      "STACK004 net",
      "STACK006 db",
    ]);
  });

  it("knows it by the longest name in it when it is not", () => {
    const report = checkRegistrations([
      call("Project", "orders", { name: "orders" }),
      call("Project", "orders-archive", { name: "orders-archive" }),
      call("Network", "net", valid.network({ projectId: "orders-archive-id" })),
      call("Peering", "apps", valid.peering({ projectId: "orders-id", networkId: "net-id" })),
    ]);
    assert.deepEqual(findings(report), ["STACK002 apps projectId"]);
  });

  it("takes an id that nothing here can have for one from elsewhere", () => {
    assert.deepEqual(
      findings(checkRegistrations([call("Network", "net", valid.network({ projectId: "c2bq5k5o4t0gqrkt0030" }))])),
      [],
    );
  });

  it("understands what is unknown or secret, at any depth", () => {
    const report = checkRegistrations([
      project,
      call("Integration", "slack", {
        projectId: UNKNOWN,
        description: "issues",
        data: secret({ sink: "slack", source: "issues", channelId: UNKNOWN, token: "xoxb-MARKER" }),
      }),
      call("Acl", "acl", {
        projectId: "orders-id",
        name: "acl",
        cidrBlocks: [UNKNOWN, { address: secret("MARKER"), comment: UNKNOWN }],
      }),
      call(
        "AWSCloudWatchLogsIntegration",
        "logs",
        valid.logs({
          projectId: secret("orders-id"),
          clusterIds: [UNKNOWN],
          accessKeyId: secret("MARKER"),
          secretAccessKey: secret("MARKER"),
        }),
      ),
    ]);
    const found = findings(report);
    assert.ok(found.includes("ACL004 acl cidrBlocks[1].address"), found.join());
    assert.ok(!found.some((text) => text.startsWith("STACK")), found.join());
    assert.doesNotMatch(inspect(report, { depth: 20 }), /MARKER/);
  });

  it("does not wait for promises and Outputs in calls that are written by hand", () => {
    const report = checkRegistrations([
      project,
      call(
        "Network",
        "net",
        valid.network({ projectId: Promise.resolve("orders-id"), region: pulumi.output("us-east1") }),
      ),
    ]);
    assert.deepEqual([findings(report), report.deferred.map(({ path }) => path).sort()], [[], ["projectId", "region"]]);
  });

  it("leaves resources of other providers alone", () => {
    const { diagnostics } = checkRegistrations([
      project,
      { type: "random:index/pet:Pet", name: "pet", inputs: { name: 5n } },
      { type: "demo:index:Store", name: "store", inputs: {} },
    ]);
    assert.deepEqual(diagnostics, []);
  });

  it("finds nothing in nothing", () => {
    const report = checkRegistrations([]);
    assert.deepEqual([report.ok, report.counts.resources], [true, 0]);
  });

  it("reports values that no resource can have, and trips over none", () => {
    const endless = {};
    endless.data = endless;
    const report = checkRegistrations([
      project,
      call("Network", "net", { ...valid.network(), projectId: "orders-id", region: 5n }),
      call("Integration", "slack", { projectId: "orders-id", description: "issues", data: endless }),
    ]);
    assert.ok(findings(report).includes("ARG004 net region"), findings(report).join());
    assert.equal(report.ok, false);
  });

  const ORDERS = { type: type("Project"), name: "orders", inputs: {} };
  const BAD = {
    nothing: ["calls", undefined],
    "one call": ["calls", ORDERS],
    null: ["calls[0]", [null]],
    "a name": ["calls[1]", [ORDERS, "orders"]],
    "a call without a type": ["calls[1].type", [ORDERS, { ...ORDERS, type: undefined }]],
    "a call without a name": ["calls[0].name", [{ ...ORDERS, name: undefined }]],
    "a call without inputs": ["calls[0].inputs", [{ ...ORDERS, inputs: undefined }]],
    "inputs that are a list": ["calls[0].inputs", [{ ...ORDERS, inputs: [] }]],
    "an id that is a number": ["calls[0].id", [{ ...ORDERS, id: 5 }]],
  };
  for (const [what, [path, calls]] of Object.entries(BAD)) {
    it(`refuses ${what} and says where it is`, () => {
      assert.throws(
        () => checkRegistrations(calls),
        (error) => error instanceof InputError && error.path === path && error.message.startsWith(`${path}: must be `),
      );
    });
  }
});
