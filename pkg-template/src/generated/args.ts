// Generated from the Rust model by `npm run generate`; do not edit.
import type { Input, OpenString } from "../input";

/** Clouds. */
export type ResourceProvider = "aws" | "gcp" | "azure";

/** Topologies. */
export type Topology = "single-node" | "three-node-multi-zone";

/** Instance sizes, from small to large. */
export type InstanceType = "F1" | "C4" | "M8" | "M16" | "M32" | "M64" | "M128";

/** Disk types that the service accepts. */
export type DiskType = "gp3" | "premium-ssd-lrs" | "ssd";

/** Projection levels. */
export type ProjectionLevel = "off" | "system" | "user";

/**
 * Connection to one organisation, for programs that cannot use the configuration of the stack. The constructor
 * requires six args, four of which are documented as optional; the builder completes those that have a neutral
 * value.
 */
export interface ProviderInputs {
  /** Id of the organisation. */
  organizationId: Input<string>;
  /** Refresh token of a user; empty where a service account is used. Secret. */
  token: Input<string>;
  /**
   * Id of a service account (`kurrentcloud` from 0.3.0). Empty for the built-in client, which user tokens belong
   * to.
   */
  clientId?: Input<string>;
  /** Secret of the service account (`kurrentcloud` from 0.3.0). Secret. */
  clientSecret?: Input<string>;
  /** Where service accounts sign in (`kurrentcloud` from 0.3.0). Usually not set. */
  identityKitUrl?: Input<string>;
  /** Where tokens are exchanged. Empty for the default. */
  identityProviderUrl?: Input<string>;
  /** Writable folder for access tokens; not needed with a service account. */
  tokenStore: Input<string>;
  /** URL of the service's API: `https` and a host, without a path. */
  url?: Input<string>;
}

/** What `provider` returns: args that the provider accepts. */
export interface ProviderArgs extends ProviderInputs {
  /**
   * Id of a service account (`kurrentcloud` from 0.3.0). Empty for the built-in client, which user tokens belong
   * to.
   */
  clientId: Input<string>;
  /** Where tokens are exchanged. Empty for the default. */
  identityProviderUrl: Input<string>;
  /** URL of the service's API: `https` and a host, without a path. */
  url: Input<string>;
}

/** A project: the container of every other resource of one organisation. */
export interface ProjectInputs {
  /**
   * Name, unique in the organisation. If it is not set, Pulumi generates one from the resource's name and seven
   * random characters.
   */
  name?: Input<string>;
}

/** What `project` returns: args that the provider accepts. */
export interface ProjectArgs extends ProjectInputs {}

/**
 * A network (VPC or VNet) run by the service. Everything except its name is fixed: a change replaces it and
 * everything in it.
 */
export interface NetworkInputs {
  /** Id of the project it belongs to. */
  projectId: Input<string>;
  /** Cloud it runs in, in lower case. */
  resourceProvider: Input<OpenString<ResourceProvider>>;
  /** Region in the cloud's own spelling: `us-east-1` on AWS, `us-east1` on Google Cloud, `eastus` on Azure. */
  region: Input<string>;
  /**
   * Private IPv4 CIDR block of the network: prefix length 8 to 24 (16 to 24 on AWS), no host bits set. Required
   * unless `publicAccess` is true; not allowed if it is.
   */
  cidrBlock?: Input<string>;
  /** Whether clusters in it can be reached from the internet. Default: false. */
  publicAccess?: Input<boolean>;
  /** Name. If it is not set, Pulumi generates one from the resource's name and seven random characters. */
  name?: Input<string>;
}

/** What `network` returns: args that the provider accepts. */
export interface NetworkArgs extends NetworkInputs {}

/** One entry of `cidrBlocks`. */
export type AclEntryInputs = {
  /** Public IPv4 CIDR block that may connect, such as `203.0.113.0/24`; a single address has prefix length 32. */
  address: Input<string>;
  /** What the entry is for. The builder completes an empty string, because the service always returns one. */
  comment?: Input<string>;
};

/** One entry of `cidrBlocks`, as `acl` returns it. */
export type AclEntryArgs = {
  /** Public IPv4 CIDR block that may connect, such as `203.0.113.0/24`; a single address has prefix length 32. */
  address: Input<string>;
  /** What the entry is for. The builder completes an empty string, because the service always returns one. */
  comment: Input<string>;
};

