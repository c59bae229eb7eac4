// What cannot be saved of our start: reading the core's file and compiling it, without a call. Argument: the core.
// Prints the milliseconds.
"use strict";
const { readFileSync, writeSync } = require("node:fs");
const [, , file] = process.argv;

const start = process.hrtime.bigint();
const bytes = readFileSync(file);
new WebAssembly.Module(bytes);
const first = Number(process.hrtime.bigint() - start) / 1e6;
writeSync(1, JSON.stringify({ first }));
