// Generated from the Rust model by `npm run generate`; do not edit.

/** How bad a diagnostic is. */
export type Severity = "info" | "warning" | "error";

/**
 * Where a mistake would surface without this package: the earliest of these, for the provider and the version of
 * the target. What the provider looks at only once it refuses nothing else of a resource counts as found later
 * than in the next preview.
 */
export type DetectedAt = "compiler" | "preview" | "apply" | "service" | "undetected";

/** How sure the sources make us. */
export type Confidence = "low" | "medium" | "high";

/** The kinds that are modelled. */
export type CheckedKind = "Provider" | "Project" | "Network" | "Acl" | "Peering" | "ManagedCluster" | "ManagedClusterReplicaset" | "ScheduledBackup" | "Integration" | "AWSCloudWatchLogsIntegration" | "AWSCloudWatchMetricsIntegration";

/**
 * What an engine says of a resource. Of most of it, the state of a stack is the only source: what the next run
 * does because of it is written in no program, and mostly in no preview either.
 */
export type ResourceState = "tainted" | "failed" | "pendingReplacement" | "leftBehind" | "protected" | "retained" | "read";

/** A resource, as it is named in a report. */
export interface ResourceName {
  /** Its kind. */
  kind: string;
  /** Its name in the program. */
  name: string;
}

/** A value that a fix writes. */
export type FixValue = string | number | boolean;

/** A value that the help names. */
export interface Suggestion {
  /** The property that it is for. */
  path: string;
  /** The value. */
  value: FixValue;
}

/** A point in a text. */
export interface Position {
  /** The line, counted from 1. */
  line: number;
  /** The column in UTF-16 units of the decoded text, counted from 1. */
  column: number;
  /** The offset in UTF-16 units of the decoded text, counted from 0. */
  offset?: number;
}

/**
 * Where a value is edited: its own text where the source was read, else the outermost call in the program's own
 * files.
 */
export interface Location {
  /** The file. */
  file: string;
  /** Where it begins. */
  start: Position;
  /** Where it ends, where that is known. */
  end?: Position;
  /** The other calls on the way to it, from the outermost inwards. */
  via?: Array<Location>;
}

/** Which rules are on. */
export type Profile = "default" | "strict" | "advice";

/** One change of a fix. The edits of one fix belong together. */
export type Edit = { path: string, value: FixValue } | { path: string, remove: true };

/** Another resource or property that a diagnostic is about. */
export interface Related {
  /** The resource. */
  resource: ResourceName;
  /** The property, or nothing for the whole resource. */
  path: string;
}

/** What is reported about one resource or the document. */
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
  /** The values that the help names. */
  suggestions?: Array<Suggestion>;
  /** Whether the message says less because a value is secret. */
  redacted?: boolean;
  /** Where it is edited, where that is known. */
  location?: Location;
  /** An edit that fixes it, where one can be named. */
  fix?: Array<Edit>;
  /** Other places that have to do with it. */
  related?: Array<Related>;
  /** Where the rule is read. */
  source: Array<string>;
  /** Where the mistake surfaces without this check. */
  detectedAt: DetectedAt;
}

