// The attributes of the published provider (eventstorecloud 0.2.20, over the Terraform provider 1.6.0), as it checks and
// compares them, and those of kurrentcloud 0.3.0: what the provider for the real engines is made of.
import { readFileSync } from "node:fs";

const factsOf = (name) =>
  JSON.parse(readFileSync(new URL(`../../../engine/provider/facts/${name}.json`, import.meta.url), "utf8"));

const PUBLISHED = factsOf("eventstorecloud");
const VERSION = PUBLISHED.versions.indexOf("1.6.0");

/** What holds in that version, by `kind.attribute` or `kind.attribute/what`: each fact stands since a version. */
const HOLDS = Object.fromEntries(
  Object.entries(PUBLISHED.facts).map(([key, facts]) => [
    key,
    facts.findLast(([since]) => PUBLISHED.versions.indexOf(since) <= VERSION)?.[1] ?? undefined,
  ]),
);
/** In kurrentcloud the same, but for what it has differently. */
const HOLDS_IN_KURRENTCLOUD = {
  ...HOLDS,
  ...Object.fromEntries(Object.entries(factsOf("kurrentcloud").facts).map(([key, facts]) => [key, facts.at(-1)[1]])),
};

const CLASSES = {
  project: "Project",
  network: "Network",
  acl: "Acl",
  peering: "Peering",
  managed_cluster: "ManagedCluster",
  managed_cluster_replicaset: "ManagedClusterReplicaset",
  scheduled_backup: "ScheduledBackup",
  integration: "Integration",
  integration_awscloudwatch_logs: "AWSCloudWatchLogsIntegration",
  integration_awscloudwatch_metrics: "AWSCloudWatchMetricsIntegration",
};

/** Stored in lower case by the service only: they differ again in the next run when they are not written so. */
const LOWERED = ["peering.peer_resource_provider", "managed_cluster.topology"];

const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * By kind and attribute: its `type`, that of its `items`, whether it is `required`, or `named` by the provider when there
 * is none, whether another value `replaces` the resource, its `default`, what it `accepts` (in any case), the `range` of
 * a number, the length that the prefix of a `cidr` block may have, and whether its case is `folded`: stored in lower case
 * and compared without regard to it. What is only `lowered`, by the service, is compared as it is written.
 */
function kindsIn(holds) {
  const kinds = {};
  for (const [key, fact] of Object.entries(holds)) {
    const [, kind, attribute] = /^(\w+)\.(\w+)$/.exec(key) ?? [];
    if (fact === undefined || CLASSES[kind] === undefined) continue;
    const [type, need, change] = fact;
    if (need === "computed") continue;
    const about = (what) => holds[`${key}/${what}`] ?? undefined;
    const isNamed = attribute === "name";
    (kinds[CLASSES[kind]] ??= {})[camel(attribute)] = {
      type,
      items: about("elem"),
      required: need === "required" && !isNamed,
      named: isNamed,
      replaces: change === "forceNew",
      // A block that is not given is not checked, as an empty one would be.
      default: about("prefix") === undefined ? about("default") : undefined,
      accepts: about("accepts"),
      range: about("range"),
      cidr: about("prefix"),
      folded: about("lowerCased") ?? false,
      lowered: LOWERED.includes(key),
    };
  }
  return kinds;
}

const KINDS = kindsIn(HOLDS);
const KINDS_OF_KURRENTCLOUD = kindsIn(HOLDS_IN_KURRENTCLOUD);

/** The ranges that a disk of type `gp3` has to keep to. */
export const GP3 = {
  diskIops: HOLDS["managed_cluster.disk_iops/gp3"],
  diskThroughput: HOLDS["managed_cluster.disk_throughput/gp3"],
};

/** The kind of a type of the provider packages, undefined when it is of another package. */
export const kindOf = (type) => /^(?:eventstorecloud|kurrentcloud):index\/\w+:(\w+)$/.exec(type)?.[1];

/** The attributes of a type, undefined when nothing is known of it. */
export const attributesOf = (type) => (type.startsWith("kurrentcloud:") ? KINDS_OF_KURRENTCLOUD : KINDS)[kindOf(type)];
