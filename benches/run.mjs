// `npm run bench`: one part after the other, each with its table, and at the end the goals and what was measured.
// Nothing here fails because it is slow; it fails when two that are compared do not give the same answer.
//
// Absolute figures of one machine vary by a factor of two from minute to minute; the ratios, taken within one round of
// one process, repeat far better.
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { chosen, readArguments, USAGE } from "./lib/arguments.mjs";
import { chooseClock } from "./lib/clock.mjs";
import { writeDocs } from "./lib/docs.mjs";
import { findPackage, versionOf } from "./lib/package.mjs";
import { random } from "./lib/shuffle.mjs";
import { showSummary } from "./lib/summary.mjs";
import { calls } from "./parts/calls.mjs";
import { cidr } from "./parts/cidr.mjs";
import { cron } from "./parts/cron.mjs";
import { document } from "./parts/document.mjs";
import { floor } from "./parts/floor.mjs";
import { free } from "./parts/free.mjs";
import { growth } from "./parts/growth.mjs";
import { memory } from "./parts/memory.mjs";
import { native } from "./parts/native.mjs";
import { overlap } from "./parts/overlap.mjs";
import { size } from "./parts/size.mjs";
import { start } from "./parts/start.mjs";

const PARTS = [calls, floor, document, growth, cidr, overlap, free, cron, native, start, size, memory];
const PEERS = ["zod", "ajv", "ipaddr.js", "cidr-tools", "fast-cidr-tools", "croner", "cron-parser"];
const SEED = 20_261_123;

try {
  const options = readArguments(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else await bench(options);
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}

async function bench({ quick = false, json, docs = false, package: folder, native: program, words }) {
  const parts = chosen(PARTS, words);
  if (docs && (quick || parts.length < PARTS.length)) throw new Error("--docs needs a whole run: no --quick, no parts");
  const subject = findPackage(folder);
  const results = {
    quick,
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} x ${cpus()[0].model.trim()}, ${process.platform} ${process.arch}`,
    versions: [
      `${subject.manifest.name} ${subject.manifest.version}`,
      ...PEERS.map((name) => `${name} ${versionOf(name)}`),
      `Node ${process.versions.node}`,
    ],
  };
  console.log(
    `${[...results.versions, results.machine].join(", ")}${quick ? "\nQuick: the figures mean little." : ""}\n`,
  );

  const clock = chooseClock();
  const texts = [];
  for (const { name, title, plan, run, show } of parts) {
    console.log(title);
    const context = { subject, program, plan: quick ? plan.quick : plan.full, clock, next: random(SEED) };
    results[name] = await run(context);
    const text = results[name].notMeasured ? `   not measured: ${results[name].notMeasured}` : show(results[name]);
    texts.push([title, text]);
    console.log(`${text}\n`);
  }
  console.log(showSummary(results));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`);
  if (docs) writeDocs(results, texts);
}
