/** Changes made at random from the facts about a provider, and what we plan for them in the provider's words. */

const COMPUTED_TAG = "24.10.1";

/** Numbers from 0 to 1, the same for a seed everywhere (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const held = new Map();

/** The facts that hold in a version. */
export function factsAt(facts, version) {
  if (held.has(version)) return held.get(version);
  const at = facts.versions.indexOf(version);
  const values = {};
  for (const [key, history] of Object.entries(facts.facts)) {
    for (const [since, value] of history) if (facts.versions.indexOf(since) <= at) values[key] = value;
    if (values[key] === null) delete values[key];
  }
  held.set(version, values);
  return values;
}

const inputsAt = new Map();

/** The kinds of a version, each with its inputs: `{ type, required, accepts }`. */
export function kindsOf(facts, version) {
  if (inputsAt.has(version)) return inputsAt.get(version);
  const values = factsAt(facts, version);
  const kinds = {};
  for (const [key, value] of Object.entries(values)) {
    const [kind, name] = key.split(".");
    if (key.includes("/") || kind === "provider" || kind === "data" || value[1] === "computed") continue;
    kinds[kind] ??= {};
    kinds[kind][name] = { type: value[0], isRequired: value[1] === "required", accepts: values[`${key}/accepts`] };
  }
  inputsAt.set(version, kinds);
  return kinds;
}

/** So many of what is made of a version, a kind with its inputs, and tools that draw by chance. */
export function madeAtRandom({ facts, versions, count, seed }, make) {
  const next = random(seed);
  const tools = { pick: (items) => items[Math.floor(next() * items.length)], chance: (share) => next() < share };
  return Array.from({ length: count }, () => {
    const version = tools.pick(versions);
    const kinds = kindsOf(facts, version);
    // Clusters are what matters most.
    const kind = tools.chance(0.4) && "managed_cluster" in kinds ? "managed_cluster" : tools.pick(Object.keys(kinds));
    return make(version, kind, kinds[kind], tools);
  });
}

/** Some changes: `{ version, kind, old, change }`, with the names of Terraform or of Pulumi. */
export function changesOf({ isPulumi = false, ...asked }) {
  return madeAtRandom(asked, (version, kind, inputs, tools) => {
    const old = configuration(inputs, tools);
    const change = changed(inputs, old, tools);
    return isPulumi
      ? { target: "eventstorecloud@0.2.20", version, ...inPulumi({ kind, old, change }) }
      : { target: `eventstore/eventstorecloud@${version}`, version, kind, old, change };
  });
}

/** A configuration that the provider takes. */
export function configuration(inputs, tools) {
  const config = {};
  for (const [name, input] of Object.entries(inputs)) {
    if (input.isRequired || tools.chance(0.5)) config[name] = valid(name, input, tools);
  }
  return fitting(config, inputs, tools);
}

/** Disks of type gp3 have both settings, others none. */
function fitting(config, inputs, { pick }) {
  if (!("disk_iops" in inputs)) return config;
  delete config.disk_iops;
  delete config.disk_throughput;
  if (config.disk_type !== "gp3") return config;
  return { ...config, disk_iops: pick([3000, 6000, 16000]), disk_throughput: pick([125, 250]) };
}

function valid(name, { type, accepts }, { pick, chance }) {
  if (type === "bool") return chance(0.5);
  if (name === "disk_size") return pick([8, 10, 100, 500, 4096]);
  if (name === "max_backup_count") return pick([1, 7, 30]);
  if (type === "int") return pick([3000, 6000]);
  if (accepts !== undefined && accepts !== "anything") return pick(accepts);
  if (name === "cidr_blocks") {
    return subset([entry("2.2.2.2/32", ""), entry("3.3.3.3/32", "c"), entry("4.4.0.0/16", "d")], chance);
  }
  if (name === "routes") return subset(["10.8.0.0/16", "10.9.0.0/20", "10.10.0.0/24"], chance);
  if (name === "cluster_ids")
    return subset(["cl5io1tq0nhd1ud0g1ne", "cl5io1tq0nhd1ud0g1nf", "cl5io1tq0nhd1ud0g1ng"], chance);
  if (name === "data")
    return pick([
      { sink: "slack", token: "xoxb-1", channel_id: "#c" },
      { sink: "opsGenie", api_key: "k" },
    ]);
  if (name === "cidr_block") return pick(["10.1.0.0/16", "10.2.0.0/20", "10.3.0.0/24"]);
  if (name === "region" || name === "peer_network_region") return pick(["us-east-1", "eastus", "us-central1"]);
  if (name === "server_version") return pick(["20.6", "24.10", "26.0"]);
  if (name === "server_version_tag") return pick(["24.10.1", "24.10.4", "26.0.1"]);
  return pick(["one", "two", "c2bq5k5o4t0gqrkt0060"]);
}