/** A value that rules need and that is not known yet. */
export interface Deferred {
  /** The resource. */
  resource: ResourceName;
  /** The property, or the place inside it. */
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

/** Where the target of a report comes from. */
export type TargetFrom = "options" | "document" | "packageJson" | "packages" | "resources" | "default";

/** A severity that the options change. */
export interface ChangedSeverity {
  /** The rule. */
  code: string;
  /** Its severity now: `off`, `info`, `warning` or `error`. */
  severity: string;
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
  /** Where that comes from. */
  targetFrom: TargetFrom;
  /** What to know of its version: that it is not known and how it is judged, or the constraint that picked it. */
  targetNote?: string;
  /** From which profile on rules were on. */
  profile: string;
  /** The severities that the options change. */
  severities?: Array<ChangedSeverity>;
  /** The version of this package. */
  version: string;
}

/** What a rule is about. */
export type RuleSubject = "program" | "change";

/** What becomes of a breach by a resource that exists. */
export type ForExisting = "same" | "warning" | "offUnlessChanged" | "off";

/** The facts of a rule. */
export interface RuleMeta {
  /** Stable code; never reused, never renumbered. */
  code: string;
  /** The fault in a few words joined by hyphens, such as `host-bits-set`. */
  name: string;
  /** What must hold: one sentence without the final stop. It never depends on a value. */
  title: string;
  /** What its category is about, such as `Server version`. */
  category: string;
  /** How bad a breach is. */
  severity: Severity;
  /** From which profile on it is checked. */
  profile: Profile;
  /** What it is about: a program, or the change from one to another. */
  subject: RuleSubject;
  /** The kinds it looks at; none for the document. */
  kinds: Array<CheckedKind>;
  /** How sure the sources make us. */
  confidence: Confidence;
  /** Where the mistake would surface without this check, at the earliest. */
  detectedAt: DetectedAt;
  /** What becomes of a breach by a resource that exists. */
  existing: ForExisting;
  /** Where the rule is read. */
  source: Array<string>;
  /** The version of this package that has it first. */
  since: string;
}

/** A kind's facts as plain data. */
export interface KindMeta {
  /** Its name, as in `new esc.Network(...)`. */
  kind: CheckedKind;
  /** The name of its builder. */
  builder: string;
  /** The end of its name in Terraform, such as `network` of `kurrentcloud_network`; nothing where it has none. */
  terraform?: string;
  /** What it is. */
  doc: string;
  /** Its inputs, and the outputs that only the service sets. */
  properties: Array<PropertyMeta>;
}

/** A property's facts as plain data. */
export interface PropertyMeta {
  /** Its name in the SDK. */
  name: string;
  /** What it means, with unit and range. */
  doc: string;
  /** Whether the provider needs it. */
  required: boolean;
  /** Whether only the service sets it: it cannot be an input. */
  computed: boolean;
  /** Whether its values, or some of those inside, must never be shown, marked as secret or not. */
  secret: boolean;
  /** For an id, or a list of ids: the kind of resource that they are the ids of. */
  refersTo?: string;
}

/** A CIDR block as plain data. */
export interface CidrFacts {
  /** The CIDR block in canonical form. */
  cidrBlock: string;
  /** First address, which is the network address. */
  first: string;
  /** Last address. */
  last: string;
  /** Number of leading bits that all addresses share, 0 to 32. */
  prefixLength: number;
  /** Number of addresses, 1 to 2^32. */
  size: number;
}

/** A CIDR block of a list that overlaps one before it. */
export interface OverlappingCidr {
  /** Its index in the list. */
  index: number;
  /** The index of the first CIDR block of the list that it overlaps. */
  overlaps: number;
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

/** An inclusive range of integers. */
export interface Range {
  /** Minimum. */
  min: number;
  /** Maximum. */
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
  /** Smallest prefix length (largest CIDR block) of a network in this cloud. */
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
  /** City, state or country that it is in, the same word for the regions of all clouds there. */
  city: string;
  /** Where that is, in degrees north of the equator. */
  latitude: number;
  /** Where that is, in degrees east of Greenwich. */
  longitude: number;
  /** Availability zones that a normal account can use, where known. */
  zones: number | null;
  /** Whether it has the three zones that the service requires. */
  threeZones: boolean;
  /** Whether an AWS account must enable it first. */
  optIn: boolean;
  /** The month of the list of regions in which the service's documentation once had it. */
  published: string | null;
  /** Its name in that list, where it is none that its cloud has for it. */
  publishedName: string | null;
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
  /** Its name in prose. */
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
  /** Maximum number of clients connected at the same time. */
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
  /** Names that the cloud itself uses for such disks, and that the service rejects. */
  aliases: string[];
  /** Size of the disk of one node in GB. */
  sizeGb: Range;
  /** Size in GB from which its speed fits most workloads, where one is recommended. */
  advisedSizeGb: number | null;
  /** Provisioned IOPS: required in this range, or not supported. */
  iops: Range | null;
  /** Provisioned throughput in MB/s: required in this range, or not supported. */
  throughput: Range | null;
  /** Maximum number of provisioned IOPS for each GiB. */
  maxIopsPerGib: number | null;
  /** Provisioned IOPS needed for each MB/s of throughput. */
  minIopsPerMbps: number | null;
  /** The disk type to use instead, if the service no longer supports this one. */
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
  /** Whether such a cluster can have read-only replicas. */
  supportsReplicas: boolean;
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
  /** Whether the service still creates clusters of it, as far as the provider's source shows. */
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
  /** Whether it is the package that new versions come for. */
  current: boolean;
  /** Whether the registry had it when the catalogue was written. */
  exists: boolean;
  /** What else to know. */
  note: string;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** What the service accepts as CIDR blocks of networks. */
export interface AddressLimits {
  /** Supported prefix lengths of a network's CIDR block. */
  networkPrefixLength: Range;
  /** Maximum prefix length that the console accepts and infrastructure code does not. */
  consoleMaxPrefixLength: number;
  /** Supported prefix lengths of the routes of a peering. */
  routePrefixLength: Range;
  /** Minimum prefix length of an access list that does not count as broad. */
  broadAccessPrefixLength: number;
  /** Where this is read. */
  source: string[];
  /** How sure. */
  confidence: Confidence;
}

/** Why a CIDR block is in the catalogue. */
export type CidrRole = "private" | "docker" | "unroutable";

/** A CIDR block with a meaning. */
export interface NotableCidr {
  /** The CIDR block. */
  cidrBlock: string;
  /**
   * `private` (a network must lie in one of them), `docker` (clients in containers route it locally) or
   * `unroutable` (no client comes from there over the internet).
   */
  role: CidrRole;
  /** What it is. */
  name: string;
  /** Where this is read. */
  source: string[];
  /** How sure. */
  confidence: Confidence;
}

/** One macro of cron, which the service does not support. */
export interface ScheduleMacro {
  /** The macro, with its `@`. */
  id: string;
  /** The same in five fields, where the subset supports it. */
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

/** Limits of scheduled backups, and what the builders add if nothing is given. */
export interface BackupLimits {
  /** Minimum distance between two runs of one job, in minutes. */
  minIntervalMinutes: number;
  /** Minimum recommended distance between the starts of two jobs of one cluster, in minutes. */
  minJobDistanceMinutes: number;
  /** Supported number of backups that a job keeps. */
  maxBackupCount: Range;
  /** A backup description with cluster and time. */
  descriptionExample: string;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** A feature that not every provider package and version has. */
export type FeatureId = "accessLists" | "gp2Disks" | "projectionLevelInPlace" | "replicaSets" | "resizeInPlace" | "serviceAccounts";

/** The versions of one target that have a feature. */
export interface Availability {
  /** The target, as in the option `target` without its version. */
  target: string;
  /** First version that has it. Nothing: all of them, from the first on. */
  since: string | null;
  /** First later version that no longer has it. */
  before: string | null;
}

/** Which targets have a feature. A target that is not listed never has it. */
export interface Feature {
  /** Which feature. */
  id: FeatureId;
  /** What it is, in words. */
  about: string;
  /** The targets that have it. */
  available: Availability[];
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** One setting of the provider. */
export interface ProviderSetting {
  /** Name of the property. */
  id: string;
  /** Environment variable that is read if the configuration does not have it. */
  environmentVariable: string;
  /** What is used if nothing is given. */
  default: string | null;
  /** What to pass to an explicit provider for the default, where that is possible. */
  neutral: string | null;
  /** Whether the constructor of an explicit provider requires it. */
  requiredOfExplicit: boolean;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** One key of a sink. */
export interface SinkKey {
  /** Its name in `data`. */
  name: string;
  /** Whether its value is a credential. */
  secret: boolean;
}

/** A service that integrations send to. */
export interface Sink {
  /** Its name in `data.sink`; case matters. */
  id: string;
  /** The keys that it requires. */
  keys: SinkKey[];
  /** What can be sent to it. */
  sources: string[];
  /** Those of them on which the sources disagree. */
  doubtfulSources: string[];
  /** Whether the documentation describes it, not only the API. */
  documented: boolean;
  /** The kind of resource to use for it. */
  resource: string;
  /** What its vendor announced about its end. */
  retired: string | null;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** A key of `data` in snake case that the provider translates. Every other key is sent as it is. */
export interface SinkKeySpelling {
  /** As written. */
  id: string;
  /** As sent. */
  key: string;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** The shape of an identifier. */
export interface IdentifierShape {
  /** Which identifier. */
  id: string;
  /** The cloud that it belongs to, if it is one of a cloud. */
  cloud: Cloud | null;
  /** What it looks like. */
  shape: string;
  /** An example. */
  example: string;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** The other side of a peering in one cloud. */
export interface PeerSide {
  /** The cloud. */
  cloud: Cloud;
  /** Identifier that `peerAccountId` is, by its id in the identifier shapes. */
  account: string;
  /** Identifier that `peerNetworkId` is. */
  network: string;
  /** Types of the resource that the other side needs, as their Pulumi tokens end; one for each package that has it. */
  counterparts: string[];
  /** Keys of `providerMetadata`. */
  metadataKeys: string[];
  /** Application of the service that must be given a role first. */
  applicationId: string | null;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** The release lines from which a cluster can go to a line directly. */
export interface UpgradePath {
  /** The line to reach. */
  to: string;
  /** The lines to start from, the newest first. */
  from: string[];
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** What changed in the server. */
export type MilestoneId = "secondaryIndexes" | "newCheckpoints" | "readsNewCheckpoints";

/** A version from which the server behaves differently. */
export interface ServerMilestone {
  /** Which one. */
  id: MilestoneId;
  /** What is different. */
  about: string;
  /** The line or the full version that has it first. */
  version: string;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** One field of a schedule. */
export interface ScheduleField {
  /** Its name. */
  id: string;
  /** Its position in the schedule, from 1. */
  position: number;
  /** Supported numbers; none where only `*` is supported. */
  numbers: Range | null;
  /** Whether it may be a step such as `*\/2`. */
  steps: boolean;
  /** What else to know. */
  note: string;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** Limits of replica sets. */
export interface ReplicaLimits {
  /** Supported number of replicas. */
  replicaCount: Range;
  /** How sure. */
  confidence: Confidence;
  /** Where this is read. */
  source: string[];
}

/** What is limited. */
export type LimitId = "accessListsPerCluster" | "backupsAtOnce" | "hoursBetweenDiskChanges" | "minutesPerOperation" | "peeringsPerPair" | "replicaSetsPerCluster" | "vcpuQuota";

/** A limit of the service. */
export interface Limit {
  /** Which limit. */
  id: LimitId;
  /** What is limited, in words. */
  about: string;
  /** What it counts for. */
  scope: string;
  /** The limit, where it is known. */
  value: number | null;
  /** What else to know. */
  note: string;
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
  /** Disk types, including those that are no longer supported. */
  diskTypes: Array<DiskTypeRow>;
  /** Topologies. */
  topologies: TopologyRow[];
  /** Projection levels. */
  projectionLevels: ProjectionLevelRow[];
  /** Release lines of the server from old to new. */
  serverLines: Array<ServerLine>;
  /** npm packages of the provider, and one that is mistaken for one. */
  packages: Package[];
  /** Limits of networks' CIDR blocks. */
  addressLimits: AddressLimits[];
  /** CIDR blocks with a meaning. */
  notableCidrs: NotableCidr[];
  /** Macros of cron, which schedules do not support. */
  scheduleMacros: ScheduleMacro[];
  /** Variables of backup descriptions. */
  templateVariables: TemplateVariable[];
  /** Limits of scheduled backups. */
  backupLimits: BackupLimits[];
  /** Features that not every target has. */
  features: Feature[];
  /** Settings of the provider. */
  providerSettings: ProviderSetting[];
  /** Services that integrations send to. */
  sinks: Sink[];
  /** Keys of integrations that the provider translates. */
  sinkKeySpellings: SinkKeySpelling[];
  /** Shapes of identifiers. */
  identifierShapes: IdentifierShape[];
  /** The other side of a peering in each cloud. */
  peerSides: PeerSide[];
  /** Direct upgrades of the server, by the line to reach. */
  upgradePaths: UpgradePath[];
  /** Versions from which the server behaves differently. */
  serverMilestones: ServerMilestone[];
  /** Fields of a schedule. */
  scheduleFields: ScheduleField[];
  /** Limits of replica sets. */
  replicaLimits: ReplicaLimits[];
  /** Other limits of the service. */
  limits: Limit[];
  /** What the user added. */
  additions: Array<Added>;
}

/** Whether a network had its CIDR block before. */
export type NetworkStatus = "kept" | "new" | "moved";

/** The args of a network that the plan decides. */
export interface PlannedArgs {
  /** The CIDR block. */
  cidrBlock: string;
  /** The cloud, where one is requested. */
  resourceProvider?: Cloud;
  /** The region, where one is requested. */
  region?: string;
}

/** A network and its CIDR block. */
export interface PlannedNetwork {
  /** Its name in the request. */
  name: string;
  /** Its cloud, where one is requested. */
  cloud?: Cloud;
  /** Its region, where one is requested. */
  region?: string;
  /** Its CIDR block. */
  cidrBlock: string;
  /** First address, which is the network address. */
  first: string;
  /** Last address. */
  last: string;
  /** Number of addresses. */
  size: number;
  /** Number of leading bits that all addresses share. */
  prefixLength: number;
  /** The pool that the CIDR block is inside of, if any. */
  pool?: string;
  /** Whether it had its CIDR block before. */
  status: NetworkStatus;
  /** The planned network before it in address order. */
  before?: string;
  /** The planned network after it in address order. */
  after?: string;
  /** The planned networks that share addresses with it. */
  overlaps?: Array<string>;
  /** Why it has this CIDR block. */
  reasons: Array<string>;
  /** Args for the resource of the network. */
  args: PlannedArgs;
}

/** A network that is no longer requested. */
export interface ReleasedNetwork {
  /** Its name. */
  name: string;
  /** The CIDR block that it had. */
  cidrBlock: string;
}

/** A network that gets another CIDR block. */
export interface MovedNetwork {
  /** Its name. */
  name: string;
  /** The CIDR block that it had. */
  from: string;
  /** The CIDR block that it gets. */
  to: string;
}

/** A request that found no room. */
export interface UnplacedNetwork {
  /** The name of the network. */
  name: string;
  /** The prefix length that it needs. */
  prefixLength: number;
  /** Its cloud, where one is requested. */
  cloud?: Cloud;
  /** Number of addresses by which the largest free CIDR block is too small. */
  missing: number;
  /** The requested pool, else the one with the largest free CIDR block. */
  pool: string;
  /** The largest free CIDR block of that pool, if any. */
  largestFree?: string;
  /** What makes room for it. */
  help: string;
}

/** Something that is not as requested. */
export interface AddressDiagnostic {
  /** The name of the network, or of the peer. */
  name: string;
  /** What is wrong: one sentence, in lower case, without the final stop. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** What is left of a pool. */
export interface FreeCidrs {
  /** Its name. */
  pool: string;
  /** The free CIDR blocks: larger ones first, those of one size in address order, at most 1,000. */
  cidrBlocks: Array<string>;
  /** Number of free CIDR blocks, those that are not listed too. */
  count: number;
  /** Number of free addresses. */
  size: number;
}

/** How full a pool is, in addresses. `used`, `reserved` and `free` make up its size. */
export interface PoolSummary {
  /** Its name: what is given, else its CIDR block. */
  name: string;
  /** Its CIDR block. */
  cidrBlock: string;
  /** Number of addresses. */
  size: number;
  /** Those that networks have and that are not reserved; old CIDR blocks of networks that move count too. */
  used: number;
  /** Those that are reserved. */
  reserved: number;
  /** Those that are left. */
  free: number;
  /** The largest free CIDR block, if any. */
  largestFree?: string;
}

/** A route that a network of the user needs. */
export interface PeeringRoute {
  /** The planned network. */
  network: string;
  /** The network of the user that is peered with it. */
  peer: string;
  /** The CIDR block that the peer routes to the planned network. */
  toNetwork: string;
}

/** The CIDR blocks of a peer: the `routes` of every peering with it. */
export interface PeerRoutes {
  /** Its name. */
  peer: string;
  /** The reserved CIDR blocks that have its name, in address order. */
  routes: Array<string>;
}

/** Blocks for networks. It is also the lock: given to the next call as `existing`, none of its networks moves. */
export interface AddressPlan {
  /** Whether every network has what it requests: nothing is unplaced and there are no diagnostics. */
  ok: boolean;
  /** The networks that have a CIDR block, in the order of the requests. */
  networks: Array<PlannedNetwork>;
  /** Networks that are no longer requested, in the order of their names. Their CIDR blocks are free again. */
  released: Array<ReleasedNetwork>;
  /**
   * Networks that get another CIDR block, which replaces them and everything in them. The old CIDR blocks stay
   * taken in this plan, since the old networks exist until the new ones do.
   */
  moved: Array<MovedNetwork>;
  /** Requests that found no room, in their order. */
  unplaced: Array<UnplacedNetwork>;
  /** What is not as requested, though every network keeps its CIDR block. */
  diagnostics: Array<AddressDiagnostic>;
  /** What is left of every pool. */
  free: Array<FreeCidrs>;
  /** How full every pool is. */
  pools: Array<PoolSummary>;
  /** What the networks of the user need to route to the planned ones, by network and peer. */
  routes: Array<PeeringRoute>;
  /**
   * What the peerings need to route to the networks of the user: of every peer that has reserved CIDR blocks of
   * its name.
   */
  peers: Array<PeerRoutes>;
}

/** The args of a planned ScheduledBackup. */
export interface BackupArgs {
  /** Id of the project, where the request gives one. */
  projectId?: string;
  /** Id of the cluster, where the request gives one. */
  sourceClusterId?: string;
  /** What the job is called. */
  description: string;
  /** When it runs, in UTC. */
  schedule: string;
  /** What each backup is called. */
  backupDescription: string;
  /** How many backups the job keeps. */
  maxBackupCount: number;
}

/** One scheduled backup of a plan. */
export interface PlannedBackup {
  /** The name of the cluster, as it was given. */
  cluster: string;
  /** A name for the resource: the cluster's with the purpose, such as `orders-hourly`. No two jobs share one. */
  name: string;
  /** What it is for: `hourly`, `daily`, `weekly`, a day such as `monday`, or `every-6-hours`. */
  purpose: string;
  /** The args of the ScheduledBackup. */
  args: BackupArgs;
  /** When it runs, in words. */
  scheduleDescription: string;
  /** Which objective requires it. */
  reason: string;
}

/** An objective that a plan does not meet. */
export interface BackupDiagnostic {
  /** The cluster, or nothing where it is the same for all. */
  cluster?: string;
  /** Where the objective is in the request. */
  path: string;
  /** Why it cannot be met: one sentence, in lower case, without the final stop. */
  message: string;
  /** What to do instead. */
  help: string;
}

/** Something to know about a plan or a simulation. */
export interface BackupNote {
  /** One sentence, in lower case, without the final stop. */
  message: string;
  /** How sure. */
  confidence: Confidence;
}

/**
 * Scheduled backups that meet objectives, or what stands in the way. The existing jobs of a cluster count in its
 * numbers.
 */
export interface BackupPlan {
  /** Whether every objective is met. */
  ok: boolean;
  /** The jobs, by cluster. In a plan that is not `ok`, those that are possible. */
  jobs: Array<PlannedBackup>;
  /** The objectives that are not met. */
  diagnostics: Array<BackupDiagnostic>;
  /** What to know about the plan. */
  notes: Array<BackupNote>;
  /**
   * The longest time between a backup of a cluster and its next one, in minutes: the maximum loss. Nothing when
   * there is no job.
   */
  worstLossMinutes?: number;
  /**
   * How old the oldest restore point of a cluster is, in minutes, at the moment when it is youngest: how far back
   * a restore always reaches once all jobs keep as many backups as they may. Nothing when there is no job.
   */
  oldestRestorePointMinutes?: number;
  /** The maximum number of backups of one cluster that its jobs keep. */
  keptBackups: number;
}

/** One run of a simulated job. */
export interface BackupRun {
  /** When it starts, in UTC. */
  at: string;
  /** The job: its name, or its path such as `jobs[0]`. */
  job: string;
}

/** One backup that is kept. */
export interface RestorePoint {
  /** When its run started, in UTC. */
  at: string;
  /** The job that created it: its name, or its path such as `jobs[0]`. */
  job: string;
}

/** What a set of jobs of one cluster does over time. The jobs begin at `from`. */
export interface BackupSimulation {
  /** The runs from `from` to `to`, both included, earliest first; the first 10,000 of them. */
  runs: Array<BackupRun>;
  /** How many runs there are. */
  total: number;
  /** The moment at which restore points are looked at, in UTC. */
  at: string;
  /** The restore points that exist then, oldest first; the first 10,000 of them. */
  keptAt: Array<RestorePoint>;
  /** How many restore points exist then. */
  keptBackups: number;
  /** How old the oldest of them is then, in minutes. Nothing before the first run. */
  oldestRestorePointMinutes?: number;
  /**
   * The longest time between a backup and the next one of any job, in minutes: the maximum loss once each job has
   * run.
   */
  worstLossMinutes: number;
  /** What to know about it. */
  notes: Array<BackupNote>;
}

/** A value that is not a secret. */
export type ShownValue = string | number | boolean | { ref: string } | Array<ShownValue> | { [key in string]: ShownValue };

/** What the change of a property does. */
export type ChangeEffect = "inPlace" | "noEffect" | "disk" | "resize" | "upgrade" | "downgrade" | "replace" | "along" | "refused";

/** A property that changes for certain. */
export interface ChangedProperty {
  /** Its path in the args. */
  path: string;
  /** What the change does. */
  effect: ChangeEffect;
  /** The value before, unless there is none or it must not be shown. */
  from?: ShownValue;
  /** The value after, unless there is none or it must not be shown. */
  to?: ShownValue;
}

/** The main thing that happens to a resource. */
export type ChangeAction = "none" | "undecided" | "create" | "update" | "disk" | "resize" | "upgrade" | "replace" | "delete" | "import" | "read" | "forget" | "refused";

/** Whether clients can reach a resource during the change. */
export type Downtime = "none" | "rolling" | "restart" | "undecided";

/** What comes first when a resource is replaced. */
export type ReplaceOrder = "deleteFirst" | "createFirst";

/** The shortest documented chain of upgrades. */
export interface UpgradeRoute {
  /** The lines to upgrade to, one after the other; the last is the line to reach. Empty where it is the same line. */
  hops: string[];
}

/** What happens to one resource. */
export interface ChangeStep {
  /** The resource. */
  resource: ResourceName;
  /** The main thing that happens to it for certain. */
  action: ChangeAction;
  /** The properties that change for certain, each with its effect. */
  properties: Array<ChangedProperty>;
  /** Whether clients can reach it during the change. */
  downtime: Downtime;
  /** Whether data is lost for certain. */
  dataLoss: boolean;
  /** Whether it may be, because the option `allowDataLoss` says so. */
  dataLossAllowed?: boolean;
  /** Of a replacement: what comes first. */
  order?: ReplaceOrder;
  /** Why it happens, one sentence each. */
  reasons: Array<string>;
  /** The replaced or deleted resources that it refers to: the change comes from them. */
  cascade?: Array<ResourceName>;
  /** Of an upgrade: the documented route to the new release line, where there is one. */
  route?: UpgradeRoute;
}

/** What happens if an unknown value turns out to change. */
export type DeferredEffect = ChangeEffect | ChangeAction;

/** A change that may happen: it depends on values that are unknown. */
export interface DeferredChange {
  /** The resource. */
  resource: ResourceName;
  /** The path of the property; empty for the whole resource. */
  path: string;
  /** What happens if it does. */
  effect: DeferredEffect;
}

/** What a change of a program does to what exists already. */
export interface ChangePlan {
  /** Whether no step is refused, no diagnostic is an error, and no database is lost that may not be. */
  ok: boolean;
  /** The databases that are lost, or may be, in one sentence; nothing where none is. */
  headline?: string;
  /** What happens to each resource: those of the new program in its order, then those that are deleted. */
  steps: Array<ChangeStep>;
  /** How many more resources stay as they are: the engine counts them without listing them. */
  unlisted: number;
  /**
   * Whether resources or operations may be missing: the engine has failed, its plan is not complete, or it reports
   * an operation that is not known here.
   */
  incomplete: boolean;
  /**
   * Whether a database may be lost, which depends on values that are unknown or on how the service has stored
   * them.
   */
  mayLoseDatabase: boolean;
  /** What to know before the change is deployed. */
  diagnostics: Array<Diagnostic>;
  /** What may change as well: it depends on values that are unknown. */
  deferred: Array<DeferredChange>;
  /** The provider package and version that deploys the change. */
  target: string;
  /** Where that comes from. */
  targetFrom: TargetFrom;
  /** What to know of its version: that it is not known and how it is judged, or the constraint that picked it. */
  targetNote?: string;
}

/** One choice. */
export interface SizingChoice {
  /** The property. */
  property: string;
  /** Its value. */
  value: FixValue;
  /** Why this value. */
  reason: string;
  /** The sources of the limits that decide it. */
  source: Array<string>;
}

/** What is left of each limit, where both the limit and the requirement are known. */
export interface SizingHeadroom {
  /** Streams that may still be used at the same time. */
  workingSetStreams?: number;
  /** Clients that may still connect. */
  clients?: number;
  /** GB of disk that are free at the beginning. */
  diskGb: number;
  /** Full months until the disk is full; nothing where no growth is given. */
  monthsUntilFull?: number;
}

/** The next larger size. */
export interface NextStep {
  /** Its name. */
  instanceType: string;
  /** What it has more, as far as is published, in words. */
  brings: string;
  /** How a cluster gets there, in words. */
  how: string;
}

/** What a workload requires and no cluster is known to provide. */
export interface SizingDiagnostic {
  /** The path of what is required, such as `workload.clients`. */
  path: string;
  /** What is missing: one sentence, in lower case. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** Args of a ManagedCluster without project, network and name. */
export interface RecommendedArgs {
  /** Number of its nodes and their zones. */
  topology: string;
  /** Size of each node. */
  instanceType: string;
  /** Disk type. */
  diskType: string;
  /** Disk of each node in GB. */
  diskSize: number;
  /** Provisioned IOPS, for disks that have them. */
  diskIops?: number;
  /** Provisioned throughput in MB/s, for disks that have it. */
  diskThroughput?: number;
  /** Release line of the server. */
  serverVersion: string;
  /** Which projections run, where the workload has it. */
  projectionLevel?: string;
  /** Whether it must not be deleted or replaced: in production. */
  protected?: boolean;
}

/** A cluster for a workload, with the reasons of every choice. */
export interface ClusterRecommendation {
  /** Whether the workload fits. If not, `diagnostics` says what is missing, and the choices are the largest ones. */
  ok: boolean;
  /** Args of a ManagedCluster, to which project, network and name are added. */
  args: RecommendedArgs;
  /** Every choice with its reason. */
  choices: Array<SizingChoice>;
  /** What is left of each limit. */
  headroom: SizingHeadroom;
  /** The next larger size, where there is one. */
  nextStep?: NextStep;
  /** Virtual CPUs of all nodes and replicas together, which count against the quota of the organisation. */
  vcpu: number;
  /** What the workload requires and no cluster is known to provide. */
  diagnostics: Array<SizingDiagnostic>;
  /** Assumptions about what is not given or not published. */
  assumptions: Array<string>;
}
