// What `explain` prints of every rule.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "node:test";
import { build } from "esbuild";
import { run } from "./support/run.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const require = createRequire(import.meta.url);
const { explain, rules } = require("eventstorecloud-planner");

/** By `detectedAt`. */
const WORDS = {
  compiler: "the TypeScript compiler",
  preview: "`pulumi preview` or `terraform plan`",
  apply: "the provider, during the deployment",
  service: "the service, during the deployment",
  undetected: "nothing",
};

/** The function that writes a page, so that a rule takes no process of its own. */
async function writer() {
  const { outputFiles } = await build({
    stdin: {
      contents: 'export { pageText } from "./commands/explain";',
      resolveDir: join(ROOT, "pkg-template", "src", "cli"),
    },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    define: { __VERSION__: '"0.0.0"' },
    plugins: [
      {
        name: "internal",
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/internal$/ }, () => ({
            path: require.resolve("eventstorecloud-planner/internal.cjs"),
            external: true,
          })),
      },
    ],
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", outputFiles[0].text)(module, module.exports, require);
  return module.exports.pageText;
}

const pageText = await writer();
const indented = (text) => text.replace(/^(?=.)/gm, "  ").trimEnd();

describe("explain", () => {
  it("prints every rule", () => {
    for (const { code, name, severity, profile, title, detectedAt, source } of rules()) {
      const { why, example, useInstead } = explain(code);
      assert.ok(Object.hasOwn(WORDS, detectedAt), `${code}: ${detectedAt}`);
      assert.equal(
        pageText(explain(code)),
        `${code} ${name} (${severity}${profile === "default" ? "" : `, profile ${profile}`})\n\n` +
          `What it checks\n  ${title}.\n\nWhy\n${indented(why)}\n\nExample\n${indented(example)}\n\n` +
          `Use instead\n${indented(useInstead)}\n\nDetected by: ${WORDS[detectedAt]}\n\n` +
          `Source\n${indented(source.join("\n"))}`,
      );
    }
  });

  for (const [detectedAt, words] of Object.entries(WORDS)) {
    it(`says of a mistake that is detected at ${detectedAt}: ${words}`, (test) => {
      const rule = rules().find((rule) => rule.detectedAt === detectedAt);
      if (rule === undefined) return test.skip("no rule has it");
      const { status, stdout, stderr } = run(["explain", rule.code]);
      assert.deepEqual([status, stderr], [0, ""]);
      assert.equal(stdout, `${pageText(explain(rule.code))}\n`);
    });
  }

  it("finds a rule by its code or its name, in upper or lower case", () => {
    const { code, name } = rules()[0];
    const [first, ...others] = [code, code.toLowerCase(), name, name.toUpperCase()].map(
      (word) => run(["explain", word]).stdout,
    );
    for (const other of others) assert.equal(other, first);
  });
});
