// One address block: to read it and judge it, against reading it.
import ipaddr from "ipaddr.js";
import { measure } from "../lib/rounds.mjs";
import { ratio, spread } from "../lib/stats.mjs";
import { range, table } from "../lib/table.mjs";

const BLOCKS = Array.from({ length: 64 }, (_, i) => `10.${i * 3}.${(i * 7) % 256}.0/24`);
const WRONG = "10.0.0.1/24";
const argsOf = (cidrBlock) => ({
  projectId: "bq4m8lp5rq5c6n1v2x3z",
  name: "orders",
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock,
});

export const cidr = {
  name: "cidr",
  title: "cidr: one address block",
  plan: { full: { rounds: 151, sampleMs: 15, warmUpMs: 400 }, quick: { rounds: 3, sampleMs: 2, warmUpMs: 30 } },
  run({ subject, plan, clock, next }) {
    const { cidr: blocks, network, check } = subject.load();
    const documentOf = (block) => ({
      partial: true,
      resources: [{ kind: "Network", name: "net", args: argsOf(block) }],
    });
    const contestants = [
      {
        id: "builder",
        title: "network(), with all rules about networks",
        run: (args) => network(args),
        inputs: BLOCKS.map(argsOf),
      },
      {
        id: "check",
        title: "check(), a document with one network",
        run: (given) => check(given),
        inputs: BLOCKS.map(documentOf),
      },
      { id: "parse", title: "cidr.parse()", run: (text) => blocks.parse(text), inputs: BLOCKS },
      { id: "ipaddr", title: "ipaddr.js, parseCIDR", run: (text) => ipaddr.parseCIDR(text), inputs: BLOCKS },
    ];
    for (const text of BLOCKS) {
      const [address, length] = ipaddr.parseCIDR(text);
      const { first, prefixLength } = blocks.parse(text);
      if (first !== address.toString() || prefixLength !== length) throw new Error(`${text} is read differently`);
      if (!check(documentOf(text)).ok || network(argsOf(text)).cidrBlock !== text)
        throw new Error(`${text} is refused`);
    }
    if (check(documentOf(WRONG)).ok) throw new Error(`${WRONG} is accepted: no rule has looked at it`);
    const samples = measure(contestants, plan, clock, next);
    const against = (id) => ratio(samples.get(id), samples.get("ipaddr"));
    const figures = ({ id, title }) => ({ id, title, ns: spread(samples.get(id)), ofIpaddr: against(id) });
    return {
      clock: clock.name,
      rounds: plan.rounds,
      contestants: contestants.map(figures),
      goals: { "cidr/ipaddr": against("builder") },
    };
  },
  show: ({ clock, rounds, contestants }) =>
    [
      `   ${rounds} rounds in shuffled order; ${clock}; median [p10 .. p90].`,
      "",
      table(
        ["", "per call", "x ipaddr.js"],
        contestants.map(({ title, ns, ofIpaddr }) => [title, range(ns, " ns"), range(ofIpaddr)]),
      ),
    ].join("\n"),
};
