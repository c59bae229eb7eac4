// zod, from `require` to the first parse; the schema has to be made first. Prints milliseconds.
"use strict";
const { writeSync } = require("node:fs");
const { INPUTS } = require("../subjects/cluster.cjs");
const { clusterSchema } = require("../subjects/zod-schema.cjs");
const { args } = INPUTS.valid;

const start = process.hrtime.bigint();
const { z } = require("zod");
const { success } = clusterSchema(z).safeParse(args);
const end = process.hrtime.bigint();

if (!success) throw new Error("the valid cluster was refused");
writeSync(1, String(Number(end - start) / 1e6));