const entry = (address, comment) => ({ address, comment });

function subset(items, chance) {
  const some = items.filter(() => chance(0.6));
  return some.length === 0 ? items.slice(0, 1) : some;
}

function changed(inputs, old, tools) {
  const { pick, chance } = tools;
  const change = {};
  const names = Object.keys(inputs);
  const count = pick([0, 1, 1, 1, 2, 2, 3]);
  for (let index = 0; index < count; index += 1) {
    const name = pick(names);
    change[name] = otherwise(name, inputs[name], old[name], tools);
  }
  // So that not every change of a disk is refused.
  const type = change.disk_type ?? old.disk_type;
  if (typeof type === "string" && "disk_iops" in inputs && type !== old.disk_type && chance(0.8)) {
    const settings = fitting({ disk_type: type }, inputs, tools);
    change.disk_iops = settings.disk_iops ?? { $absent: true };
    change.disk_throughput = settings.disk_throughput ?? { $absent: true };
  }
  return change;
}

function otherwise(name, input, old, tools) {
  const { pick, chance } = tools;
  const other = () => valid(name, input, tools);
  if (chance(0.4)) return other();
  if (chance(0.15)) return { $unknown: true };
  if (!input.isRequired && chance(0.4)) return pick([{ $absent: true }, null]);
  if (old === undefined) return zero(input.type) ?? other();
  if (typeof old === "string") {
    return pick([old, old.toUpperCase(), `${old.slice(0, 1).toUpperCase()}${old.slice(1)}`, `${old} `, "", other()]);
  }
  if (typeof old === "number") return pick([old, old + 1, old + 0.5, 0, old * 2, Math.max(1, Math.floor(old / 2))]);
  if (typeof old === "boolean") return pick([old, !old]);
  if (!Array.isArray(old))
    return pick([
      { ...old, source: "issues" },
      { ...old, sink: "other" },
      Object.fromEntries(Object.entries(old).reverse()),
    ]);
  if (name === "cidr_blocks") {
    return pick([
      old.map(({ address }) => ({ address })),
      old.toReversed(),
      old.slice(1),
      [...old, entry("9.9.9.9/32", "n")],
    ]);
  }
  return pick([old.toReversed(), old.slice(1), [...old, old[0]], other()]);
}

function zero(type) {
  return { int: 0, string: "", bool: false }[type];
}

export const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

const CLASSES = {
  integration_awscloudwatch_logs: "AWSCloudWatchLogsIntegration",
  integration_awscloudwatch_metrics: "AWSCloudWatchMetricsIntegration",
};

export function classOf(kind) {
  const name = camel(kind);
  return CLASSES[kind] ?? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function inPulumi({ kind, old, change }) {
  const names = (config) => Object.fromEntries(Object.entries(config).map(([name, value]) => [camel(name), value]));
  return { kind: classOf(kind), old: names(old), change: names(change) };
}

/** The args of a document. */
function args(config) {
  const value = (value) => (value?.$unknown === true ? { unknown: true } : value);
  return Object.fromEntries(Object.entries(config).map(([name, given]) => [camel(name), value(given)]));
}

/** What we plan, with the names of the question; what is deferred counts, as it does for the provider. */
export function outcomeOf({ target, kind, old, change }, planChange) {
  const isPulumi = !target.includes("/");
  const resource = (config) => ({ kind: isPulumi ? kind : classOf(kind), name: "it", args: args(config) });
  const after = { ...old, ...change };
  for (const [name, value] of Object.entries(change)) if (value?.$absent === true) delete after[name];
  const before = { ...old };
  // A state has what the service adds to the inputs.
  if (kind === "managed_cluster" || kind === "ManagedCluster") {
    before[isPulumi ? "serverVersionTag" : "server_version_tag"] ??= COMPUTED_TAG;
  }
  const dialect = isPulumi ? "pulumi" : "terraform";
  const plan = planChange(resource(before), resource(after), { target, dialect });
  const [step] = plan.steps;
  const isProtection = ({ path, effect }) => path === "protected" && effect === "refused";
  const all = [...step.properties, ...plan.deferred.filter((deferred) => !isProtection(deferred))];
  const names = (found) => [...new Set(found.map(({ path }) => path.split(/[.[]/)[0]))].sort();
  const replace = names(all.filter(({ effect }) => effect === "replace"));
  return { action: step.action, changed: names(all), replace };
}
