// What Pulumi prints of real programs: the published one, its corrected form, and one with all that a program may have.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, it } from "node:test";
import { inFolder, run } from "./support/run.mjs";
import { UNKNOWN } from "../pulumi/engine/index.mjs";
import { previewOf, runFiles, stackOf } from "./support/pulumi.mjs";

const example = (name) => readFileSync(new URL(`../../ts-examples/${name}`, import.meta.url), "utf8");

/** A component, secrets, a provider of its own, a reference that waits, and mistakes in each of them. */
const EVERYTHING = `import * as pulumi from "@pulumi/pulumi";
import * as esc from "@eventstore/pulumi-eventstorecloud";

const config = new pulumi.Config();
const eu = new esc.Provider("eu", {
    organizationId: "bt77lfqrh41uaatmh200", token: config.requireSecret("euToken"), clientId: "", identityProviderUrl: "",
    tokenStore: "/tmp/tokens", url: "http://api.eventstore.cloud",
});

class Site extends pulumi.ComponentResource {
    readonly network: esc.Network;
    constructor(name: string, projectId: pulumi.Input<string>, cidrBlock: string, opts?: pulumi.ComponentResourceOptions) {
        super("shop:cloud:Site", name, {}, opts);
        this.network = new esc.Network(\`\${name}-net\`, {
            projectId, name, resourceProvider: "aws", region: "us-east-1", cidrBlock,
        }, { parent: this });
        new esc.Peering(\`\${name}-apps\`, {
            projectId, networkId: this.network.id, name, peerResourceProvider: "aws", peerNetworkRegion: "us-east-1",
            peerAccountId: "012345678901", peerNetworkId: "vpc-0a1b2c3d4e5f67890", routes: ["172.20.0.0/16"],
        }, { parent: this });
        this.registerOutputs({ networkId: this.network.id });
    }
}

const project = new esc.Project("orders", { name: "orders" }, { provider: eu });
const one = new Site("one", project.id, "10.20.0.0/16", { providers: { eventstorecloud: eu } });
const two = new Site("two", project.id, "10.20.128.0/17");
const cluster = (name: string, networkId: pulumi.Input<string>) => new esc.ManagedCluster(name, {
    projectId: project.id, networkId, name, topology: "single-node", instanceType: "F1",
    diskSize: 16, diskType: "gp3", diskIops: 3000, diskThroughput: 125, serverVersion: "26.0",
});
const dbs = [cluster("db-one", one.network.id), cluster("db-two", two.network.id)];
new esc.ScheduledBackup("nightly", {
    projectId: project.id, sourceClusterId: dbs[0].id, description: "nightly", backupDescription: "nightly {cluster} {datetime:RFC3339}",
    schedule: "0 2 * * 8", maxBackupCount: 7,
}, { dependsOn: dbs });
new esc.Integration("chat", {
    projectId: project.id, description: "chat", data: { sink: "slak", source: "issues", channelId: "C0123456789", token: config.requireSecret("chatToken") },
});
export const address = dbs[0].dnsName;
`;

const SETTINGS = {
  "eventstorecloud:organizationId": "bt77lfqrh41uaatmh200",
  "eventstorecloud:token": "SEKRET-of-the-stack",
};
const OWN = { "shop:euToken": "SEKRET-of-the-provider", "shop:chatToken": "SEKRET-of-the-chat" };

/**
 * The programs, with the codes that `check` has for them, and the exit code. In a stack, what the service would not create
 * exists: `inStack` says what is different there.
 */
const PROGRAMS = {
  published: {
    // As far as it runs at all: its package was never published, and the constructor of the backup wants one more
    // property.
    files: {
      "index.ts": example("published-program/index.ts")
        .replace("@pulumi/eventstorecloud", "@eventstore/pulumi-eventstorecloud")
        .replace('"Daily Backup",', '"Daily Backup", backupDescription: "daily",'),
    },
    codes: [
      "BAK002 my-backup schedule",
      "CLU006 my-cluster diskType",
      "NET005 my-network cidrBlock",
      "NET011 my-network region",
      "STACK004 my-network",
      "VER004 my-cluster serverVersion",
    ],
    status: 1,
    inStack: { CLU006: "CLU042", VER004: "VER005" },
  },
  corrected: { files: { "index.ts": example("published-program/corrected/index.ts") }, codes: [], status: 0 },
  everything: {
    files: { "index.ts": EVERYTHING },
    codes: [
      "BAK007 nightly schedule",
      "INT001 chat data.sink",
      "PEER018 two-apps networkId",
      "PRV013 eu url",
      "STACK006 db-two",
    ],
    status: 1,
    inStack: { status: 0 },
  },
};

