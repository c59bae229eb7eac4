// What the command line reads: documents, previews, stacks, plans and states with anything in them, whole or broken. It
// says what is wrong in a line for each file and ends; it never stops on a mistake of its own.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { inFolder, run } from "../../cli/support/run.mjs";
import { document, preview, REQUESTS, stack, terraform } from "./inputs.mjs";
import { RUNS } from "./settings.mjs";
import { made, text, value } from "./values.mjs";

/** JSON of the data, or of as much as JSON can hold. */
function written(data) {
  try {
    return JSON.stringify(made(data)) ?? "";
  } catch {
    return "[]";
  }
}
const json = fc.oneof(document, preview, stack, terraform, terraform, REQUESTS.planBackups, value).map(written);
/** Cut off, with something in it, or twice: no JSON any more, and so perhaps YAML. */
const broken = fc
  .tuple(json, text, fc.nat())
  .chain(([whole, inside, at]) =>
    fc.constantFrom(
      whole.slice(0, at % (whole.length + 1)),
      whole.slice(0, at % (whole.length + 1)) + inside + whole.slice(at % (whole.length + 1)),
      `${whole}\n${whole}`,
      `a: &a [${inside}]\nb: *a\n`,
      `resources:\n- kind: Network\n  name: ${inside}\n`,
    ),
  );
const content = fc.oneof({ weight: 2, arbitrary: json }, broken, text);
/** As many files as one run of the command line reads in about the time that it takes to start. */
const files = fc.array(fc.tuple(fc.constantFrom("json", "yaml", "txt"), content), {
  minLength: 1,
  maxLength: 30,
  size: "max",
});

describe("the command line, whatever it reads", () => {
  for (const format of ["pretty", "sarif"])
    it(`checks files, ${format}`, () =>
      fc.assert(
        fc.asyncProperty(files, (contents) => {
          const named = Object.fromEntries(contents.map(([end, content], at) => [`${at}.${end}`, content]));
          return inFolder(named, (cwd) => {
            const { status, stdout, stderr } = run(["check", "--format", format, ...Object.keys(named)], { cwd });
            assert.ok([0, 1, 2].includes(status), `exit code ${status}`);
            for (const line of stderr.trimEnd().split("\n"))
              assert.match(line, /^$|^(?:error|warning): (?!.*this is a bug)|^\d+ warnings? /);
            if (format === "sarif" && stdout !== "") JSON.parse(stdout);
          });
        }),
        { numRuns: Math.ceil(RUNS / 15) },
      ));
});
