// The edge cases in the built package: `require`, `import` and a bundled page in headless Chromium give the reports that
// stand in tests/cases/*.md. The native side is tests/cases.rs.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import * as imported from "eventstorecloud-planner";
import { NoBrowser, browserRequired, runInBrowser } from "../browser/open.mjs";
import { sections, text } from "./support/cases.mjs";

const required = createRequire(import.meta.url)("eventstorecloud-planner");

const STAGES = {
  compiler: "the TypeScript compiler",
  preview: "`pulumi preview` or `terraform plan`",
  apply: "the provider, during the deployment",
  service: "the service, during the deployment",
  undetected: "nothing",
};
const stageOf = new Map(required.rules().map(({ code, detectedAt }) => [code, detectedAt]));

const place = ({ kind, name }, path) => `${kind} ${name} ${path}`.trimEnd();

/** The lines of a report. */
function lines({ diagnostics, deferred }) {
  const found = diagnostics.flatMap(({ severity, code, resource, path, message, help, ...more }) => [
    `${severity} ${code} ${resource === undefined ? path || "document" : place(resource, path)}`,
    `  ${message}`,
    `  help: ${help}`,
    ...(more.suggestions ?? []).map((one) => `  suggest: ${one.path} = ${JSON.stringify(one.value)}`),
    ...(more.fix ?? []).map((edit) =>
      edit.remove ? `  fix: remove ${edit.path}` : `  fix: ${edit.path} = ${JSON.stringify(edit.value)}`,
    ),
    ...(more.related ?? []).map((one) => `  see: ${place(one.resource, one.path)}`),
    ...(more.redacted ? ["  redacted"] : []),
    ...(more.detectedAt === stageOf.get(code) ? [] : [`  detected by ${STAGES[more.detectedAt]}`]),
  ]);
  const later = deferred.map(({ resource, path, codes }) => `deferred ${place(resource, path)}: ${codes.join(" ")}`);
  return found.length + later.length > 0 ? [...found, ...later] : ["nothing"];
}

/** The reports of a section as they are recorded: below its row each, and first what every row defers. */
function shown({ cases }, reports) {
  const all = reports.map(lines);
  if (cases.every(({ row }) => row === null)) return all.flat();
  const common = all[0].filter((line) => line.startsWith("deferred") && all.every((other) => other.includes(line)));
  const rows = all.map((report) => report.filter((line) => !common.includes(line)));
  const block = (heading, inside) => [
    heading,
    ...(inside.length > 0 ? inside : ["nothing"]).map((line) => `  ${line}`),
  ];
  return [
    ...(common.length > 0 ? block("every row", common) : []),
    ...cases.flatMap(({ row }, i) => block(row, rows[i])),
  ];
}

function compare(section, reports) {
  assert.equal(`${shown(section, reports).join("\n")}\n`, section.recorded, section.name);
}

describe("edge cases", () => {
  for (const [how, { check }] of Object.entries({ require: required, import: imported }))
    it(`with ${how}`, () => {
      assert.ok(sections.length > 150, String(sections.length));
      for (const section of sections)
        compare(
          section,
          section.cases.map(({ document, options }) => check(document, options)),
        );
    });

  it("in a bundled page in headless Chromium", async (t) => {
    const page = `
      import { check } from "eventstorecloud-planner";
      import { alive } from "./js/support/alive.mjs";
      const { sections } = JSON.parse(${JSON.stringify(text)}, alive);
      globalThis.result = sections.map(({ cases }) => cases.map(({ document, options }) => check(document, options)));`;
    const bundle = await build({
      stdin: { contents: page, resolveDir: fileURLToPath(new URL("..", import.meta.url)) },
      bundle: true,
      format: "esm",
      platform: "browser",
      write: false,
      logLevel: "error",
    });
    try {
      const results = await runInBrowser(bundle.outputFiles[0].text, { timeout: 60_000 });
      sections.forEach((section, i) => compare(section, results[i]));
    } catch (error) {
      if (!(error instanceof NoBrowser) || browserRequired) throw error;
      t.skip(error.message);
    }
  });
});
