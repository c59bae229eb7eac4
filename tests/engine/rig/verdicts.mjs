/** Configurations with mistakes made at random, and what we refuse of them in the provider's words. */

import { camel, classOf, configuration, madeAtRandom } from "./changes.mjs";

const UNKNOWN = { $unknown: true };
const NUMBERS = [0, 1, 7, 7.9, 8, 24, 100, 125, 1000, 3000, 4096.9, 16000, 16001, -1, 1e19];
const TEXTS = ["", " ", "8", "8.0", "+8", "0x10", "010", "1e3", " 8", "true", "True", "0", "yes", "gp3", "Gp3", "GP3"];
const BLOCKS = [
  "10.1.0.0/16",
  "10.1.0.1/16",
  "10.0.0.0/8",
  "10.0.0.0/7",
  "10.1.2.0/25",
  "10.1.2.0/28",
  "10.1.2.0/29",
  "010.0.0.0/8",
  "10.1/16",
  "fd00::/16",
  "fd00::1/16",
  "::/8",
  "FD00::/16",
  "::ffff:10.0.0.0/104",
  "fe80::%eth0/10",
  "10.0.0.0/+16",
  " 10.1.0.0/16",
  "10.1.0.0/016",
  "10.1.0.0",
];
const OTHERS = [null, UNKNOWN, true, false, [], ["a"], {}, { a: "b" }];
/** No program of a person has so many properties that do not exist. */
const KEYS = ["nosuch", "tags"];
const LONG_S = "\u017f";
const KELVIN = "\u212a";

/** Some configurations: `{ version, kind, config }`, with the names of Terraform. */
export function configurationsOf(asked) {
  return madeAtRandom(asked, (version, kind, inputs, tools) => {
    const config = configuration(inputs, tools);
    for (let mistakes = tools.pick([0, 1, 1, 1, 2, 3]); mistakes > 0; mistakes -= 1) spoil(config, inputs, tools);
    return { version, kind, config };
  });
}

function spoil(config, inputs, tools) {
  const { pick, chance } = tools;
  if (chance(0.05)) {
    config[pick(KEYS)] = pick([null, "x", 5, UNKNOWN]);
    return;
  }
  const name = pick(Object.keys(inputs));
  if (chance(0.15)) {
    delete config[name];
    return;
  }
  config[name] = wrong(name, inputs[name], config[name], tools);
}

function wrong(name, { type, accepts }, old, tools) {
  const { pick, chance } = tools;
  if (name === "routes" && chance(0.8)) return items(old, () => pick([...BLOCKS, null, UNKNOWN, 5, []]), tools);
  if (name === "cluster_ids" && chance(0.8)) return items(old, () => pick(["x", "", null, UNKNOWN, 5, {}]), tools);
  if (name === "cidr_blocks" && chance(0.8)) return items(old, () => entry(tools), tools);
  if (name === "data" && chance(0.8)) return { ...(old?.$unknown === true ? {} : old), ...entry(tools) };
  if (name === "cidr_block" && chance(0.7)) return pick(BLOCKS);
  if (type === "int" && chance(0.6)) return pick(NUMBERS);
  if (Array.isArray(accepts) && chance(0.7)) return misspelled(pick(accepts), tools);
  return pick([...NUMBERS, ...TEXTS, ...OTHERS]);
}

function misspelled(word, { pick }) {
  return pick([
    word,
    word.toUpperCase(),
    `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`,
    `${word} `,
    ` ${word}`,
    `${word}\n`,
    word.replace("s", LONG_S),
    word.replace("k", KELVIN),
    word.slice(1),
  ]);
}

function items(old, item, { chance }) {
  const list = Array.isArray(old) ? [...old] : [];
  list.push(item());
  if (chance(0.3)) list.unshift(item());
  return list;
}

function entry({ pick, chance }) {
  const value = () => pick(["x", "9.9.9.9/32", 5, true, null, UNKNOWN, [], ["a"], {}]);
  const made = {};
  for (const key of ["address", "comment", "x", "sink"]) if (chance(0.5)) made[key] = value();
  if (chance(0.05)) made[""] = value();
  return made;
}

function args(value) {
  if (value?.$unknown === true) return { unknown: true };
  if (Array.isArray(value)) return value.map(args);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, args(inside)]));
}

const STAGES = ["compiler", "preview"];

/** The places that we refuse, each in the provider's words. */
export function refusedOf({ kind, config, target }, check) {
  const named = Object.fromEntries(Object.entries(config).map(([name, value]) => [camel(name), args(value)]));
  const document = { target, partial: true, resources: [{ kind: classOf(kind), name: "it", args: named }] };
  const { diagnostics } = check(document, { dialect: "terraform" });
  const early = diagnostics.filter((it) => it.severity === "error" && STAGES.includes(it.detectedAt));
  return early.map(({ path, code }) => ({ path: plain(path), code }));
}

/** How two answers differ; nothing where they do not. As `tests/check/verdicts.rs` compares. */
export function differenceOf({ config }, ours, theirs) {
  // Which key is wrong, the package does not always say; and a single value is the first of a list to it.
  const places = theirs.map((text) => {
    const place = plain(/@(.*?)(\[key\])?(: |$)/.exec(text)?.[1] ?? "-");
    const [, property] = /^(.*)\[0\]$/.exec(place) ?? [];
    return property === undefined || Array.isArray(config[property]) ? place : property;
  });
  const isAnywhere = places.includes("-");
  const missed = places.filter((place) =>
    place === "-" ? ours.length === 0 : !ours.some(({ path }) => isWithin(path, place)),
  );
  const property = (path) => path.split(/[.[]/)[0];
  const added = ours.filter(({ path }) => !isAnywhere && !places.some((place) => property(place) === property(path)));
  if (missed.length === 0 && added.length === 0) return undefined;
  return { missed, added };
}

const isWithin = (path, around) => path === around || path.startsWith(`${around}.`) || path.startsWith(`${around}[`);

function plain(path) {
  const text = path.replace(/\["([^"]*)"\]/g, ".$1").replace(/^\./, "");
  const [name] = text.split(/[.[]/, 1);
  return `${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}${text.slice(name.length)}`;
}