const printed = {};

before(async () => {
  const runs = Object.entries(PROGRAMS).flatMap(([name, { files }]) =>
    [true, false].map(async (preview) => {
      const settings = {
        preview,
        config: { ...SETTINGS, ...OWN },
        secretKeys: ["eventstorecloud:token", ...Object.keys(OWN)],
      };
      const seen = await runFiles(`cli-${name}-${preview ? "preview" : "up"}`, files, settings);
      if (preview) printed[`${name}.preview.json`] = previewOf(seen);
      else
        Object.assign(printed, {
          [`${name}.stack.json`]: stackOf(seen),
          [`${name}.stack-with-secrets.json`]: stackOf(seen, { showSecrets: true }),
        });
    }),
  );
  await Promise.all(runs);
});
describe("what Pulumi prints of a real program", () => {
  const inside = (work) =>
    inFolder(
      Object.fromEntries(Object.entries(printed).map(([name, value]) => [name, JSON.stringify(value, null, 4)])),
      work,
    );
  const codes = ({ files: [{ diagnostics }] }) =>
    diagnostics.map(({ code, resource, path }) => `${code} ${resource.name} ${path}`.trim()).sort();

  it("has secrets, and values that are not known yet", () => {
    const [preview, stack] = ["preview", "stack"].map((kind) => JSON.stringify(printed[`everything.${kind}.json`]));
    assert.ok(preview.includes('"token":"[secret]"') && preview.includes(`"projectId":"${UNKNOWN}"`));
    assert.ok(stack.includes('"ciphertext"') && !stack.includes(UNKNOWN) && !(preview + stack).includes("SEKRET"));
  });

  for (const [program, { codes: inPreview, status: ofPreview, inStack = {} }] of Object.entries(PROGRAMS)) {
    it(`${program}: check finds the same in a preview and in a stack, of a file and of standard input`, () =>
      inside((cwd) => {
        for (const kind of ["preview", "stack", "stack-with-secrets"]) {
          const name = `${program}.${kind}.json`;
          const isStack = kind !== "preview";
          const status = (isStack ? inStack.status : undefined) ?? ofPreview;
          const expected = isStack
            ? inPreview.map((line) => line.replace(/^\w+/, (code) => inStack[code] ?? code))
            : inPreview;
          expected.sort();
          const seen = run(["check", name, "--format", "json"], { cwd });
          assert.deepEqual([seen.status, seen.stderr, codes(JSON.parse(seen.stdout))], [status, "", expected], name);
          assert.equal(JSON.parse(seen.stdout).files[0].target, "eventstorecloud@0.2.20");
          const piped = run(["check", "-", "--format", "json"], { cwd, input: JSON.stringify(printed[name]) });
          assert.deepEqual(
            [piped.status, codes(JSON.parse(piped.stdout))],
            [status, expected],
            `${name} from standard input`,
          );
          assert.doesNotMatch(seen.stdout + run(["check", name, "--profile", "advice"], { cwd }).stdout, /SEKRET/);
        }
      }));
  }

  it("plan change lists what the program makes, and not the provider that Pulumi makes", () =>
    inside((cwd) => {
      for (const program of Object.keys(PROGRAMS)) {
        const { status, stdout } = run(["plan", "change", `${program}.preview.json`, "--json"], { cwd });
        const { steps, target } = JSON.parse(stdout);
        assert.equal(status, 0);
        assert.equal(target, "eventstorecloud@0.2.20");
        const made = printed[`${program}.preview.json`].steps
          .map(({ urn }) => urn.split("::").slice(-2))
          .filter(([type, name]) => /eventstorecloud/.test(type) && !name.startsWith("default_"));
        assert.deepEqual(
          steps.map(({ resource, action }) => `${action} ${resource.name}`).sort(),
          made.map(([, name]) => `create ${name}`).sort(),
        );
      }
    }));

  it("plan change compares two stacks", () =>
    inside((cwd) => {
      const { stdout } = run(["plan", "change", "published.stack.json", "corrected.stack.json", "--json"], { cwd });
      const actions = Object.fromEntries(
        JSON.parse(stdout).steps.map(({ resource, action }) => [resource.name, action]),
      );
      assert.deepEqual(actions, {
        "my-project": "none",
        "my-network": "replace",
        "my-peering": "create",
        "my-cluster": "replace",
        "my-backup": "replace",
      });
    }));
});
