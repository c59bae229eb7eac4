// The core in wasm against the same core as a native program (../native.rs), on the same inputs, in wall time.
//
// Both begin with packed bytes and end with packed bytes. In wasm that is what goes on inside the exports of the core:
// their time is taken around each call from JavaScript, so that what JavaScript does before and after is no part of it.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { isDeepStrictEqual } from "node:util";
import { blocksAt } from "../contestants/blocks.mjs";
import cluster from "../contestants/cluster.cjs";
import { program } from "../contestants/kinds.mjs";
import { AFTER, SCHEDULES } from "../contestants/schedules.mjs";
import { ratio, rounds, sampler, short, spread, time, wallTime } from "../measure.mjs";

const BLOCKS = 100_000;
/** Out of order, by a step that shares no factor with the number of blocks. */
const PLACES = Array.from({ length: BLOCKS }, (_, i) => (i * 61_803) % BLOCKS);

/** `question` and `values` are what the native program asks. */
const workloadsOf = ({ managedCluster, check, cidr, schedule }) => {
  const { args } = cluster.INPUTS.valid;
  const [document, blocks] = [program(1_000), blocksAt(PLACES)];
  const options = { after: AFTER, count: 1_000 };
  return [
    {
      id: "cluster",
      title: "valid ManagedCluster",
      question: "Build",
      values: ["ManagedCluster", null, args],
      run: () => managedCluster(args),
      // The core says nothing where there is nothing to change or to report.
      answer: (built) => (isDeepStrictEqual(built, args) ? null : built),
    },
    {
      id: "document",
      question: "Check",
      title: "document of 1,000 resources",
      values: [document, null],
      run: () => check(document),
    },
    {
      id: "overlap",
      question: "CidrOverlapping",
      title: "overlap of 100,000 blocks",
      values: [blocks],
      run: () => cidr.overlapping(blocks),
    },
    {
      id: "next",
      question: "ScheduleNext",
      title: "next 1,000 occurrences",
      values: [SCHEDULES[0], options],
      run: () => schedule.next(SCHEDULES[0], options),
    },
  ];
};

export const native = {
  title: "the core in wasm against the same Rust as a native program",
  async run({ subject, plan }) {
    const executable = compiled();
    const [api, insideTime] = timed(subject);
    const rows = [];
    const goals = {};
    for (const { id, question, title, values, run, answer = (found) => found } of workloadsOf(api)) {
      const natively = (values, ...given) =>
        Number(execFileSync(executable, [question, ...given], { input: JSON.stringify(values), encoding: "utf8" }));
      // Stops when it answers anything else.
      natively([...values, answer(run())]);
      const contestant = { run, inputs: [undefined] };
      const [outside, inside, whole] = await rounds(plan.rounds, [
        () => natively(values, String(plan.ms)),
        await sampler(contestant, plan, insideTime),
        await sampler(contestant, plan, wallTime),
      ]);
      goals[`native/${id}`] = ratio(inside, outside);
      rows.push([
        title,
        ...[outside, inside, whole].map((ns) => time(spread(ns).median)),
        ...[inside, whole].map((ns) => short(ratio(ns, outside).median)),
      ]);
    }
    const head = ["", "native", "inside wasm", "whole call", "inside, x native", "whole, x native"];
    return { goals, tables: [[head, ...rows]] };
  },
};

/** Compiles the native program; returns where it is. */
function compiled() {
  const given = ["bench", "--bench", "native", "--no-run", "--quiet", "--message-format=json-render-diagnostics"];
  const stdio = ["ignore", "pipe", "inherit"];
  const cwd = new URL("../..", import.meta.url);
  const said = execFileSync("cargo", given, { cwd, stdio, encoding: "utf8", maxBuffer: 2 ** 28 });
  const messages = said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return messages.find(({ target, executable }) => target?.name === "native" && executable).executable;
}

/** The package in a copy of its own, and a clock of the time that it spends in the exports of its core. */
function timed({ root, load }) {
  const { cache } = createRequire(import.meta.url);
  const forget = () => {
    for (const file of Object.keys(cache)) if (file.startsWith(root)) delete cache[file];
  };
  let spent = 0;
  let depth = 0;
  // One that is called from inside another is a part of that.
  const around =
    (work) =>
    (...given) => {
      const begin = depth++ === 0 ? wallTime() : 0;
      try {
        return work(...given);
      } finally {
        if (--depth === 0) spent += wallTime() - begin;
      }
    };
  const { Instance } = WebAssembly;
  // biome-ignore lint/complexity/useArrowFunction: it is called with `new`.
  WebAssembly.Instance = function (...given) {
    const { exports } = new Instance(...given);
    const wrapped = ([name, value]) => [name, typeof value === "function" ? around(value) : value];
    return { exports: Object.fromEntries(Object.entries(exports).map(wrapped)) };
  };
  try {
    forget();
    const api = load();
    // Makes the instances.
    api.cidr.parse("10.0.0.0/8");
    api.check({ resources: [] });
    forget();
    if (spent === 0) throw new Error("the calls of the core do not pass here");
    return [api, () => spent];
  } finally {
    WebAssembly.Instance = Instance;
  }
}
