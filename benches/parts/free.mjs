// Free places among many blocks: one at a time, and a whole plan.
import { excludeCidr } from "cidr-tools";
import { ratio, spread } from "../lib/stats.mjs";
import { range, table } from "../lib/table.mjs";
import { measureTasks, taskRows } from "../lib/tasks.mjs";
import { shuffled } from "../lib/shuffle.mjs";

const POOL = "10.0.0.0/8";

export const free = {
  name: "free",
  title: "free: a free block among many that are taken",
  plan: { full: { rounds: 21, taken: 100_000, wanted: 1_000 }, quick: { rounds: 1, taken: 1_000, wanted: 10 } },
  run,
  show,
};

/**
 * A pool of /25 of which the first ones are taken, all but a /20 in the middle: of the free places with room for a /20
 * it is the one that fits best, and comes first. In no order.
 */
function takenOf(count, next) {
  const address = (i) => [10 + (i >>> 17), (i >>> 9) & 255, (i >>> 1) & 255, (i & 1) * 128].join(".");
  const hole = Math.floor(count / 64) * 32;
  const places = Array.from({ length: count + 32 }, (_, i) => i).filter((i) => i < hole || i >= hole + 32);
  return shuffled(places, next).map((i) => `${address(i)}/25`);
}

function run({ subject, plan, clock, next }) {
  const { cidr, planAddressSpace } = subject.load();
  const taken = takenOf(plan.taken, next);
  const request = {
    pools: [POOL],
    reserved: taken,
    reserveNotable: false,
    requests: Array.from({ length: plan.wanted }, (_, i) => ({ name: `n${i}`, prefixLength: 24 })),
  };
  const wide = (list) => list.find((block) => Number(block.split("/")[1]) <= 20);
  const tasks = [
    { id: "one", own: true, title: "cidr.nextFree(), a /20", run: () => cidr.nextFree(POOL, taken, 20) },
    { id: "exclude", title: "cidr-tools excludeCidr, then the first", run: () => wide(excludeCidr(POOL, taken)) },
    {
      id: "many",
      title: `planAddressSpace(), ${plan.wanted.toLocaleString("en")} networks at once`,
      run: () => planAddressSpace(request),
      checked: true,
    },
  ].map((task) => ({ ...task, group: "free" }));
  checkPlan(planAddressSpace(request), taken, plan.wanted);
  const samples = measureTasks(tasks, plan, clock, next);
  const each = samples.get("many").map((ns) => ns / plan.wanted);
  const goals = {
    "free/one": ratio(samples.get("one"), samples.get("exclude")),
    "free/many": ratio(each, samples.get("exclude")),
  };
  return {
    clock: clock.name,
    rounds: plan.rounds,
    taken: taken.length,
    rows: taskRows(tasks, samples),
    eachMs: spread(each.map((ns) => ns / 1e6)),
    goals,
  };
}

/** The plan has as many blocks as were wanted, all different /24 within what cidr-tools finds to be free. */
function checkPlan({ ok, networks }, taken, wanted) {
  const span = (block) => {
    const [ip, length] = block.split("/");
    const start = ip.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
    return [start, start + 2 ** (32 - Number(length))];
  };
  const spaces = excludeCidr(POOL, taken).map(span);
  const inFree = networks.every(({ cidrBlock }) => {
    const [start, end] = span(cidrBlock);
    return cidrBlock.endsWith("/24") && spaces.some(([from, to]) => from <= start && end <= to);
  });
  if (!ok || new Set(networks.map(({ cidrBlock }) => cidrBlock)).size !== wanted || !inFree)
    throw new Error("the plan of free blocks is wrong");
}

/** The part as text. */
function show({ clock, rounds, taken, rows, eachMs, goals }) {
  return [
    `   ${rounds} rounds in shuffled order; ${clock}; median [p10 .. p90], ratios round by round.`,
    "   Both give the same /20. The plan's blocks were looked at: all lie in what cidr-tools finds free.",
    "",
    table(
      [`${taken.toLocaleString("en")} blocks are taken`, "one call", "x ours"],
      rows.map(({ title, ms, ofOurs }) => [title, range(ms, " ms"), range(ofOurs)]),
    ),
    `   each network of the plan: ${range(eachMs, " ms")}, ${range(goals["free/many"])} x excludeCidr`,
  ].join("\n");
}
