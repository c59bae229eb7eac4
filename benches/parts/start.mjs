// What a program that has just been started pays until it has its answers.
import { child } from "../lib/child.mjs";
import { shuffled } from "../lib/shuffle.mjs";
import { ratio, spread } from "../lib/stats.mjs";
import { range, table } from "../lib/table.mjs";

const CONFIGURATIONS = 1_000;
/** Milliseconds from just before `require`, and of the whole process. */
const TIMES = ["required", "first", "all", "wall"];

export const start = {
  name: "start",
  title: "start: a fresh process, from require on",
  plan: { full: { rounds: 61 }, quick: { rounds: 2 } },
  run,
  show,
};

/** Runs every program once a round, in shuffled order. */
function run({ subject: { file }, plan: { rounds }, next }) {
  const programs = [
    { id: "planner", title: "this package", given: [file("index.cjs"), CONFIGURATIONS] },
    { id: "compile", title: "its core only compiled", given: [file("core.wasm")] },
    { id: "zod", title: "zod", given: [CONFIGURATIONS] },
    { id: "bare", title: "bare node", given: [] },
  ];
  const once = ({ id, given }) => {
    const { stdout, wallMs } = child(id, given);
    return { ...(stdout !== "" && JSON.parse(stdout)), wall: wallMs };
  };
  for (const program of programs) once(program);
  const samples = new Map(programs.map(({ id }) => [id, []]));
  for (let round = 0; round < rounds; round++) {
    for (const program of shuffled(programs, next)) samples.get(program.id).push(once(program));
  }
  const of = (id, time) => samples.get(id).map((sample) => sample[time]);
  const measured = (id) => TIMES.filter((time) => samples.get(id)[0][time] !== undefined);
  return {
    clock: "wall time",
    rounds,
    programs: programs.map(({ id, title }) => ({
      id,
      title,
      ms: Object.fromEntries(measured(id).map((time) => [time, spread(of(id, time))])),
    })),
    goals: {
      "start/require": ratio(of("planner", "first"), of("zod", "required")),
      "start/thousand": ratio(of("planner", "all"), of("zod", "all")),
    },
    compiledToZod: ratio(of("compile", "first"), of("zod", "required")),
    wallToZod: ratio(of("planner", "wall"), of("zod", "wall")),
    wallToBare: ratio(of("planner", "wall"), of("bare", "wall")),
  };
}

/** The part as text. */
function show({ clock, rounds, programs, goals, compiledToZod, wallToZod, wallToBare }) {
  const cell = (ms) => (ms === undefined ? "" : range(ms));
  return [
    `   ${rounds} rounds of fresh processes in shuffled order; ${clock} in ms; median [p10 .. p90].`,
    "   From just before require: until it is done, until the first answer, until " +
      `${CONFIGURATIONS.toLocaleString("en")} clusters are checked one by one.`,
    "   Whole process: from spawn to exit.",
    "",
    table(
      ["", "require", "first answer", "all answers", "whole process"],
      programs.map(({ title, ms }) => [title, ...TIMES.map((time) => cell(ms[time]))]),
    ),
    "",
    `   our first answer: ${range(goals["start/require"])} x require("zod"); all answers: ` +
      `${range(goals["start/thousand"])} x zod`,
    `   the core read and compiled, and nothing else: ${range(compiledToZod)} x require("zod")`,
    `   whole process: ${range(wallToZod)} x zod, ${range(wallToBare)} x bare node`,
  ].join("\n");
}
