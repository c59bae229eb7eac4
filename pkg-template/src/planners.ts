import { ask } from "./answer";
import type { Cloud, ClusterRecommendation } from "./generated/api";
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
  return ask<{ plan: ClusterRecommendation }>((core) => core.recommendCluster(workload, options)).plan;
}
