/** What the command line of Pulumi writes in the scenarios of its tests, as files. */
import { CHANGES } from "../stacks/changes.mjs";
import { KURRENT } from "../stacks/kurrent.mjs";
import { MISHAPS } from "../stacks/mishaps.mjs";
import { OPTIONS } from "../stacks/options.mjs";
import { play } from "../stacks/play.mjs";
import { STATES } from "../stacks/states.mjs";
import { engineSteps, linesOf } from "../rig/steps.mjs";
import { inOneList } from "./folders.mjs";

const SCENARIOS = inOneList({
  "stacks/changes.mjs": CHANGES,
  "stacks/options.mjs": OPTIONS,
  "stacks/mishaps.mjs": MISHAPS,
  "stacks/states.mjs": STATES,
  "stacks/kurrent.mjs": KURRENT,
});

/** Folders of captures, each with how its files are made. */
export const captures = SCENARIOS.map((scenario) => ({
  folder: `pulumi/${scenario.name}`,
  files: () => capturedFiles(scenario),
}));

async function capturedFiles(scenario) {
  const ends = [];
  try {
    return filesOf(await play({ after: (end) => ends.push(end) }, scenario));
  } finally {
    for (const end of ends) await end();
  }
}

/** The files of a scenario that was played. A second preview that has nothing left to do is like all others. */
export function filesOf(played) {
  const normalized = normalizer(Object.values(played).flatMap(({ preview, stack }) => [preview.json, stack]));
  const files = {};
  for (const [round, { preview, stack }] of Object.entries(played)) {
    if (round === "change" || linesOf(engineSteps(preview.json)).length > 0)
      files[`${round}.preview.json`] = normalized(preview.json);
    if (stack !== undefined) files[`${round}.stack.json`] = normalized(stack);
  }
  return files;
}

/** What is another one in each run, of whatever it is said. */
const FIXED = {
  ...Object.fromEntries(
    ["created", "modified", "createdAt", "updatedAt", "time"].map((key) => [key, "2026-01-01T00:00:00Z"]),
  ),
  duration: 0,
  magic: "0".repeat(64),
  salt: "v1:salt",
  ciphertext: "v1:ciphertext",
};

/** Through which functions of the SDK a call came is of no interest, and changes with each of its releases. */
const isOfSdk = (key, value) => key === "stackTrace" || (key === "sourcePosition" && /node_modules|node:/.test(value));

/** Ids of providers, of things of the service and of AWS, and what Pulumi adds to a name that it makes. */
const RANDOM =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\bd5ari[0-9a-v]{15}|\bpcx-[0-9a-f]{17}|(?<=^[a-z]+-)[0-9a-f]{7}$/g;
/** What stands for a value that is not known yet: no id of anything. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * Makes texts of what was written, each step and resource in a line of its own, without what differs from run to run.
 * Resources that do not refer to each other come in any order: here they are in that of their names, and so are the ids
 * that are counted.
 */
function normalizer(outputs) {
  const states = outputs.flatMap((output) => [
    ...(output?.steps ?? []).flatMap(({ oldState, newState }) => [oldState, newState]),
    ...(output?.deployment?.resources ?? []),
  ]);
  const order = orderOf(states.filter(Boolean));
  const rank = ({ urn }) => order.indexOf(urn);
  const known = new Map([[UNKNOWN, UNKNOWN]]);
  const counted = (id) => {
    if (!known.has(id)) known.set(id, likeIt(id, String(known.size)));
    return known.get(id);
  };
  // Of the ids of one resource, the newer is the greater.
  const identified = states.filter((state) => state?.id).sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  for (const { id } of identified) fixed(id);
  return (output) => `${JSON.stringify(fixed(output))}\n`.replaceAll(/(?<=[[,])\{"(?:op|urn)":/g, "\n$&");

  function fixed(value, key) {
    if (typeof value === "string")
      return value
        .replaceAll(RANDOM, counted)
        .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, "http://127.0.0.1:8080")
        .replaceAll(/(?:\/[\w.-]+)*\/pulumi-programs-\w+\/[\w.-]+(?:\/engine-[\d-]+)?/g, "/home/user/program");
    if (Array.isArray(value)) return sorted(value, key).map((part) => fixed(part));
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).filter(([key, part]) => !isOfSdk(key, part));
    return Object.fromEntries(kept.map(([key, part]) => [key, FIXED[key] ?? fixed(part, key)]));
  }

  function sorted(values, key) {
    if (key === "dependencies") return values.toSorted();
    if (key === "resources") return values.toSorted((a, b) => rank(a) - rank(b));
    if (key !== "steps") return values;
    return values.toSorted((a, b) => place(a) - place(b));
  }

  /** What is refreshed comes first; what is deleted comes last, and the other way round. */
  function place({ op, urn }) {
    const at = order.indexOf(urn);
    if (op === "delete") return 3 * order.length - at;
    return op === "refresh" ? at : order.length + at;
  }
}

/** The URNs of states, each after those that it refers to, otherwise by name. */
function orderOf(states) {
  const referred = new Map(states.map(({ urn }) => [urn, new Set()]));
  for (const { urn, parent, provider = "", dependencies = [] } of states)
    for (const to of [parent, provider.replace(/::[^:]*$/, ""), ...dependencies])
      if (referred.has(to) && to !== urn) referred.get(urn).add(to);
  const order = [];
  const place = (urn) => {
    if (order.includes(urn)) return;
    for (const to of [...referred.get(urn)].sort()) place(to);
    order.push(urn);
  };
  for (const urn of [...referred.keys()].sort()) place(urn);
  return order;
}

function likeIt(id, number) {
  if (id.startsWith("d5ari")) return `d5ari${number.padStart(14, "0")}g`;
  if (id.startsWith("pcx-")) return `pcx-${number.padStart(17, "0")}`;
  return id.includes("-") ? `00000000-0000-4000-8000-${number.padStart(12, "0")}` : number.padStart(7, "0");
}
