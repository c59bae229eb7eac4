// The package, from `require` to the first report. Argument: the package's CommonJS file. Prints milliseconds.
"use strict";
const { writeSync } = require("node:fs");
const { INPUTS } = require("../subjects/cluster.cjs");
const { args } = INPUTS.valid;
const [, , file] = process.argv;

const start = process.hrtime.bigint();
const { check } = require(file);
const report = check({ resources: [{ kind: "ManagedCluster", name: "orders", args }] });
const end = process.hrtime.bigint();

if (!report.ok) throw new Error("the valid cluster was refused");
writeSync(1, String(Number(end - start) / 1e6));
