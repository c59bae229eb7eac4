import { ask } from "./answer";
import type { AddressPlan, Cloud, ClusterRecommendation } from "./generated/api";
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

/** An address block, as text or with a name. */
export type NamedBlock = string | { block: string; name?: string };

/** What networks need address blocks, and where these may come from. */
export interface AddressRequest {
  /** Blocks that networks come from: private, not overlapping each other. */
  pools: NamedBlock[];
  /**
   * Blocks that no new network may overlap, such as those of your own networks. One with the name of a peer is also what
   * the peerings with it route to.
   */
  reserved?: NamedBlock[];
  /** Whether blocks of the catalogue that are known to clash, such as Docker's bridge, are reserved too. Default: true. */
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
  return ask<{ plan: AddressPlan }>((core) => core.planAddressSpace(request, options)).plan;
}
