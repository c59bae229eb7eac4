// The guard's options, and programs that make it hard for it: with transforms of their own, that fail, that call it
// late.
import assert from "node:assert/strict";
import { describe } from "node:test";

import { alone, inline, preview, skip, skipInOldest, update } from "./programs/index.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { expectedFailures } from "../support/expected-failures.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const NO_TRANSFORMS = skipInOldest("this SDK has no transforms");
const PRINTS = skipInOldest("this SDK prints on standard output what it rejects");
const BOTH_RUNS = [preview, update];
/** For what does not depend on how a program starts and ends. */
const INLINE = [inline.preview, inline.update];

/** A project with a network. */
const program = (region = "us-east-1") => `
  const orders = new esc.Project("orders", { name: "orders" });
  const net = new esc.Network("net", valid.network({ projectId: orders.id, region: "${region}" }));`;
const BAD = program("us-east1");
const CLUSTER = `const db = new esc.ManagedCluster("db", valid.cluster({ projectId: orders.id, networkId: net.id }));`;
/** For transforms: changes the properties of networks. */
const ofNetworks = (props) =>
  `({ type, props, opts }) => type.endsWith(":Network") ? { props: { ...props, ${props} }, opts } : undefined`;

/** The findings of a run that nothing stopped: nothing is an error, so nothing failed. */
function assertPassed({ exitCode, errors, codes, registered, said }, expected, names = ["net", "orders"]) {
  assert.deepEqual([exitCode, errors, codes, registered], [0, [], expected, names], said);
}

/** The findings of a run that failed with errors of the guard, each said once, and none of Pulumi's. */
function assertFailed({ exitCode, codes, errors, said }, expected) {
  assert.deepEqual([exitCode, codes], [32, expected], said);
  assert.doesNotMatch(errors.join("\n"), /\n\s+at /, "no stack");
}

