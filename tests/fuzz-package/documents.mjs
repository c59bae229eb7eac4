// Args and documents: nearly right ones, so that a run gets past the first look at them, with anything put in.
import { GOOD, NEEDS, planner } from "../js/support/bad.mjs";
import { key, put, text, value } from "./values.mjs";

const META = planner.kinds();
export const KIND_NAMES = Object.keys(GOOD);
const PROPERTIES = Object.fromEntries(META.map(({ kind, properties }) => [kind, properties.map(({ name }) => name)]));
const TYPES = [
  ...META.flatMap(({ kind, tokens = [] }) => [kind, ...tokens]),
  "network",
  "eventstorecloud:index/network:Network",
  "kurrentcloud:index/acl:Acl",
  "aws:ec2/vpc:Vpc",
];
const CODES = planner.rules().map(({ code }) => code);

/** Properties of a kind, as the package itself tells them. */
export const propertiesOf = (kind) => PROPERTIES[kind] ?? [];

/** As in a document: something that is not known, or secret, or another resource. */
function marked(random) {
  return random.of([
    { unknown: true },
    { secret: true },
    { secret: value(random, 1) },
    { ref: random.of(NAMES) },
    { ref: value(random, 1) },
    { unknown: value(random, 0) },
  ]);
}

const NAMES = ["net", "db", "orders", "it", "acl", "", "a b", "__proto__", "resources[0]", "\ud800"];

/** A copy of plain data. */
const copied = (data) =>
  Array.isArray(data)
    ? data.map(copied)
    : isContainer(data)
      ? Object.fromEntries(Object.entries(data).map(([name, item]) => [name, copied(item)]))
      : data;

const isContainer = (item) =>
  Array.isArray(item) || (typeof item === "object" && item !== null && item.__pulumiOutput !== true);

/** A copy with something put in, at the top or one level below it. */
function changed(random, data) {
  const copy = copied(data);
  const within = random.oneIn(2) ? Object.values(copy).find(isContainer) : undefined;
  const place = within ?? copy;
  put(place, Array.isArray(place) ? String(random.below(3)) : key(random), value(random, 2));
  return copy;
}

/** Args of a kind: good ones with up to three changes, some anywhere inside. */
export function argsOf(random, kind, isDocument = false) {
  if (random.oneIn(12)) return value(random);
  const args = copied(GOOD[kind]);
  const names = propertiesOf(kind);
  for (let left = random.below(4); left > 0; left--) {
    const name = random.oneIn(5) ? key(random) : random.of(names);
    const good = Object.hasOwn(GOOD[kind], name) && isContainer(GOOD[kind][name]);
    if (random.oneIn(6)) delete args[name];
    else if (good && random.oneIn(2)) put(args, name, changed(random, GOOD[kind][name]));
    else put(args, name, isDocument && random.oneIn(3) ? marked(random) : value(random, 2));
  }
  return random.oneIn(15) ? Object.freeze(args) : args;
}

/** Options of a check. */
export function options(random, kind) {
  if (random.oneIn(3)) return kind === undefined ? undefined : NEEDS[kind];
  if (random.oneIn(8)) return value(random, 2);
  const made = { ...NEEDS[kind] };
  const item = {
    target: () =>
      random.of(["eventstorecloud@0.2.20", "kurrentcloud@0.3.x", "kurrent-io/kurrentcloud@3.1.0", text(random)]),
    packageJson: () => ({
      name: text(random),
      dependencies: { "@eventstore/pulumi-eventstorecloud": text(random), [key(random)]: value(random, 1) },
    }),
    environment: () => random.of(["production", "prod", "test", text(random)]),
    now: () => random.of(["2026-11-23", "2030-01-01T00:00:00Z", text(random)]),
    profile: () => random.of(["default", "strict", "advice", text(random)]),
    severity: () => ({
      [random.oneIn(3) ? text(random) : random.of(CODES)]: random.of(["off", "error", "warning", "info", text(random)]),
    }),
    catalogue: () => ({
      regions: [{ cloud: random.of(["aws", "gcp", "azure", text(random)]), id: text(random) }],
      instanceTypes: [text(random)],
      diskTypes: [{ cloud: "aws", id: text(random) }],
      serverVersions: [random.of(["26.2", text(random)])],
    }),
    vcpuQuota: () => random.below(100),
    name: () => text(random),
  };
  for (let left = random.below(3); left > 0; left--) {
    const name = random.of(Object.keys(item));
    if (name === "name" && kind === undefined) continue;
    made[name] = random.oneIn(6) ? value(random, 1) : item[name]();
  }
  if (random.oneIn(25)) put(made, key(random), value(random, 1));
  return made;
}

/** A document of a few resources. */
export function document(random) {
  if (random.oneIn(20)) return value(random);
  const resources = [];
  for (let left = random.below(5); left > 0; left--) resources.push(resource(random));
  const made = { resources };
  if (random.oneIn(2)) made.target = random.of(["kurrentcloud@0.3.x", "eventstorecloud@0.2.20", text(random)]);
  if (random.oneIn(3)) made.partial = true;
  const item = {
    schema: () => random.of([1, 2, "1"]),
    environment: () => random.of(["production", text(random)]),
    packages: () => [
      random.of(["@pulumi/eventstorecloud", "@kurrent/pulumi-kurrentcloud@^0.3.0", text(random)]),
      value(random, 0),
    ],
    configuration: () => ({
      "eventstorecloud:organizationId": text(random),
      [key(random)]: value(random, 1),
      "eventstorecloud:token": { secret: value(random, 0) },
    }),
    environmentVariables: () => ({
      ESC_TOKEN: text(random),
      ESC_ORG_ID: value(random, 0),
      [key(random)]: value(random, 1),
    }),
    resources: () => [value(random, 2), ...resources],
  };
  for (const name of Object.keys(item))
    if (random.oneIn(6)) made[name] = random.oneIn(6) ? value(random, 2) : item[name]();
  if (random.oneIn(20)) put(made, key(random), value(random, 1));
  return made;
}

export function resource(random) {
  if (random.oneIn(30)) return value(random);
  const kind = random.of(KIND_NAMES);
  const made = {
    kind: random.oneIn(10) ? random.of(TYPES) : kind,
    name: random.oneIn(10) ? text(random) : random.of(NAMES),
    args: argsOf(random, kind, true),
  };
  if (random.oneIn(10)) made.dependsOn = random.oneIn(3) ? value(random, 1) : [random.of(NAMES)];
  if (random.oneIn(15)) put(made, random.of(["kind", "name", "args", key(random)]), value(random, 1));
  return made;
}
