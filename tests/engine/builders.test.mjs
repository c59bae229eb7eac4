// Builders in whole stacks: what they return is what arrives at the service, and nothing changes by itself afterwards.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { kept, STUB } from "./programs/index.mjs";
import { skip } from "./rig/engines.mjs";
import { stackOf } from "./rig/pulumi.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const PROGRAM = readFileSync(new URL("programs/builders.js", import.meta.url), "utf8");
const SECRETS = {
  "demo:token": "refresh-MARKER",
  "demo:account": "012345678901",
  "demo:slack": "xoxb-MARKER",
  "demo:key": "AKIAIOSFODNN7MARKER0",
  "demo:secretKey": "wJalrXUtnFEMIK7MDENGbPxRfiCYMARKERKEYAB0",
};
const KURRENT = { PACKAGE: "@kurrent/pulumi-kurrentcloud" };

const stackWith = (t, env) =>
  stackOf(t, { files: { "index.js": PROGRAM, ...(env.PACKAGE ? STUB : {}) }, secrets: SECRETS, env });

const changed = (changes) => ({ env: { CHANGES: JSON.stringify(changes) } });

/** The provider updates it in every run: what the service answers of its data is never what was sent. */
const ALWAYS = { slack: ["update"] };

const NAMES = ["apps", "db", "front", "logs", "metrics", "net", "nightly", "offices", "open", "orders", "slack"];

/** What the builders returned in the last update, with its secrets. */
async function builtBy(stack) {
  return JSON.parse(await stack.command("stack", "output", "--json", "--show-secrets")).built;
}

const lower = (text) => text?.toLowerCase();
/** What is left out must not be there. */
const only = (properties) => Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));

/** What the service has to have for args, by the kind that it calls them. */
const ARRIVED = {
  project: ({ name }) => ({ name }),
  network: ({ name, resourceProvider, region, cidrBlock, publicAccess = false }) =>
    only({ description: name, provider: resourceProvider, region, cidrBlock, publicAccess }),
  acl: ({ name, cidrBlocks }) => ({ description: name, cidrBlocks }),
  peering: ({ name, networkId, peerAccountId, peerNetworkId, peerNetworkRegion, routes }) => ({
    description: name,
    networkId,
    peerAccountId,
    peerNetworkId,
    peerNetworkRegion,
    routes,
  }),
  cluster: ({ name, networkId, instanceType, diskType, diskSize, topology, serverVersion, ...rest }) =>
    only({
      description: name,
      networkId,
      topology,
      serverVersion,
      instanceType: lower(instanceType),
      diskType: lower(diskType),
      diskSizeGb: diskSize,
      diskIops: rest.diskIops,
      diskThroughput: rest.diskThroughput,
      projectionLevel: lower(rest.projectionLevel) ?? "off",
      protected: rest.protected ?? false,
      publicAccess: rest.publicAccess ?? false,
      aclId: rest.aclId,
    }),
  job: ({ description, schedule, sourceClusterId, backupDescription, maxBackupCount }) => ({
    description,
    schedule,
    data: { clusterId: sourceClusterId, description: backupDescription, maxBackupCount },
  }),
  replicaset: ({ clusterId, replicaCount }) => ({ clusterId, replicaCount }),
};

/** Open values of integrations; the service shows no more than the end of a secret. */
function integration({ description, data, clusterIds, groupName, namespace, region }) {
  if (data === undefined) return { description, data: only({ clusterIds, groupName, namespace, region }) };
  const { token, ...open } = data;
  return { description, data: { ...open, tokenDisplay: `*******${token.slice(-4)}` } };
}

const KIND_OF = {
  apps: "peering",
  db: "cluster",
  front: "cluster",
  net: "network",
  nightly: "job",
  offices: "acl",
  open: "network",
  orders: "project",
  replicas: "replicaset",
};

/** Asserts that the service has what the builders returned. */
function assertArrived(service, { account, ...built }) {
  for (const [name, args] of Object.entries(built)) {
    const kind = KIND_OF[name] ?? "integration";
    const expected = (ARRIVED[kind] ?? integration)(args);
    const found = kept(service, kind).find(
      ({ description, name: called }) =>
        kind === "replicaset" || (called ?? description) === (args.name ?? args.description),
    );
    assert.ok(found, `${name} is not there`);
    assertHas(found, expected, name);
  }
}

function assertHas(found, expected, name) {
  for (const [key, value] of Object.entries(expected)) {
    if (key === "data") assertHas(found.data, value, name);
    else assert.deepEqual(found[key], value, `${name} ${key}`);
  }
  for (const key of ["cidrBlock", "aclId", "diskIops", "diskThroughput"])
    if (!(key in expected)) assert.ok(!found[key], `${name} ${key}`);
}

