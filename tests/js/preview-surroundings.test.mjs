// What is around the resources of a program, in what Pulumi prints: what it only reads, and the providers that it uses.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { planner } from "./support/bad.mjs";
import { fromPreview, fromStack, urn } from "./support/translators.mjs";

const { check, planPreview } = planner;

const [NETWORK, CLUSTER, PROJECT] = ["network:Network", "managedCluster:ManagedCluster", "project:Project"];
const [ID, ITS_PROJECT] = ["c2bq5k5o4t0gqrkt0040", "c2bq5k5o4t0gqrkt0030"];
const TOKEN = `eventstorecloud:index/${NETWORK}`;
/** What Pulumi writes for a value that is not known yet. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "hush" };

const BLOCK = { projectId: ITS_PROJECT, resourceProvider: "gcp", region: "us-east1", cidrBlock: "10.90.0.0/16" };
const inPreview = (op, type, name, newState, oldState) => ({
  ...{ op, urn: urn(type, name) },
  ...(newState && { newState: { urn: urn(type, name), ...newState } }),
  ...(oldState && { oldState: { urn: urn(type, name), ...oldState } }),
});
const read = (name, state, old) =>
  inPreview("read", NETWORK, name, { id: ID, external: true, ...state }, old && { external: true, ...old });
const created = (type, name, inputs, more) => inPreview("create", type, name, { inputs, ...more });
const db = (networkId) => created(CLUSTER, "db", { projectId: ITS_PROJECT, networkId });
const named = (document, wanted) => document.resources.find(({ name }) => name === wanted);

describe("what is only read", () => {
  it("is in the document with its values, and others refer to it", () => {
    const { after, origins } = fromPreview({ steps: [read("existing", { inputs: BLOCK }), db(ID)] });
    assert.deepEqual(after.resources, [
      {
        ...{ kind: `eventstorecloud:index/${CLUSTER}`, name: "db", dependsOn: [] },
        args: { projectId: ITS_PROJECT, networkId: { ref: "existing" } },
      },
      { kind: TOKEN, name: "existing", args: BLOCK, dependsOn: [], state: ["read"] },
    ]);
    assert.deepEqual(origins[1].resource, ["steps", 0, "newState"]);
  });

  it("has what the service has answered, now or in the last run, rather than what it is looked up by", () => {
    const args = (state, old) => named(fromPreview({ steps: [read("it", state, old)] }).after, "it").args;
    const [looked, last, now] = ["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16"].map((cidrBlock) => ({ cidrBlock }));
    assert.deepEqual(args({}), {});
    assert.deepEqual(args({ inputs: looked }), looked);
    assert.deepEqual(args({ inputs: looked }, { id: ID, outputs: { id: ID, ...last } }), last);
    assert.deepEqual(args({ inputs: looked, outputs: { id: ID, ...now } }, { id: ID, outputs: last }), now);
    // What was another one then says nothing.
    assert.deepEqual(args({ inputs: looked }, { id: "c2bq5k5o4t0gqrkt0041", outputs: last }), looked);
    assert.deepEqual(args({ inputs: { region: UNKNOWN } }), { region: { unknown: true } });
  });

  it("has the id by which it is looked up, and the one that the service gives it", () => {
    const networkId = (id, state, old) =>
      named(fromPreview({ steps: [read("it", state, old), db(id)] }).after, "db").args.networkId;
    const whole = `${ITS_PROJECT}:${ID}`;
    assert.deepEqual(networkId(ID, { id: whole }), { ref: "it" });
    assert.deepEqual(networkId(whole, { id: whole }), { ref: "it" });
    assert.deepEqual(networkId(ID, { id: whole }, { id: ID }), { ref: "it" });
    assert.deepEqual(networkId("c2bq5k5o4t0gqrkt0041", { id: whole }), "c2bq5k5o4t0gqrkt0041");
  });

  it("is there once, and not where the program manages it or nobody knows which it is", () => {
    const names = (...steps) => fromPreview({ steps }).after.resources.map(({ name }) => name);
    assert.deepEqual(names(read("one", {}), read("two", {})), ["one"]);
    assert.deepEqual(names(read("one", { id: UNKNOWN }), read("two", { id: "" })), []);
    const own = inPreview("same", NETWORK, "own", { id: ID, inputs: BLOCK }, { id: ID, inputs: BLOCK });
    assert.deepEqual(names(read("one", {}), own), ["own"]);
    assert.deepEqual(named(fromPreview({ steps: [read("one", {}), own, db(ID)] }).after, "db").args.networkId, {
      ref: "own",
    });
    // What others manage is theirs, also where it is read.
    const bucket = { op: "read", urn: "urn:pulumi:prod::orders::aws:s3/bucket:Bucket::logs" };
    assert.deepEqual(names({ ...bucket, newState: { id: "logs", external: true } }), []);
    assert.deepEqual(names(read("own", { id: "c2bq5k5o4t0gqrkt0041" }), own), ["own", urn(NETWORK, "own")]);
  });

  it("is judged with what refers to it, neither reported nor counted itself", () => {
    const wrong = { ...BLOCK, projectId: " ", cidrBlock: "10.90.0.0/8", region: "us east" };
    const { after } = fromPreview({ steps: [read("existing", { inputs: wrong }), db(ID)] });
    const { diagnostics, counts } = check(after);
    assert.ok(diagnostics.length > 0);
    assert.deepEqual([...new Set(diagnostics.map(({ resource }) => resource.name))], ["db"]);
    assert.equal(counts.resources, 1);
  });

  it("does not change the plan", () => {
    const old = { id: ID, outputs: { id: ID, ...BLOCK } };
    const inputs = (networkId) => ({ id: "c2bq5k5o4t0gqrkt0050", inputs: { projectId: ITS_PROJECT, networkId } });
    const replaced = inPreview("replace", CLUSTER, "db", inputs(ID), inputs("c2bq5k5o4t0gqrkt0041"));
    const { steps, deferred } = planPreview({ steps: [read("existing", {}, old), replaced] });
    assert.deepEqual(
      steps.map(({ resource, action, properties }) => [resource.name, action, properties.map(({ path }) => path)]),
      [
        ["db", "replace", ["networkId"]],
        ["existing", "read", []],
      ],
    );
    assert.deepEqual(deferred, []);
    const { before, plan } = fromPreview({ steps: [read("existing", {}, old), replaced] });
    for (const document of [before, plan.after])
      assert.deepEqual(
        document.resources.map(({ name }) => name),
        ["db"],
      );
  });

  it("is in a stack with what the service has answered", () => {
    const state = (type, name, more) => ({ urn: urn(type, name), ...more });
    const resources = [
      state(NETWORK, "existing", { id: ID, external: true, inputs: {}, outputs: { id: ID, ...BLOCK } }),
      state(NETWORK, "gone", { id: "c2bq5k5o4t0gqrkt0041", external: true, delete: true }),
      state(CLUSTER, "db", { id: "c2bq5k5o4t0gqrkt0050", inputs: { networkId: ID } }),
    ];
    const { after } = fromStack({ version: 3, deployment: { resources } });
    assert.deepEqual(
      after.resources.map(({ name }) => name),
      ["db", "existing"],
    );
    assert.deepEqual(named(after, "existing"), {
      ...{ kind: TOKEN, name: "existing", args: BLOCK, dependsOn: [], state: ["read"] },
    });
    assert.deepEqual(named(after, "db").args, { networkId: { ref: "existing" } });
  });

  it("has its secrets where they are written", () => {
    const outputs = { ...BLOCK, region: SECRET };
    const { after, secrets } = fromPreview({ steps: [read("existing", { inputs: { name: SECRET }, outputs })] });
    assert.deepEqual(named(after, "existing").args.region, { secret: true });
    assert.deepEqual(secrets(), [
      ["steps", 0, "newState", "inputs", "name"],
      ["steps", 0, "newState", "outputs", "region"],
    ]);
  });
});

describe("the provider of a resource", () => {
  const provider = (name) => `urn:pulumi:prod::orders::pulumi:providers:eventstorecloud::${name}`;
  const made = (name, organizationId) => ({
    ...{ op: "create", urn: provider(name) },
    newState: { urn: provider(name), inputs: { organizationId } },
  });
  const project = (more) => created(PROJECT, "orders", { name: "orders" }, more);
  const using = (of, id = UNKNOWN) => ({ provider: `${provider(of)}::${id}` });
  const providerOf = (...steps) => named(fromPreview({ steps }).after, "orders").provider;

  it("is named where it is one of the program", () => {
    assert.equal(providerOf(made("ours"), project(using("ours"))), "ours");
    assert.equal(providerOf(made("ours"), project(using("ours", "an-id"))), "ours");
    assert.equal(providerOf(made("a::b"), project(using("a::b"))), "a::b");
  });

  it("is not named where it is the default one", () => {
    assert.equal(providerOf(project({})), undefined);
    for (const name of ["default", "default_0_2_20"])
      assert.equal(providerOf(made(name), project(using(name))), undefined);
  });

  it("is unknown where the preview does not list it", () => {
    assert.deepEqual(providerOf(project(using("ours"))), { unknown: true });
  });

  it("is that of a stack, too", () => {
    const resources = [made("ours").newState, { ...project(using("ours")).newState, id: ITS_PROJECT }];
    const { after } = fromStack({ version: 3, deployment: { resources } });
    assert.equal(named(after, "orders").provider, "ours");
  });

  it("makes an empty configuration known, which matters beside it", () => {
    const configuration = (...steps) => fromPreview({ steps }).after.configuration;
    assert.equal(configuration(project({})), undefined);
    assert.equal(configuration(made("default"), project(using("default"))), undefined);
    assert.deepEqual(configuration(made("ours"), project({})), {});
  });

  it("is an error where it has another organisation, and where nothing sets it up", () => {
    const network = (name, more) => {
      const inputs = { ...BLOCK, name, projectId: UNKNOWN };
      return created(NETWORK, name, inputs, { ...more, propertyDependencies: { projectId: [urn(PROJECT, "orders")] } });
    };
    const steps = [
      ...[made("ours", "bt77lfqrh41uaatmh200"), made("theirs", "bt77lfqrh41uaatmh201"), made("default")],
      ...[project(using("ours")), network("fits", using("ours"))],
      ...[network("forgotten", using("default")), network("foreign", using("theirs"))],
    ];
    const found = (preview) =>
      check(fromPreview(preview).after)
        .diagnostics.filter(({ code }) => code.startsWith("PGM"))
        .map(({ code, severity, resource, path }) => [code, severity, resource.name, path].join(" "));
    const foreign = "PGM003 error foreign projectId";
    assert.deepEqual(found({ steps }), ["PGM004 error forgotten projectId", foreign]);
    const config = (id) => ({ "eventstorecloud:organizationId": id });
    assert.deepEqual(found({ steps, config: config("bt77lfqrh41uaatmh200") }), [foreign]);
    assert.deepEqual(found({ steps, config: config("[secret]") }), [foreign]);
  });
});
