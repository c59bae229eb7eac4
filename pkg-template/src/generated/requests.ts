// Generated from the Rust model by `npm run generate`; do not edit.
import type { AddressPlan, Cloud, Profile, Severity } from "./api";
import type { ProjectionLevel, Topology } from "./args";

/** Options of a check. An unknown or invalid option throws an `InputError`; none is ignored. */
export interface Options {
  /**
   * Provider package and version the program uses, such as `eventstorecloud@0.2.20` or `kurrentcloud@0.3.x`, or a
   * Terraform provider such as `kurrent-io/kurrentcloud@3.1.0`. A constraint instead of the version, such as
   * `^0.2.11` or `~> 1.5.0`, picks the newest known version in it. Default: what `packageJson` would install, else
   * what the document says or imports, else `eventstorecloud@0.2.20`; the report says which was used and why.
   */
  target?: string;
  /** The parsed `package.json` of the program. Only the names and versions of the provider's packages are read. */
  packageJson?: object;
  /** What the program is for. `production` (or `prod`) turns on the rules about production clusters. */
  environment?: string;
  /**
   * ISO date or time that rules about support periods count from. Default: the date of the catalogue, so that the
   * same input always gives the same report.
   */
  now?: string;
  /**
   * Which rules are on. `default`: errors and likely warnings. `strict`: warnings of low confidence too. `advice`:
   * everything. Default: `default`.
   */
  profile?: Profile;
  /** Severities by rule code, such as `{ CLU019: "off", STACK001: "warning" }`. They win over the profile. */
  severity?: { [code: string]: Severity | "off" };
  /** What exists and is unknown to this version. The report lists it. */
  catalogue?: CatalogueAdditions;
  /**
   * Whose names of properties the report has: `cidrBlock` as in Pulumi and in documents, or `cidr_block` as in
   * Terraform. Default: `pulumi`.
   */
  dialect?: "pulumi" | "terraform";
  /** The vCPUs that the organisation may use. With it, the clusters of a program are added up (`STACK009`). */
  vcpuQuota?: number;
  /**
   * Of a planned change: the databases that may be lost. Each is a full URN, a Terraform address, or a name that
   * exactly one lost database has; `true` stands for all, as when a stack is destroyed. Any other lost database is
   * an error.
   */
  allowDataLoss?: readonly string[] | true;
}

/** Options that name a resource. */
export interface NamedOptions extends Options {
  /** Name of the resource in messages of a builder. Default: its `name`, if that is a plain string. */
  name?: string;
}

/** What a user adds to the catalogue. */
export interface CatalogueAdditions {
  /** Regions; they count as having three zones and as enabled by default. */
  regions?: Array<CloudAddition>;
  /** Instance sizes; no rule about sizing applies to them. */
  instanceTypes?: Array<string>;
  /** Disk types without IOPS or throughput settings. */
  diskTypes?: Array<CloudAddition>;
  /** Release lines of the server such as `26.2`; they count as offered and supported. */
  serverVersions?: Array<string>;
}

/** What a user adds to one cloud. */
export interface CloudAddition {
  /** The cloud. */
  cloud: Cloud;
  /** Its code, as the provider must send it. */
  id: string;
}

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

/** A CIDR block, as a string or with a name. */
export type NamedCidr = string | { cidrBlock: string, name?: string };

/** The networks that need CIDR blocks, and the pools that these come from. */
export interface AddressRequest {
  /** CIDR blocks that networks come from: private, not overlapping each other. */
  pools: Array<NamedCidr>;
  /**
   * CIDR blocks that no new network may overlap, such as those of your own networks. One with the name of a peer
   * is also what the peerings with it route to.
   */
  reserved?: Array<NamedCidr>;
  /**
   * Whether CIDR blocks of the catalogue that are known to clash, such as Docker's bridge, are reserved too.
   * Default: true.
   */
  reserveNotable?: boolean;
  /**
   * The last plan, or as much of it as counts: nothing that still exists moves. Keep it in a committed file or in
   * an output of the stack.
   */
  existing?: AddressPlan | { networks: { name: string; cidrBlock: string }[] };
  /** The networks, in the order in which they get CIDR blocks: one added at the end moves none before it. */
  requests: Array<NetworkRequest>;
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
  peers?: Array<string>;
  /**
   * Whether it gets another CIDR block if it needs a larger one than it has, which replaces the network. Default:
   * `refuse`.
   */
  growth?: "refuse" | "move";
  /**
   * Whether it may share addresses with another network that allows it and has no peer in common. Default:
   * `never`.
   */
  overlap?: "never" | "allowed";
}

/** The objectives of backups, and their clusters. */
export interface BackupRequest {
  /** The clusters, each by its name or with ids for the args. */
  clusters: Array<string | BackupCluster>;
  /** The objectives; at least one of the two. */
  objectives: BackupObjectives;
  /** When backups may start, as times `HH:MM`; it may go past midnight. `to` is excluded. Default: at any time. */
  window?: BackupWindow;
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
  /**
   * The jobs that it has already, up to 300. They stay as they are: what they do counts, and no planned job starts
   * near one of theirs.
   */
  existing?: Array<BackupJob>;
}

/** What backups are for. */
export interface BackupObjectives {
  /** Maximum hours of data that may be lost. Less than 1 is not supported and gives a diagnostic. */
  maxLossHours?: number;
  /** How many backups to keep. */
  keep?: BackupsToKeep;
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

/** A time of the day in which backups may start. */
export interface BackupWindow {
  /** When it begins. */
  from: string;
  /** When it ends. */
  to: string;
}

/** The jobs of one cluster, and the time over which to look at them. */
export interface BackupHistory {
  /** The jobs, up to 300. */
  jobs: Array<BackupJob>;
  /** ISO time at which the jobs begin. */
  from: string;
  /** ISO time until which to look, at most ten years after `from`. */
  to: string;
  /** ISO time at which to look at the restore points. Default: `to`. */
  at?: string;
}

/** One job of a cluster. */
export interface BackupJob {
  /** Its name. Default: its path, such as `jobs[0]`. */
  name?: string;
  /** Its schedule in UTC, as in the args. */
  schedule: string;
  /** How many backups it keeps. */
  maxBackupCount: number;
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

/** Where `next` begins and how many runs it lists. */
export interface NextOptions {
  /** ISO time with a zone, such as `2026-11-23T08:00:00Z`. A run at this very moment is not listed. */
  after: string;
  /** How many runs, 1 to 10,000. Default: 1. */
  count?: number;
}

/** Where `previous` begins and how many runs it lists. */
export interface PreviousOptions {
  /** ISO time with a zone. A run at this very moment is not listed. */
  before: string;
  /** How many runs, 1 to 10,000. Default: 1. */
  count?: number;
}

/** Where `between` looks. */
export interface BetweenOptions {
  /** ISO time with a zone. A run at this very moment is listed. */
  from: string;
  /** ISO time with a zone, not before `from`. A run at this very moment is listed. */
  to: string;
}
