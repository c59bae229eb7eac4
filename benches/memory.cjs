// How much memory the core has after many checks: a good document, a bad one, and one with a getter that throws, in
// turn. Arguments: the package's CommonJS file, after how many checks to look first, and how many there are.
// Prints `[{ checks, instances, bytes, table }, ...]`.
"use strict";
const { writeSync } = require("node:fs");
const { INPUTS } = require("./contestants/cluster.cjs");
const [, , file, early, late] = process.argv;

// The core is not to be had from the package's API; this sees it being made.
const seen = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...given) {
    super(...given);
    seen.push(this.exports);
  }
};

const { check, managedCluster, cidr, ValidationError, InputError } = require(file);
const documentOf = (args) => ({ partial: true, resources: [{ kind: "ManagedCluster", name: "orders", args }] });
const good = documentOf(INPUTS.valid.args);
const bad = documentOf(INPUTS["wrong-values"].args);
const throwing = documentOf(
  Object.defineProperty({ ...INPUTS.valid.args }, "topology", { enumerable: true, get: thrower }),
);
function thrower() {
  throw new Error("of the getter");
}

/** Each of them is an expected outcome; anything else stops the measurement. */
const CALLS = [
  () => check(good).ok,
  () => !check(bad).ok,
  () => !check(throwing).ok,
  () => managedCluster(INPUTS.valid.args).name === "orders",
  () => fails(() => managedCluster(INPUTS["wrong-values"].args), ValidationError),
  () => fails(() => cidr.parse("10.0.0.0/33"), InputError),
];
function fails(call, Expected) {
  try {
    call();
    return false;
  } catch (error) {
    if (error instanceof Expected) return true;
    throw error;
  }
}

const looks = [];
for (let checks = 1; checks <= Number(late); checks++) {
  if (!CALLS[checks % CALLS.length]())
    throw new Error(`call ${checks % CALLS.length} has another outcome than expected`);
  if (checks === Number(early) || checks === Number(late)) looks.push(look(checks));
}
writeSync(1, JSON.stringify(looks));

function look(checks) {
  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  const values = seen.flatMap((exported) => Object.values(exported));
  const bytes = sum(
    values.filter((value) => value instanceof WebAssembly.Memory).map(({ buffer }) => buffer.byteLength),
  );
  const table = sum(values.filter((value) => value instanceof WebAssembly.Table).map(({ length }) => length));
  return { checks, instances: seen.length, bytes, table };
}