/**
 * An IP access list: who may connect to the public clusters that use it. A change reaches all of them within
 * seconds.
 */
export interface AclInputs {
  /** Id of the project, the same as that of the clusters. */
  projectId: Input<string>;
  /** CIDR blocks that may connect, each with a comment; at least one. */
  cidrBlocks: Input<Input<AclEntryInputs>[]>;
  /** Name. If it is not set, Pulumi generates one from the resource's name and seven random characters. */
  name?: Input<string>;
}

/** What `acl` returns: args that the provider accepts. */
export interface AclArgs extends AclInputs {
  /** CIDR blocks that may connect, each with a comment; at least one. */
  cidrBlocks: Input<Input<AclEntryArgs>[]>;
}

/**
 * A peering between a private network of the service and one of your own. It is complete once your side accepts
 * it and routes to it. Everything except its name is fixed: a change replaces it.
 */
export interface PeeringInputs {
  /** Id of the project, the same as that of the network. */
  projectId: Input<string>;
  /** Id of the private network of the service. */
  networkId: Input<string>;
  /** Cloud of your network, in lower case; the same as that of the service's network. */
  peerResourceProvider: Input<OpenString<ResourceProvider>>;
  /** Region of your network, in the cloud's own spelling. */
  peerNetworkRegion: Input<string>;
  /** Who owns your network: 12 digits on AWS, the project id on Google Cloud, the tenant id on Azure. */
  peerAccountId: Input<string>;
  /**
   * Your network: `vpc-...` on AWS, the name of the VPC on Google Cloud, the resource id of the virtual network on
   * Azure.
   */
  peerNetworkId: Input<string>;
  /**
   * CIDR blocks of your network that the service routes to: IPv4, prefix length 8 to 28, no host bits set, at
   * least one. None may overlap the CIDR block of the service's network.
   */
  routes: Input<Input<string>[]>;
  /** Name. If it is not set, Pulumi generates one from the resource's name and seven random characters. */
  name?: Input<string>;
}

/** What `peering` returns: args that the provider accepts. */
export interface PeeringArgs extends PeeringInputs {}

/** A database cluster. Changing the project, network, topology or access replaces it, and its data is deleted. */
export interface ManagedClusterInputs {
  /** Id of the project, the same as that of the network. */
  projectId: Input<string>;
  /** Id of the network it runs in. */
  networkId: Input<string>;
  /** Number of nodes, and whether they are in one zone or several; in lower case. */
  topology: Input<OpenString<Topology>>;
  /** Instance type of each node. */
  instanceType: Input<OpenString<InstanceType>>;
  /**
   * Disk of each node in GB: an integer from 8 to 4096, from 10 on Google Cloud and Azure. It can grow and never
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
  /** Release line of the server as a string, `YY.M`, for example "26.0". */
  serverVersion: Input<string>;
  /** Full version, `YY.M.P`, to upgrade to. Has no effect when the cluster is created. */
  serverVersionTag?: Input<string>;
  /** Which projections run. Default: `off`. */
  projectionLevel?: Input<OpenString<ProjectionLevel>>;
  /** Whether it can be reached from the internet; needs a public network and `aclId`. Default: false. */
  publicAccess?: Input<boolean>;
  /** Id of the IP access list, for a public cluster. */
  aclId?: Input<string>;
  /** Whether the provider rejects deleting and replacing it. Default: false. */
  protected?: Input<boolean>;
  /** Name. If it is not set, Pulumi generates one from the resource's name and seven random characters. */
  name?: Input<string>;
}

/** What `managedCluster` returns: args that the provider accepts. */
export interface ManagedClusterArgs extends ManagedClusterInputs {}

/**
 * Read-only replicas of a cluster of three nodes; one set for each cluster. Available in the package
 * `kurrentcloud` from 0.3.0; not in the legacy package.
 */
export interface ManagedClusterReplicasetInputs {
  /** Id of the project of the cluster. */
  projectId: Input<string>;
  /** Id of the cluster, which has three nodes. */
  clusterId: Input<string>;
  /** Number of replicas: 1 or 2. */
  replicaCount: Input<number>;
  /** Whether the provider rejects deleting and replacing it. Default: false. */
  protected?: Input<boolean>;
}

