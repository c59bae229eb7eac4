// The input that every contestant gets. CommonJS, because the programs in ../start/ need it before any module loader
// of ES modules has run.
"use strict";

/** A cluster without any fault, with every property that one on AWS needs and all its own defaults written out. */
const valid = {
  projectId: "bq4m8lp5rq5c6n1v2x3z",
  networkId: "bq4m8lp5rq5c6n1v2x40",
  name: "orders",
  topology: "three-node-multi-zone",
  instanceType: "M16",
  diskSize: 500,
  diskType: "gp3",
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
  projectionLevel: "off",
  publicAccess: false,
  protected: true,
};

/** Three faults of the shape: a property that does not exist, a wrong type, and a missing property. */
const { instanceType: _leftOut, ...others } = valid;
const wrongShape = { ...others, diskSize: "500", protect: true };

/** Three faults of values: outside a closed list, out of range, and not of the form of a release line. */
const wrongValues = { ...valid, topology: "three-node", diskSize: 5000, serverVersion: "v26" };

/** The inputs by name; `paths` is where the problems are, in order. */
const INPUTS = {
  valid: { title: "valid cluster", args: valid, paths: [] },
  "wrong-shape": {
    title: "three faults of shape (unknown property, wrong type, missing property)",
    args: wrongShape,
    paths: ["diskSize", "instanceType", "protect"],
  },
  "wrong-values": {
    title: "three faults of values (closed list, range, version)",
    args: wrongValues,
    paths: ["diskSize", "serverVersion", "topology"],
  },
};

/**
 * That many inputs alike but not the same object: a validator that always sees one object is faster than any program
 * would find it.
 */
function copies(args, count = 64) {
  return Array.from({ length: count }, (_, i) => ({ ...args, name: `${args.name}-${i}` }));
}

module.exports = { INPUTS, copies };
