// Requests of the planners, what Pulumi and Terraform print, and answers of the package itself: nearly right, with
// anything put in.
import { types } from "node:util";
import { GOOD } from "../js/support/bad.mjs";
import { argsOf, document, KIND_NAMES, resource } from "./documents.mjs";
import { key, number, put, text, value } from "./values.mjs";

/** Changes up to two places of plain data, made for this call. */
export function spoilt(random, data) {
  let changed = data;
  for (let left = random.below(3); left > 0; left--) changed = spoiltOnce(random, changed);
  return changed;
}

/** A copy of the objects on the way to the place; only what is plain is gone into. */
function spoiltOnce(random, data) {
  const copy = Array.isArray(data) ? [...data] : { ...data };
  const names = Object.keys(copy);
  const name = names.length === 0 || random.oneIn(8) ? key(random) : random.of(names);
  const own = Object.hasOwn(copy, name) ? copy[name] : undefined;
  if (isPlain(own) && random.below(4) > 0) put(copy, name, spoiltOnce(random, own));
  else if (Array.isArray(copy) && name === "length") copy.length = 0;
  else if (random.oneIn(6)) delete copy[name];
  else put(copy, name, value(random, 2));
  return copy;
}

function isPlain(item) {
  if (typeof item !== "object" || item === null || types.isProxy(item)) return false;
  const isKnown = Array.isArray(item) ? item.length < 100 : Object.getPrototypeOf(item) === Object.prototype;
  return isKnown && Object.values(Object.getOwnPropertyDescriptors(item)).every((one) => "value" in one);
}

const cloud = (random) => random.of(["aws", "gcp", "azure"]);
const block = (random) => `10.${random.below(256)}.0.0/${random.between(12, 24)}`;
const schedule = (random) =>
  `${random.below(60)} ${random.of([String(random.below(24)), "*/6", "*/4", "*"])} * * ` +
  `${random.of(["*", "0", "7", "3"])}`;

export const REQUESTS = {
  recommendCluster: (random) => ({
    cloud: cloud(random),
    environment: random.of(["production", "test"]),
    workingSetStreams: random.below(10_000_000),
    clients: random.below(9_000),
    dataGb: random.below(20_000),
    growthGbPerMonth: random.below(500),
    months: random.below(40),
    iops: random.below(20_000),
    throughputMbps: random.below(1_200),
    topology: random.of(["single-node", "three-node-multi-zone"]),
    projectionLevel: random.of(["off", "system", "user"]),
    replicas: random.below(3),
    now: "2026-11-23",
  }),
  planAddressSpace: (random) => ({
    pools: ["10.0.0.0/9", { cidrBlock: "172.16.0.0/12", name: "b" }],
    reserved: [block(random), { cidrBlock: block(random), name: "office" }],
    reserveNotable: random.oneIn(2),
    existing: { networks: [{ name: "n0", cidrBlock: "10.20.0.0/16" }] },
    requests: Array.from({ length: random.below(4) }, (_, at) => ({
      name: `n${at}`,
      cloud: cloud(random),
      prefixLength: random.between(16, 24),
      peers: random.oneIn(2) ? ["office"] : [],
      growth: "move",
    })),
  }),
  planBackups: (random) => ({
    clusters: ["a", { name: "b", projectId: "c2bq5k5o4t0gqrkt0030", sourceClusterId: "c2bq5k5o4t0gqrkt0050" }],
    objectives: {
      maxLossHours: random.between(1, 48),
      keep: {
        hourly: random.below(30),
        daily: random.below(30),
        weekly: random.below(9),
        weeklyOn: random.below(7),
        weekdays: random.below(9),
      },
    },
    window: { from: "22:00", to: random.of(["04:00", "23:00", "22:00"]) },
    offsetMinutes: random.between(-840, 840),
  }),
  simulateBackups: (random) => ({
    jobs: Array.from({ length: random.below(4) }, () => ({
      schedule: schedule(random),
      maxBackupCount: random.between(1, 30),
    })),
    from: "2026-11-01T00:00:00Z",
    to: random.of(["2026-11-09T00:00:00Z", "2026-12-01T00:00:00Z", "2026-10-01T00:00:00Z"]),
  }),
};

/** One side of a change. */
export function side(random) {
  if (random.oneIn(6)) return null;
  return random.oneIn(2) ? resource(random) : document(random);
}

const TOKENS = {
  Project: "project",
  Network: "network",
  Acl: "acl",
  ManagedCluster: "managedCluster",
  Peering: "peering",
  ScheduledBackup: "scheduledBackup",
};
function pulumiState(random, kind) {
  const type = `eventstorecloud:index/${TOKENS[kind]}:${kind}`;
  return {
    urn: `urn:pulumi:dev::p::${type}::${random.of(["a", "b"])}`,
    custom: true,
    type,
    id: "x",
    inputs: argsOf(random, kind),
    outputs: { ...GOOD[kind] },
    dependencies: [],
    provider: "urn:pulumi:dev::p::pulumi:providers:eventstorecloud::default::x",
  };
}

/** What `pulumi preview --json` prints. */
export function preview(random) {
  const steps = Array.from({ length: random.below(4) }, () => {
    const state = pulumiState(random, random.of(Object.keys(TOKENS)));
    return {
      op: random.of(["create", "update", "replace", "delete", "same", "read"]),
      urn: state.urn,
      oldState: random.oneIn(2) ? state : undefined,
      newState: state,
      detailedDiff: { name: { kind: "update" } },
    };
  });
  return spoilt(random, { config: {}, steps, diagnostics: [], changeSummary: { create: 1 } });
}

/** What `pulumi stack export` prints. */
export function stack(random) {
  return spoilt(random, {
    version: 3,
    deployment: {
      manifest: {},
      resources: Array.from({ length: random.below(4) }, () => pulumiState(random, random.of(Object.keys(TOKENS)))),
    },
  });
}

const SNAKE = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
function terraformResource(random) {
  const kind = random.of(KIND_NAMES.filter((name) => name !== "Provider"));
  const values = Object.fromEntries(Object.entries(GOOD[kind]).map(([name, item]) => [SNAKE(name), item]));
  const type = `eventstorecloud_${SNAKE(kind).slice(1)}`;
  return {
    address: `${type}.it`,
    mode: "managed",
    type,
    name: "it",
    provider_name: "registry.terraform.io/eventstore/eventstorecloud",
    values,
  };
}

/** What `terraform show -json` prints, of a plan or of a state. */
export function terraform(random) {
  const resources = Array.from({ length: random.below(4) }, () => terraformResource(random));
  const values = { root_module: { resources, child_modules: [] } };
  if (random.oneIn(2)) return spoilt(random, { format_version: "1.0", terraform_version: "1.9.0", values });
  const changes = resources.map(({ values: after, ...rest }) => ({
    ...rest,
    change: {
      actions: [random.of(["create", "update", "delete", "no-op"])],
      before: null,
      after,
      after_unknown: { id: true },
      after_sensitive: {},
    },
  }));
  const expressions = {
    project_id: { references: ["eventstorecloud_project.it.id", text(random)] },
    name: { constant_value: value(random, 0) },
  };
  return spoilt(random, {
    format_version: "1.2",
    terraform_version: "1.9.0",
    planned_values: values,
    resource_changes: changes,
    configuration: {
      root_module: {
        resources: resources.map(({ address, type, name }) => ({ address, type, name, mode: "managed", expressions })),
      },
    },
    variables: { x: { value: number(random) } },
  });
}
