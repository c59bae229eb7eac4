// The guard in real programs, run by Pulumi's own program runner over a stand-in for its engine: as they are made today,
// and in the thorough tests with every SDK, module format and TypeScript.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe } from "node:test";
import { fileURLToPath } from "node:url";
import { runProgram } from "./engine/index.mjs";
import { prepare, TRIED } from "./installs/index.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { codesIn } from "../support/codes.mjs";
import { expectedFailures } from "../support/expected-failures.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const example = (name) => readFileSync(join(root, "ts-examples", "published-program", name), "utf8");
const GUARD = 'import "eventstorecloud-planner/pulumi/guard";\n';

/**
 * The published program, guarded, with the provider package that exists. The compiler would refuse its last resource.
 */
const PUBLISHED =
  GUARD +
  example("index.ts")
    .replace("@pulumi/eventstorecloud", "@eventstore/pulumi-eventstorecloud")
    .replace("const backup", "// @ts-ignore\nconst backup");
const CORRECTED = GUARD + example("corrected/index.ts");
/** A region that only an update knows, and it is wrong; the project and its neighbour are right. */
const LATER = `${GUARD}import * as esc from "@eventstore/pulumi-eventstorecloud";
const project = new esc.Project("orders", { name: "orders" });
const neighbour = new esc.Project("neighbour", { name: "neighbour" });
const region = project.id.apply(id => id === "orders-id" ? "us-east1" : "us-east-1");
const network = new esc.Network("net", { name: "net", projectId: project.id, region, cidrBlock: "10.20.0.0/16", resourceProvider: "aws" });
const other = new esc.Network("other", { name: "other", projectId: project.id, region: "eu-west-1", cidrBlock: "10.21.0.0/16", resourceProvider: "aws" });
`;
const CONFIG = { "eventstorecloud:organizationId": "bt77lfqrh41uaatmh200", "eventstorecloud:token": "token-MARKER" };

/** Runs a program as one of the variants. */
async function run(variant, name, program, options) {
  const { node, nodeArgs, projectFolder } = await prepare(variant);
  const folder = projectFolder(name, { "index.ts": program });
  return runProgram({ node, nodeArgs, folder, config: CONFIG, secretKeys: ["eventstorecloud:token"], ...options });
}

/** Messages of a severity. */
const messages = ({ logs }, severity) => logs.filter((log) => log.severity === severity).map(({ message }) => message);
const codesOf = (texts) => texts.flatMap(codesIn);
const registered = ({ registrations }) =>
  registrations
    .map(({ name }) => name)
    .filter((name) => name !== "demo-dev")
    .sort();
const everything = (outcome) => JSON.stringify([outcome.logs, outcome.stdout, outcome.stderr]);

describe("guard", { concurrency: 2 }, () => {
  for (const variant of TRIED) {
    describe(variant.name, { skip: variant.skip ?? false, concurrency: false }, () => {
      it("shows all problems of the published program in one preview, and fails", async () => {
        const outcome = await run(variant, "published", PUBLISHED, { preview: true });
        const errors = messages(outcome, "error");
        assert.deepEqual(
          codesOf(errors),
          ["NET005", "NET011", "CLU006", "VER004", "BAK012", "BAK002"],
          JSON.stringify(outcome),
        );
        assert.deepEqual(codesOf(messages(outcome, "warning")), ["STACK004"]);
        assert.match(
          errors[0],
          /^Network "my-network" has 2 errors \(index\.ts:\d+:\d+\)\n\nerror {2}NET005 {2}cidrBlock\n/,
        );
        assert.match(
          errors[0],
          /\n {2}fix: {2}region: "us-east-1"\n {2}page: (?:\.\.\/)*node_modules\/eventstorecloud-planner\/rules\/NET011\.md$/,
        );
        assert.match(errors.at(-1), /^eventstorecloud-planner: 6 errors, 1 warning in 4 resources/);
        assert.equal(outcome.exitCode, 32, "already reported");
        assert.doesNotMatch(everything(outcome), /\n\s+at |MARKER/, "no stack, no secret");
        // Nothing else changes: every resource has been registered.
        assert.deepEqual(registered(outcome), ["my-backup", "my-cluster", "my-network", "my-project"]);
      });

      it("lets the corrected program pass, in preview and update", async () => {
        for (const preview of [true, false]) {
          const outcome = await run(variant, "corrected", CORRECTED, { preview });
          assert.equal(outcome.exitCode, 0, JSON.stringify(outcome));
          assert.deepEqual(messages(outcome, "error").concat(messages(outcome, "warning")), []);
          assert.deepEqual(
            messages(outcome, "info").map((text) => text.split("\n")[0]),
            preview ? ["eventstorecloud-planner: no problems in 5 resources"] : [],
          );
          assert.deepEqual(registered(outcome), ["my-backup", "my-cluster", "my-network", "my-peering", "my-project"]);
        }
      });

      it("stops exactly the resource with a value that was not known in the preview", async () => {
        const preview = await run(variant, "later", LATER, { preview: true });
        assert.equal(preview.exitCode, 0, JSON.stringify(preview));
        assert.match(
          messages(preview, "info").join(),
          /no problems in 4 resources; 1 value not known yet and not checked/,
        );
        const update = await run(variant, "later", LATER, { preview: false });
        assert.equal(update.exitCode, 32, JSON.stringify(update));
        assert.deepEqual(registered(update), ["neighbour", "orders", "other"]);
        const errors = messages(update, "error");
        assert.equal(errors.length, 1, JSON.stringify(errors));
        assert.match(
          errors[0],
          /^Network "net" has 1 error \(index\.ts:6:\d+\)\n\nerror {2}NET011 {2}region\n {2}`us-east1` is not how AWS spells a region\n/,
        );
        assert.doesNotMatch(everything(update), /\n\s+at |MARKER/);
      });
    });
  }
});
