/**
 * Programs with mistakes, each run in two ways: guarded, as it is, and bare, without its line of the guard, which shows
 * what the engine and the provider do by themselves.
 */
import { readFileSync } from "node:fs";

import { errorsOf } from "../rig/planner.mjs";
import { LINGERING, stackOf } from "../rig/pulumi.mjs";
import { clientOf } from "../rig/service.mjs";

/** Node strips the types by itself here, so that no program waits for TypeScript. */
const VARIANT = "newest-esm-vendored";

/** As most programs are run: the SDK compiles TypeScript, which takes three seconds more. */
export const COMPILED = { variant: "newest-commonjs-5.9", runtime: { typescript: true } };

const fileOf = (name) => new URL(name, import.meta.url);
/** The stand-in for the SDK of the newer package, as files of a project. */
export const STUB = Object.fromEntries(
  ["package.json", "index.js", "index.d.ts"].map((name) => [
    `node_modules/@kurrent/pulumi-kurrentcloud/${name}`,
    readFileSync(new URL(`../stub-sdk/${name}`, import.meta.url), "utf8"),
  ]),
);

/** The text of a program. */
export const textOf = (name) => readFileSync(fileOf(`${name}.ts`), "utf8");

/** The number of the only line that has this text. */
export function lineOf(text, part) {
  const found = text.split("\n").flatMap((line, index) => (line.includes(part) ? [index + 1] : []));
  if (found.length !== 1) throw new Error(`${found.length} lines have ${part}`);
  return found[0];
}

/** A stack with a program of this folder. */
export const guarded = (t, name, options) => stackWith(t, textOf(name), options, { nodeargs: LINGERING });

/** The same without the guard, and without the call that sets its options. */
export const bare = (t, name, options) =>
  stackWith(
    t,
    textOf(name).replace(/^import "eventstorecloud-planner\/pulumi\/guard";$|^guard\(.*\);$/gm, ""),
    options,
  );

function stackWith(t, text, { files = {}, ...options } = {}, runtime = {}) {
  // The stand-in makes its classes when it is loaded, which modules of ECMAScript cannot see.
  const isStub = text.includes("@kurrent/");
  const how = isStub ? COMPILED : { variant: VARIANT };
  const { runtime: compiled, ...more } = { ...how, ...options };
  const all = { "index.ts": text, ...(isStub ? STUB : {}), ...files };
  return stackOf(t, { main: "index.ts", ...more, runtime: { ...compiled, ...runtime }, files: all });
}

/** A preview with everything that can be read of it, also as the command line prints it for other programs. */
export async function previewOf(stack, { env } = {}) {
  const result = await stack.preview({ args: ["--json", "--show-sames"], env });
  const { steps } = JSON.parse(result.stdout);
  /** The step of a resource: by its name, as the engine wrote it. */
  const stepOf = (name) => steps.find(({ urn }) => urn.endsWith(`::${name}`));
  const inputsOf = (name) => stepOf(name)?.newState.inputs;
  return { ...result, json: result.stdout, steps, stepOf, inputsOf };
}

/** What `pulumi preview --json` prints in place of a value that is not known. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What the service has of a kind, as it would answer. */
export const kept = (service, kind) =>
  service
    .state()
    .flatMap((thing) => (thing.kind === kind && thing.properties.status !== "deleted" ? [thing.properties] : []));

/** Creates something in the service beforehand, as other people do in its console. Gives its id. */
export async function made(service, organization, path, body) {
  const ask = await clientOf(service);
  const answer = await ask("POST", path.replace("/organizations/", `/organizations/${organization}/`), body);
  const { id, ...problem } = await answer.json();
  if (id === undefined) throw new Error(JSON.stringify(problem));
  return id;
}

const HEAD = /^(?:(?<kind>\w+) "(?<name>[^"]*)"|The program) has .*?(?: \((?<at>[^)]*)\))?$/;
const FINDING = /^(?<severity>error|warning|info) {2}(?<code>[A-Z]+\d+)(?: {2}(?<path>\S+))?$/;

/**
 * What our product has said in a run about resources, one by one: `{ severity, code, kind, name, path, at, text }`.
 * `text` is the message with the help.
 */
export function findingsOf({ errors, warnings }) {
  return [...errors, ...warnings].flatMap(({ message }) => {
    const [head, ...lines] = message.split("\n");
    const { kind, name, at } = HEAD.exec(head)?.groups ?? {};
    if (name === undefined) return [];
    const findings = [];
    for (const line of lines) {
      const found = FINDING.exec(line)?.groups;
      if (found !== undefined) findings.push({ ...found, kind, name, at, text: "" });
      else if (findings.length > 0) findings.at(-1).text += `${line.trim()}\n`;
    }
    return findings;
  });
}

/** Where the errors are: the name of the resource and the property, each once. */
export const errorsAt = (findings) =>
  [
    ...new Set(
      findings.filter(({ severity }) => severity === "error").map(({ name, path }) => [name, path].join(" ").trim()),
    ),
  ].sort();

/** The last lines of the guard, which say what was checked. */
export const closing = ({ events }) =>
  events
    .map(({ diagnosticEvent }) => diagnosticEvent?.message ?? "")
    .filter((message) => message.startsWith("eventstorecloud-planner: "))
    .join("\n");

/** Runs something in the first test that asks for it. The others see the same. */
export function once(work) {
  let result;
  return (t) => (result ??= work(t));
}

/** What is said of one property. */
export const textAt = (findings, name, path) =>
  findings
    .filter((finding) => finding.name === name && finding.path === path)
    .map(({ text }) => text)
    .join("\n");

/** Where errors are that `check` finds in a preview. */
export async function checkedAt(json) {
  const errors = await errorsOf({ "preview.json": json });
  return [...new Set(errors.map((error) => error.split(" ").slice(2).join(" ")))].sort();
}
