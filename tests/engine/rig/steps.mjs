/**
 * What the engine says in a preview that it does to each resource of our providers, and what our product says of the
 * same preview.
 */
import { ifRefused, library } from "./planner.mjs";

const OURS = /^(?:pulumi:providers:)?(?:eventstorecloud|kurrentcloud)(?::index\/|$)/;

/** A replacement has one step in a preview, and up to three in an update. */
const REPLACEMENTS = new Set(["replace", "create-replacement", "delete-replaced"]);

/** What the state of a resource can say about it that decides what happens. */
const MARKS = ["protect", "retainOnDelete", "taint", "initErrors"];

/**
 * The last step of each resource, by its URN: `{ urn, kind, name, op, order, reasons, marks, isRefused }`. A refresh is no step of
 * its own where another one follows; where none follows the resource stays the same.
 */
export function engineSteps({ steps = [] }) {
  const last = new Map();
  for (const step of steps) {
    if (!OURS.test(typeOf(step.urn)) || isDefaultProvider(step.urn)) continue;
    if (step.op !== "refresh" || !last.has(step.urn)) last.set(step.urn, step);
  }
  return [...last.values()].map(({ op, urn, oldState, newState, replaceReasons }) => {
    const old = oldState ?? {};
    const isReplaced = REPLACEMENTS.has(op);
    return {
      urn,
      kind: kindOf(typeOf(urn)),
      name: nameOf(urn),
      op: isReplaced ? "replace" : op,
      ...(isReplaced ? { order: old.pendingReplacement ? "deleteFirst" : "createFirst" } : {}),
      reasons: replaceReasons ?? [],
      marks: MARKS.filter((mark) => old[mark] !== undefined && old[mark] !== false),
      // A program may take protection away and replace in one go; what it leaves out stays protected.
      isRefused: Boolean(old.protect && (op === "delete" || (isReplaced && newState?.protect))),
    };
  });
}

/** Steps in one line each, such as `replace db deleteFirst [protect] (topology)`, without what stays the same, and providers. */
export function linesOf(steps) {
  return steps
    .filter(({ op, kind }) => op !== "same" && op !== "refresh" && kind !== "Provider")
    .map(({ op, name, order, reasons, marks }) =>
      [op, name, order, marks.length > 0 && `[${marks}]`, reasons.length > 0 && `(${reasons})`]
        .filter(Boolean)
        .join(" "),
    )
    .sort();
}

const nameOf = (urn) => urn.split("::").at(-1);
const typeOf = (urn) => urn.split("::")[2].split("$").at(-1);
const kindOf = (type) => (type.startsWith("pulumi:providers:") ? "Provider" : type.split(":").at(-1));
/** The provider that the engine adds for resources that name none. */
const isDefaultProvider = (urn) => kindOf(typeOf(urn)) === "Provider" && nameOf(urn).startsWith("default_");

/**
 * What `plan change` has to end with: 1 where something is refused or a database is lost, otherwise 0. Of a preview that
 * failed before anything was lost nothing is said here.
 */
export function rightExit(preview, refused) {
  const isBad = ({ what }) => what === "refused" || what.endsWith("lost");
  if (rightSteps(preview, refused).some(isBad)) return 1;
  return hasFailed(preview) ? undefined : 0;
}

/** Whether a preview ended with an error. */
export const hasFailed = ({ diagnostics = [] }) => diagnostics.some(({ severity }) => severity === "error");

/**
 * Where our product says another thing of a preview than what is right. `refused`: the names of resources that the
 * provider or the service will refuse to change. `of`: the only resource to look at, by its name.
 */
export function disagreements(preview, refused, of) {
  const isMeant = ({ who }) => of === undefined || who.endsWith(` ${of}`);
  const said = productSteps(preview).filter(isMeant);
  const take = (isIt) => {
    const at = said.findIndex(isIt);
    return at === -1 ? undefined : said.splice(at, 1)[0].what;
  };
  const open = rightSteps(preview, refused)
    .filter(isMeant)
    .filter(({ who, what }) => take((step) => step.who === who && step.what === what) === undefined);
  const differing = open.map(({ who, what }) => {
    const other = take((step) => step.who === who) ?? "nothing";
    return `${who}: the engine says ${what}, the product ${other}${ifRefused(other === "refused")}`;
  });
  return [...differing, ...said.map(({ who, what }) => `${who}: the engine says nothing, the product ${what}`)];
}

/**
 * What is right to say about each resource: the engine's step, such as `replace deleteFirst, lost`. What the engine
 * itself refuses is `refused`, and what it leaves standing is `forget`.
 */
function rightSteps(preview, refused = []) {
  return engineSteps(preview).flatMap(({ kind, name, op, order, marks, isRefused }) => {
    const who = `${kind} ${name}`;
    if (op === "same" || op === "refresh") return [];
    if (isRefused || refused.includes(name)) return [{ who, what: "refused" }];
    const isLeft = marks.includes("retainOnDelete");
    const isLost = kind === "ManagedCluster" && (op === "delete" || op === "replace") && !isLeft;
    return [{ who, what: inWords(op === "delete" && isLeft ? "forget" : op, order, isLost) }];
  });
}

/** What `planPreview` says of each resource, in the same words. Finer words for updates count as updates. */
function productSteps(preview) {
  return library.planPreview(preview).steps.flatMap(({ resource: { kind, name }, action, order, dataLoss }) => {
    // Where two resources have a name, the URN is the name.
    const who = `${kind} ${nameOf(name)}`;
    const op = { disk: "update", resize: "update", upgrade: "update" }[action] ?? action;
    if (op === "none" || op === "undecided") return [];
    if (op === "refused") return [{ who, what: op }];
    return [{ who, what: inWords(op, order, kind === "ManagedCluster" && dataLoss) }];
  });
}

const inWords = (op, order, isLost) => `${[op, order].filter(Boolean).join(" ")}${isLost ? ", lost" : ""}`;
