// Generated from the Rust model by `npm run generate`; do not edit.

/** How bad a problem is. */
export type Severity = "info" | "warning" | "error";

/** Where a mistake surfaces for people who do not check: the earliest of these. */
export type CaughtToday = "compiler" | "preview" | "apply" | "api" | "nobody";

/** How sure the sources make us. */
export type Confidence = "low" | "medium" | "high";

/** The kinds that are modelled. */
export type CheckedKind = "Project" | "Network" | "ManagedCluster" | "ScheduledBackup";

/** A resource, as it is named in a report. */
export interface ResourceName {
  /** Its kind. */
  kind: string;
  /** Its name in the program. */
  name: string;
}

/** A value that a fix writes. */
export type FixValue = string | number | boolean;

/** One change of a fix. The edits of one fix belong together. */
export type Edit = { path: string, value: FixValue } | { path: string, remove: true };

/** Another place that has to do with a problem. */
export interface Related {
  /** The resource. */
  resource: ResourceName;
  /** The property, or nothing for the whole resource. */
  path: string;
}

/** One problem. */
export interface Diagnostic {
  /** The stable code of its rule. */
  code: string;
  /** The name of its rule in words. */
  name: string;
  /** How bad it is. */
  severity: Severity;
  /** The resource, or nothing when it is about the document itself. */
  resource?: ResourceName;
  /** The property in the resource's args, or the place in the document when there is no resource. */
  path: string;
  /** What is wrong: one sentence, in lower case, without the final stop. */
  message: string;
  /** What to do about it. */
  help: string;
  /** A change that mends it, where one can be named. */
  fix?: Array<Edit>;
  /** Other places that have to do with it. */
  related?: Array<Related>;
  /** Where the rule is read. */
  source: Array<string>;
  /** Where the mistake surfaces without this check. */
  caughtToday: CaughtToday;
}

/** A value that rules need and that is not known yet. */
export interface Deferred {
  /** The resource. */
  resource: ResourceName;
  /** The property, or nothing when the whole resource was not looked at. */
  path: string;
  /** The rules that wait for it. */
  codes: Array<string>;
}

/** How many of each. */
export interface Counts {
  /** Resources that were looked at. */
  resources: number;
  /** Diagnostics that are errors. */
  errors: number;
  /** Diagnostics that are warnings. */
  warnings: number;
  /** Diagnostics that are advice. */
  infos: number;
  /** Values that are not known yet and that rules wait for. */
  deferred: number;
}

/** One addition, as it is shown in reports. */
export interface Added {
  /** What was added: `region`, `instanceType`, `diskType` or `serverVersion`. */
  what: string;
  /** Its name. */
  id: string;
}

/** The age of the facts, and what the user added to them. */
export interface CatalogueNote {
  /** ISO date of the newest source. */
  asOf: string;
  /** What the user added. */
  additions: Array<Added>;
}

/** The answer to a check. */
export interface Report {
  /** Whether there is no error. */
  ok: boolean;
  /** The problems: those of the document first, then by resource, path and code. */
  diagnostics: Array<Diagnostic>;
  /** What could not be checked yet. */
  deferred: Array<Deferred>;
  /** How many of each. */
  counts: Counts;
  /** The age of the facts. */
  catalogue: CatalogueNote;
  /** The provider package and version that was checked for. */
  target: string;
  /** The version of this package. */
  version: string;
}

/** A rule's facts as plain data. */
export interface RuleMeta {
  /** Stable code. */
  code: string;
  /** The fault in a few words. */
  name: string;
  /** What must hold. */
  title: string;
  /** How bad a breach is. */
  severity: Severity;
  /** From which profile on it is checked: `default`, `strict` or `advice`. */
  profile: string;
  /** The kinds it looks at; none for the document. */
  kinds: Array<CheckedKind>;
  /** How sure the sources make us. */
  confidence: Confidence;
  /** Where the mistake surfaces without this check. */
  caughtToday: CaughtToday;
  /** Where the rule is read. */
  source: Array<string>;
  /** The version of this package that has it first. */
  since: string;
}

/** A block as plain data. */
export interface BlockFacts {
  /** The block in canonical form. */
  block: string;
  /** First address, which is the network address. */
  first: string;
  /** Last address. */
  last: string;
  /** Number of leading bits that all addresses share, 0 to 32. */
  prefixLength: number;
  /** Number of addresses, 1 to 2^32. */
  size: number;
}

