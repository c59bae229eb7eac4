// A whole document of valid resources, against the schemas of the same resources.
import { program, wrongByZod } from "../contestants/kinds.mjs";
import { measure } from "../lib/rounds.mjs";
import { ratio, spread } from "../lib/stats.mjs";
import { range, table } from "../lib/table.mjs";

const RESOURCES = 1_000;

export const document = {
  name: "document",
  title: "document: 1,000 valid resources of all kinds, linked by references, in one check",
  plan: { full: { rounds: 101, sampleMs: 60, warmUpMs: 1_500 }, quick: { rounds: 3, sampleMs: 2, warmUpMs: 30 } },
  run({ subject, plan, clock, next }) {
    const { check } = subject.load();
    const input = program(RESOURCES);
    const broken = program(RESOURCES);
    delete broken.resources[0].args.name;
    broken.resources[1].args.cidrBlock = "10.0.0.1/33";
    const contestants = [
      { id: "planner", title: "check(), all our rules", run: (given) => check(given).diagnostics.length },
      { id: "zod", title: "zod 4, safeParse of each resource", run: wrongByZod },
    ].map((one) => ({ ...one, inputs: [input] }));
    for (const { id, run } of contestants) {
      if (run(input) !== 0) throw new Error(`${id} finds something wrong with the valid document`);
      if (run(broken) === 0) throw new Error(`${id} finds nothing wrong with the broken document`);
    }
    const samples = measure(contestants, plan, clock, next);
    const perResource = ({ id, title }) => ({ id, title, ns: spread(samples.get(id).map((ns) => ns / RESOURCES)) });
    const goals = { "document/zod": ratio(samples.get("planner"), samples.get("zod")) };
    return { clock: clock.name, rounds: plan.rounds, contestants: contestants.map(perResource), goals };
  },
  show: ({ clock, rounds, contestants, goals }) =>
    [
      `   ${rounds} rounds in shuffled order; ${clock}; median [p10 .. p90].`,
      "   zod checks single fields of each resource by the schema of its kind, and is told where references are.",
      "   Ours also follows the references and looks at the program as a whole.",
      "",
      table(
        ["", "per resource"],
        contestants.map(({ title, ns }) => [title, range(ns, " ns")]),
      ),
      `   ${range(goals["document/zod"])} x zod`,
    ].join("\n"),
};
