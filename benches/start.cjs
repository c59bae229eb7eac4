// A fresh process, from just before `require` on. Arguments: whose, our file, how many configurations are checked one by
// one. Prints the milliseconds until it is loaded, until the first answer, and until the last.
"use strict";
const { readFileSync, writeSync } = require("node:fs");
const [, , side, file, count] = process.argv;
if (side === "bare") process.exit();
const { INPUTS, copies } = require("./contestants/cluster.cjs");
const { clusterSchema } = require("./contestants/zod-schema.cjs");
const { args } = INPUTS.valid;
const configurations = copies(args, Number(count));

const begin = process.hrtime.bigint();
const times = {};
const mark = (name) => {
  times[name] = Number(process.hrtime.bigint() - begin) / 1e6;
};

/** Each gives a function that says whether a configuration is accepted. */
const SIDES = {
  planner() {
    const { check, managedCluster } = require(file);
    mark("required");
    const { ok } = check({ resources: [{ kind: "ManagedCluster", name: "orders", args }] });
    mark("first");
    return ok && ((given) => managedCluster(given).name === given.name);
  },
  zod() {
    const { z } = require("zod");
    mark("required");
    const schema = clusterSchema(z);
    const { success } = schema.safeParse(args);
    mark("first");
    return success && ((given) => schema.safeParse(given).success);
  },
  /** What cannot be saved of our start: reading the core's file and compiling it, without a call. */
  compile() {
    new WebAssembly.Module(readFileSync(file));
    mark("first");
    return () => true;
  },
};

const accepts = SIDES[side]();
if (!accepts || !configurations.every(accepts)) throw new Error("a valid cluster was refused");
if (configurations.length > 0) mark("all");
writeSync(1, JSON.stringify(times));
