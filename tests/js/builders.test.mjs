// The builders with real Pulumi values: what is checked, completed, normalised, passed through and refused.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import {
  InputError,
  ValidationError,
  managedCluster,
  network,
  project,
  scheduledBackup,
} from "eventstorecloud-planner";

const silent = { onDiagnostic: () => {} };
const cluster = (changes = {}) => ({
  projectId: "c2bq5k5o4t0gqrkt0030",
  networkId: "c2bq5k5o4t0gqrkt0040",
  topology: "three-node-multi-zone",
  instanceType: "M32",
  diskSize: 1000,
  diskType: "gp3",
  serverVersion: "26.0",
  ...changes,
});
const backup = (changes = {}) => ({
  projectId: "c2bq5k5o4t0gqrkt0030",
  sourceClusterId: "c2bq5k5o4t0gqrkt0050",
  description: "nightly",
  schedule: "0 2 * * *",
  maxBackupCount: 7,
  ...changes,
});
const net = (changes = {}) => ({
  projectId: "c2bq5k5o4t0gqrkt0030",
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.20.0.0/16",
  ...changes,
});

/** What a call throws. */
function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: "nothing was thrown" });
}

describe("builders", () => {
  before(() =>
    pulumi.runtime.setMocks({ newResource: () => ({ id: undefined, state: {} }), call: () => ({}) }, "p", "s", true),
  );

  it("return a new object with everything as it was, and do not change their argument", () => {
    const args = Object.freeze(net());
    const result = network(args);
    assert.notEqual(result, args);
    assert.deepEqual(result, net());
    assert.deepEqual(project(), {});
    assert.deepEqual(project({ name: "orders" }), { name: "orders" });
  });

  it("complete documented defaults", () => {
    assert.deepEqual(managedCluster(cluster()), cluster({ diskIops: 3000, diskThroughput: 125 }));
    assert.deepEqual(managedCluster(cluster({ diskIops: 4000 })), cluster({ diskIops: 4000, diskThroughput: 125 }));
    assert.deepEqual(
      managedCluster(cluster({ diskThroughput: 1000 })),
      cluster({ diskThroughput: 1000, diskIops: 4000 }),
    );
    assert.deepEqual(managedCluster(cluster({ diskType: "ssd" })), cluster({ diskType: "ssd" }));
    assert.equal(scheduledBackup(backup()).backupDescription, "{cluster} nightly {datetime:rfc3339}");
    assert.equal(
      scheduledBackup(backup({ description: "{x} y" }), silent).backupDescription,
      "{cluster} backup {datetime:rfc3339}",
    );
  });

  it("write one spelling for values that have several", () => {
    const azure = network(net({ resourceProvider: " Azure", region: "East US " }));
    assert.equal(azure.resourceProvider, "azure");
    assert.equal(azure.region, "eastus");
    const spelled = managedCluster(
      cluster({ topology: "Three-Node-Multi-Zone", instanceType: "m32", diskType: "GP3", projectionLevel: "OFF" }),
    );
    assert.deepEqual(spelled, cluster({ diskIops: 3000, diskThroughput: 125, projectionLevel: "off" }));
    for (const [written, schedule] of [
      ["@daily", "0 0 * * *"],
      ["@HOURLY", "0 */1 * * *"],
      ["@weekly", "0 0 * * 0"],
      [" 0  2 * * * ", "0 2 * * *"],
    ]) {
      assert.equal(scheduledBackup(backup({ schedule: written })).schedule, schedule);
    }
  });

  it("refuse what has no single meaning", () => {
    for (const [call, code] of [
      [() => managedCluster(cluster({ serverVersion: 24.1 })), "VER002"],
      [() => network(net({ region: "us-east1" })), "NET011"],
      [() => network(net({ cidrBlock: "10.20.0.1/16" })), "NET007"],
      [() => scheduledBackup(backup({ schedule: "@monthly" })), "BAK002"],
      [() => managedCluster(cluster({ diskType: "gp2" })), "CLU006"],
    ]) {
      const error = thrown(call);
      assert.ok(error instanceof ValidationError);
      assert.deepEqual(
        error.diagnostics.filter((d) => d.severity === "error").map((d) => d.code),
        [code],
      );
    }
  });

  it("pass Outputs, promises and secrets through untouched", () => {
    const values = {
      projectId: new (class extends pulumi.CustomResource {})("test:index:Thing", "thing", {}).id,
      networkId: pulumi.interpolate`${"a"}b`,
      topology: pulumi.output("no topology at all"),
      instanceType: Promise.resolve("no size at all"),
      diskType: pulumi.secret("no disk at all"),
      diskSize: pulumi.output(5),
      serverVersion: new pulumi.Config("p").getSecret("v") ?? pulumi.output("x"),
    };
    const result = managedCluster(values);
    for (const [key, value] of Object.entries(values)) assert.equal(result[key], value, key);
    assert.deepEqual(Object.keys(result), Object.keys(values), "nothing is completed while the disk type is unknown");
  });

  it("throw all errors at once, with the resource, the file and the line", () => {
    const call = () => managedCluster(cluster({ name: "orders-db", topology: "two-node", diskSize: 5, networkId: "" }));
    const error = thrown(call);
    assert.deepEqual(
      error.diagnostics.map(({ code, path }) => [code, path]),
      [
        ["CLU009", "diskSize"],
        ["CLU040", "networkId"],
        ["CLU001", "topology"],
      ],
    );
    assert.equal(error.name, "ValidationError");
    assert.equal(error.report.counts.errors, 3);
    assert.equal(error.__pulumiRunError, true);
    assert.match(
      error.message,
      /^ManagedCluster "orders-db" has 3 errors \(.*builders\.test\.mjs:\d+:\d+\)\n\nerror {2}CLU009 {2}diskSize\n/,
    );
    assert.match(thrown(() => network({}, { name: "logical" })).message, /^Network "logical" has 4 errors/);
  });

  it("name the nearest call that has a file, and leave the engine's limit of stacks as it was", () => {
    const limit = Error.stackTraceLimit;
    // The call right below the builder is the engine's own.
    const error = thrown(() => [undefined].reduce(network, {}));
    assert.match(error.message, /^Network has 4 errors \(.*builders\.test\.mjs:\d+:\d+\)/);
    assert.match(error.stack, /at Array\.reduce \(<anonymous>\)\n.*builders\.test\.mjs:\d+:\d+/);
    assert.equal(Error.stackTraceLimit, limit);
  });

  it("say where a diagnostic is edited: at the outermost call, with the calls on the way", () => {
    const inRegion = (region) => network(net({ region }));
    const error = thrown(() => inRegion("us-east1"));
    const { file, start, via } = error.diagnostics[0].location;
    assert.match(file, /builders\.test\.mjs$/);
    // From the test through `thrown` and its argument into `inRegion`, whose call is the one in the message.
    assert.equal(via.length, 3);
    assert.deepEqual([via[1].file, via[1].start.line], [file, start.line]);
    const { line, column } = via[2].start;
    assert.ok(error.message.includes(`(${via[2].file}:${line}:${column})`) && line === start.line - 1);
  });

  it("do not take the import of a module for a call", (t) => {
    const folder = mkdtempSync(join(tmpdir(), "location-"));
    t.after(() => rmSync(folder, { recursive: true }));
    const planner = JSON.stringify(createRequire(import.meta.url).resolve("eventstorecloud-planner"));
    writeFileSync(
      join(folder, "network.cjs"),
      `const { network } = require(${planner});\ntry {\n  network({ region: 5 });\n} catch (error) {\n` +
        "  console.log(JSON.stringify(error.diagnostics[0].location));\n}\n",
    );
    writeFileSync(join(folder, "main.cjs"), 'require("./network.cjs");\n');
    const said = execFileSync(process.execPath, ["main.cjs"], { cwd: folder, encoding: "utf8" });
    assert.deepEqual(JSON.parse(said), { file: "network.cjs", start: { line: 3, column: 3 } });
  });

  it("give warnings to onDiagnostic, or print them", (t) => {
    const seen = [];
    network(net({ region: "eu-south-1" }), { onDiagnostic: ({ code }) => seen.push(code) });
    assert.deepEqual(seen, ["NET014"]);
    const warn = t.mock.method(console, "warn", () => {});
    network(net({ region: "eu-south-1", name: "edge" }));
    assert.equal(warn.mock.callCount(), 1);
    assert.match(warn.mock.calls[0].arguments[0], /^warning {2}NET014 {2}Network edge region\n/);
  });

  it("take severities, environment and additions from the options", () => {
    const seen = [];
    const options = {
      environment: "production",
      severity: { CLU033: "error" },
      onDiagnostic: ({ code }) => seen.push(code),
    };
    assert.deepEqual(
      thrown(() => managedCluster(cluster(), options)).diagnostics.map((d) => d.code),
      ["CLU033"],
    );
    managedCluster(cluster({ serverVersion: "27.0" }), { catalogue: { serverVersions: ["27.0"] } });
    // The provider has a list of sizes of its own, which no addition changes.
    managedCluster(cluster({ instanceType: "M256" }), {
      catalogue: { instanceTypes: ["M256"] },
      onDiagnostic: ({ code, severity }) => seen.push(`${code} ${severity}`),
    });
    assert.ok(seen.includes("ARG006 warning"));
    assert.equal(network(net({ region: "us-east1" }), { severity: { NET011: "off" } }).region, "us-east1");
  });

  it("refuse options that cannot be used", () => {
    const error = thrown(() => network(net(), { profil: "strict" }));
    assert.ok(error instanceof InputError && error instanceof TypeError);
    assert.equal(error.path, "options.profil");
    assert.equal(error.message, "options.profil: unknown key; did you mean `profile`?");
  });
});
