// The package in a fresh process: require, one check, then many builder calls. Arguments: the package's CommonJS file
// and the number of configurations. Prints the milliseconds from the start to the end of each.
"use strict";
const { writeSync } = require("node:fs");
const { INPUTS, copies } = require("../contestants/cluster.cjs");
const { args } = INPUTS.valid;
const [, , file, count] = process.argv;
const configurations = copies(args, Number(count));

const start = process.hrtime.bigint();
const since = () => Number(process.hrtime.bigint() - start) / 1e6;
const { check, managedCluster } = require(file);
const required = since();
const report = check({ resources: [{ kind: "ManagedCluster", name: "orders", args }] });
const first = since();
let accepted = 0;
// One that is refused throws.
for (const configuration of configurations) if (managedCluster(configuration).name === configuration.name) accepted++;
const all = since();

if (!report.ok || accepted !== configurations.length) throw new Error("a valid cluster was refused");
writeSync(1, JSON.stringify({ required, first, all }));