for (const BUILDERS of ["plain", "waiting"])
  describe(`a stack made by ${BUILDERS} builders`, { skip }, () => {
    it("lives from the first preview to the end", async (t) => {
      const stack = await stackWith(t, { BUILDERS });
      const preview = await stack.preview();
      assert.deepEqual([preview.exitCode, Object.keys(preview.operations).sort()], [0, NAMES], preview.said);
      assert.equal(stack.service.log.entries().length, 0, "a preview asks the service for nothing");

      const up = await stack.up();
      assert.deepEqual([up.exitCode, Object.keys(up.operations).sort()], [0, NAMES], up.said);
      const built = await builtBy(stack);
      assertArrived(stack.service, built);
      assertCompleted(built, BUILDERS);
      assert.doesNotMatch(preview.said + up.said, /MARKER/);
      await assertSecret(stack, { db: ["serverVersion"], offices: ["name"], apps: ["peerAccountId"] });

      assert.deepEqual((await stack.preview()).operations, ALWAYS);

      const inPlace = changed({
        orders: { name: "more-orders" },
        db: { diskSize: { late: 2000 }, instanceType: "m64" },
        offices: { cidrBlocks: [{ address: "9.9.7.0/24" }] },
      });
      const update = await stack.up(inPlace);
      const updated = { ...ALWAYS, db: ["update"], offices: ["update"], orders: ["update"] };
      assert.deepEqual([update.exitCode, update.operations], [0, updated], update.said);
      assertArrived(stack.service, await builtBy(stack));

      const { refreshed, after } = { refreshed: await stack.refresh(), after: await stack.preview(inPlace) };
      assert.deepEqual([refreshed.exitCode, after.operations], [0, ALWAYS]);

      const { id } = kept(stack.service, "cluster").find(({ description }) => description === "db");
      const replacing = await stack.up(changed({ db: { topology: "single-node", instanceType: "m8" } }));
      assert.equal(replacing.exitCode, 0, replacing.said);
      assert.ok(replacing.operations.db.includes("replace"));
      assert.ok(kept(stack.service, "cluster").every((cluster) => cluster.id !== id));
      assertArrived(stack.service, await builtBy(stack));

      assert.equal((await stack.destroy()).exitCode, 0);
      assert.deepEqual(
        NAMES.flatMap((name) => kept(stack.service, KIND_OF[name] ?? "integration")),
        [],
      );
    });

    it("lives from the first preview to the end with the newer package", async (t) => {
      const stack = await stackWith(t, { BUILDERS, ...KURRENT });
      const preview = await stack.preview();
      assert.deepEqual([preview.exitCode, Object.keys(preview.operations).sort()], [0, [...NAMES, "replicas"].sort()]);
      const up = await stack.up();
      assert.equal(up.exitCode, 0, up.said);
      assertArrived(stack.service, await builtBy(stack));
      assert.deepEqual((await stack.preview()).operations, ALWAYS);
      const update = await stack.up(changed({ replicas: { replicaCount: 1 } }));
      assert.deepEqual(update.operations, { ...ALWAYS, replicas: ["update"] }, update.said);
      assertArrived(stack.service, await builtBy(stack));
      assert.equal((await stack.destroy()).exitCode, 0);
    });

    it("is what the provider's own defaults make", async (t) => {
      // Written out where the provider has no default, and spelled as the builders do.
      const CHANGES = JSON.stringify({
        open: { region: "eastus" },
        offices: { cidrBlocks: [{ address: "9.9.9.9/32" }, { address: "9.9.8.0/24", comment: "lab" }] },
        db: { diskIops: 3000, diskThroughput: 125 },
        nightly: { schedule: "0 0 * * *", backupDescription: "{cluster} nightly {datetime:rfc3339}" },
      });
      const stack = await stackWith(t, { BUILDERS: "none", CHANGES });
      const up = await stack.up();
      assert.equal(up.exitCode, 0, up.said);
      const preview = await stack.preview({ env: { BUILDERS } });
      assert.deepEqual([preview.exitCode, preview.operations], [0, ALWAYS], preview.said);
    });
  });

/** Values that were not written, or in another spelling. Those that come late are up to builders that wait. */
function assertCompleted({ account, offices, db, front, nightly, open }, builders) {
  assert.equal(account.clientId, "");
  assert.equal(open.region, "eastus");
  assert.deepEqual(offices.cidrBlocks[0], { address: "9.9.9.9/32", comment: "" });
  assert.deepEqual([db.instanceType, db.diskIops, db.diskThroughput], ["M32", 3000, 125]);
  assert.equal(db.projectionLevel, builders === "waiting" ? "system" : "System");
  assert.equal(front.diskType, "premium-ssd-lrs");
  assert.deepEqual(
    [nightly.schedule, nightly.backupDescription],
    ["0 0 * * *", "{cluster} nightly {datetime:rfc3339}"],
  );
}

/** How the engine marks what is secret. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** Asserts that these properties are secret in the state, and that secrets of the configuration are. */
async function assertSecret(stack, expected) {
  const state = await stack.export();
  const inputs = Object.fromEntries(
    state.deployment.resources.map(({ urn, inputs }) => [urn.split("::").at(-1), inputs]),
  );
  for (const [name, properties] of Object.entries(expected))
    for (const property of properties) assert.ok(inputs[name][property]?.[SIGNATURE], `${name} ${property}`);
  // A builder that waits knows `data` only as a whole.
  assert.ok((inputs.slack.data.token ?? inputs.slack.data)[SIGNATURE]);
  assert.ok(inputs.logs.accessKeyId[SIGNATURE] && inputs.account.token[SIGNATURE]);
  assert.doesNotMatch(JSON.stringify(state), /MARKER/);
}
