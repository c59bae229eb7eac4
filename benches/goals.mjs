// What was set out to be reached: rows of the summary. `most` is the largest median that meets the goal. A row's
// measured value comes from the part with its name.

const zodFields = "zod 4, the same single-field checks";
const growth = (id, what) => ({
  id,
  part: "growth",
  what: `1,000 and 10,000 linked resources: ${what}`,
  peer: "growth exponent",
  most: 1.1,
  unit: "",
});
const native = (id, what, most) => ({
  id,
  part: "native",
  what: `wasm: ${what}`,
  peer: "the same Rust natively",
  most,
});
const next = (id, peer) => ({ id, part: "cron", what: "parse + next occurrence", peer, most: 0.005 });
const thousand = (id, peer) => ({ id, part: "cron", what: "next 1,000 occurrences", peer, most: 0.0015 });

export const GOALS = [
  {
    id: "valid/zod",
    part: "calls",
    what: "builder call, valid ManagedCluster, all our rules",
    peer: zodFields,
    most: 0.25,
  },
  {
    id: "valid/ajv",
    part: "calls",
    what: "builder call, valid ManagedCluster, all our rules",
    peer: "ajv compiled, the same single-field checks",
    most: 2,
  },
  {
    id: "wrong-shape/zod",
    part: "calls",
    what: "builder call, three problems of shape, full diagnostics",
    peer: "zod 4 safeParse",
    most: 0.1,
  },
  {
    id: "wrong-values/zod",
    part: "calls",
    what: "builder call, three problems of values, full diagnostics",
    peer: "zod 4 safeParse",
    most: 0.1,
  },
  {
    id: "document/zod",
    part: "document",
    what: "document of 1,000 resources, valid, per resource",
    peer: "zod 4 per resource",
    most: 0.2,
  },
  growth("growth/kinds", "all kinds, no problem"),
  growth("growth/sound", "networks and peerings, no problem"),
  growth("growth/overlapping", "networks and peerings, all overlap"),
  {
    id: "cidr/ipaddr",
    part: "cidr",
    what: "one CIDR: parse and all network rules",
    peer: "ipaddr.js parse alone",
    most: 0.03,
  },
  {
    id: "overlap/hand",
    part: "overlap",
    what: "overlap report over 100,000 blocks from strings",
    peer: "typed-array sweep by hand",
    most: 0.45,
  },
  {
    id: "overlap/best",
    part: "overlap",
    what: "overlap report over 100,000 blocks from strings",
    peer: "the best of cidr-tools, ipaddr.js, fast-cidr-tools, with a sorted sweep",
    most: 0.06,
  },
  {
    id: "free/one",
    part: "free",
    what: "next free block among 100,000: one call",
    peer: "cidr-tools excludeCidr",
    most: 0.2,
  },
  {
    id: "free/many",
    part: "free",
    what: "1,000 blocks planned at once among 100,000, each",
    peer: "cidr-tools excludeCidr",
    most: 0.0001,
  },
  next("next/croner", "croner, its fastest mode"),
  next("next/cron-parser", "cron-parser"),
  thousand("thousand/croner", "croner, its fastest mode"),
  thousand("thousand/cron-parser", "cron-parser"),
  native("native/overlap", "overlap of 100,000 blocks (arithmetic)", 1.5),
  native("native/next", "next 1,000 occurrences (arithmetic)", 1.5),
  native("native/cluster", "valid ManagedCluster (checks)", 2),
  native("native/document", "document of 1,000 resources (checks)", 2),
  {
    id: "start/require",
    part: "start",
    what: "require to first result, fresh process",
    peer: 'require("zod")',
    most: 0.12,
  },
  { id: "start/thousand", part: "start", what: "fresh process, 1,000 configs end to end", peer: "zod 4", most: 0.2 },
  {
    id: "size/check",
    part: "size",
    what: "import of check, minified, gzip, wasm included",
    peer: "zod 4 full import, 94 kB",
    most: 60,
    unit: " kB",
  },
  {
    id: "size/all",
    part: "size",
    what: "import of everything, minified, gzip, wasm included",
    peer: "zod 4 full import, 94 kB",
    most: 60,
    unit: " kB",
  },
  {
    id: "memory/bytes",
    part: "memory",
    what: "wasm memory after 1,000,000 checks: good, bad, throwing",
    peer: "after 1,000",
    most: 1,
    least: 1,
  },
  {
    id: "memory/table",
    part: "memory",
    what: "externref table after 1,000,000 checks: good, bad, throwing",
    peer: "after 1,000",
    most: 1,
    least: 1,
  },
];

/** The goals of the parts that ran, each with what was measured: a spread, or why there is none. */
export function judged(results) {
  return GOALS.filter(({ part }) => results[part] !== undefined).map((goal) => {
    const { [goal.id]: found, note } = { ...results[goal.part].goals, note: results[goal.part].notMeasured };
    const measured = found?.median === undefined ? undefined : found;
    const met = measured && measured.median <= goal.most && measured.median >= (goal.least ?? 0);
    // `found` may also name the peer that turned out to be the best.
    return {
      ...goal,
      ...(found?.peer && { peer: found.peer }),
      measured,
      met,
      why: measured ? undefined : (note ?? "not comparable"),
    };
  });
}
