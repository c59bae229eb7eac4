/** The stand-in for the SDK of kurrentcloud registers what its declarations say. The plugin's tests hold these. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

const require = createRequire(import.meta.url);
const pulumi = require("@pulumi/pulumi");

const registered = [];
await pulumi.runtime.setMocks({
  newResource(args) {
    registered.push(args);
    return { id: `${args.name}-id`, state: args.inputs };
  },
  call: ({ token, inputs }) => ({ ...inputs, id: token }),
});
const sdk = require("./stub-sdk/index.js");

const declarations = readFileSync(new URL("stub-sdk/index.d.ts", import.meta.url), "utf8");

/** The properties of an interface of the declarations: `{ name, required }`. */
function properties(name) {
  const [, body] = declarations.match(new RegExp(`interface ${name} \\{([^}]*)\\}`)) ?? [, ""];
  return [...body.matchAll(/(\w+)(\??):/g)].map(([, property, optional]) => ({
    name: property,
    required: optional === "",
  }));
}

const classes = [...declarations.matchAll(/interface (\w+)Inputs \{/g)].map(([, name]) => name);

/** What was registered last, once everything is. */
async function last(made) {
  await new Promise((resolve) => made.urn.apply(resolve));
  return registered.at(-1);
}

test("the declarations have ten kinds of resources and the provider", () => {
  assert.equal(classes.length, 11);
  assert.deepEqual(
    Object.keys(sdk).filter((name) => /^[A-Z]/.test(name)),
    classes,
  );
});

for (const name of classes) {
  test(`${name} registers all that may be written`, async () => {
    const inputs = properties(`${name}Inputs`);
    const args = Object.fromEntries(inputs.map((property) => [property.name, `value of ${property.name}`]));
    const { type, inputs: sent } = await last(new sdk[name]("all", args));
    const module = name[0].toLowerCase() + name.slice(1);
    assert.equal(type, name === "Provider" ? "pulumi:providers:kurrentcloud" : `kurrentcloud:index/${module}:${name}`);
    assert.deepEqual(Object.keys(sent).sort(), inputs.map((property) => property.name).sort());
  });

  for (const { name: missing } of properties(`${name}Inputs`).filter(({ required }) => required)) {
    test(`${name} needs ${missing}`, () => {
      const others = properties(`${name}Inputs`).filter((property) => property.name !== missing);
      const args = Object.fromEntries(others.map((property) => [property.name, "value"]));
      assert.throws(() => new sdk[name]("less", args), { message: `Missing required property '${missing}'` });
    });
  }
}

test("a cluster that is read has its outputs as state", async () => {
  const { id, inputs } = await last(sdk.ManagedCluster.get("read", "an-id", { dnsName: "x", name: "db" }));
  assert.equal(id, "an-id");
  assert.deepEqual(inputs, { dnsName: "x", name: "db" });
});

test("secrets are registered as secrets", async () => {
  const args = { projectId: "p", description: "d", clusterIds: [], groupName: "g", region: "r", accessKeyId: "key" };
  const logs = new sdk.AWSCloudWatchLogsIntegration("logs", args);
  assert.equal(await pulumi.isSecret(logs.accessKeyId), true);
  assert.equal(await pulumi.isSecret(logs.region), false);
});

test("lookups ask for what they are given", async () => {
  const found = await sdk.getNetwork({ name: "net", projectId: "p" });
  assert.deepEqual(found, { id: "kurrentcloud:index/getNetwork:getNetwork", name: "net", projectId: "p" });
});
