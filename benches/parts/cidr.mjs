// One address block: to read it and judge it, against reading it.
import ipaddr from "ipaddr.js";
import { NETWORKS } from "../contestants/networks.mjs";
import { compare } from "../measure.mjs";

const documentOf = (args) => ({ partial: true, resources: [{ kind: "Network", name: "net", args }] });

export const cidr = {
  title: "one address block",
  async run({ subject, plan }) {
    const { cidr: blocks, network, check } = subject.load();
    if (check(documentOf({ ...NETWORKS[0], cidrBlock: "10.0.0.1/24" })).ok) throw new Error("no rule looks at blocks");
    const inputs = NETWORKS.map(({ cidrBlock }) => cidrBlock);
    const contestants = [
      {
        id: "builder",
        title: "network(), with all rules about networks",
        inputs: NETWORKS,
        run: (args) => network(args),
        answer: ({ cidrBlock }) => cidrBlock,
      },
      {
        id: "check",
        title: "check(), a document with one network",
        inputs: NETWORKS.map(documentOf),
        run: (document) => check(document),
        answer: ({ ok }, { resources }) => ok && resources[0].args.cidrBlock,
      },
      {
        id: "parse",
        title: "cidr.parse()",
        run: (text) => blocks.parse(text),
        answer: ({ first, prefixLength }) => `${first}/${prefixLength}`,
      },
      {
        id: "ipaddr.js",
        title: "ipaddr.js, parseCIDR",
        run: (text) => ipaddr.parseCIDR(text),
        answer: (parsed) => parsed.join("/"),
      },
    ];
    const group = { id: "cidr", title: "64 blocks in turn", inputs, contestants, against: ["ipaddr.js"] };
    const { ratio, ...shown } = await compare([group], plan);
    return { ...shown, goals: { "cidr/ipaddr": ratio("cidr/builder", "cidr/ipaddr.js") } };
  },
};
