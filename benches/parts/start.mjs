// Part 3: what a program that has just been started pays until it has its first answer.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { wallNs } from "../lib/clock.mjs";
import { shuffled } from "../lib/shuffle.mjs";
import { ratio, spread } from "../lib/stats.mjs";
import { range, table } from "../lib/table.mjs";

/** Runs every program once a round, in shuffled order. */
export function start({ file }, rounds, next) {
  const programs = [
    { id: "planner", title: "this package: require, one check", arguments: [file("index.cjs")] },
    { id: "zod", title: "zod: require, schema, one parse", arguments: [] },
    { id: "bare", title: "bare node", arguments: [] },
  ];
  for (const program of programs) once(program);
  const inProcess = new Map(programs.map(({ id }) => [id, []]));
  const wall = new Map(programs.map(({ id }) => [id, []]));
  for (let round = 0; round < rounds; round++) {
    for (const program of shuffled(programs, next)) {
      const sample = once(program);
      if (sample.inProcessMs !== undefined) inProcess.get(program.id).push(sample.inProcessMs);
      wall.get(program.id).push(sample.wallMs);
    }
  }
  return {
    clock: "wall time",
    rounds,
    programs: programs.map(({ id, title }) => ({
      id,
      title,
      ...(inProcess.get(id).length > 0 && { inProcessMs: spread(inProcess.get(id)) }),
      wallMs: spread(wall.get(id)),
    })),
    ratios: {
      inProcessToZod: ratio(inProcess.get("planner"), inProcess.get("zod")),
      wallToZod: ratio(wall.get("planner"), wall.get("zod")),
      wallToBare: ratio(wall.get("planner"), wall.get("bare")),
    },
  };
}

/** One fresh process: its own time, if it prints one, and the time until it is gone. */
function once({ id, arguments: given }) {
  const script = fileURLToPath(new URL(`../start/${id}.cjs`, import.meta.url));
  const begin = wallNs();
  const options = { encoding: "utf8", env: plainEnvironment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...given], options);
  const wallMs = (wallNs() - begin) / 1e6;
  if (status !== 0) throw new Error(`${id} did not run (status ${status})\n${stderr}`);
  return { wallMs, inProcessMs: stdout === "" ? undefined : Number(stdout) };
}

/** Without what would make the new process load more than the program: a loader, a test runner, coverage. */
const plainEnvironment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("NODE_")));

/** The part as text. */
export function showStart({ clock, rounds, programs, ratios }) {
  return [
    "3. From process start to the first answer",
    `   ${rounds} rounds of fresh processes in shuffled order; ${clock}; median [p10 .. p90].`,
    "   In the process: from just before require to the first answer. Whole process: from spawn to exit.",
    "",
    table(
      ["", "in the process", "whole process"],
      programs.map(({ title, inProcessMs, wallMs }) => [
        title,
        inProcessMs === undefined ? "" : range(inProcessMs, " ms"),
        range(wallMs, " ms"),
      ]),
    ),
    "",
    `   in the process: ${range(ratios.inProcessToZod)} x zod`,
    `   whole process:  ${range(ratios.wallToZod)} x zod, ${range(ratios.wallToBare)} x bare node`,
  ].join("\n");
}