/** What `managedClusterReplicaset` returns: args that the provider accepts. */
export interface ManagedClusterReplicasetArgs extends ManagedClusterReplicasetInputs {}

/** A job that backs up one cluster on a schedule. It cannot be updated: every change replaces the job. */
export interface ScheduledBackupInputs {
  /** Id of the project of the cluster. */
  projectId: Input<string>;
  /** Id of the cluster to back up. */
  sourceClusterId: Input<string>;
  /** What the job is called. */
  description: Input<string>;
  /**
   * When it runs, in UTC: five cron fields of which day of month and month are `*`; at most hourly. The builder
   * also accepts `@hourly`, `@daily` and `@weekly` and writes them as five fields.
   */
  schedule: Input<string>;
  /**
   * What each backup is called; may contain variables such as `{cluster}` and `{datetime:rfc3339}`. The builder
   * completes it.
   */
  backupDescription?: Input<string>;
  /** How many backups the job keeps, at least 1; the oldest is removed first. */
  maxBackupCount: Input<number>;
}

/** What `scheduledBackup` returns: args that the provider accepts. */
export interface ScheduledBackupArgs extends ScheduledBackupInputs {
  /**
   * What each backup is called; may contain variables such as `{cluster}` and `{datetime:rfc3339}`. The builder
   * completes it.
   */
  backupDescription: Input<string>;
}

/** Sends issues or notifications of a project to another service. */
export interface IntegrationInputs {
  /** Id of the project. */
  projectId: Input<string>;
  /** What it is called. */
  description: Input<string>;
  /**
   * What is sent where: `source` and `sink`, with the keys of that sink, such as `channelId` and `token` of
   * `slack`. The provider does not mark credentials as secret: wrap them with `pulumi.secret`.
   */
  data: Input<{ [key: string]: Input<string> }>;
}

/** What `integration` returns: args that the provider accepts. */
export interface IntegrationArgs extends IntegrationInputs {}

/** Sends the logs of clusters to Amazon CloudWatch in an AWS account of yours. Support must enable it first. */
export interface AWSCloudWatchLogsIntegrationInputs {
  /** Id of the project of the clusters. */
  projectId: Input<string>;
  /** What it is called. */
  description: Input<string>;
  /** Access key of an IAM user, 20 characters beginning with `AKIA`. Required when it is created. Secret. */
  accessKeyId: Input<string>;
  /** Secret of that access key. Required when it is created. Secret. */
  secretAccessKey: Input<string>;
  /** Ids of the clusters of the project whose logs are sent; at least one. */
  clusterIds: Input<Input<string>[]>;
  /** Name of an existing log group: 1 to 512 letters, digits and `.`, `-`, `_`, `/`, `#`. */
  groupName: Input<string>;
  /** AWS region to send to, preferably that of the clusters. */
  region: Input<string>;
}

/** What `awsCloudWatchLogsIntegration` returns: args that the provider accepts. */
export interface AWSCloudWatchLogsIntegrationArgs extends AWSCloudWatchLogsIntegrationInputs {}

/** Sends the metrics of clusters to Amazon CloudWatch in an AWS account of yours. Support must enable it first. */
export interface AWSCloudWatchMetricsIntegrationInputs {
  /** Id of the project of the clusters. */
  projectId: Input<string>;
  /** What it is called. */
  description: Input<string>;
  /** Access key of an IAM user, 20 characters beginning with `AKIA`. Required when it is created. Secret. */
  accessKeyId: Input<string>;
  /** Secret of that access key. Required when it is created. Secret. */
  secretAccessKey: Input<string>;
  /** Ids of the clusters of the project whose metrics are sent; at least one. */
  clusterIds: Input<Input<string>[]>;
  /** Namespace of the metrics: 1 to 255 characters, not beginning with `AWS/` or `:`. */
  namespace: Input<string>;
  /** AWS region to send to, preferably that of the clusters. */
  region: Input<string>;
}

/** What `awsCloudWatchMetricsIntegration` returns: args that the provider accepts. */
export interface AWSCloudWatchMetricsIntegrationArgs extends AWSCloudWatchMetricsIntegrationInputs {}
