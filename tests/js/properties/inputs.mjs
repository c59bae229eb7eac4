// What the functions of the package take: nearly right, so that a call gets past the first look at it, with anything
// put in.
import fc from "fast-check";
import { GOOD, NEEDS, planner } from "../support/bad.mjs";
import { isPlain, key, put, text, value } from "./values.mjs";

export const KIND_NAMES = Object.keys(GOOD);
const KINDS = planner.kinds();
const propertiesOf = (kind) => KINDS.find((one) => one.kind === kind).properties.map(({ name }) => name);

/**
 * Data with something put in, taken out or replaced in up to three places. `names` are properties that could be there.
 */
export function spoilt(data, names = []) {
  const change = fc.record({
    /** Which part of which part, by number, as there are parts. */
    way: fc.array(fc.nat(), { maxLength: 4 }),
    key: names.length === 0 ? key : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, key),
    action: fc.constantFrom("replace", "replace", "put", "put", "remove"),
    value,
  });
  const of = data instanceof fc.Arbitrary ? data : fc.constant(data);
  return fc.tuple(of, fc.array(change, { maxLength: 3 })).map(([good, changes]) => changes.reduce(changed, good));
}

/** A copy of the way to the place, and of nothing else. */
function changed(data, { way: [first, ...rest], key, action, value }) {
  if (!isPlain(data)) return value;
  const copy = Array.isArray(data) ? [...data] : { ...data };
  const names = Object.keys(copy);
  const name = names[first % names.length];
  const part = name === undefined ? undefined : copy[name];
  if (rest.length > 0 && isPlain(part)) put(copy, name, changed(part, { way: rest, key, action, value }));
  else if (action === "put") put(copy, Array.isArray(copy) ? names.length : key, value);
  else if (action === "remove") delete copy[name];
  else if (name !== undefined) put(copy, name, value);
  return copy;
}

/** One part in a few is anything at all. */
const orAny = (arbitrary, weight = 10) => fc.oneof({ weight, arbitrary }, value);
const list = (...items) => fc.array(fc.oneof(...items), { maxLength: 4 });
const optional = (model) => fc.record(model, { requiredKeys: [] });

export const argsOf = (kind) => orAny(spoilt(GOOD[kind], propertiesOf(kind)));

export const options = (kind) =>
  orAny(
    optional({
      target: fc.oneof(fc.constantFrom("eventstorecloud@0.2.20", "kurrentcloud@0.3.x"), text),
      packageJson: fc.dictionary(key, value, { maxKeys: 2 }),
      environment: fc.oneof(fc.constantFrom("production", "test"), text),
      now: fc.oneof(fc.constantFrom("2026-11-23", "2030-01-01T00:00:00Z"), text),
      profile: fc.oneof(fc.constantFrom("default", "strict", "advice"), text),
      severity: fc.dictionary(
        fc.oneof(fc.constantFrom(...planner.rules().map(({ code }) => code)), text),
        fc.oneof(fc.constantFrom("off", "error", "warning", "info"), text),
        { maxKeys: 2 },
      ),
      catalogue: spoilt({
        regions: [{ cloud: "aws", id: "us-new-1" }],
        instanceTypes: ["M512"],
        serverVersions: ["26.2"],
      }),
      vcpuQuota: fc.nat(100),
    }).map((chosen) => ({ ...NEEDS[kind], ...chosen })),
    6,
  );

const name = fc.oneof(fc.constantFrom("net", "db", "orders", "it", "__proto__", "resources[0]", "\ud800"), text);
const standing = fc.constantFrom("tainted", "failed", "pendingReplacement", "leftBehind", "read");
const type = (kind) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant(kind) },
    fc.constantFrom(...KINDS.flatMap(({ tokens }) => tokens)),
    text,
  );
export const resource = orAny(
  fc.oneof(
    ...KIND_NAMES.map((kind) =>
      fc.record(
        {
          ...{ kind: type(kind), name, args: argsOf(kind), dependsOn: list(name), state: list(standing, text) },
          provider: fc.oneof(name, fc.constant({ unknown: true })),
        },
        { requiredKeys: ["kind", "name", "args"] },
      ),
    ),
  ),
  30,
);
export const document = orAny(
  spoilt(
    fc.record(
      {
        resources: fc.array(resource, { maxLength: 4 }),
        schema: fc.constantFrom(1, 2, "1"),
        target: fc.oneof(fc.constantFrom("kurrentcloud@0.3.x", "eventstorecloud@0.2.20"), text),
        environment: fc.constantFrom("production", "test"),
        partial: fc.boolean(),
        packages: list(fc.constantFrom("@pulumi/eventstorecloud", "@kurrent/pulumi-kurrentcloud@^0.3.0"), text),
        configuration: fc.dictionary(
          fc.oneof(fc.constantFrom("eventstorecloud:token", "kurrentcloud:url"), key),
          value,
        ),
        environmentVariables: fc.dictionary(fc.oneof(fc.constantFrom("ESC_TOKEN", "ESC_ORG_ID"), key), value),
      },
      { requiredKeys: ["resources"] },
    ),
  ),
  20,
);

const cloud = fc.constantFrom("aws", "gcp", "azure");
export const cidrBlock = fc
  .tuple(fc.nat(255), fc.integer({ min: 8, max: 28 }))
  .map(([second, length]) => `10.${second}.0.0/${length}`);
