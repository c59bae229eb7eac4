// What has to hold for every call, whatever it is given.
import { createRequire } from "node:module";
import { planner, GOOD, KINDS, NEEDS } from "../js/support/bad.mjs";
import { propertiesOf } from "./documents.mjs";
import { fingerprint, Mine } from "./values.mjs";

const { InputError, ValidationError, kindOf } = planner;
/** The steps of a path, read by the package's own reader, which has its own tests. */
const { steps } = createRequire(import.meta.url)("eventstorecloud-planner/internal.cjs");

const PROTOTYPES = [
  Object,
  Array,
  Function,
  String,
  Number,
  Boolean,
  Promise,
  Map,
  Set,
  Date,
  Error,
  RegExp,
  Symbol,
].map((type) => type.prototype);
const keysOf = (prototype) => Reflect.ownKeys(prototype).map(String).join();
const prototypeKeys = PROTOTYPES.map(keysOf).join("\n");
const globalKeys = Reflect.ownKeys(globalThis).length;

/** Asserts that no prototype and nothing global has been touched. */
export function unpolluted() {
  if (PROTOTYPES.map(keysOf).join("\n") !== prototypeKeys) return "a prototype has changed";
  return Reflect.ownKeys(globalThis).length === globalKeys ? undefined : "the global object has changed";
}

const PROGRAM = {
  packages: ["@pulumi/eventstorecloud"],
  resources: [
    { kind: "Project", name: "orders", args: { name: " " } },
    { kind: "Network", name: "net", args: { ...GOOD.Network, region: "us-east1", projectId: { ref: "order" } } },
    {
      kind: "ManagedCluster",
      name: "db",
      args: { ...GOOD.ManagedCluster, networkId: { unknown: true }, serverVersion: 26.1 },
    },
  ],
};
/** Good calls of every part of the package; each has an answer that never changes. */
const GOOD_CALLS = [
  () => planner.check(PROGRAM),
  () => planner.check(PROGRAM, { profile: "advice", now: "2026-11-23" }),
  ...Object.keys(GOOD).map((kind) => () => KINDS[kind].build(GOOD[kind], NEEDS[kind])),
  () => planner.cidr.overlapping(["10.0.0.0/8", "10.1.0.0/16", "192.168.0.0/16"]),
  () => planner.cidr.split("10.0.0.0/20", 24),
  () => planner.schedule.next("0 2 * * 1", { after: "2026-11-23T08:00:00Z", count: 3 }),
  () => planner.schedule.distance("0 2 * * *", "30 */6 * * *"),
  () => planner.planBackups({ clusters: ["db"], objectives: { keep: { daily: 7 } } }),
  () => planner.planAddressSpace({ pools: ["10.0.0.0/9"], requests: [{ name: "n", prefixLength: 20 }] }),
  () => planner.recommendCluster({ cloud: "aws", dataGb: 500 }),
  () => planner.planChange(null, { kind: "Network", args: GOOD.Network }),
  () => planner.kindOf("eventstorecloud:index/acl:Acl"),
];
// The fingerprint knows an Output as what it is; JSON would read it.
const answers = GOOD_CALLS.map((call) => fingerprint(call()));
let turn = 0;

/** Makes the next of the good calls; says what is wrong when it does not give what it always gives. */
export function goodCall() {
  turn = (turn + 1) % GOOD_CALLS.length;
  let answer;
  try {
    answer = fingerprint(GOOD_CALLS[turn]());
  } catch (error) {
    answer = `threw ${error?.message}`;
  }
  return answer === answers[turn] ? undefined : `good call ${turn} gives ${answer.slice(0, 300)}`;
}

/** What a call came to: its value or its error, as a text that can be compared. */
export function attempt(call) {
  try {
    const value = call();
    return { value, print: `returned ${fingerprint(value)}` };
  } catch (error) {
    if (error instanceof Mine || error === undefined) return { isMine: true, print: "threw what the caller throws" };
    return { error, print: `threw ${error?.name}: ${error?.message}` };
  }
}

/** What is wrong with an error, if something is. */
export function wrongError(error) {
  // A message lists every problem, and each hole of a list is one.
  const problems = error instanceof ValidationError ? error.diagnostics.length : 1;
  if (error instanceof ValidationError || error instanceof InputError)
    return error.message.length < 5_000 * (1 + problems) ? undefined : "a message without end";
  return `threw ${error?.name}: ${error?.stack?.split("\n").slice(0, 4).join(" | ")}`;
}

/** Diagnostics whose path neither exists in the document nor names what is missing there. */
export function lost(document, { diagnostics }) {
  return diagnostics.find((diagnostic) => !isThere(document, diagnostic));
}

/** The same for args of a builder. */
export function lostInArgs(kind, args, diagnostics) {
  const isLost = ({ path }) => {
    try {
      return !leads(args, steps(path), propertiesOf(kind));
    } catch {
      return false;
    }
  };
  return diagnostics.find(isLost);
}

function isThere(document, diagnostic) {
  try {
    return isIn(document, diagnostic);
  } catch {
    // What throws cannot be looked into.
    return true;
  }
}

function isIn(document, { resource, path }) {
  if (resource === undefined) return leads(document, steps(path), DOCUMENT_KEYS);
  const candidates = listed(document).filter(
    (item, at) =>
      resource.name === `resources[${at}]` || (typeof item?.name === "string" && sound(item.name) === resource.name),
  );
  if (candidates.length === 0) return false;
  return candidates.some(
    (item) => path === "" || leads(item?.args, steps(path), propertiesOf(kindOf(resource.kind) ?? resource.kind)),
  );
}

const DOCUMENT_KEYS = [
  "schema",
  "target",
  "environment",
  "partial",
  "packages",
  "configuration",
  "environmentVariables",
  "resources",
];
const listed = (document) => (Array.isArray(document?.resources) ? document.resources : []);
const sound = (text) =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");

/** Whether steps lead to something, or to a place in it where something is missing. */
function leads(value, [step, ...rest], known) {
  if (step === undefined) return true;
  if (typeof value !== "object" || value === null) return rest.length === 0 && known.includes(step);
  const names = Reflect.ownKeys(value);
  const name = names.find((one) => typeof one === "string" && sound(one) === String(step));
  if (name === undefined) return rest.length === 0 ? known.length === 0 || known.includes(step) : false;
  return leads(value[name], rest, []);
}
