import { ask } from "./core/answer";
import { InputError } from "./errors";
import type { Document } from "./document";
import type {
  AddressPlan,
  BackupPlan,
  BackupSimulation,
  ChangePlan,
  Cloud,
  ClusterRecommendation,
} from "./generated/api";
import type { ProjectionLevel, Topology } from "./generated/args";
import type { Options } from "./options";
import { readPreview } from "./values/read-preview";

/** What a cluster is for. What is left out sets no limit. */
export interface Workload {
  /** The cloud that it runs in. */
  cloud: Cloud;
  /** What it is for; `production` (or `prod`) requires a size and a topology for production. */
  environment?: string;
  /** Streams that are used at the same time. */
  workingSetStreams?: number;
  /** Clients that are connected at the same time. */
  clients?: number;
  /** Data at the beginning, in GB. Default: 0. */
  dataGb?: number;
  /** How much data is added in a month, in GB. Default: 0. */
  growthGbPerMonth?: number;
  /** Months that the disk must last without an increase, 0 to 1200. Default: 12. */
  months?: number;
  /** Disk operations a second, where they matter. */
  iops?: number;
  /** Disk throughput in MB/s, where it matters. */
  throughputMbps?: number;
  /** The topology, where it is not left to the plan. */
  topology?: Topology;
  /** The projections that run. */
  projectionLevel?: ProjectionLevel;
  /** Read-only replicas besides the nodes. Default: 0. */
  replicas?: number;
  /** ISO date from which the support of server versions is counted. Default: the date of the catalogue. */
  now?: string;
}

/**
 * Recommends the cheapest cluster that fits a workload: args for `managedCluster`, each choice with its reason and source, what is
 * left of every limit, and the next larger size. No prices are known: a smaller size counts as cheaper. A workload that
 * fits no cluster is not an error: `ok` is false, and `diagnostics` say by how much it is too large.
 */
export function recommendCluster(workload: Workload, options?: Pick<Options, "catalogue">): ClusterRecommendation {
  return ask<{ plan: ClusterRecommendation }>([workload, options], (core, bytes) => core.recommendCluster(bytes)).plan;
}

/** A CIDR block, as a string or with a name. */
export type NamedCidr = string | { cidrBlock: string; name?: string };

/** The networks that need CIDR blocks, and the pools that these come from. */
export interface AddressRequest {
  /** CIDR blocks that networks come from: private, not overlapping each other. */
  pools: NamedCidr[];
  /**
   * CIDR blocks that no new network may overlap, such as those of your own networks. One with the name of a peer is
   * also what the peerings with it route to.
   */
  reserved?: NamedCidr[];
  /**
   * Whether CIDR blocks of the catalogue that are known to clash, such as Docker's bridge, are reserved too. Default:
   * true.
   */
  reserveNotable?: boolean;
  /**
   * The last plan, or as much of it as counts: nothing that still exists moves. Keep it in a committed file or in an
   * output of the stack.
   */
  existing?: AddressPlan | { networks: { name: string; cidrBlock: string }[] };
  /** The networks, in the order in which they get CIDR blocks: one added at the end moves none before it. */
  requests: NetworkRequest[];
}

/** One network that needs a CIDR block: its size is one of `prefixLength`, `clusters` and `like`. */
export interface NetworkRequest {
  /** Its name in the plan. */
  name: string;
  /** Its cloud, whose limits apply then. */
  cloud?: Cloud;
  /** Its region, for the args. */
  region?: string;
  /** Prefix length of its CIDR block, 8 to 24; on AWS 16 to 24. */
  prefixLength?: number;
  /** Number of clusters that it has room for. */
  clusters?: number;
  /** As large as the network of this name. */
  like?: string;
  /** The pool that it comes from, by name. Default: any. */
  pool?: string;
  /** Names of your own networks that it is peered with. Default: it may be peered with any. */
  peers?: string[];
  /**
   * Whether it gets another CIDR block if it needs a larger one than it has, which replaces the network. Default:
   * `refuse`.
   */
  growth?: "refuse" | "move";
  /** Whether it may share addresses with another network that allows it and has no peer in common. Default: `never`. */
  overlap?: "never" | "allowed";
}

/**
 * Plans the CIDR blocks of networks. A plan is also a lock: given as `existing` to the next call, nothing that still
 * exists moves, whatever is added, removed or reordered. A lack of room is not an error: `ok` is false and `unplaced`
 * says what is missing, where, and what helps.
 */
export function planAddressSpace(request: AddressRequest, options?: Pick<Options, "catalogue">): AddressPlan {
  return ask<{ plan: AddressPlan }>([request, options], (core, bytes) => core.planAddressSpace(bytes)).plan;
}

