// What the tests about bad input share: the properties of every kind, good args, and a net under each call.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

/** The built package, as `require` gives it. */
export const planner = createRequire(import.meta.url)("eventstorecloud-planner");
const { InputError, ValidationError, check } = planner;

/** Every property of every kind with the type of its value; `computed` ones cannot be written. */
export const KINDS = {
  Project: { build: planner.project, text: ["name"], number: [], boolean: [], computed: [] },
  Network: {
    build: planner.network,
    text: ["projectId", "resourceProvider", "region", "cidrBlock", "name"],
    number: [],
    boolean: ["publicAccess"],
    computed: [],
  },
  ManagedCluster: {
    build: planner.managedCluster,
    text: ["projectId", "networkId", "topology", "instanceType", "diskType", "serverVersion", "serverVersionTag", "projectionLevel", "aclId", "name"],
    number: ["diskSize", "diskIops", "diskThroughput"],
    boolean: ["publicAccess", "protected"],
    computed: ["dnsName", "region", "resourceProvider"],
  },
  ScheduledBackup: {
    build: planner.scheduledBackup,
    text: ["projectId", "sourceClusterId", "description", "schedule", "backupDescription"],
    number: ["maxBackupCount"],
    boolean: [],
    computed: [],
  },
};

/** Args that nothing is wrong with, by kind. */
export const GOOD = {
  Project: { name: "orders" },
  Network: { projectId: "c2bq5k5o4t0gqrkt0030", resourceProvider: "aws", region: "us-east-1", cidrBlock: "10.20.0.0/16", name: "net" },
  ManagedCluster: {
    projectId: "c2bq5k5o4t0gqrkt0030",
    networkId: "c2bq5k5o4t0gqrkt0040",
    topology: "three-node-multi-zone",
    instanceType: "M32",
    diskSize: 1000,
    diskType: "gp3",
    diskIops: 3000,
    diskThroughput: 125,
    serverVersion: "26.0",
    projectionLevel: "off",
    protected: true,
    name: "db",
  },
  ScheduledBackup: {
    projectId: "c2bq5k5o4t0gqrkt0030",
    sourceClusterId: "c2bq5k5o4t0gqrkt0050",
    description: "nightly",
    schedule: "0 2 * * *",
    backupDescription: "{cluster} nightly {datetime:rfc3339}",
    maxBackupCount: 7,
  },
};

/** All inputs of all kinds: `{ kind, property, type }`. */
export const PROPERTIES = Object.entries(KINDS).flatMap(([kind, { text, number, boolean }]) =>
  Object.entries({ text, number, boolean }).flatMap(([type, names]) => names.map((property) => ({ kind, property, type }))),
);

/** A document of one resource. */
export const one = (kind, args, name = "it") => ({ resources: [{ kind, name, args }] });

/** Good args with one property replaced. Not a spread over the value: the value may throw. */
export const withValue = (kind, property, value) => ({ ...GOOD[kind], [property]: value });

/** `CODE path` of each diagnostic. */
export const problems = ({ diagnostics }) => diagnostics.map(({ code, path }) => `${code} ${path}`);

/** What an ordinary program gives, and must give again after every bad call. */
const ORDINARY = {
  packages: ["@pulumi/eventstorecloud"],
  resources: [
    { kind: "Project", name: "orders", args: { name: " " } },
    { kind: "Network", name: "net", args: { ...GOOD.Network, region: "us-east1", projectId: { ref: "order" } } },
    { kind: "ManagedCluster", name: "db", args: { ...GOOD.ManagedCluster, networkId: { unknown: true }, serverVersion: 26.1 } },
  ],
};
const ordinaryReport = JSON.stringify(check(ORDINARY));
const keysOf = (prototype) => Reflect.ownKeys(prototype).map(String).join();
const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Promise.prototype];
const prototypeKeys = PROTOTYPES.map(keysOf);

/** Longest time of one call in ms; generous, for slow machines. */
const LONGEST = 5000;

/**
 * Makes a call and returns its value, or the error it threw. Asserts what holds after any call, good or bad: it took
 * no longer than `LONGEST`, whatever was thrown is one of our own errors and no trap, prototypes are as they were, and
 * an ordinary call gives what it always gives.
 */
export function tried(call, what = "") {
  const start = performance.now();
  let outcome;
  try {
    outcome = call();
  } catch (error) {
    outcome = error;
    const name = error?.constructor?.name;
    assert.ok(error instanceof InputError || error instanceof ValidationError, `${what}: threw ${name}: ${error?.message}`);
  }
  const took = performance.now() - start;
  assert.ok(took < LONGEST, `${what}: took ${took.toFixed(0)} ms`);
  assert.deepEqual(PROTOTYPES.map(keysOf), prototypeKeys, what);
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
  const outcome = tried(() => KINDS[kind].build(args, { onDiagnostic: (d) => warned.push(d) }), what);
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
