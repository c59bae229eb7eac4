// Generated from the Rust model by `npm run generate`; do not edit.
import type { Input, OpenString } from "../input";

/** Clouds. */
export type ResourceProvider = "aws" | "gcp" | "azure";

/** Topologies. */
export type Topology = "single-node" | "three-node-multi-zone";

/** Instance sizes, from small to large. */
export type InstanceType = "F1" | "C4" | "M8" | "M16" | "M32" | "M64" | "M128";

/** Disk types that the service takes. */
export type DiskType = "gp3" | "premium-ssd-lrs" | "ssd";

/** Projection levels. */
export type ProjectionLevel = "off" | "system" | "user";

/** A project: the container of every other resource of one organisation. */
export interface ProjectInputs {
  /**
   * Name, unique in the organisation. Left out, Pulumi makes one from the resource's name and seven random
   * characters.
   */
  name?: Input<string>;
}

/** What `project` returns: args that the provider takes. */
export interface ProjectArgs extends ProjectInputs {}

/**
 * A network (VPC or VNet) run by the service. Everything but its name is fixed once it exists: a change replaces
 * it and all that is in it.
 */
export interface NetworkInputs {
  /** Id of the project it belongs to. */
  projectId: Input<string>;
  /** Cloud it runs in, in lower case. */
  resourceProvider: Input<OpenString<ResourceProvider>>;
  /** Region in the cloud's own spelling: `us-east-1` on AWS, `us-east1` on Google Cloud, `eastus` on Azure. */
  region: Input<string>;
  /**
   * Private IPv4 block of the network, prefix length 8 to 24 (16 to 24 on AWS), no host bits set. Required unless
   * `publicAccess` is true, and forbidden then.
   */
  cidrBlock?: Input<string>;
  /** Whether clusters in it can be reached from the internet. Default: false. */
  publicAccess?: Input<boolean>;
  /** Name. Left out, Pulumi makes one from the resource's name and seven random characters. */
  name?: Input<string>;
}

/** What `network` returns: args that the provider takes. */
export interface NetworkArgs extends NetworkInputs {}

/** A database cluster. Changes of project, network, topology or access replace it: its data is deleted. */
export interface ManagedClusterInputs {
  /** Id of the project, the same as that of the network. */
  projectId: Input<string>;
  /** Id of the network it runs in. */
  networkId: Input<string>;
  /** Number and place of its nodes, in lower case. */
  topology: Input<OpenString<Topology>>;
  /** Size of each node. */
  instanceType: Input<OpenString<InstanceType>>;
  /**
   * Disk of each node in GB: a whole number from 8 to 4096, from 10 on Google Cloud and Azure. Can grow, never
   * shrink.
   */
  diskSize: Input<number>;
  /** Disk type: `gp3` on AWS, `ssd` on Google Cloud, `premium-ssd-lrs` on Azure. */
  diskType: Input<OpenString<DiskType>>;
  /**
   * Provisioned IOPS, 3000 to 16000. For `gp3` only, and required there; the builder completes 3000, or what
   * `diskThroughput` needs.
   */
  diskIops?: Input<number>;
  /** Provisioned throughput in MB/s, 125 to 1000. For `gp3` only, and required there; the builder completes 125. */
  diskThroughput?: Input<number>;
  /** Release line of the server as text, `YY.M`, for example "26.0". */
  serverVersion: Input<string>;
  /** Full version, `YY.M.P`, to upgrade to. Has no effect when the cluster is created. */
  serverVersionTag?: Input<string>;
  /** Which projections run. Default: `off`. */
  projectionLevel?: Input<OpenString<ProjectionLevel>>;
  /** Whether it can be reached from the internet; needs a public network and `aclId`. Default: false. */
  publicAccess?: Input<boolean>;
  /** Id of the IP access list, for a public cluster. */
  aclId?: Input<string>;
  /** Whether deleting and replacing it is refused. Default: false. */
  protected?: Input<boolean>;
  /** Name. Left out, Pulumi makes one from the resource's name and seven random characters. */
  name?: Input<string>;
}

/** What `managedCluster` returns: args that the provider takes. */
export interface ManagedClusterArgs extends ManagedClusterInputs {}

/** A job that backs up one cluster again and again. It cannot be changed: every change makes a new job. */
export interface ScheduledBackupInputs {
  /** Id of the project of the cluster. */
  projectId: Input<string>;
  /** Id of the cluster to back up. */
  sourceClusterId: Input<string>;
  /** What the job is called. */
  description: Input<string>;
  /**
   * When it runs, in UTC: five cron fields of which day of month and month are `*`; at most hourly. The builder
   * also takes `@hourly`, `@daily` and `@weekly` and writes them as five fields.
   */
  schedule: Input<string>;
  /**
   * What each backup is called; may hold variables such as `{cluster}` and `{datetime:rfc3339}`. The builder
   * completes one.
   */
  backupDescription?: Input<string>;
  /** How many backups the job keeps, at least 1; the oldest is removed first. */
  maxBackupCount: Input<number>;
}

/** What `scheduledBackup` returns: args that the provider takes. */
export interface ScheduledBackupArgs extends ScheduledBackupInputs {
  /**
   * What each backup is called; may hold variables such as `{cluster}` and `{datetime:rfc3339}`. The builder
   * completes one.
   */
  backupDescription: Input<string>;
}
