// `npm run bench`: what a call costs, how large the package is, how long the first answer takes, how the time grows with
// the size of a program, and what the arithmetic of plans costs. Prints a report.
// There are no targets: nothing here fails because it is slow.
//
// Absolute figures of one machine vary by a factor of two from minute to minute; the ratios, taken within one round of
// one process, repeat far better.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { readArguments, USAGE } from "./lib/arguments.mjs";
import { chooseClock } from "./lib/clock.mjs";
import { findPackage, versionOf } from "./lib/package.mjs";
import { random } from "./lib/shuffle.mjs";
import { calls, showCalls } from "./parts/calls.mjs";
import { planning, showPlanning } from "./parts/planning.mjs";
import { scale, showScale } from "./parts/scale.mjs";
import { showSize, size } from "./parts/size.mjs";
import { showStart, start } from "./parts/start.mjs";

const SEED = 20_261_123;
const FULL = { calls: { rounds: 151, sampleMs: 15, warmUpMs: 400 }, startRounds: 61, scale: { rounds: 9, sizes: [1_000, 10_000] }, planning: { rounds: 9, sizes: [1_000, 10_000, 100_000], taken: 100_000 } };
const QUICK = { calls: { rounds: 5, sampleMs: 2, warmUpMs: 30 }, startRounds: 2, scale: { rounds: 1, sizes: [100, 1_000] }, planning: { rounds: 1, sizes: [100, 1_000], taken: 1_000 } };

try {
  const { quick = false, json, package: folder, help } = readArguments(process.argv.slice(2));
  if (help) console.log(USAGE);
  else await bench(quick, json, folder);
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}

async function bench(quick, json, folder) {
  const subject = findPackage(folder);
  const plan = quick ? QUICK : FULL;
  const next = random(SEED);
  const versions = [
    `${subject.manifest.name} ${subject.manifest.version}`,
    `zod ${versionOf("zod")}`,
    `ajv ${versionOf("ajv")}`,
    ...["ipaddr.js", "cidr-tools", "croner", "cron-parser"].map((name) => `${name} ${versionOf(name)}`),
    `Node ${process.versions.node}`,
    `${cpus().length} x ${cpus()[0].model.trim()}`,
  ];
  console.log(`${versions.join(", ")}${quick ? "\nQuick: the figures mean little." : ""}\n`);

  const results = { quick, versions };
  const part = (name, result, show) => {
    results[name] = result;
    console.log(`${show(result)}\n`);
  };
  part("calls", calls(subject.load(), plan.calls, chooseClock(), next), showCalls);
  part("size", await size(subject), showSize);
  part("start", start(subject, plan.startRounds, next), showStart);
  part("scale", scale(subject.load(), plan.scale, chooseClock(), next), showScale);
  part("planning", planning(subject.load(), plan.planning, chooseClock(), next), showPlanning);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`);
}
