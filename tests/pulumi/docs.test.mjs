// docs/pulumi.md: its programs are run, and print what it says. UPDATE_CASES=1 writes what they print into the page.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, describe } from "node:test";
import { runProgram } from "./engine/index.mjs";
import { prepare, VARIANTS } from "./installs/index.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { expectedFailures } from "../support/expected-failures.mjs";
import { ADDRESSES, blocks, PAGE, page, PLAN, programs, runs } from "../support/pulumi-page.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const VARIANT = VARIANTS.find(({ name }) => name === "newest-commonjs-5.9");
/** What a run has besides the program. */
const SETTINGS = {
  production: { stack: "production" },
  addresses: { config: ADDRESSES },
  stack: {
    stackOutputs: { "organization/addresses/production": { outputs: { addresses: PLAN }, secretOutputNames: [] } },
  },
};
const CONFIG = {
  "eventstorecloud:organizationId": "bt77lfqrh41uaatmh200",
  "eventstorecloud:token": "a-token",
  "demo:region": "East US",
};

/** What Pulumi logs of a run, and its exit code. */
async function printed(kind, name, setting) {
  const { node, nodeArgs, projectFolder } = await prepare(VARIANT);
  const { config, ...more } = SETTINGS[setting] ?? {};
  const outcome = await runProgram({
    node,
    nodeArgs,
    folder: projectFolder("docs", { "index.ts": programs[name] }),
    preview: kind === "preview",
    config: { ...CONFIG, ...config },
    secretKeys: ["eventstorecloud:token", "demo:region"],
    ...more,
  });
  const logs = outcome.logs
    .filter(({ severity }) => severity !== "debug")
    .map(({ severity, message }) => `${severity}: ${message}\n`);
  // In a project of one's own the packages are beside the program.
  const text = logs.join("\n").replaceAll("../node_modules/", "node_modules/").replaceAll("index.ts:", `${name}:`);
  return { text, exitCode: outcome.exitCode };
}

describe("docs/pulumi.md", { skip: VARIANT.skip ?? false }, () => {
  let updated = page;
  const shows = (block, text) => {
    const head = `<!-- ${block.word} ${block.args.join(" ")} -->\n${block.fence}`;
    updated = updated.replace(`${head}${block.text}\`\`\``, () => `${head}${text}\`\`\``);
    if (process.env.UPDATE_CASES === undefined) assert.equal(block.text, text);
  };
  after(() => {
    if (process.env.UPDATE_CASES !== undefined) writeFileSync(PAGE, updated);
  });

  for (const block of runs) {
    const [kind, name, setting] = block.args;
    it(`says what the ${kind} of ${name} prints`, async () => {
      const { text, exitCode } = await printed(kind, name, setting);
      assert.equal(exitCode, text.includes("error: ") ? 32 : 0);
      shows(block, text);
    });
  }

  for (const block of blocks.filter(({ word }) => word === "same")) {
    it(`shows ${block.args[0]} as it is`, () =>
      shows(block, readFileSync(new URL(block.args[0], new URL("../../docs/", import.meta.url)), "utf8")));
  }

  it("has no program that is not run", () => {
    const run = runs.map(({ args }) => args[1]);
    assert.deepEqual(Object.keys(programs).sort(), [...new Set(run)].sort());
    assert.equal([...page.matchAll(/^```ts$/gm)].length, blocks.filter(({ fence }) => fence.includes("ts\n")).length);
  });
});
