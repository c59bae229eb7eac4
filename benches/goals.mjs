// What was set out to be reached: the rows of the summary. `most` is the largest median that meets the goal.

const builder = "builder call, valid ManagedCluster, all our rules";
const zodFields = "zod 4, the same single-field checks";
const ajvFields = "ajv compiled, the same single-field checks";
const problems = (kind) => `builder call, three problems of ${kind}, full diagnostics`;
const linked = (what) => `1,000 and 10,000 linked resources: ${what}`;
const overlap = "overlap report over 100,000 blocks from strings";
const threeLibraries = "the best of cidr-tools, ipaddr.js, fast-cidr-tools, with a sorted sweep";
const croner = "croner, its fastest mode";
const [next, thousand] = ["parse + next occurrence", "next 1,000 occurrences"];
const [start, starts] = ["require to first result, fresh process", "fresh process, 1,000 configs end to end"];
const imported = (what) => `import of ${what}, minified, gzip, wasm included`;
const native = "the same Rust natively";
const kept = (what) => `${what} after 1,000,000 checks: good, bad, throwing`;
const exponent = { unit: "" };
const kB = { unit: " kB" };
const equal = { least: 1 };

export const GOALS = [
  ["valid/zod", builder, zodFields, 0.25],
  ["valid/ajv", builder, ajvFields, 2],
  ["wrong-shape/zod", problems("shape"), "zod 4 safeParse", 0.1],
  ["wrong-values/zod", problems("values"), "zod 4 safeParse", 0.1],
  ["document/zod", "document of 1,000 resources, valid, per resource", "zod 4 per resource", 0.2],
  ["growth/kinds", linked("all kinds, no problem"), "growth exponent", 1.1, exponent],
  ["growth/sound", linked("networks and peerings, no problem"), "growth exponent", 1.1, exponent],
  ["growth/overlapping", linked("networks and peerings, all overlap"), "growth exponent", 1.1, exponent],
  ["cidr/ipaddr", "one CIDR: parse and all network rules", "ipaddr.js parse alone", 0.03],
  ["overlap/hand", overlap, "typed-array sweep by hand", 0.45],
  ["overlap/best", overlap, threeLibraries, 0.06],
  ["free/one", "next free block among 100,000: one call", "cidr-tools excludeCidr", 0.2],
  ["free/many", "1,000 blocks planned at once among 100,000, each", "cidr-tools excludeCidr", 0.0001],
  ["next/croner", next, croner, 0.005],
  ["next/cron-parser", next, "cron-parser", 0.005],
  ["thousand/croner", thousand, croner, 0.0015],
  ["thousand/cron-parser", thousand, "cron-parser", 0.0015],
  ["native/overlap", "wasm: overlap of 100,000 blocks (arithmetic)", native, 1.5],
  ["native/next", "wasm: next 1,000 occurrences (arithmetic)", native, 1.5],
  ["native/cluster", "wasm: valid ManagedCluster (checks)", native, 2],
  ["native/document", "wasm: document of 1,000 resources (checks)", native, 2],
  ["start/require", start, 'require("zod")', 0.12],
  ["start/thousand", starts, "zod 4", 0.2],
  ["size/check", imported("check"), "zod 4 full import, 94 kB", 60, kB],
  ["size/all", imported("everything"), "zod 4 full import, 94 kB", 60, kB],
  ["memory/bytes", kept("wasm memory"), "after 1,000", 1, equal],
  ["memory/table", kept("externref table"), "after 1,000", 1, equal],
].map(([id, what, peer, most, more]) => ({ id, what, peer, most, unit: " x", least: 0, ...more }));
