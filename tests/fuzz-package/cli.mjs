// What the command line reads: texts that are documents, previews, stacks, plans and states of Terraform, or none of
// them. Its sources are bundled as the package does it, without the commands, so that a text takes no process of its
// own.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { unpolluted } from "./judge.mjs";
import { document } from "./documents.mjs";
import { Random } from "./random.mjs";
import { preview, REQUESTS, stack, terraform } from "./requests.mjs";
import { text, value } from "./values.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const require = createRequire(import.meta.url);
const internal = require.resolve("eventstorecloud-planner/internal.cjs");

async function loaded() {
  const { outputFiles } = await build({
    stdin: {
      contents:
        'export { parse } from "./input/parse"; export { recognised } from "./formats/recognise"; export { ' +
        'stepsTo } from "./formats/subject"; export { Failure } from "./failure";',
      resolveDir: join(ROOT, "pkg-template", "src", "cli"),
    },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    mainFields: ["module", "main"],
    define: { __VERSION__: '"0.0.0"' },
    logLevel: "warning",
    plugins: [
      {
        name: "internal",
        setup: (build) => build.onResolve({ filter: /\/internal$/ }, () => ({ path: internal, external: true })),
      },
    ],
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", outputFiles[0].text)(module, module.exports, require);
  return module.exports;
}

/** A text of that data, or of nothing that could be data. */
function written(random, data) {
  let json;
  try {
    json = JSON.stringify(data) ?? "";
  } catch {
    json = "[]";
  }
  if (json.length > 200_000) return "";
  if (!random.oneIn(4)) return json;
  // Cut, repeated, or with something in it: no JSON any more, and so perhaps YAML.
  const at = random.below(json.length + 1);
  return random.of([
    json.slice(0, at),
    json.slice(0, at) + text(random) + json.slice(at),
    `${json}\n${json}`,
    text(random),
    `a: &a [${text(random)}]\nb: *a\n`,
    `resources:\n- kind: Network\n  name: ${text(random)}\n`,
  ]);
}

/** Reads that many texts, until `limit` milliseconds are over. Any error but a `Failure` of one line is a finding. */
export async function fuzzCli(runs, seed, limit = Infinity) {
  const { parse, recognised, stepsTo, Failure } = await loaded();
  const { check } = require("eventstorecloud-planner");
  const random = new Random(seed);
  const until = performance.now() + limit;
  const done = { target: "cli", executions: 0, refused: 0, passedOn: 0, findings: [], kinds: new Map() };
  while (done.executions < runs && performance.now() < until) {
    const { state } = random;
    const data = random.of([
      document,
      preview,
      stack,
      terraform,
      terraform,
      (random) => REQUESTS.planBackups(random),
      (random) => value(random),
    ])(random);
    const source = { shown: "file", file: random.of(["a.json", "a.yaml", undefined]), text: written(random, data) };
    done.executions += 1;
    try {
      const subject = recognised(await parse(source));
      const report = check(subject.document);
      for (const diagnostic of report.diagnostics) stepsTo(subject, diagnostic);
      subject.told?.(report);
      subject.secrets();
    } catch (error) {
      if (error instanceof Failure) done.refused += 1;
      else report(done, state, error);
    }
  }
  const wrong = unpolluted();
  if (wrong !== undefined) report(done, seed, new Error(wrong));
  return done;
}

function report({ kinds, findings }, state, error) {
  const wrong = String(error?.stack).split("\n").slice(0, 3).join(" | ");
  kinds.set(wrong, (kinds.get(wrong) ?? 0) + 1);
  if (kinds.get(wrong) === 1 && findings.length < 20) findings.push({ state, what: "cli", wrong });
}
