// Gives long texts to every function that reads text of the caller's. Run by long-text.test.mjs, which ends it when it
// takes too long; the last line says where.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LONG, longTexts } from "./long-texts.mjs";

const require = createRequire(import.meta.url);
const planner = require("eventstorecloud-planner");
const pulumi = require("eventstorecloud-planner/pulumi");
const { eventstoreCloudPolicies } = require("eventstorecloud-planner/policy");
const { checkRegistrations } = require("eventstorecloud-planner/testing");

const folder = mkdtempSync(join(tmpdir(), "long-text-"));
process.once("exit", () => rmSync(folder, { recursive: true }));
const report = structuredClone(planner.check({ resources: [{ kind: "Project", name: "p", args: { name: " " } }] }));
const told = () => undefined;
const policies = eventstoreCloudPolicies();
const policyThat = (does) => policies.find((policy) => does in policy);

/** Makes a call whose stack is this text. */
function withStack(stack, call) {
  Error.prepareStackTrace = () => stack;
  try {
    return call();
  } finally {
    Error.prepareStackTrace = undefined;
  }
}

let files = 0;
/** A stack that leads to the first line of a new file with this text. */
function stackOfFile(text) {
  const file = join(folder, `${(files += 1)}.js`);
  writeFileSync(file, text);
  return `Error\n    at new Stack (${file}:1:1)`;
}

const resource = (text) => ({
  urn: text,
  name: text,
  type: "pulumi:providers:eventstorecloud",
  props: { version: text, url: text },
  dependencies: [],
  propertyDependencies: {},
  provider: { urn: text, name: text, type: "pulumi:providers:eventstorecloud", props: { version: text } },
});

const READERS = {
  "the path of an edit": (text) => planner.applyEdits({}, [{ path: text, value: 1 }]),
  "a property": (text) =>
    planner.formatReport(planner.check({ resources: [{ kind: "Project", name: "p", args: { [text]: text } }] })),
  "a resource": (text) =>
    planner.formatReport(
      planner.check({
        resources: [
          { kind: text, name: text, args: {} },
          { kind: "Project", name: text },
        ],
      }),
    ),
  "an option": (text) => planner.check({ resources: [] }, { [text]: text }),
  "a sentence": (text) =>
    planner.formatReport({ ...report, diagnostics: [{ ...report.diagnostics[0], message: text, help: text }] }),
  "a location": (text) => planner.formatReport(report, { locate: () => text, page: () => text }),
  "a stack": (text) => withStack(text, () => planner.network({})),
  "the lines of a stack": (text) =>
    withStack(text.slice(0, 10_000).replace(/.{4900}/gs, "$&\n"), () => planner.network({})),
  "the source of a program": (text) => withStack(stackOfFile(text), () => pulumi.network({})),
  "a registration": (text) => checkRegistrations([{ type: text, name: text, inputs: {}, id: text }]),
  "a resource of a policy": (text) => {
    policyThat("remediateResource").remediateResource(resource(text));
    policyThat("validateResource").validateResource(resource(text), told);
    policyThat("validateStack").validateStack({ resources: [resource(text)] }, told);
  },
};

for (const [what, read] of Object.entries(READERS))
  for (const [name, text] of longTexts(LONG)) {
    console.log(`${what}: ${name}`);
    try {
      read(text);
    } catch (error) {
      if (!(error instanceof planner.InputError || error instanceof planner.ValidationError)) throw error;
    }
  }
console.log("all read");
