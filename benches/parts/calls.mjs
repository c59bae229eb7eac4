// Warm calls. One cluster in, problems out, against validators that check the same single fields.
import { isDeepStrictEqual } from "node:util";
import { ajv } from "../contestants/ajv.mjs";
import cluster from "../contestants/cluster.cjs";
import { planner } from "../contestants/planner.mjs";
import { zod } from "../contestants/zod.mjs";
import { measure } from "../lib/rounds.mjs";
import { ratio, spread } from "../lib/stats.mjs";
import { range, short, table } from "../lib/table.mjs";

/** How many different objects of each input are used in turn. */
const COPIES = 64;

export const calls = {
  name: "calls",
  title: "calls: one ManagedCluster in, its problems out, warm",
  plan: { full: { rounds: 151, sampleMs: 15, warmUpMs: 400 }, quick: { rounds: 5, sampleMs: 2, warmUpMs: 30 } },
  run,
  show,
};

/** Measures every contestant with every input on which it finds what we find. */
function run({ subject, plan, clock, next }) {
  const ours = planner(subject.load());
  const all = [...ours, zod, ajv];
  const cases = Object.entries(cluster.INPUTS).flatMap(([input, { args, paths }]) => {
    const inputs = cluster.copies(args, COPIES);
    return all.map(({ id, title, run, paths: pathsOf }) => {
      const found = [...new Set(pathsOf(run(inputs[0])))].sort();
      const agrees = isDeepStrictEqual(found, paths);
      return { id: `${input}/${id}`, input, contestant: id, title, run, inputs, found, agrees };
    });
  });
  const ourIds = ours.map(({ id }) => id);
  // Where we ourselves find something else, there is nothing to compare with.
  const agreed = cases.filter(({ agrees }) => agrees);
  const comparable = new Set(agreed.filter(({ contestant }) => ourIds.includes(contestant)).map(({ input }) => input));
  const measured = agreed.filter(({ input }) => comparable.has(input));
  const samples = measure(measured, plan, clock, next);
  const inputs = summary(cases, samples, ourIds);
  const goals = Object.entries(inputs).flatMap(([input, { ratios }]) =>
    ratios.filter(({ of }) => of === "builder").map(({ to, ratio: found }) => [`${input}/${to}`, found]),
  );
  return { clock: clock.name, rounds: plan.rounds, inputs, goals: Object.fromEntries(goals) };
}

function summary(cases, samples, ourIds) {
  return Object.fromEntries(
    Object.entries(cluster.INPUTS).map(([input, { title, paths }]) => {
      const here = cases.filter((one) => one.input === input);
      const measured = here.filter(({ id }) => samples.has(id));
      const peers = measured.filter(({ contestant }) => !ourIds.includes(contestant));
      const ratios = measured
        .filter(({ contestant }) => ourIds.includes(contestant))
        .flatMap((own) =>
          peers.map((peer) => ({
            of: own.contestant,
            to: peer.contestant,
            ratio: ratio(samples.get(own.id), samples.get(peer.id)),
          })),
        );
      const contestants = measured.map(({ id, contestant, title: name }) => ({
        id: contestant,
        title: name,
        nsPerCall: spread(samples.get(id)),
      }));
      const others = here.filter(({ agrees }) => !agrees);
      const notCompared = others.map(({ contestant, found }) => ({ id: contestant, found }));
      return [input, { title, expected: paths, contestants, ratios, notCompared }];
    }),
  );
}

/** The part as text. */
function show({ clock, rounds, inputs }) {
  const lines = [
    `   ${rounds} rounds in shuffled order; ${clock}; median [p10 .. p90].`,
    "   Ratios are taken round by round. All of a block accept the cluster, or report problems at the same paths;",
    "   one that finds something else is not measured. zod and ajv check single fields only; our two lines run all our",
    "   rules, those between properties and resources too, and make the whole report, of which every message, " +
      "help and fix is read.",
  ];
  for (const { title, expected, contestants, ratios, notCompared } of Object.values(inputs)) {
    lines.push("", `   ${title}${expected.length === 0 ? "" : `: ${expected.join(", ")}`}`);
    const ratioOf = (of, to) => {
      const found = ratios.find((one) => one.of === of && one.to === to);
      return found === undefined ? "" : range(found.ratio);
    };
    const rows = contestants.map(({ id, title: name, nsPerCall }) => [
      name,
      `${short(nsPerCall.median / 1000)} us`,
      `[${short(nsPerCall.p10 / 1000)} .. ${short(nsPerCall.p90 / 1000)}]`,
      ratioOf(id, "zod"),
      ratioOf(id, "ajv"),
    ]);
    if (rows.length > 0) lines.push(table(["", "per call", "p10 .. p90", "x zod", "x ajv"], rows));
    for (const { id, found } of notCompared) {
      const what = found.length === 0 ? "nothing" : `problems at ${found.join(", ")}`;
      lines.push(`   not compared: ${id}, which finds ${what}`);
    }
  }
  return lines.join("\n");
}