/** A schedule as plain data. */
export interface ScheduleFacts {
  /** The five fields in canonical form. */
  schedule: string;
  /** What they mean. */
  description: string;
  /** Smallest distance between two runs, in minutes. */
  smallestGapMinutes: number;
  /** Largest distance between two runs, in minutes. */
  largestGapMinutes: number;
  /** Number of runs in a week. */
  runsPerWeek: number;
}

/** A cloud that networks can run in. */
export type Cloud = "aws" | "gcp" | "azure";

/** An inclusive range of whole numbers. */
export interface Range {
  /** Smallest allowed value. */
  min: number;
  /** Largest allowed value. */
  max: number;
}

/** The spelling of one cloud's region codes. */
export interface CloudRow {
  /** The cloud. */
  id: Cloud;
  /** Its name in prose. */
  name: string;
  /** A region code in this cloud's spelling. */
  regionExample: string;
  /** Smallest prefix length (largest block) of a network in this cloud. */
  minPrefixLength: number;
  /** Whether the guides show public networks in this cloud; of the others the sources say different things. */
  publicNetworksDocumented: boolean;
  /** Where this is read. */
  source: string[];
  /** How sure. */
  confidence: Confidence;
}

/** One region of one cloud. */
export interface Region {
  /** The cloud. */
  cloud: Cloud;
  /** The programmatic name, as the provider must send it. */
  id: string;
  /** The name people see in the cloud's console. */
  name: string;
  /** Availability zones that a normal account can use, where known. */
  zones: number | null;
  /** Whether it has the three zones that the service asks for. */
  threeZones: boolean;
  /** Whether an AWS account has to switch it on first. */
  optIn: boolean;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** A cloud partition that is never offered, by the prefix of its region codes. */
export interface Partition {
  /** The cloud. */
  cloud: Cloud;
  /** How its region codes begin. */
  prefix: string;
  /** What it is called. */
  name: string;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** What the sizing guide says an instance size is for. */
export type Rating = "development" | "light-production" | "production";

/** One instance size. Rows are ordered from the smallest to the largest. */
export interface InstanceTypeRow {
  /** Canonical name, in capitals. */
  id: string;
  /** Virtual CPUs of one node. */
  vcpu: number;
  /** Memory of one node in GB. */
  ramGb: number;
  /** Whether its CPU is burstable. */
  burstable: boolean;
  /** What the sizing guide says it is for. */
  rating: Rating;
  /** Streams used at the same time that the guide allows. */
  workingSetStreams: number | null;
  /** Smallest recommended disk in GB. */
  recommendedDiskGb: number | null;
  /** Largest number of clients connected at the same time. */
  maxClients: number | null;
  /** What else to know. */
  note: string;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** One disk type. */
export interface DiskTypeRow {
  /** Canonical name, in lower case. */
  id: string;
  /** The cloud that has it. */
  cloud: Cloud;
  /** Names that the cloud itself uses for such disks, and that the service does not take. */
  aliases: string[];
  /** Size of the disk of one node in GB. */
  sizeGb: Range;
  /** Size in GB from which on its speed is fit for most work, where one is advised. */
  advisedSizeGb: number | null;
  /** Provisioned IOPS: required in this range, or not allowed at all. */
  iops: Range | null;
  /** Provisioned throughput in MB/s: required in this range, or not allowed at all. */
  throughput: Range | null;
  /** Largest number of provisioned IOPS for each GiB. */
  maxIopsPerGib: number | null;
  /** Provisioned IOPS needed for each MB/s of throughput. */
  minIopsPerMbps: number | null;
  /** The disk type to use instead, when the service no longer takes this one. */
  replacedBy: string | null;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** One topology. */
export interface TopologyRow {
  /** Canonical name, in lower case. */
  id: string;
  /** Number of nodes. */
  nodes: number;
  /** The largest instance size that the console offers for it, where it sets a limit. */
  consoleMaxInstanceType: string | null;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** One projection level. */
export interface ProjectionLevelRow {
  /** Canonical name, in lower case. */
  id: string;
  /** Whether it is what a cluster gets when nothing is written. */
  default: boolean;
  /** Whether projections of this level write events. */
  writes: boolean;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** How long a release line is supported. */
export type LineKind = "lts" | "sts" | "standard";

/** One release line of the server. */
export interface ServerLine {
  /** Year and minor number, `YY.M`. */
  line: string;
  /** How long it is supported. */
  kind: LineKind;
  /** ISO date of its first release. */
  released: string;
  /** ISO date of the last day of support, where a date is known. */
  supportedUntil: string | null;
  /** The words of the source about the end of support. */
  supportNote: string;
  /** Whether the service still makes clusters of it, as far as the provider's source tells. */
  offered: boolean;
  /** Provider packages whose documentation lists it as creatable. */
  documentedBy: string[];
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** One npm package that provides, or is thought to provide, these resources. */
export interface Package {
  /** Name on npm. */
  id: string;
  /** Namespace of its resource tokens. */
  namespace: string;
  /** Newest version known. */
  version: string | null;
  /** First version that has `publicAccess`, where earlier ones do not. */
  publicAccessSince: string | null;
  /** Whether the registry had it when the catalogue was written. */
  exists: boolean;
  /** What else to know. */
  note: string;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** What the service allows for address blocks of networks. */
export interface AddressLimits {
  /** Allowed prefix lengths of a network's block. */
  networkPrefixLength: Range;
  /** Largest prefix length that the console takes and infrastructure code does not. */
  consoleMaxPrefixLength: number;
  /** Where this is read. */
  source: string[];
  /** How sure. */
  confidence: Confidence;
}

/** Why an address block is in the catalogue. */
export type BlockRole = "private" | "docker";

/** An address block with a meaning. */
export interface NotableBlock {
  /** The block. */
  block: string;
  /** `private` (a network must lie in one of them) or `docker` (clients in containers route it locally). */
  role: BlockRole;
  /** What it is. */
  name: string;
  /** Where this is read. */
  source: string[];
  /** How sure. */
  confidence: Confidence;
}

/** One macro of cron, which the service does not take. */
export interface ScheduleMacro {
  /** The macro, with its `@`. */
  id: string;
  /** The same in five fields, where the subset can say it. */
  schedule: string | null;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** One variable of a backup description. */
export interface TemplateVariable {
  /** Its name between the braces. */
  id: string;
  /** Formats; the first is the default. */
  formats: string[];
  /** Whether it tells two backups of one job apart. */
  varies: boolean;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** Limits of scheduled backups, and what the builders write when nothing is given. */
export interface BackupLimits {
  /** Smallest distance between two runs of one job, in minutes. */
  minIntervalMinutes: number;
  /** Smallest advised distance between the starts of two jobs of one cluster, in minutes. */
  minJobDistanceMinutes: number;
  /** Allowed number of backups that a job keeps. */
  maxBackupCount: Range;
  /** A backup description that tells cluster and time. */
  descriptionExample: string;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** The whole catalogue as plain data. */
export interface Catalogue {
  /** ISO date of the newest source of any row. */
  asOf: string;
  /** The clouds. */
  clouds: CloudRow[];
  /** The regions of all clouds. */
  regions: Array<Region>;
  /** Partitions that are never offered. */
  partitions: Partition[];
  /** Instance sizes from small to large. */
  instanceTypes: Array<InstanceTypeRow>;
  /** Disk types, those that are no longer taken included. */
  diskTypes: Array<DiskTypeRow>;
  /** Topologies. */
  topologies: TopologyRow[];
  /** Projection levels. */
  projectionLevels: ProjectionLevelRow[];
  /** Release lines of the server from old to new. */
  serverLines: Array<ServerLine>;
  /** npm packages of the provider, and one that people take for one. */
  packages: Package[];
  /** Limits of networks' address blocks. */
  addressLimits: AddressLimits[];
  /** Address blocks with a meaning. */
  notableBlocks: NotableBlock[];
  /** Macros of cron, which schedules cannot be. */
  scheduleMacros: ScheduleMacro[];
  /** Variables of backup descriptions. */
  templateVariables: TemplateVariable[];
  /** Limits of scheduled backups. */
  backupLimits: BackupLimits[];
  /** What the user added. */
  additions: Array<Added>;
}
