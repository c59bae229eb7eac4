// What the tests about bad input share: the properties of every kind, good args, and a net under each call.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The built package, as `require` gives it. */
export const planner = createRequire(import.meta.url)("eventstorecloud-planner");
const { InputError, ValidationError, check } = planner;

const ROOT = new URL("../../../", import.meta.url);
const table = (path) => JSON.parse(readFileSync(new URL(path, ROOT), "utf8"));
/** What is documented of each kind and its properties. */
const TABLES = readdirSync(new URL("tests/facts/fields", ROOT)).map((file) => table(`tests/facts/fields/${file}`));
const { properties: CHANGES } = table("tests/facts/changes.json");

/** The words of the tables for the types of values. */
const TYPE_OF = {
  text: "text",
  integer: "number",
  boolean: "boolean",
  "list of texts": "list",
  "object of texts": "map",
  "list of objects of texts": "entries",
};

/**
 * Every property of every kind with the type of its value; `list` holds texts, `map` texts under keys, `entries` maps.
 * `computed` ones cannot be written, `secret` ones are never shown.
 */
export const KINDS = Object.fromEntries(
  planner.kinds().map(({ kind, builder }) => {
    const { fields } = TABLES.find((documented) => documented.kind === kind);
    const names = (wanted) => fields.filter(wanted).map(({ name }) => name);
    const isComputed = ({ presence }) => presence === "computed";
    const byType = Object.entries(TYPE_OF).map(([documented, type]) => [
      type,
      names((field) => field.type === documented && !isComputed(field)),
    ]);
    const isSecret = ({ name, type }) => type === "text" && CHANGES[kind][name]?.secret === true;
    const properties = { ...Object.fromEntries(byType), computed: names(isComputed), secret: names(isSecret) };
    return [kind, { build: planner[builder], ...properties }];
  }),
);

/** Options that a kind needs, because the default package does not have all of it. */
export const NEEDS = {
  Provider: { target: "kurrentcloud@0.3.x" },
  ...Object.fromEntries(
    TABLES.filter(({ target }) => target !== "eventstorecloud@0.2.20").map(({ kind, target }) => [kind, { target }]),
  ),
};

/** As Pulumi's Output of a secret: nothing but the mark is looked at. */
const output = { __pulumiOutput: true };
const isSecret = (value) => typeof value === "object" && value !== null && "secret" in value;

/** Args that nothing is wrong with, by kind. */
export const GOOD = JSON.parse(readFileSync(new URL("xtask/pages/valid-args.json", ROOT), "utf8"), (_, value) =>
  isSecret(value) ? output : value,
);

/** All inputs of all kinds that hold one value: `{ kind, property, type }`. */
export const PROPERTIES = Object.entries(KINDS).flatMap(([kind, { text, number, boolean }]) =>
  Object.entries({ text, number, boolean }).flatMap(([type, names]) =>
    names.map((property) => ({ kind, property, type })),
  ),
);

/** All inputs that hold several. */
export const CONTAINERS = Object.entries(KINDS).flatMap(([kind, { list, map, entries }]) =>
  Object.entries({ list, map, entries }).flatMap(([type, names]) =>
    names.map((property) => ({ kind, property, type })),
  ),
);

/** A document of one resource, a part of a program. */
export const one = (kind, args, name = "it") => ({ ...NEEDS[kind], partial: true, resources: [{ kind, name, args }] });

/** Good args with one property replaced. Not a spread over the value: the value may throw. */
export const withValue = (kind, property, value) => ({ ...GOOD[kind], [property]: value });

/** `CODE path` of each diagnostic. */
export const problems = ({ diagnostics }) => diagnostics.map(({ code, path }) => `${code} ${path}`);

/** An ordinary program, whose report must be the same after every bad call. */
export const ORDINARY = {
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
const ordinaryReport = JSON.stringify(check(ORDINARY));

const TYPES = [Object, Array, Function, String, Number, Boolean, Promise, Map, Set, Date, Error, RegExp, Symbol];
const shared = () =>
  [globalThis, ...TYPES.map(({ prototype }) => prototype)].map((one) => Reflect.ownKeys(one).map(String).join());
const sharedBefore = shared();

/** Asserts that no prototype and nothing global has been touched. */
export const assertUnpolluted = (what) => assert.deepEqual(shared(), sharedBefore, what);

/**
 * Makes a call and returns its value, or the error it threw. Asserts what holds after any call, good or bad: whatever
 * was thrown is one of our own errors and no trap, prototypes are as they were, and an ordinary call gives what it
 * always gives.
 */
export function tried(call, what = "") {
  let outcome;
  try {
    outcome = call();
  } catch (error) {
    outcome = error;
    const name = error?.constructor?.name;
    assert.ok(
      error instanceof InputError || error instanceof ValidationError,
      `${what}: threw ${name}: ${error?.message}`,
    );
  }
  assertUnpolluted(what);
  assert.equal(JSON.stringify(check(ORDINARY)), ordinaryReport, what);
  return outcome;
}

/** The report of a document. */
export function reportOf(document, options, what) {
  const report = tried(() => check(document, options), what);
  assert.ok(Array.isArray(report.diagnostics), `${what}: ${report}`);
  return report;
}

/** The problems that a builder throws, or those it warned of. */
export function builderProblems(kind, args, what) {
  const warned = [];
  const outcome = tried(() => KINDS[kind].build(args, { ...NEEDS[kind], onDiagnostic: (d) => warned.push(d) }), what);
  assert.ok(!(outcome instanceof InputError), `${what}: ${outcome?.message}`);
  return outcome instanceof ValidationError ? problems(outcome) : problems({ diagnostics: warned });
}

/** Asserts that a call is refused with an `InputError` at a path. */
export function refused(call, path, what = path) {
  const error = tried(call, what);
  assert.ok(error instanceof InputError, `${what}: not refused`);
  assert.equal(error.path, path, what);
  assert.ok(error instanceof TypeError && error.message.length < 1000, what);
}