describe("guard, options", { concurrency: 2, skip }, () => {
  it("shows errors that are turned into warnings or advice at those levels, and stops nothing", async () => {
    for (const run of INLINE) {
      const [off, warning, info] = await Promise.all(
        ["off", "warning", "info"].map((level) => run(`guard({ severity: { NET011: "${level}" } }); ${BAD}`)),
      );
      assertPassed(off, []);
      assertPassed(warning, ["NET011"]);
      assert.match(warning.warnings.join(), /^Network "net" has 1 warning .*\n\nwarning {2}NET011/);
      assertPassed(info, ["NET011"]);
      assert.match(info.infos[0], /^Network "net" has 1 suggestion .*\n\ninfo {2}NET011/);
    }
  });

  it("fails for a warning that is turned into an error, also where nothing could be stopped in time", async () => {
    // The trap: errors that are only logged leave the exit code at 0, and every pipeline green.
    for (const run of BOTH_RUNS)
      assertFailed(await run(`guard({ severity: { STACK006: "error", STACK004: "off" } }); ${program()} ${CLUSTER}`), [
        "STACK006",
      ]);
  });

  it("gives advice when it is asked for", async () => {
    const { exitCode, errors, infos } = await inline.preview(`guard({ profile: "advice" }); ${program()}`);
    assert.deepEqual([exitCode, errors], [0, []]);
    assert.match(infos.join("\n"), /^info {2}STACK005/m);
  });

  it("knows what the program is for", async () => {
    const unprotected =
      `${program()} new esc.ManagedCluster("db", valid.cluster({ projectId: orders.id, networkId: net.id, ` +
      "protected: false }));";
    const [production, default_] = await Promise.all(
      ['{ environment: "production" }', ""].map((options) => inline.preview(`guard(${options}); ${unprotected}`)),
    );
    assert.deepEqual(
      production.codes.filter((code) => !default_.codes.includes(code)),
      ["CLU033"],
    );
  });

  it("takes additions to the catalogue, and says so", async () => {
    const additions = '{ catalogue: { regions: [{ cloud: "aws", id: "eu-south-7" }] } }';
    const outcome = await inline.preview(`guard(${additions}); ${program("eu-south-7")}`);
    assertPassed(outcome, []);
    assert.match(outcome.infos[0], /1 addition of yours/);
    assert.notEqual((await inline.preview(`guard(); ${program("eu-south-7")}`)).codes.length, 0);
  });

  it("checks for the package in use, or for the one that it is told", async () => {
    const [own, told] = await Promise.all(
      ["", '{ target: "eventstorecloud@0.2.10" }'].map((options) => inline.preview(`guard(${options}); ${program()}`)),
    );
    assert.match(own.infos[0], /checked for eventstorecloud@0\.2\.20/);
    assert.match(told.said, /checked for eventstorecloud@0\.2\.10/);
  });

  it("hands over every diagnostic once", { skip: PRINTS }, async () => {
    for (const run of INLINE) {
      const outcome =
        await run(`guard({ onDiagnostic: ({ code, resource }) => console.log(code, resource.name) }); ${BAD}
        const away = new esc.Network("away", valid.network({ name: "away", projectId: orders.id, cidrBlock: "10.30.0.0/16" }));
        new esc.ManagedCluster("db", valid.cluster({ projectId: orders.id, networkId: away.id }));`);
      assert.deepEqual(
        outcome.stdout.trim().split("\n").sort(),
        ["NET011 net", "STACK004 away", "STACK006 db"],
        outcome.said,
      );
      assert.deepEqual(outcome.codes, ["NET011", "STACK004", "STACK006"]);
    }
  });

  it("takes the options of the last call, and says everything once", async () => {
    for (const run of BOTH_RUNS) {
      assertPassed(await run(`guard(); guard({ severity: { NET011: "off" } }); ${BAD}`), []);
      const { errors, codes } = await run(`guard(); guard(); require("eventstorecloud-planner/pulumi/guard"); ${BAD}`);
      assert.deepEqual([codes, errors.filter((text) => text.startsWith("Network")).length], [["NET011"], 1]);
    }
  });

  it("says where a diagnostic is edited: at the outermost call, with the calls on the way", {
    skip: PRINTS,
  }, async () => {
    for (const run of BOTH_RUNS) {
      const { stdout, errors } =
        await run(`guard({ onDiagnostic: ({ location }) => console.log(JSON.stringify(location)) });
        const orders = new esc.Project("orders", { name: "orders" });
        const inRegion = (region) =>
          new esc.Network("net", valid.network({ projectId: orders.id, region }));
        inRegion("us-east1");`);
      assert.match(errors[0], /^Network "net" has 1 error \(index\.js:5:11\)/);
      assert.deepEqual(JSON.parse(stdout), {
        file: "index.js",
        start: { line: 6, column: 9 },
        via: [{ file: "index.js", start: { line: 5, column: 11 } }],
      });
    }
  });

  it("refuses options that cannot be used with one clear message, before anything is made", async () => {
    const { exitCode, errors, registered, said } = await preview(`guard({ profile: "stric" }); ${BAD}`);
    assert.deepEqual([exitCode, errors.length, registered], [32, 1, []], said);
    assert.match(errors[0], /^options\.profile: .*`strict`\? \(index\.js:2:1\)$/);
  });

  it("says which option cannot be used", async () => {
    const invalid = ['{ profile: "stric" }', "{ severty: {} }", '{ onDiagnostic: "log" }', '"advice"', "null"];
    const { stdout } = await inline.preview(
      `for (const options of [${invalid}]) try { guard(options); } catch ({ name, path }) { console.log(name, path); }`,
    );
    const paths = ["options.profile", "options.severty", "options.onDiagnostic", "options", "options"];
    assert.deepEqual(stdout, paths.map((path) => `InputError ${path}\n`).join(""));
  });
});

