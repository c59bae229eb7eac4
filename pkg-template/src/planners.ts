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

/** What a cluster is wanted for. What is left out sets no limit. */
export interface Workload {
  /** The cloud that it runs in. */
  cloud: Cloud;
  /** What it is for; `production` (or `prod`) asks for a size and a topology that are fit for it. */
  environment?: string;
  /** Streams that are used at the same time. */
  workingSetStreams?: number;
  /** Clients that are connected at the same time. */
  clients?: number;
  /** Data at the beginning, in GB. Default: 0. */
  dataGb?: number;
  /** How much data is added in a month, in GB. Default: 0. */
  growthGbPerMonth?: number;
  /** Months that the disk has to last without being made larger, 0 to 1200. Default: 12. */
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
  /** ISO date that the support of server versions is counted from. Default: the date of the catalogue. */
  now?: string;
}

/**
 * The cheapest cluster that a workload fits: args for `managedCluster`, each choice with its reason and source, what is
 * left of every limit, and the next larger size. No prices are known: a smaller size counts as cheaper. A workload that
 * no cluster can carry is no error: `ok` is false, and `problems` say by how much it is too large.
 */
export function recommendCluster(workload: Workload, options?: Pick<Options, "catalogue">): ClusterRecommendation {
  return ask<{ plan: ClusterRecommendation }>([workload, options], (core, bytes) => core.recommendCluster(bytes)).plan;
}

/** An address block, as text or with a name. */
export type NamedBlock = string | { block: string; name?: string };

/** What networks need address blocks, and where these may come from. */
export interface AddressRequest {
  /** Blocks that networks come from: private, not overlapping each other. */
  pools: NamedBlock[];
  /**
   * Blocks that no new network may overlap, such as those of your own networks. One with the name of a peer is also
   * what the peerings with it route to.
   */
  reserved?: NamedBlock[];
  /**
   * Whether blocks of the catalogue that are known to clash, such as Docker's bridge, are reserved too. Default: true.
   */
  reserveNotable?: boolean;
  /**
   * The last plan, or as much of it as counts: nothing that still exists moves. Keep it in a committed file or in an
   * output of the stack.
   */
  existing?: AddressPlan | { networks: { name: string; block: string }[] };
  /** The networks, in the order in which they get blocks: one that is added at the end moves none before it. */
  requests: NetworkRequest[];
}

/** One network that needs a block: its size is one of `prefixLength`, `clusters` and `like`. */
export interface NetworkRequest {
  /** Its name in the plan. */
  name: string;
  /** Its cloud, whose limits count then. */
  cloud?: Cloud;
  /** Its region, for the args. */
  region?: string;
  /** Prefix length of its block, 8 to 24; on AWS from 16 on. */
  prefixLength?: number;
  /** Number of clusters that it has room for. */
  clusters?: number;
  /** As large as the network of this name. */
  like?: string;
  /** The pool that it comes from, by name. Default: any. */
  pool?: string;
  /** Names of your own networks that it is peered with. Default: it may be peered with any. */
  peers?: string[];
  /** Whether it gets another block when it asks for more than it has, which replaces the network. Default: `refuse`. */
  growth?: "refuse" | "move";
  /** Whether it may share addresses with another network that allows it and has no peer in common. Default: `never`. */
  overlap?: "never" | "allowed";
}

/**
 * Plans the address blocks of networks. A plan is also a lock: given as `existing` to the next call, nothing that still
 * exists moves, whatever is added, removed or put into another order. That there is no room is no error: `ok` is false
 * and `unplaced` says what is missing, where, and what would help.
 */
export function planAddressSpace(request: AddressRequest, options?: Pick<Options, "catalogue">): AddressPlan {
  return ask<{ plan: AddressPlan }>([request, options], (core, bytes) => core.planAddressSpace(bytes)).plan;
}

/** What backups are for, and of which clusters. */
export interface BackupRequest {
  /** The clusters, each by its name or with ids for the args. */
  clusters: (string | BackupCluster)[];
  /** What the backups have to achieve; at least one of the two. */
  objectives: {
    /** Most hours of data that may be lost. Less than 1 cannot be had: that is a problem of the plan. */
    maxLossHours?: number;
    /** How many backups to keep. */
    keep?: BackupsToKeep;
  };
  /**
   * When backups may start, as times `HH:MM`; it may go past midnight. `to` is no longer in it. Default: at any time.
   */
  window?: { from: string; to: string };
  /** Minutes by which the clocks of `window` are ahead of UTC, -840 to 840. Default: 0. */
  offsetMinutes?: number;
}

/** One cluster to back up. */
export interface BackupCluster {
  /** Its name; the jobs are called after it. */
  name: string;
  /** Id of its project, for the args. */
  projectId?: string;
  /** Its id, for the args. */
  sourceClusterId?: string;
}

/** How many backups to keep of each rhythm. What the schedules of the service cannot say is a problem of the plan. */
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
  /** One of every month: schedules cannot say it, so the plan tells what can be had instead. */
  monthly?: number;
}

/**
 * Plans scheduled backups that meet objectives: the fewest jobs, with starts far enough from each other and args for
 * `scheduledBackup`. An objective that cannot be met is no error: `ok` is false, and `problems` say why and what can be
 * had instead.
 */
export function planBackups(request: BackupRequest, options?: Pick<Options, "catalogue">): BackupPlan {
  return ask<{ plan: BackupPlan }>([request, options], (core, bytes) => core.planBackups(bytes)).plan;
}

/** The jobs of one cluster, and the time over which to look at them. */
export interface BackupHistory {
  /** The jobs, up to 300. */
  jobs: {
    /** What it is called. Default: its place, such as `jobs[0]`. */
    name?: string;
    /** Its schedule in UTC, as in the args. */
    schedule: string;
    /** How many backups it keeps. */
    maxBackupCount: number;
  }[];
  /** ISO time at which the jobs begin. */
  from: string;
  /** ISO time until which to look, ten years after `from` at most. */
  to: string;
  /** ISO time at which to look at the restore points. Default: `to`. */
  at?: string;
}

/** Tells what the jobs of one cluster do over time: the runs, the restore points that exist, what is lost at worst. */
export function simulateBackups(request: BackupHistory, options?: Pick<Options, "catalogue">): BackupSimulation {
  return ask<{ plan: BackupSimulation }>([request, options], (core, bytes) => core.simulateBackups(bytes)).plan;
}

/** One resource by itself. */
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
 * resource whether it is updated, replaced, deleted or refused, the downtime, the loss of data, and what is taken
 * along; with what to know first. Both are documents, or both one resource; `null` stands for nothing. Values that
 * are unknown are never said to change: they are listed as deferred. Throws an `InputError` for what cannot be read:
 * nothing is promised about a program that was only understood in part.
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
    if (side === undefined) throw new InputError(path, "is missing; write `null` for nothing");
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
 * `--changes-only` it lacks what stays, and so what is taken along. Throws an `InputError` as `planChange` does.
 */
export function planPreview(preview: PulumiPreview, options?: Options): ChangePlan {
  return ask<{ plan: ChangePlan }>([preview, options], (core, bytes) => core.planPreview(bytes)).plan;
}
