// What was set out to be reached: the rows of the summary. A median of at most `must` is good enough, one of at most `aim` is
// what we want; rows without `must` are compared, and were set an aim once.

const builder = "builder call, valid ManagedCluster, all our rules";
const zodFields = "zod 4, the same single-field checks";
const ajvFields = "ajv compiled, the same single-field checks";
const problems = (who, kind) => `${who}, three problems of ${kind}, full diagnostics`;
const [thrown, checked] = ["builder that throws", "check"];
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

const NONE = undefined;

export const GOALS = [
  ["valid/zod", builder, zodFields, 3, 1.5],
  ["valid/ajv", builder, ajvFields, NONE, 2],
  ["check-shape/zod", problems(checked, "shape"), "zod 4 safeParse", 2.5, 1.5],
  ["check-values/zod", problems(checked, "values"), "zod 4 safeParse", 2.5, 1.5],
  ["wrong-shape/zod", problems(thrown, "shape"), "zod 4 safeParse", 4, 2.5],
  ["wrong-values/zod", problems(thrown, "values"), "zod 4 safeParse", 4, 2.5],
  ["document/zod", "document of 1,000 resources, valid, per resource", "zod 4 per resource", 3.5, 2],
  ["growth/kinds", linked("all kinds, no problem"), "growth exponent", NONE, 1.1, exponent],
  ["growth/sound", linked("networks and peerings, no problem"), "growth exponent", NONE, 1.1, exponent],
  ["growth/overlapping", linked("networks and peerings, all overlap"), "growth exponent", NONE, 1.1, exponent],
  ["cidr/ipaddr", "one CIDR: parse and all network rules", "ipaddr.js parse alone", 0.35, 0.2],
  ["overlap/hand", overlap, "typed-array sweep by hand", 0.9, 0.6],
  ["overlap/best", overlap, threeLibraries, NONE, 0.06],
  ["free/one", "next free block among 100,000: one call", "cidr-tools excludeCidr", NONE, 0.2],
  ["free/many", "1,000 blocks planned at once among 100,000, each", "cidr-tools excludeCidr", NONE, 0.0001],
  ["next/croner", next, croner, NONE, 0.005],
  ["next/cron-parser", next, "cron-parser", NONE, 0.005],
  ["thousand/croner", thousand, croner, NONE, 0.0015],
  ["thousand/cron-parser", thousand, "cron-parser", NONE, 0.0015],
  ["native/overlap", "wasm: overlap of 100,000 blocks (arithmetic)", native, NONE, 1.5],
  ["native/next", "wasm: next 1,000 occurrences (arithmetic)", native, NONE, 1.5],
  ["native/cluster", "wasm: valid ManagedCluster (checks)", native, NONE, 2],
  ["native/document", "wasm: document of 1,000 resources (checks)", native, NONE, 2],
  ["start/require", start, 'require("zod")', 0.3, 0.2],
  ["start/thousand", starts, "zod 4", NONE, 0.2],
  ["size/check", imported("check"), "zod 4 full import, 94 kB", 320, 200, kB],
  ["size/all", imported("everything"), "zod 4 full import, 94 kB", 520, 400, kB],
  ["size/cidr", imported("the entry point `cidr`"), "zod 4 full import, 94 kB", 60, 30, kB],
  ["memory/bytes", kept("wasm memory"), "after 1,000", 1, 1, equal],
  ["memory/table", kept("externref table"), "after 1,000", 1, 1, equal],
].map(([id, what, peer, must, aim, more]) => ({ id, what, peer, must, aim, unit: " x", least: 0, ...more }));