export const schedule = fc
  .tuple(fc.nat(59), fc.oneof(fc.nat(23), fc.constantFrom("*", "*/6", "*/4")), fc.constantFrom("*", "0", "7", "3"))
  .map(([minute, hour, day]) => `${minute} ${hour} * * ${day}`);

/** By name of the planner: its arguments, all but the options. */
export const REQUESTS = {
  recommendCluster: fc.record({
    cloud,
    environment: fc.constantFrom("production", "test"),
    workingSetStreams: fc.nat(10_000_000),
    clients: fc.nat(9_000),
    dataGb: fc.nat(20_000),
    growthGbPerMonth: fc.nat(500),
    months: fc.nat(40),
    projectionLevel: fc.constantFrom("off", "system", "user"),
    now: fc.constant("2026-11-23"),
  }),
  planAddressSpace: fc.record({
    pools: fc.constant(["10.0.0.0/9", { cidrBlock: "172.16.0.0/12", name: "b" }]),
    reserved: list(
      cidrBlock,
      cidrBlock.map((cidrBlock) => ({ cidrBlock, name: "office" })),
    ),
    existing: fc.constant({ networks: [{ name: "n0", cidrBlock: "10.20.0.0/16" }] }),
    requests: fc.array(
      fc.record({ name: fc.constantFrom("n0", "n1", "n2"), cloud, prefixLength: fc.integer({ min: 16, max: 24 }) }),
      { maxLength: 3 },
    ),
  }),
  planBackups: fc.record({
    clusters: fc.constant([
      "a",
      { name: "b", projectId: "c2bq5k5o4t0gqrkt0030", sourceClusterId: "c2bq5k5o4t0gqrkt0050" },
    ]),
    objectives: fc.record({
      maxLossHours: fc.integer({ min: 1, max: 48 }),
      keep: fc.record({ hourly: fc.nat(30), daily: fc.nat(30), weekly: fc.nat(9), weeklyOn: fc.nat(7) }),
    }),
    window: fc.constantFrom({ from: "22:00", to: "04:00" }, { from: "22:00", to: "22:00" }),
    offsetMinutes: fc.integer({ min: -840, max: 840 }),
  }),
  simulateBackups: fc.record({
    jobs: fc.array(fc.record({ schedule, maxBackupCount: fc.nat(30) }), { maxLength: 3 }),
    from: fc.constant("2026-11-01T00:00:00Z"),
    to: fc.constantFrom("2026-11-09T00:00:00Z", "2026-10-01T00:00:00Z"),
  }),
};

const pulumiState = (kind) => {
  const type = `eventstorecloud:index/${kind[0].toLowerCase()}${kind.slice(1)}:${kind}`;
  return argsOf(kind).map((inputs) => ({
    urn: `urn:pulumi:dev::p::${type}::a`,
    custom: true,
    type,
    id: "x",
    inputs,
    outputs: GOOD[kind],
    provider: "urn:pulumi:dev::p::pulumi:providers:eventstorecloud::default::x",
  }));
};
const states = fc.array(fc.oneof(...["Project", "Network", "Acl", "ManagedCluster", "Peering"].map(pulumiState)), {
  maxLength: 3,
});
const OPERATIONS = ["create", "update", "replace", "delete", "same", "read"];
/** What `pulumi preview --json` prints. */
export const preview = spoilt(
  fc.tuple(fc.constantFrom(...OPERATIONS), states).map(([op, states]) => ({
    config: {},
    steps: states.map((state) => ({ op, urn: state.urn, oldState: state, newState: state, detailedDiff: {} })),
    changeSummary: { create: 1 },
  })),
);
/** What `pulumi stack export` prints. */
export const stack = spoilt(states.map((resources) => ({ version: 3, deployment: { manifest: {}, resources } })));

const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const TERRAFORM = KIND_NAMES.filter((kind) => kind !== "Provider").map((kind) => ({
  address: `eventstorecloud${snake(kind)}.it`,
  mode: "managed",
  type: `eventstorecloud${snake(kind)}`,
  name: "it",
  provider_name: "registry.terraform.io/eventstore/eventstorecloud",
  values: Object.fromEntries(Object.entries(GOOD[kind]).map(([name, item]) => [snake(name), item])),
}));
/** What `terraform show -json` prints, of a plan or of a state. */
export const terraform = spoilt(
  fc
    .tuple(fc.subarray(TERRAFORM), fc.constantFrom("create", "update", "delete", "no-op"), fc.boolean())
    .map(([resources, action, isPlan]) => {
      const values = { root_module: { resources, child_modules: [] } };
      if (!isPlan) return { format_version: "1.0", terraform_version: "1.9.0", values };
      const expressions = {
        project_id: { references: ["eventstorecloud_project.it.id"] },
        name: { constant_value: "a" },
      };
      return {
        format_version: "1.2",
        terraform_version: "1.9.0",
        planned_values: values,
        resource_changes: resources.map(({ values: after, ...rest }) => ({
          ...rest,
          change: { actions: [action], before: null, after, after_unknown: { id: true }, after_sensitive: {} },
        })),
        configuration: {
          root_module: { resources: resources.map((one) => ({ ...one, values: undefined, expressions })) },
        },
      };
    }),
);