describe("guard, programs that make it hard", { concurrency: 2, skip }, () => {
  it("sees resources that were made before it was called, by the engine", { skip: NO_TRANSFORMS }, async () => {
    const [shown, stopped, right] = await Promise.all([
      preview(`${BAD} guard();`),
      update(`${BAD} guard();`),
      update(`${program()} guard();`),
    ]);
    assertFailed(shown, ["NET011"]);
    assert.deepEqual([stopped.exitCode, stopped.codes, stopped.registered], [32, ["NET011"], ["orders"]], stopped.said);
    // The engine has ids as plain text, wherever they come from: none of them is taken for one that was written so.
    assertPassed(right, []);
  });

  it("works with an engine that knows no transforms", async () => {
    assertFailed(await inline.preview(`guard(); ${BAD}`, { transforms: false }), ["NET011"]);
    const stopped = await inline.update(`guard(); ${BAD}`, { transforms: false });
    assertFailed(stopped, ["NET011"]);
    assert.deepEqual(stopped.registered, ["orders"]);
  });

  it("judges what transformations make of a resource, also those that are registered later", async () => {
    const transformed = (change, made) =>
      `guard(); pulumi.runtime.registerStackTransformation(${ofNetworks(change)}); ${made}`;
    for (const run of BOTH_RUNS) {
      assertPassed(await run(transformed('region: "us-east-1"', BAD)), []);
      const broken = await run(transformed('region: pulumi.secret("MARKER-1")', program()));
      assertFailed(broken, ["NET011"]);
      assert.doesNotMatch(broken.said, /MARKER/);
      assert.equal(broken.registered.includes("net"), run === preview);
    }
  });

  it("shows transformations the values that the program wrote", async () => {
    const reads =
      `pulumi.runtime.registerStackTransformation(({ type, props }) => type.endsWith(":Network") && ` +
      "console.log(Object.values(props).map((value) => typeof value).join()));";
    const [shown, done] = await Promise.all(INLINE.map((run) => run(`guard(); ${reads} ${program()}`)));
    assert.equal(shown.stdout, done.stdout);
  });

  it("judges what the engine registers, after the program's transforms", { skip: NO_TRANSFORMS }, async () => {
    const transformed = (transform) =>
      `guard(); pulumi.runtime.registerResourceTransform(${transform}); ` +
      `${BAD.replace("region:", 'cidrBlock: "10.0.0.1/28", region:')}`;
    const changed = ofNetworks('region: "us-east-1", cidrBlock: "10.0.0.0/16"');
    const removed =
      `({ type, props: { cidrBlock, ...props }, opts }) => type.endsWith(":Network") ? { props: { ...props, ` +
      `region: "us-east-1", publicAccess: true }, opts } : undefined`;
    for (const run of BOTH_RUNS) {
      for (const transform of [changed, removed]) assertPassed(await run(transformed(transform)), []);
    }
  });

  it("judges what the program's transforms make of a resource, in whatever order the engine has them", {
    skip: NO_TRANSFORMS,
  }, async () => {
    const transformed = (region, made) =>
      `guard(); pulumi.runtime.registerResourceTransform(${ofNetworks(`region: "${region}"`)}); ${made}`;
    for (const run of INLINE) {
      for (const transformOrder of ["sent", "reversed"]) {
        assertPassed(await run(transformed("us-east-1", BAD), { transformOrder }), []);
        const { exitCode, codes, registered } = await run(transformed("us-east1", program()), { transformOrder });
        assert.deepEqual([exitCode, codes, registered.includes("net")], [32, ["NET011"], run === inline.preview]);
      }
    }
  });

  it("says once what it stops after the program's transforms, without stacks", { skip: NO_TRANSFORMS }, async () => {
    const spoilt = `guard(); pulumi.runtime.registerResourceTransform(${ofNetworks('region: "us-east1"')}); ${program()}`;
    const outcome = await update(spoilt);
    assertFailed(outcome, ["NET011"]);
    assert.equal(outcome.errors.filter((text) => text.includes("net")).length, 1, outcome.said);
  });

  it("says of values that cannot be sent what they are, and not what arrives", async () => {
    const { errors } = await inline.preview(
      `guard(); ${program()} ${CLUSTER.replace("networkId", "diskSize: 1000n, serverVersion: new Date(0), networkId")}`,
    );
    assert.match(errors[0], /`diskSize` must be plain data, not a `BigInt`/);
    assert.match(errors[0], /`serverVersion` must be plain data, not a `Date`/);
  });

  it("keeps the secrets of transforms", { skip: NO_TRANSFORMS }, async () => {
    for (const run of BOTH_RUNS) {
      const outcome = await run(
        `guard(); pulumi.runtime.registerResourceTransform(${ofNetworks('region: pulumi.secret("MARKER-1")')}); ` +
          `${program()}`,
      );
      assert.deepEqual(
        [outcome.exitCode, outcome.codes, outcome.registered.includes("net")],
        [32, ["NET011"], run === preview],
        outcome.said,
      );
      assert.doesNotMatch(outcome.said, /MARKER/);
    }
  });

  it("judges what a resource's own transforms, and those of its parent, make of it", {
    skip: NO_TRANSFORMS,
  }, async () => {
    const mend =
      `transforms: [({ type, props, opts }) => ({ props: type.endsWith(":Network") ? { ...props, region: ` +
      `"us-east-1" } : props, opts })]`;
    const parent =
      `guard(); const parent = new pulumi.ComponentResource("demo:index:Store", "store", {}, { ${mend} }); const ` +
      `orders = new esc.Project("orders", { name: "orders" });`;
    const network = (options) =>
      `new esc.Network("net", valid.network({ projectId: orders.id, region: "us-east1" }), { ${options} });`;
    for (const run of BOTH_RUNS) {
      assertPassed(await run(`${parent} ${network("parent")}`), [], ["net", "orders", "store"]);
      assertPassed(await run(`${parent} ${network(mend)}`), [], ["net", "orders", "store"]);
    }
  });

  it("shows what it has found when the program fails, and says nothing of what is missing", async () => {
    const { exitCode, codes, errors } = await preview(`guard(); ${BAD} throw new Error("out of order"); ${CLUSTER}`);
    assert.deepEqual([exitCode, codes], [32, ["NET011"]]);
    assert.match(errors[0], /out of order/);
    assert.match(errors.at(-1), /\nThe program stopped before its end: what comes after was not checked\.$/);
    const stopped = await preview(`guard(); ${program()} ${CLUSTER} throw new Error("out of order");`);
    assert.deepEqual([stopped.exitCode, stopped.codes], [32, []], "no backup, no peering: they may come after");
  });

  it("says nothing in a program that has none of its resources", async () => {
    const { exitCode, said } = await inline.preview(
      'guard(); new pulumi.ComponentResource("demo:index:Store", "store");',
    );
    assert.deepEqual([exitCode, said.trim()], [0, ""]);
  });

  it("does nothing under bare mocks", async () => {
    const { status, stdout, stderr } = await alone(
      `(async () => {
      const names = [];
      const newResource = ({ name, inputs }) => (names.push(name), { id: name, state: inputs });
      await pulumi.runtime.setMocks({ newResource, call: () => ({}) });
      guard(); ${BAD} guard({ profile: "advice" });
      await new Promise((resolve) => net.id.apply(resolve));
      console.log(names.join());
    })();`,
    );
    assert.deepEqual([status, stdout, stderr], [0, "orders,net\n", ""]);
  });

  it("says of three hundred resources the same in the same order", async () => {
    const many = `guard(); const orders = new esc.Project("orders", { name: "orders" });
      for (let i = 0; i < 100; i++) {
        const net = new esc.Network("net-" + i, valid.network({ name: "net-" + i, projectId: orders.id, cidrBlock: "10." + i + ".0.0/" + (i % 10 ? 16 : 28) }));
        const db = new esc.ManagedCluster("db-" + i, valid.cluster({ name: "db-" + i, projectId: orders.id, networkId: net.id, topology: i % 7 ? "single-node" : "two-node" }));
        new esc.ScheduledBackup("nightly-" + i, valid.backup({ projectId: orders.id, sourceClusterId: db.id }));
      }`;
    const [first, second] = await Promise.all([inline.preview(many), inline.preview(many)]);
    assert.equal(first.errors.length, 26, "of ten networks, of fifteen clusters, and the summary");
    assert.deepEqual([first.errors, first.warnings], [second.errors, second.warnings]);
  });
});
