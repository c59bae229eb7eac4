// `npm run bench`: one part after the other, each with its tables, and at the end the goals and what was measured.
// Nothing here fails because it is slow; it fails when two that are compared do not give the same answer.
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { GOALS } from "./goals.mjs";
import { FULL, markdown, QUICK, short, time } from "./measure.mjs";
import { findPackage, versionOf } from "./package.mjs";
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

const PARTS = Object.entries({
  calls,
  floor,
  document,
  growth,
  cidr,
  overlap,
  free,
  cron,
  native,
  start,
  size,
  memory,
});
const PEERS = ["zod", "ajv", "ipaddr.js", "cidr-tools", "fast-cidr-tools", "croner", "cron-parser"];
const USAGE = `usage: npm run bench -- [PART...] [--quick] [--json FILE] [--docs] [--package FOLDER]
  PART              only the parts with one of these words in their names:
                    ${PARTS.map(([name]) => name).join(", ")}
  --quick           one short round of small inputs: shows that everything runs, the figures mean little
  --json FILE       writes the figures there too
  --docs            writes the table of goals into docs/performance.md
  --package FOLDER  measures this build of the package instead of the one in target/npm`;

try {
  await bench(readArguments());
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}

function readArguments() {
  const [flag, text] = [{ type: "boolean" }, { type: "string" }];
  try {
    const options = { quick: flag, docs: flag, json: text, package: text };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.find((word) => !PARTS.some(([name]) => name.includes(word)));
    if (unknown !== undefined) throw new Error(`no part has \`${unknown}\` in its name`);
    const chosen = PARTS.filter(
      ([name]) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
    );
    if (values.docs && (values.quick || chosen.length < PARTS.length))
      throw new Error("--docs needs a whole run: no --quick, no parts");
    return { ...values, chosen };
  } catch (error) {
    throw new Error(`${error.message}\n${USAGE}`);
  }
}

async function bench({ quick = false, chosen, json, docs, package: folder }) {
  const subject = findPackage(folder);
  const peers = PEERS.map((name) => `${name} ${versionOf(name)}`);
  const results = {
    quick,
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} x ${cpus()[0].model.trim()}, ${process.platform} ${process.arch}`,
    versions: [`${subject.manifest.name} ${subject.manifest.version}`, ...peers, `Node ${process.versions.node}`],
  };
  const measured = `Measured on ${results.date}: ${results.machine}; ${results.versions.join(", ")}.`;
  console.log(`${measured}${quick ? "\nQuick: the figures mean little." : ""}\n`);
  for (const [name, { title, run }] of chosen) {
    console.log(`${name}: ${title}\n`);
    const { tables, ...figures } = await run({ subject, quick, plan: quick ? QUICK : FULL });
    results[name] = figures;
    console.log(tables.map((rows) => `${markdown(rows)}\n`).join("\n"));
  }
  const table = markdown(summary(chosen.map(([name]) => results[name])));
  console.log(`Goals\n\n${table}`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`);
  if (docs) writeDocs(`${measured}\n\n${table}`);
}

/** The goals of the parts that ran, each with what was measured, and with its floor if there is one. */
function summary(parts) {
  const goals = Object.assign({}, ...parts.map((part) => part.goals));
  const floors = Object.assign({}, ...parts.map((part) => part.floors));
  return [
    ["what", "ours", "against", "median [p10 .. p90]", "floor", "must", "aim", ""],
    ...GOALS.filter(({ id }) => goals[id]).map(({ id, what, peer, must, aim, least, unit }) => {
      const { median, p10, p90, ns, peer: best = peer } = goals[id];
      return [
        what,
        ns === undefined ? "" : time(ns),
        best,
        `${short(median)}${unit}${p10 === p90 ? "" : ` [${short(p10)} .. ${short(p90)}]`}`,
        floors[id] === undefined ? "" : `${short(floors[id])} x`,
        least > 0 ? "equal" : must === undefined ? "" : `${short(must)}${unit}`,
        least > 0 ? "" : `${short(aim)}${unit}`,
        verdict(median, { must, aim, least }),
      ];
    }),
  ];
}

/** What a median means to its goal. */
function verdict(median, { must, aim, least }) {
  if (median >= least && median <= aim) return "met";
  if (must === undefined) return "aim not met";
  return median >= least && median <= must ? "must met" : "**must not met**";
}

/** In docs/performance.md, what was measured stands between two markers; everything else is written by hand. */
function writeDocs(text) {
  const file = new URL("../docs/performance.md", import.meta.url);
  const [begin, end] = ["<!-- measured: written by `npm run bench -- --docs` -->", "<!-- /measured -->"];
  const page = readFileSync(file, "utf8");
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error("docs/performance.md has lost the markers of what is measured");
  writeFileSync(file, `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`);
}
