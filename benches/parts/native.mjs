// The core in wasm against the same core as a native program (../native.rs), on the same inputs.
//
// Both begin with packed bytes and end with packed bytes. In wasm that is what goes on inside the exports of the core:
// their time is taken from outside, around each call from JavaScript, so that what JavaScript does before and after is
// no part of it. The cost of taking the time is measured too, and taken off.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { isDeepStrictEqual } from "node:util";
import { shuffled } from "../lib/shuffle.mjs";
import { ratio, spread } from "../lib/stats.mjs";
import { range, table } from "../lib/table.mjs";

export const native = {
  name: "native",
  title: "native: the core in wasm against the same Rust as a native program",
  plan: { full: { rounds: 41, sampleMs: 40, warmUpMs: 1_000 }, quick: { rounds: 2, sampleMs: 2, warmUpMs: 20 } },
  run,
  show,
};

function run({ subject, program, plan, next }) {
  if (program === undefined) return { notMeasured: "needs --native PROGRAM, which npm run bench gives", goals: {} };
  const { inputs, answers } = JSON.parse(call(program, ["--inputs"]));
  const [api, spent] = timed(subject);
  const workloads = workloadsOf(api, inputs);
  for (const { id, answer, run: once } of workloads) {
    const found = answer(once());
    // What is not there in the one is `undefined` in the other.
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(found)), answers[id] ?? "accepted"))
      throw new Error(`${id}: wasm and native give different answers`);
  }
  for (const { run: once } of workloads) {
    const end = performance.now() + plan.warmUpMs;
    do once();
    while (performance.now() < end);
  }
  const samples = new Map(workloads.map(({ id }) => [id, { native: [], wasm: [], whole: [] }]));
  for (let round = 0; round < plan.rounds; round++) {
    for (const workload of shuffled(workloads, next)) {
      const of = samples.get(workload.id);
      const ours = () => {
        const { inside, whole } = sample(workload.run, plan.sampleMs, spent);
        of.wasm.push(inside);
        of.whole.push(whole);
      };
      const theirs = () =>
        of.native.push(
          JSON.parse(
            call(program, ["--json", "--only", workload.id, "--ms", String(plan.sampleMs / 2), "--samples", "1"]),
          )[workload.id],
        );
      for (const one of shuffled([ours, theirs], next)) one();
    }
  }
  const rows = workloads.map(({ id, title }) => {
    const of = samples.get(id);
    return {
      id,
      title,
      nativeNs: spread(of.native),
      wasmNs: spread(of.wasm),
      wholeNs: spread(of.whole),
      ofNative: ratio(of.wasm, of.native),
      wholeOfNative: ratio(of.whole, of.native),
    };
  });
  return {
    clock: "wall time",
    rounds: plan.rounds,
    rows,
    goals: Object.fromEntries(rows.map(({ id, ofNative }) => [`native/${id}`, ofNative])),
  };
}

const workloadsOf = ({ managedCluster, check, cidr, schedule }, { cluster, document, overlap, next }) => [
  {
    id: "cluster",
    title: "valid ManagedCluster",
    run: () => managedCluster(cluster),
    answer: (built) => (isDeepStrictEqual(built, cluster) ? "accepted" : built),
  },
  { id: "document", title: "document of 1,000 resources", run: () => check(document), answer: (report) => report },
  { id: "overlap", title: "overlap of 100,000 blocks", run: () => cidr.overlapping(overlap), answer: (pairs) => pairs },
  { id: "next", title: "next 1,000 occurrences", run: () => schedule.next(...next), answer: (runs) => runs },
];

/** Nanoseconds of a call inside the core, and all in all. */
function sample(once, ms, spent) {
  spent.ms = 0;
  spent.calls = 0;
  let count = 0;
  const begin = performance.now();
  do {
    once();
    count++;
  } while (performance.now() - begin < ms);
  const whole = performance.now() - begin;
  const inside = spent.ms - spent.calls * emptyCallMs(spent);
  return { inside: (inside * 1e6) / count, whole: (whole * 1e6) / count };
}

/** What a call that does nothing seems to take. */
function emptyCallMs(spent) {
  const { ms, calls } = spent;
  const empty = around(spent, () => 0);
  for (let i = 0; i < 5_000; i++) empty(i);
  const each = (spent.ms - ms) / (spent.calls - calls);
  spent.ms = ms;
  spent.calls = calls;
  return each;
}

/** The package in a copy of its own, and a record of the time that it spends in the exports of its core. */
function timed({ root, load }) {
  const { cache } = createRequire(import.meta.url);
  const forget = () =>
    Object.keys(cache)
      .filter((file) => file.startsWith(root))
      .forEach((file) => delete cache[file]);
  const spent = { ms: 0, calls: 0, depth: 0 };
  const { Instance } = WebAssembly;
  // biome-ignore lint/complexity/useArrowFunction: it is called with `new`.
  WebAssembly.Instance = function (...given) {
    const { exports } = new Instance(...given);
    return {
      exports: Object.fromEntries(
        Object.entries(exports).map(([name, value]) => [
          name,
          typeof value === "function" ? around(spent, value) : value,
        ]),
      ),
    };
  };
  try {
    forget();
    const api = load();
    api.cidr.parse("10.0.0.0/8"); // makes the instance
    forget();
    if (spent.calls === 0) throw new Error("the calls of the core do not pass here");
    return [api, spent];
  } finally {
    WebAssembly.Instance = Instance;
  }
}

/** A function of the core, with its time taken; one that is called from inside another is a part of that. */
function around(spent, work) {
  return (...given) => {
    if (spent.depth > 0) return work(...given);
    spent.depth = 1;
    spent.calls++;
    const begin = performance.now();
    try {
      return work(...given);
    } finally {
      spent.ms += performance.now() - begin;
      spent.depth = 0;
    }
  };
}

function call(program, given) {
  const { status, stdout, stderr, error } = spawnSync(program, given, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${program} did not run: ${error?.message ?? stderr}`);
  return stdout;
}

/** The part as text. */
function show({ clock, rounds, rows }) {
  return [
    `   ${rounds} rounds, both in each; ${clock}; median [p10 .. p90]. Both gave the same answers.`,
    "   In wasm: from packed bytes to packed bytes, inside the core, as natively. Whole call: with what " +
      "JavaScript adds.",
    "",
    table(
      ["", "native", "in wasm", "x native", "whole call, x native"],
      rows.map(({ title, nativeNs, wasmNs, ofNative, wholeOfNative }) => [
        title,
        us(nativeNs),
        us(wasmNs),
        range(ofNative),
        range(wholeOfNative),
      ]),
    ),
  ].join("\n");
}

const us = ({ median, p10, p90 }) => range({ median: median / 1e3, p10: p10 / 1e3, p90: p90 / 1e3 }, " us");
