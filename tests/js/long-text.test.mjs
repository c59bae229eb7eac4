// Text without end: whatever reads text takes time that grows with its length, not with its square. Nothing is measured:
// half a million characters take a moment in the one way, and far longer than the limit in the other.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { inFolder, run } from "../cli/support/run.mjs";
import { LONG, longTexts } from "./support/long-texts.mjs";

/** For all that is read in one process. */
const LIMIT_MS = 120_000;

/** A plan of Terraform, a preview of Pulumi and a document in which every text is this one. */
const FILES = {
  plan: (text) => ({
    format_version: "1.2",
    terraform_version: text,
    resource_changes: [
      {
        address: text,
        type: "eventstorecloud_network",
        name: text,
        provider_name: text,
        change: { actions: ["create"], after: { name: text } },
      },
    ],
    configuration: {
      provider_config: { a: { full_name: text, version_constraint: text } },
      root_module: {
        resources: [
          {
            address: text,
            type: "eventstorecloud_network",
            name: text,
            expressions: { project_id: { references: [text] } },
          },
        ],
      },
    },
  }),
  preview: (text) => ({
    config: { [text]: text },
    steps: [
      {
        op: "create",
        urn: `urn:pulumi:dev::p::eventstorecloud:index/network:Network::${text}`,
        newState: {
          type: "eventstorecloud:index/network:Network",
          inputs: { name: text, region: text },
          provider: text,
        },
      },
    ],
  }),
  document: (text) => ({
    resources: [{ kind: "Network", name: text, args: { name: text, region: text, [text]: text } }],
  }),
};
/** Texts that are no JSON, before or after it. */
const BROKEN = {
  text: (text) => `[${text}`,
  before: (text) => `${text}\n{\n"a": 1}`,
  after: (text) => `{}${text}`,
};

describe("half a million characters", () => {
  it("for a function", () => {
    const program = fileURLToPath(new URL("support/long-text.mjs", import.meta.url));
    const { stdout, stderr } = spawnSync(process.execPath, [program], { encoding: "utf8", timeout: LIMIT_MS });
    assert.equal(stdout.trimEnd().split("\n").at(-1), "all read", stderr);
  });

  for (const [what, written] of Object.entries({ ...FILES, ...BROKEN }))
    it(`in a file: ${what}`, () => {
      // A file has the text in many places.
      const length = what in FILES ? LONG / 5 : LONG;
      const texts = [...longTexts(length)].map(([, text], at) => [`${at}.json`, written(text)]);
      const files = Object.fromEntries(
        texts.map(([name, data]) => [name, typeof data === "string" ? data : JSON.stringify(data)]),
      );
      return inFolder(files, (cwd) => {
        const { stderr } = run(["check", ...Object.keys(files)], { cwd, timeout: LIMIT_MS });
        assert.doesNotMatch(stderr, /this is a bug/);
      });
    });
});