/** The objectives of backups, and their clusters. */
export interface BackupRequest {
  /** The clusters, each by its name or with ids for the args. */
  clusters: (string | BackupCluster)[];
  /** The objectives; at least one of the two. */
  objectives: {
    /** Maximum hours of data that may be lost. Less than 1 is not supported and gives a diagnostic. */
    maxLossHours?: number;
    /** How many backups to keep. */
    keep?: BackupsToKeep;
  };
  /**
   * When backups may start, as times `HH:MM`; it may go past midnight. `to` is excluded. Default: at any time.
   */
  window?: { from: string; to: string };
  /** Minutes by which the clocks of `window` are ahead of UTC, -840 to 840. Default: 0. */
  offsetMinutes?: number;
}

/** One cluster to back up. */
export interface BackupCluster {
  /** Its name; the jobs are named after it. */
  name: string;
  /** Id of its project, for the args. */
  projectId?: string;
  /** Its id, for the args. */
  sourceClusterId?: string;
}

/** How many backups to keep of each rhythm. What no schedule supports gives a diagnostic. */
export interface BackupsToKeep {
  /** One of every hour. */
  hourly?: number;
  /** One of every day. */
  daily?: number;
  /** One of every week. */
  weekly?: number;
  /** The day of `weekly`: 0 is Sunday, 6 is Saturday. Default: 0. */
  weeklyOn?: number;
  /** One of every day from Monday to Friday: five jobs, because a schedule names one day or all. */
  weekdays?: number;
  /** One of every month: no schedule supports it, so the plan has a diagnostic with an alternative. */
  monthly?: number;
}

/**
 * Plans scheduled backups that meet objectives: the fewest jobs, with starts far enough from each other and args for
 * `scheduledBackup`. An objective that cannot be met is not an error: `ok` is false, and `diagnostics` say why and what to
 * do instead.
 */
export function planBackups(request: BackupRequest, options?: Pick<Options, "catalogue">): BackupPlan {
  return ask<{ plan: BackupPlan }>([request, options], (core, bytes) => core.planBackups(bytes)).plan;
}

/** The jobs of one cluster, and the time over which to look at them. */
export interface BackupHistory {
  /** The jobs, up to 300. */
  jobs: {
    /** Its name. Default: its path, such as `jobs[0]`. */
    name?: string;
    /** Its schedule in UTC, as in the args. */
    schedule: string;
    /** How many backups it keeps. */
    maxBackupCount: number;
  }[];
  /** ISO time at which the jobs begin. */
  from: string;
  /** ISO time until which to look, at most ten years after `from`. */
  to: string;
  /** ISO time at which to look at the restore points. Default: `to`. */
  at?: string;
}

/** Simulates the jobs of one cluster over time: the runs, the restore points, the maximum loss. */
export function simulateBackups(request: BackupHistory, options?: Pick<Options, "catalogue">): BackupSimulation {
  return ask<{ plan: BackupSimulation }>([request, options], (core, bytes) => core.simulateBackups(bytes)).plan;
}

/** One resource without a program. */
export interface SingleResource {
  /** A kind such as `Network`, or a Pulumi type token. */
  kind: string;
  /** Its name in the program. Default: its kind. */
  name?: string;
  /** Its inputs, as in a document. */
  args?: { [property: string]: unknown };
}

/**
 * Tells what the change from `before` to `after` does to what exists: for every changed property its effect, for every
 * resource whether it is updated, replaced, deleted or refused, the downtime, the loss of data, and what else is
 * replaced; with diagnostics. Both are documents, or both one resource; `null` stands for nothing. Unknown
 * values are never reported as changed: they are listed as deferred. Throws an `InputError` for what cannot be read: a program that was read in part has no plan.
 */
export function planChange(
  before: Document | SingleResource | null,
  after: Document | SingleResource | null,
  options?: Options,
): ChangePlan {
  // What was forgotten is not taken for nothing: a plan would then delete or make everything.
  for (const [path, side] of [
    ["before", before],
    ["after", after],
  ] as const) {
    if (side === undefined) throw new InputError(path, "is required; use `null` for nothing");
  }
  return ask<{ plan: ChangePlan }>([before, after, options], (core, bytes) => core.planChange(bytes)).plan;
}

/** What `pulumi preview --json` prints, parsed. */
export interface PulumiPreview {
  /** The steps of all resources, with the states before and after. */
  steps: unknown[];
}

/**
 * Plans the change that `pulumi preview --json` shows. Secrets are printed there without their values, so they are
 * never said to change, nor to stay. Steps of other providers are left out. Give the whole output: with
 * `--changes-only` it lacks what stays, and so what is taken along. A diagnostic has the location that the preview gives
 * its resource. Throws an `InputError` as `planChange` does.
 */
export function planPreview(preview: PulumiPreview, options?: Options): ChangePlan {
  const { before, after, steps } = readPreview(preview);
  return ask<{ plan: ChangePlan }>([{ before, after, steps }, options], (core, bytes) => core.planPreview(bytes)).plan;
}
