// zod in a fresh process: require, the schema and one parse, then many. Argument: the number of configurations. Prints
// the milliseconds from the start to the end of each.
"use strict";
const { writeSync } = require("node:fs");
const { INPUTS, copies } = require("../contestants/cluster.cjs");
const { clusterSchema } = require("../contestants/zod-schema.cjs");
const { args } = INPUTS.valid;
const configurations = copies(args, Number(process.argv[2]));

const start = process.hrtime.bigint();
const since = () => Number(process.hrtime.bigint() - start) / 1e6;
const { z } = require("zod");
const required = since();
const schema = clusterSchema(z);
const { success } = schema.safeParse(args);
const first = since();
let accepted = 0;
for (const configuration of configurations) if (schema.safeParse(configuration).success) accepted++;
const all = since();

if (!success || accepted !== configurations.length) throw new Error("a valid cluster was refused");
writeSync(1, JSON.stringify({ required, first, all }));
