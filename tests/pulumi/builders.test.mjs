// The builders for Pulumi programs: values that only the update knows, promises, secrets, and what the engine is told
// in the end.
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { alone, inline, preview, SDK, skip, update } from "./programs/index.mjs";

const BOTH_RUNS = [inline.preview, inline.update];
const ORDERS = 'const orders = new esc.Project("orders", { name: "orders" });';
/** A value that is known when the project is there: in the update only. */
const late = (value) => `orders.id.apply(() => ${JSON.stringify(value)})`;
const network = (more) => `new esc.Network("net", planner.network(valid.network({ projectId: orders.id, ${more} })));`;

const shortUrn = (urn) => urn.split("::").at(-1);
/** What the engine knows of a resource, with what it depends on by name. */
const told = ({ props, secrets, dependencies, propertyDependencies }) => ({
  props,
  secrets,
  dependencies: dependencies.map(shortUrn).sort(),
  propertyDependencies: Object.fromEntries(
    Object.entries(propertyDependencies).map(([name, urns]) => [name, urns.map(shortUrn).sort()]),
  ),
});
const resource = ({ registrations }, wanted) => told(registrations.find(({ name }) => name === wanted));

describe("builders", { concurrency: 2, skip }, () => {
  it("refuse plain values at once, all of them, with the text of the other builders and the line of the call", async () => {
    const { exitCode, errors, registered, stdout } = await preview(
      `${ORDERS}
      const args = () => valid.network({ projectId: orders.id, region: "us-east1", cidrBlock: "10.20.0.1/16" });
      try { require("eventstorecloud-planner").network(args()); } catch (error) { console.log(error.message); }
      new esc.Network("net", planner.network(args()));`,
    );
    assert.deepEqual([exitCode, registered], [32, ["orders"]], stdout);
    assert.deepEqual(errors, [
      stdout.trimEnd().replace(/^(Network "net" has 2 errors) \(index\.js:4:.*\)/, "$1 (index.js:5:38)"),
    ]);
  });

  it("refuse late values with the same text as plain ones, and stop exactly that resource and what needs it", async () => {
    const program = (
      region,
    ) => `${ORDERS} new esc.Network("other", planner.network(valid.network({ name: "other", projectId: orders.id, cidrBlock: "10.30.0.0/16" })));
      const net = ${network(`region: ${region}`)}
      new esc.ManagedCluster("db", planner.managedCluster(valid.cluster({ projectId: orders.id, networkId: net.id })));`;
    const plain = await preview(program('"us-east1"'));
    const first = await preview(program(late("us-east1")));
    assert.deepEqual([first.exitCode, first.said.trim(), first.registered], [0, "", ["db", "net", "orders", "other"]]);
    const second = await update(program(late("us-east1")));
    assert.deepEqual([second.exitCode, second.errors, second.registered], [32, plain.errors, ["orders", "other"]]);
  });

  it("refuse an object that contains itself twice, and do not follow it without an end", async () => {
    const { exitCode, codes } = await inline.preview(
      `${ORDERS}
      const twice = {};
      Object.assign(twice, { a: twice, b: [twice, twice] });
      ${network("region: Promise.resolve(twice)")}`,
    );
    assert.deepEqual([exitCode, codes], [32, ["ARG002"]]);
  });

  it("wait for promises", async () => {
    const { exitCode, codes, errors } = await inline.preview(
      `${ORDERS} ${network('region: Promise.resolve("us-east1"), cidrBlock: Promise.resolve("10.20.0.1/16")')}`,
    );
    assert.deepEqual([exitCode, codes, errors.length], [32, ["NET007", "NET011"], 1]);
  });

  it("check secrets without showing them, also when they come late", async () => {
    for (const value of ['pulumi.secret("eu-MARKER")', `pulumi.secret(${late("eu-MARKER")})`]) {
      const { exitCode, codes, said } = await inline.update(`${ORDERS} ${network(`region: ${value}`)}`);
      assert.deepEqual([exitCode, codes], [32, ["NET011"]]);
      assert.match(said, /region\n {2}the value is secret and not shown/);
      assert.doesNotMatch(said, /MARKER/);
    }
  });

  it("complete and normalise late values, and leave unknown what is not known yet", async () => {
    const program = `${ORDERS}
      const net = new esc.Network("net", planner.network(valid.network({ projectId: orders.id, resourceProvider: "azure", region: ${late("East US")} })));
      const { diskIops, diskThroughput, ...cluster } = valid.cluster({ projectId: orders.id, networkId: net.id });
      new esc.ManagedCluster("gp3", planner.managedCluster({ ...cluster, name: "a", diskType: pulumi.secret(${late("GP3")}) }));
      new esc.ManagedCluster("ssd", planner.managedCluster({ ...cluster, name: "b", diskType: ${late("ssd")} }));
      new esc.Acl("offices", planner.acl({ projectId: orders.id, name: "offices", cidrBlocks: [{ address: ${late("9.9.9.9")} }, { address: "8.8.8.0/24", comment: pulumi.secret("lab") }] }));`;
    const outcome = await inline.update(program);
    assert.equal(outcome.exitCode, 0, outcome.said);
    assert.equal(resource(outcome, "net").props.region, "eastus");
    const { props, secrets } = resource(outcome, "gp3");
    assert.deepEqual([props.diskType, props.diskIops, props.diskThroughput, secrets], ["gp3", 3000, 125, ["diskType"]]);
    const ssd = resource(outcome, "ssd").props;
    assert.deepEqual(["diskIops" in ssd, "diskThroughput" in ssd], [false, false]);
    assert.deepEqual(resource(outcome, "offices").props.cidrBlocks, [
      { address: "9.9.9.9/32", comment: "" },
      { address: "8.8.8.0/24", comment: "lab" },
    ]);
    const unknown = resource(await inline.preview(program), "gp3").props;
    assert.deepEqual(
      [unknown.diskIops, unknown.diskType],
      [unknown.networkId, unknown.networkId],
      "all of them unknown",
    );
  });

  it("lose neither what is secret nor what depends on what", async () => {
    const program = (builder) => `${ORDERS} const of = (kind, args) => ${builder};
      const net = new esc.Network("net", of("network", valid.network({ projectId: orders.id, name: pulumi.secret("net"), region: ${late("us-east-1")} })));
      new esc.ManagedCluster("db", of("managedCluster", valid.cluster({
        projectId: Promise.resolve(net.projectId), networkId: pulumi.interpolate\`\${net.id}\`, serverVersion: pulumi.secret(net.id.apply(() => "26.0")),
      })));
      new esc.Acl("acl", of("acl", valid.acl({ projectId: orders.id, cidrBlocks: pulumi.secret(net.id.apply(() => [{ address: "9.9.9.0/24", comment: "" }])) })));
      new esc.Integration("slack", of("integration", valid.slack({ projectId: orders.id, data: { ...valid.slack().data, token: pulumi.secret(net.region) } })));`;
    for (const run of BOTH_RUNS) {
      const [without, withThem] = await Promise.all([run(program("args")), run(program("planner[kind](args)"))]);
      assert.equal(withThem.exitCode, 0, withThem.said);
      for (const name of ["net", "db", "acl", "slack"]) {
        const [before, after] = [resource(without, name), resource(withThem, name)];
        // What is inside a property that comes late is not told apart in a preview.
        if (name === "slack")
          for (const of of [before, after])
            [of.props.data, of.secrets] = [undefined, of.secrets.map((path) => path.split(".")[0])];
        assert.deepEqual(after, before, `${name} ${SDK}`);
      }
    }
  });

  it("say warnings once in Pulumi's log, or hand them over", async () => {
    const cluster = (
      version,
      options = "",
    ) => `${ORDERS} const net = new esc.Network("net", valid.network({ projectId: orders.id }));
      new esc.ManagedCluster("db", planner.managedCluster(valid.cluster({ projectId: orders.id, networkId: net.id, serverVersion: ${version} })${options}));`;
    for (const version of ['"22.10"', late("22.10")]) {
      const { exitCode, codes, warnings } = await update(cluster(version));
      assert.deepEqual([exitCode, codes], [0, ["VER005"]]);
      assert.match(warnings[0], /^ManagedCluster "db" has 1 warning \(index\.js:3:44\)/);
      const handed = await update(cluster(version, ", { onDiagnostic: ({ code }) => console.log(code) }"));
      assert.deepEqual([handed.stdout, handed.codes], ["VER005\n", []]);
    }
  });

  it("leave it to the guard to say everything once, all together, and over resources", async () => {
    const program = (more, region) => `guard(); ${ORDERS}
      const net = ${network("")}
      const more = new esc.Network("more", planner.network(valid.network({ name: "more", projectId: orders.id, cidrBlock: "${more}", region: "${region}" })));
      for (const [name, { id }] of Object.entries({ apps: net, other: more })) new esc.Peering(name, planner.peering(valid.peering({ name, projectId: orders.id, networkId: id })));
      const db = new esc.ManagedCluster("db", planner.managedCluster(valid.cluster({ projectId: orders.id, networkId: net.id, serverVersion: "22.10" })));
      new esc.AWSCloudWatchLogsIntegration("logs", planner.awsCloudWatchLogsIntegration(valid.logs({ projectId: orders.id, clusterIds: [db.id] })));`;
    const { exitCode, codes, errors } = await inline.preview(program("10.20.128.0/17", "us-east1"));
    assert.deepEqual([exitCode, codes], [32, ["NET011", "PEER018", "STACK006", "VER005"]]);
    assert.match(errors.at(-1), /^eventstorecloud-planner: 2 errors, 2 warnings in 7 resources/);
    const right = await inline.update(program("10.21.0.0/16", "us-east-1"));
    assert.deepEqual([right.exitCode, right.codes], [0, ["STACK006", "VER005"]], right.said);
    const stopped = await inline.update(`guard(); ${ORDERS} ${network(`region: ${late("us-east1")}`)}`);
    assert.deepEqual([stopped.exitCode, stopped.codes, stopped.registered], [32, ["NET011"], ["orders"]], stopped.said);
  });

  it("change nothing in the args that they are given", async () => {
    const { exitCode, said } = await update(`${ORDERS}
      const freeze = (value) => (Object.values(value).forEach((item) => Object.getPrototypeOf(Object(item)) === Object.prototype && freeze(item)), Object.freeze(value));
      const args = freeze({ projectId: orders.id, description: "issues", data: { sink: "Slack", source: "Issues", channelId: ${late("#operations")}, token: "xoxb-12345" } });
      const before = Object.entries(args.data);
      new esc.Integration("slack", planner.integration(args));
      setTimeout(() => require("node:assert").deepStrictEqual(Object.entries(args.data), before), 50);`);
    assert.equal(exitCode, 0, said);
  });

  it("work inside components, and name the line there", async () => {
    const program = (region) => `class Store extends pulumi.ComponentResource {
      constructor(name, args) {
        super("demo:index:Store", name);
        new esc.Network(
          \`\${name}-net\`,
          planner.network(valid.network(args)), { parent: this });
      }
    }
    ${ORDERS} new Store("store", { projectId: orders.id, region: ${region} });`;
    const { errors, registered } = await update(program(late("us-east1")));
    assert.match(errors[0], /^Network "net" has 1 error \(index\.js:7:19\)/);
    assert.deepEqual(registered, ["orders", "store"]);
    const { registrations } = await update(program(late("us-east-1")));
    assert.equal(shortUrn(registrations.find(({ name }) => name === "store-net").parent), "store");
  });

  it("refuse options that cannot be used without a stack", async () => {
    const { exitCode, errors } = await preview('planner.network(valid.network(), { profile: "stric" });');
    assert.deepEqual([exitCode, errors.length], [32, 1]);
    assert.match(errors[0], /^options\.profile: .*`strict`\? \(index\.js:2:9\)$/);
  });

  it("work under mocks", async () => {
    const { status, stdout, stderr } = await alone(
      `(async () => {
      const seen = [];
      const newResource = ({ name, inputs }) => (seen.push([name, inputs.region]), { id: name + "-id", state: inputs });
      await pulumi.runtime.setMocks({ newResource, call: () => ({}) });
      ${ORDERS}
      const right = new esc.Network("right", planner.network(valid.network({ projectId: orders.id, resourceProvider: "azure", region: ${late("East US")} })));
      await new Promise((resolve) => right.id.apply(resolve));
      console.log(JSON.stringify(seen));
      const wrong = planner.network(valid.network({ projectId: orders.id, region: ${late("us-east1")} }));
      for (const promise of [wrong.region, wrong.projectId].flatMap((one) => [one.isKnown, one.isSecret, one.allResources()])) promise.catch(() => undefined);
      await Promise.allSettled([wrong.region.promise(), wrong.projectId.promise()]).then((all) => console.log(all.map(({ reason }) => reason.name).join()));
    })();`,
    );
    assert.deepEqual(
      [status, stdout, stderr],
      [0, '[["orders",null],["right","eastus"]]\nValidationError,ValidationError\n', ""],
    );
  });
});
