// docs/pulumi.md as what it shows: programs, and what runs of them print.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const PAGE = fileURLToPath(new URL("../../docs/pulumi.md", import.meta.url));
export const page = readFileSync(PAGE, "utf8");

/** `<!-- WORD ARGUMENTS -->` and the block of code below it. */
export const blocks = [...page.matchAll(/^<!-- (file|run|same) ([^\n]+) -->\n(```(?:ts|text)\n)(.*?)^```$/gms)].map(
  ([, word, rest, fence, text]) => ({ word, args: rest.split(" "), fence, text }),
);

/** The programs by their names. */
export const programs = Object.fromEntries(
  blocks.filter(({ word }) => word === "file").map(({ args: [name], text }) => [name, text]),
);

/** The runs: `args` are the kind of run, the program, and the setting that it needs besides. */
export const runs = blocks.filter(({ word }) => word === "run");

/** The configuration of the setting `addresses`. */
export const ADDRESSES = {
  "demo:addresses": JSON.stringify({
    pools: [{ name: "clusters", cidrBlock: "10.20.0.0/16" }],
    requests: [
      { name: "orders", cloud: "aws", region: "us-east-1", clusters: 10 },
      { name: "billing", cloud: "aws", region: "us-east-1", clusters: 3 },
    ],
  }),
};

/** The output `addresses` of the other stack, in the setting `stack`. */
export const PLAN = { networks: [{ name: "orders", cidrBlock: "10.20.4.0/24" }] };
