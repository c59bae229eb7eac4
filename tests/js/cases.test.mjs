// The shared cases in the built package: `require`, `import` and a bundled page in headless Chromium give the same
// reports as the native core, byte for byte. The native side is tests/cases.rs.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import * as imported from "eventstorecloud-planner";
import { NoBrowser, browserRequired, runInBrowser } from "../browser/open.mjs";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "cases");
const required = createRequire(import.meta.url)("eventstorecloud-planner");

/** `{"js": "NaN"}` in an example stands for the value that JSON does not have. */
const alive = (_, value) => (value?.js === "NaN" ? NaN : value);
const sets = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => {
    const name = file.slice(0, -".json".length);
    const recorded = readFileSync(join(folder, `${name}.reports.txt`), "utf8")
      .trimEnd()
      .split("\n");
    const text = readFileSync(join(folder, file), "utf8");
    return { name, text, cases: JSON.parse(text, alive), recorded };
  });

const reports = ({ check }, cases) => cases.map(({ document, options }) => JSON.stringify(check(document, options)));

function compare(actual, { name, cases, recorded }) {
  assert.equal(actual.length, recorded.length, name);
  actual.forEach((report, i) => assert.equal(report, recorded[i], `${name}: ${cases[i].name}`));
}

describe("shared cases", () => {
  for (const set of sets) {
    it(`${set.name} (${set.cases.length}) with require`, () => compare(reports(required, set.cases), set));
    it(`${set.name} (${set.cases.length}) with import`, () => compare(reports(imported, set.cases), set));
  }

  it("all of them in a bundled page in headless Chromium", async (t) => {
    const page = `
      import { check } from "eventstorecloud-planner";
      const alive = (_, value) => (value?.js === "NaN" ? NaN : value);
      const sets = ${JSON.stringify(sets.map(({ text }) => text))};
      globalThis.result = sets.map((text) =>
        JSON.parse(text, alive).map(({ document, options }) => JSON.stringify(check(document, options))));`;
    const bundle = await build({
      stdin: { contents: page, resolveDir: dirname(folder) },
      bundle: true,
      format: "esm",
      platform: "browser",
      write: false,
      logLevel: "error",
    });
    try {
      const results = await runInBrowser(bundle.outputFiles[0].text, { timeout: 60_000 });
      sets.forEach((set, i) => compare(results[i], set));
    } catch (error) {
      if (!(error instanceof NoBrowser) || browserRequired) throw error;
      t.skip(error.message);
    }
  });
});
