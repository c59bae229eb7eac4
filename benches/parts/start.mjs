// What a program that has just been started pays until it has its answers, in wall time.
import { child } from "../child.mjs";
import { ratio, rounds, spread, time, wallTime } from "../measure.mjs";

const TIMES = ["required", "first", "all", "wall"];

export const start = {
  title: "a fresh process, from require on",
  async run({ subject: { file }, quick }) {
    const programs = [
      ["planner", "this package", file("index.cjs"), 1_000],
      ["compile", "its core only compiled", file("core.wasm"), 0],
      ["zod", "zod", "", 1_000],
      ["bare", "bare node"],
    ];
    const samplers = programs.map(([side, , ...given]) => () => {
      const begin = wallTime();
      const printed = child("start", side, ...given) || "{}";
      const wall = wallTime() - begin;
      const inside = Object.entries(JSON.parse(printed)).map(([name, ms]) => [name, ms * 1e6]);
      return { ...Object.fromEntries(inside), wall };
    });
    for (const once of samplers) once();
    const found = await rounds(quick ? 1 : 41, samplers);
    const of = (side, name) => found[programs.findIndex(([id]) => id === side)].map((sample) => sample[name]);
    const cell = (side, name) => (of(side, name)[0] === undefined ? "" : time(spread(of(side, name)).median));
    const tables = [
      [
        ["1,000 clusters, one by one", "require", "first answer", "all answers", "whole process"],
        ...programs.map(([side, title]) => [title, ...TIMES.map((name) => cell(side, name))]),
      ],
    ];
    const goals = {
      "start/require": ratio(of("planner", "first"), of("zod", "required")),
      "start/thousand": ratio(of("planner", "all"), of("zod", "all")),
    };
    const floors = { "start/require": ratio(of("compile", "first"), of("zod", "required")).median };
    return { tables, goals, floors };
  },
};
