// Warm calls: one cluster in, its problems out. zod and ajv check the same single fields; ours run all rules and make the
// whole report, of which every message, help and fix is read.
import cluster from "../contestants/cluster.cjs";
import { planner } from "../contestants/planner.mjs";
import { ajv, zod } from "../contestants/validators.mjs";
import { compare } from "../measure.mjs";

export const calls = {
  title: "one ManagedCluster in, its problems out, warm",
  async run({ subject, plan }) {
    const contestants = [...planner(subject.load()), zod, ajv].map(({ paths, ...one }) => ({
      ...one,
      answer: (found) => [...new Set(paths(found))].sort(),
    }));
    const groups = Object.entries(cluster.INPUTS).map(([id, { title, args, paths }]) => ({
      id,
      title,
      inputs: cluster.copies(args),
      expected: paths,
      contestants,
      against: ["zod", "ajv"],
    }));
    const { ratio, ...shown } = await compare(groups, plan);
    const against = (input, peer, ours = "builder") => ratio(`${input}/${ours}`, `${input}/${peer}`);
    const goals = {
      "valid/zod": against("valid", "zod"),
      "valid/ajv": against("valid", "ajv"),
      "check-shape/zod": against("wrong-shape", "zod", "check"),
      "check-values/zod": against("wrong-values", "zod", "check"),
      "wrong-shape/zod": against("wrong-shape", "zod"),
      "wrong-values/zod": against("wrong-values", "zod"),
    };
    return { ...shown, goals };
  },
};
