// What has to hold for every call, whatever it is given.
import assert from "node:assert/strict";
import { inspect } from "node:util";
import fc from "fast-check";
import { assertUnpolluted, GOOD, KINDS, NEEDS, ORDINARY, planner } from "../support/bad.mjs";
import { made, Mine } from "./values.mjs";
import "./settings.mjs";

const { InputError, ValidationError } = planner;

/** All that can be seen of a value without running code of the caller's in it. */
const seen = (value) =>
  inspect(value, { depth: 9, showHidden: true, showProxy: true, customInspect: false, maxStringLength: 1_000 });

/** Good calls of every part of the package; each has an answer that never changes. */
const GOOD_CALLS = {
  check: () => planner.check(ORDINARY),
  "check, with options": () => planner.check(ORDINARY, { profile: "advice", now: "2026-11-23" }),
  ...Object.fromEntries(Object.keys(GOOD).map((kind) => [kind, () => KINDS[kind].build(GOOD[kind], NEEDS[kind])])),
  overlapping: () => planner.cidr.overlapping(["10.0.0.0/8", "10.1.0.0/16", "192.168.0.0/16"]),
  split: () => planner.cidr.split("10.0.0.0/20", 24),
  next: () => planner.schedule.next("0 2 * * 1", { after: "2026-11-23T08:00:00Z", count: 3 }),
  planBackups: () => planner.planBackups({ clusters: ["db"], objectives: { keep: { daily: 7 } } }),
  planAddressSpace: () =>
    planner.planAddressSpace({ pools: ["10.0.0.0/9"], requests: [{ name: "n", prefixLength: 20 }] }),
  recommendCluster: () => planner.recommendCluster({ cloud: "aws", dataGb: 500 }),
  planChange: () => planner.planChange(null, { kind: "Network", args: GOOD.Network }),
};
const answers = Object.fromEntries(Object.entries(GOOD_CALLS).map(([name, call]) => [name, seen(call())]));
const goodCall = fc.constantFrom(...Object.keys(GOOD_CALLS));

/** What a call came to: its value or its error, and a text to compare. */
export function attempt(call) {
  try {
    const value = call();
    return { value, text: `returned ${seen(value)}` };
  } catch (error) {
    return { error, text: `threw ${error?.name}: ${error?.message}` };
  }
}

/** Only errors that are documented, with a message that ends: one for each problem. */
export function assertDocumented(error) {
  if (error instanceof Mine) return;
  assert.ok(error instanceof InputError || error instanceof ValidationError, `undocumented: ${error?.stack ?? error}`);
  assert.ok(error.message.length < 5_000 * (1 + (error.diagnostics?.length ?? 0)), "a message without end");
}

/**
 * The law of a function: `call` is made with what `inputs` stand for. `judge` gets the outcome and what went in.
 */
export function assertLawful(inputs, call, judge = () => undefined) {
  const law = fc.property(inputs, goodCall, (written, good) => {
    const given = made(written);
    const before = seen(given);
    const outcome = attempt(() => call(...given));
    if ("error" in outcome) assertDocumented(outcome.error);
    assert.equal(seen(given), before, "an input was changed");
    assert.equal(attempt(() => call(...given)).text, outcome.text, "the same call gives another answer");
    assert.equal(seen(GOOD_CALLS[good]()), answers[good], `${good} gives another answer afterwards`);
    assertUnpolluted();
    judge(outcome, given);
  });
  quietly(() => fc.assert(law));
}

/** Without what builders print when nothing takes their warnings. */
export function quietly(work) {
  const { warn } = console;
  console.warn = () => {};
  try {
    return work();
  } finally {
    console.warn = warn;
  }
}

/** The steps of a path such as `a.b[0]["c d"]`. */
const stepsOf = (path) =>
  [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|[^.[\]]+/g)].map(([step, quoted, index]) =>
    quoted === undefined ? (index ?? step) : unescaped(quoted),
  );
const unescaped = (text) =>
  text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g, (_, code, letter) =>
    code === undefined ? ({ n: "\n", r: "\r", t: "\t" }[letter] ?? letter) : String.fromCodePoint(parseInt(code, 16)),
  );

/** Whether a path leads to something, or to the place of one of the `known` properties that is missing. */
function leads(value, [step, ...rest], known) {
  if (step === undefined) return true;
  if (typeof value !== "object" || value === null) return rest.length === 0 && known.includes(step);
  const name = Reflect.ownKeys(value).find((one) => typeof one === "string" && one.toWellFormed() === step);
  if (name === undefined) return rest.length === 0 && (known.length === 0 || known.includes(step));
  return leads(value[name], rest, []);
}

const PROPERTIES = Object.fromEntries(
  planner.kinds().map(({ kind, properties }) => [kind, properties.map(({ name }) => name)]),
);
const DOCUMENT_KEYS = ["schema", "target", "environment", "partial", "packages", "configuration"];

/** The path of each diagnostic leads somewhere; what throws cannot be looked into. */
export function assertPathsLead(diagnostics, kindOrDocument, given) {
  for (const { code, path, resource } of diagnostics) {
    const isThere = attempt(() =>
      typeof kindOrDocument === "string"
        ? leads(given, stepsOf(path), PROPERTIES[kindOrDocument])
        : isInDocument(given, resource, stepsOf(path)),
    );
    assert.ok("error" in isThere || isThere.value, `${code} at a path that leads nowhere: ${path}`);
  }
}

function isInDocument(document, resource, steps) {
  if (resource === undefined) return leads(document, steps, [...DOCUMENT_KEYS, "environmentVariables", "resources"]);
  const named = Array.from(document.resources).filter(
    (item, at) => resource.name === `resources[${at}]` || item?.name?.toWellFormed?.() === resource.name,
  );
  return named.some((item) => steps.length === 0 || leads(item.args, steps, PROPERTIES[resource.kind] ?? []));
}
