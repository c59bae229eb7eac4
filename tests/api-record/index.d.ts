export type Severity = "info" | "warning" | "error";
export type DetectedAt = "compiler" | "preview" | "apply" | "service" | "undetected";
export type Confidence = "low" | "medium" | "high";
export type CheckedKind = "Provider" | "Project" | "Network" | "Acl" | "Peering" | "ManagedCluster" | "ManagedClusterReplicaset" | "ScheduledBackup" | "Integration" | "AWSCloudWatchLogsIntegration" | "AWSCloudWatchMetricsIntegration";
export type ResourceState = "tainted" | "failed" | "pendingReplacement" | "leftBehind" | "protected" | "retained" | "read";
export interface ResourceName {
    kind: string;
    name: string;
}
export type FixValue = string | number | boolean;
export interface Suggestion {
    path: string;
    value: FixValue;
}
export interface Position {
    line: number;
    column: number;
    offset?: number;
}
export interface Location {
    file: string;
    start: Position;
    end?: Position;
    via?: Array<Location>;
}
export type Profile = "default" | "strict" | "advice";
export type Edit = {
    path: string;
    value: FixValue;
} | {
    path: string;
    remove: true;
};
export interface Related {
    resource: ResourceName;
    path: string;
}
export interface Diagnostic {
    code: string;
    name: string;
    severity: Severity;
    resource?: ResourceName;
    path: string;
    message: string;
    help: string;
    suggestions?: Array<Suggestion>;
    redacted?: boolean;
    location?: Location;
    fix?: Array<Edit>;
    related?: Array<Related>;
    source: Array<string>;
    detectedAt: DetectedAt;
}
export interface Deferred {
    resource: ResourceName;
    path: string;
    codes: Array<string>;
}
export interface Counts {
    resources: number;
    errors: number;
    warnings: number;
    infos: number;
    deferred: number;
}
export interface Added {
    what: string;
    id: string;
}
export interface CatalogueNote {
    asOf: string;
    additions: Array<Added>;
}
export type TargetFrom = "options" | "document" | "packageJson" | "packages" | "resources" | "default";
export interface ChangedSeverity {
    code: string;
    severity: string;
}
export interface Report {
    ok: boolean;
    diagnostics: Array<Diagnostic>;
    deferred: Array<Deferred>;
    counts: Counts;
    catalogue: CatalogueNote;
    target: string;
    targetFrom: TargetFrom;
    targetNote?: string;
    profile: string;
    severities?: Array<ChangedSeverity>;
    version: string;
}
export type RuleSubject = "program" | "change";
export type ForExisting = "same" | "warning" | "offUnlessChanged" | "off";
export interface RuleMeta {
    code: string;
    name: string;
    title: string;
    category: string;
    severity: Severity;
    profile: Profile;
    subject: RuleSubject;
    kinds: Array<CheckedKind>;
    confidence: Confidence;
    detectedAt: DetectedAt;
    existing: ForExisting;
    source: Array<string>;
    since: string;
}
export interface KindMeta {
    kind: CheckedKind;
    builder: string;
    terraform?: string;
    doc: string;
    properties: Array<PropertyMeta>;
}
export interface PropertyMeta {
    name: string;
    doc: string;
    required: boolean;
    computed: boolean;
    secret: boolean;
    refersTo?: string;
}
export interface CidrFacts {
    cidrBlock: string;
    first: string;
    last: string;
    prefixLength: number;
    size: number;
}
export interface OverlappingCidr {
    index: number;
    overlaps: number;
}
export interface ScheduleFacts {
    schedule: string;
    description: string;
    smallestGapMinutes: number;
    largestGapMinutes: number;
    runsPerWeek: number;
}
export type Cloud = "aws" | "gcp" | "azure";
export interface Range {
    min: number;
    max: number;
}
export interface CloudRow {
    id: Cloud;
    name: string;
    regionExample: string;
    minPrefixLength: number;
    publicNetworksDocumented: boolean;
    source: string[];
    confidence: Confidence;
}
export interface Region {
    cloud: Cloud;
    id: string;
    name: string;
    city: string;
    latitude: number;
    longitude: number;
    zones: number | null;
    threeZones: boolean;
    optIn: boolean;
    published: string | null;
    publishedName: string | null;
    confidence: Confidence;
    source: string[];
}
export interface Partition {
    cloud: Cloud;
    prefix: string;
    name: string;
    confidence: Confidence;
    source: string[];
}
export type Rating = "development" | "light-production" | "production";
export interface InstanceTypeRow {
    id: string;
    vcpu: number;
    ramGb: number;
    burstable: boolean;
    rating: Rating;
    workingSetStreams: number | null;
    recommendedDiskGb: number | null;
    maxClients: number | null;
    note: string;
    confidence: Confidence;
    source: string[];
}
export interface DiskTypeRow {
    id: string;
    cloud: Cloud;
    aliases: string[];
    sizeGb: Range;
    advisedSizeGb: number | null;
    iops: Range | null;
    throughput: Range | null;
    maxIopsPerGib: number | null;
    minIopsPerMbps: number | null;
    replacedBy: string | null;
    confidence: Confidence;
    source: string[];
}
export interface TopologyRow {
    id: string;
    nodes: number;
    supportsReplicas: boolean;
    consoleMaxInstanceType: string | null;
    confidence: Confidence;
    source: string[];
}
export interface ProjectionLevelRow {
    id: string;
    default: boolean;
    writes: boolean;
    confidence: Confidence;
    source: string[];
}
export type LineKind = "lts" | "sts" | "standard";
export interface ServerLine {
    line: string;
    kind: LineKind;
    released: string;
    supportedUntil: string | null;
    supportNote: string;
    offered: boolean;
    documentedBy: string[];
    confidence: Confidence;
    source: string[];
}
export interface Package {
    id: string;
    namespace: string;
    version: string | null;
    current: boolean;
    exists: boolean;
    note: string;
    confidence: Confidence;
    source: string[];
}
export interface AddressLimits {
    networkPrefixLength: Range;
    consoleMaxPrefixLength: number;
    routePrefixLength: Range;
    broadAccessPrefixLength: number;
    source: string[];
    confidence: Confidence;
}
export type CidrRole = "private" | "docker" | "unroutable";
export interface NotableCidr {
    cidrBlock: string;
    role: CidrRole;
    name: string;
    source: string[];
    confidence: Confidence;
}
export interface ScheduleMacro {
    id: string;
    schedule: string | null;
    confidence: Confidence;
    source: string[];
}
export interface TemplateVariable {
    id: string;
    formats: string[];
    varies: boolean;
    confidence: Confidence;
    source: string[];
}
export interface BackupLimits {
    minIntervalMinutes: number;
    minJobDistanceMinutes: number;
    maxBackupCount: Range;
    descriptionExample: string;
    confidence: Confidence;
    source: string[];
}
export type FeatureId = "accessLists" | "gp2Disks" | "projectionLevelInPlace" | "replicaSets" | "resizeInPlace" | "serviceAccounts";
export interface Availability {
    target: string;
    since: string | null;
    before: string | null;
}
export interface Feature {
    id: FeatureId;
    about: string;
    available: Availability[];
    confidence: Confidence;
    source: string[];
}
export interface ProviderSetting {
    id: string;
    environmentVariable: string;
    default: string | null;
    neutral: string | null;
    requiredOfExplicit: boolean;
    confidence: Confidence;
    source: string[];
}
export interface SinkKey {
    name: string;
    secret: boolean;
}
export interface Sink {
    id: string;
    keys: SinkKey[];
    sources: string[];
    doubtfulSources: string[];
    documented: boolean;
    resource: string;
    retired: string | null;
    confidence: Confidence;
    source: string[];
}
export interface SinkKeySpelling {
    id: string;
    key: string;
    confidence: Confidence;
    source: string[];
}
export interface IdentifierShape {
    id: string;
    cloud: Cloud | null;
    shape: string;
    example: string;
    confidence: Confidence;
    source: string[];
}
export interface PeerSide {
    cloud: Cloud;
    account: string;
    network: string;
    counterparts: string[];
    metadataKeys: string[];
    applicationId: string | null;
    confidence: Confidence;
    source: string[];
}
export interface UpgradePath {
    to: string;
    from: string[];
    confidence: Confidence;
    source: string[];
}
export type MilestoneId = "secondaryIndexes" | "newCheckpoints" | "readsNewCheckpoints";
export interface ServerMilestone {
    id: MilestoneId;
    about: string;
    version: string;
    confidence: Confidence;
    source: string[];
}
export interface ScheduleField {
    id: string;
    position: number;
    numbers: Range | null;
    steps: boolean;
    note: string;
    confidence: Confidence;
    source: string[];
}
export interface ReplicaLimits {
    replicaCount: Range;
    confidence: Confidence;
    source: string[];
}
export type LimitId = "accessListsPerCluster" | "backupsAtOnce" | "hoursBetweenDiskChanges" | "minutesPerOperation" | "peeringsPerPair" | "replicaSetsPerCluster" | "vcpuQuota";
export interface Limit {
    id: LimitId;
    about: string;
    scope: string;
    value: number | null;
    note: string;
    confidence: Confidence;
    source: string[];
}
export interface Catalogue {
    asOf: string;
    clouds: CloudRow[];
    regions: Array<Region>;
    partitions: Partition[];
    instanceTypes: Array<InstanceTypeRow>;
    diskTypes: Array<DiskTypeRow>;
    topologies: TopologyRow[];
    projectionLevels: ProjectionLevelRow[];
    serverLines: Array<ServerLine>;
    packages: Package[];
    addressLimits: AddressLimits[];
    notableCidrs: NotableCidr[];
    scheduleMacros: ScheduleMacro[];
    templateVariables: TemplateVariable[];
    backupLimits: BackupLimits[];
    features: Feature[];
    providerSettings: ProviderSetting[];
    sinks: Sink[];
    sinkKeySpellings: SinkKeySpelling[];
    identifierShapes: IdentifierShape[];
    peerSides: PeerSide[];
    upgradePaths: UpgradePath[];
    serverMilestones: ServerMilestone[];
    scheduleFields: ScheduleField[];
    replicaLimits: ReplicaLimits[];
    limits: Limit[];
    additions: Array<Added>;
}
export type NetworkStatus = "kept" | "new" | "moved";
export interface PlannedArgs {
    cidrBlock: string;
    resourceProvider?: Cloud;
    region?: string;
}
export interface PlannedNetwork {
    name: string;
    cloud?: Cloud;
    region?: string;
    cidrBlock: string;
    first: string;
    last: string;
    size: number;
    prefixLength: number;
    pool?: string;
    status: NetworkStatus;
    before?: string;
    after?: string;
    overlaps?: Array<string>;
    reasons: Array<string>;
    args: PlannedArgs;
}
export interface ReleasedNetwork {
    name: string;
    cidrBlock: string;
}
export interface MovedNetwork {
    name: string;
    from: string;
    to: string;
}
export interface UnplacedNetwork {
    name: string;
    prefixLength: number;
    cloud?: Cloud;
    missing: number;
    pool: string;
    largestFree?: string;
    help: string;
}
export interface AddressDiagnostic {
    name: string;
    message: string;
    help: string;
}
export interface FreeCidrs {
    pool: string;
    cidrBlocks: Array<string>;
    count: number;
    size: number;
}
export interface PoolSummary {
    name: string;
    cidrBlock: string;
    size: number;
    used: number;
    reserved: number;
    free: number;
    largestFree?: string;
}
export interface PeeringRoute {
    network: string;
    peer: string;
    toNetwork: string;
}
export interface PeerRoutes {
    peer: string;
    routes: Array<string>;
}
export interface AddressPlan {
    ok: boolean;
    networks: Array<PlannedNetwork>;
    released: Array<ReleasedNetwork>;
    moved: Array<MovedNetwork>;
    unplaced: Array<UnplacedNetwork>;
    diagnostics: Array<AddressDiagnostic>;
    free: Array<FreeCidrs>;
    pools: Array<PoolSummary>;
    routes: Array<PeeringRoute>;
    peers: Array<PeerRoutes>;
}
export interface BackupArgs {
    projectId?: string;
    sourceClusterId?: string;
    description: string;
    schedule: string;
    backupDescription: string;
    maxBackupCount: number;
}
export interface PlannedBackup {
    cluster: string;
    name: string;
    purpose: string;
    args: BackupArgs;
    scheduleDescription: string;
    reason: string;
}
export interface BackupDiagnostic {
    cluster?: string;
    path: string;
    message: string;
    help: string;
}
export interface BackupNote {
    message: string;
    confidence: Confidence;
}
export interface BackupPlan {
    ok: boolean;
    jobs: Array<PlannedBackup>;
    diagnostics: Array<BackupDiagnostic>;
    notes: Array<BackupNote>;
    worstLossMinutes?: number;
    oldestRestorePointMinutes?: number;
    keptBackups: number;
}
export interface BackupRun {
    at: string;
    job: string;
}
export interface RestorePoint {
    at: string;
    job: string;
}
export interface BackupSimulation {
    runs: Array<BackupRun>;
    total: number;
    at: string;
    keptAt: Array<RestorePoint>;
    keptBackups: number;
    oldestRestorePointMinutes?: number;
    worstLossMinutes: number;
    notes: Array<BackupNote>;
}
export type ShownValue = string | number | boolean | {
    ref: string;
} | Array<ShownValue> | {
    [key in string]: ShownValue;
};
export type ChangeEffect = "inPlace" | "noEffect" | "disk" | "resize" | "upgrade" | "downgrade" | "replace" | "along" | "refused";
export interface ChangedProperty {
    path: string;
    effect: ChangeEffect;
    from?: ShownValue;
    to?: ShownValue;
}
export type ChangeAction = "none" | "undecided" | "create" | "update" | "disk" | "resize" | "upgrade" | "replace" | "delete" | "import" | "read" | "forget" | "refused";
export type Downtime = "none" | "rolling" | "restart" | "undecided";
export type ReplaceOrder = "deleteFirst" | "createFirst";
export interface UpgradeRoute {
    hops: string[];
}
export interface ChangeStep {
    resource: ResourceName;
    action: ChangeAction;
    properties: Array<ChangedProperty>;
    downtime: Downtime;
    dataLoss: boolean;
    dataLossAllowed?: boolean;
    order?: ReplaceOrder;
    reasons: Array<string>;
    cascade?: Array<ResourceName>;
    route?: UpgradeRoute;
}
export type DeferredEffect = ChangeEffect | ChangeAction;
export interface DeferredChange {
    resource: ResourceName;
    path: string;
    effect: DeferredEffect;
}
export interface ChangePlan {
    ok: boolean;
    headline?: string;
    steps: Array<ChangeStep>;
    unlisted: number;
    incomplete: boolean;
    mayLoseDatabase: boolean;
    diagnostics: Array<Diagnostic>;
    deferred: Array<DeferredChange>;
    target: string;
    targetFrom: TargetFrom;
    targetNote?: string;
}
export interface SizingChoice {
    property: string;
    value: FixValue;
    reason: string;
    source: Array<string>;
}
export interface SizingHeadroom {
    workingSetStreams?: number;
    clients?: number;
    diskGb: number;
    monthsUntilFull?: number;
}
export interface NextStep {
    instanceType: string;
    brings: string;
    how: string;
}
export interface SizingDiagnostic {
    path: string;
    message: string;
    help: string;
}
export interface RecommendedArgs {
    topology: string;
    instanceType: string;
    diskType: string;
    diskSize: number;
    diskIops?: number;
    diskThroughput?: number;
    serverVersion: string;
    projectionLevel?: string;
    protected?: boolean;
}
export interface ClusterRecommendation {
    ok: boolean;
    args: RecommendedArgs;
    choices: Array<SizingChoice>;
    headroom: SizingHeadroom;
    nextStep?: NextStep;
    vcpu: number;
    diagnostics: Array<SizingDiagnostic>;
    assumptions: Array<string>;
}
declare function parse(text: string): CidrFacts;
declare function contains(outer: string, inner: string): boolean;
declare function overlaps(a: string, b: string): boolean;
declare function split(text: string, prefixLength: number): string[];
declare function overlapping(cidrBlocks: readonly string[]): OverlappingCidr[];
declare function nextFree(pool: string, taken: readonly string[], prefixLength: number): string | undefined;
export interface OutputLike<T> {
    get(): T;
    apply<U>(func: (value: T) => U): OutputLike<U>;
}
export type Input<T> = T | Promise<T> | OutputLike<T>;
export type OpenString<Known extends string> = Known | (string & {});
export type ResourceProvider = "aws" | "gcp" | "azure";
export type Topology = "single-node" | "three-node-multi-zone";
type InstanceType$1 = "F1" | "C4" | "M8" | "M16" | "M32" | "M64" | "M128";
export type DiskType = "gp3" | "premium-ssd-lrs" | "ssd";
export type ProjectionLevel = "off" | "system" | "user";
export interface ProviderInputs {
    organizationId: Input<string>;
    token: Input<string>;
    clientId?: Input<string>;
    clientSecret?: Input<string>;
    identityKitUrl?: Input<string>;
    identityProviderUrl?: Input<string>;
    tokenStore: Input<string>;
    url?: Input<string>;
}
export interface ProviderArgs extends ProviderInputs {
    clientId: Input<string>;
    identityProviderUrl: Input<string>;
    url: Input<string>;
}
export interface ProjectInputs {
    name?: Input<string>;
}
export interface ProjectArgs extends ProjectInputs {
}
export interface NetworkInputs {
    projectId: Input<string>;
    resourceProvider: Input<OpenString<ResourceProvider>>;
    region: Input<string>;
    cidrBlock?: Input<string>;
    publicAccess?: Input<boolean>;
    name?: Input<string>;
}
export interface NetworkArgs extends NetworkInputs {
}
export type AclEntryInputs = {
    address: Input<string>;
    comment?: Input<string>;
};
export type AclEntryArgs = {
    address: Input<string>;
    comment: Input<string>;
};
export interface AclInputs {
    projectId: Input<string>;
    cidrBlocks: Input<Input<AclEntryInputs>[]>;
    name?: Input<string>;
}
export interface AclArgs extends AclInputs {
    cidrBlocks: Input<Input<AclEntryArgs>[]>;
}
export interface PeeringInputs {
    projectId: Input<string>;
    networkId: Input<string>;
    peerResourceProvider: Input<OpenString<ResourceProvider>>;
    peerNetworkRegion: Input<string>;
    peerAccountId: Input<string>;
    peerNetworkId: Input<string>;
    routes: Input<Input<string>[]>;
    name?: Input<string>;
}
export interface PeeringArgs extends PeeringInputs {
}
export interface ManagedClusterInputs {
    projectId: Input<string>;
    networkId: Input<string>;
    topology: Input<OpenString<Topology>>;
    instanceType: Input<OpenString<InstanceType$1>>;
    diskSize: Input<number>;
    diskType: Input<OpenString<DiskType>>;
    diskIops?: Input<number>;
    diskThroughput?: Input<number>;
    serverVersion: Input<string>;
    serverVersionTag?: Input<string>;
    projectionLevel?: Input<OpenString<ProjectionLevel>>;
    publicAccess?: Input<boolean>;
    aclId?: Input<string>;
    protected?: Input<boolean>;
    name?: Input<string>;
}
export interface ManagedClusterArgs extends ManagedClusterInputs {
}
export interface ManagedClusterReplicasetInputs {
    projectId: Input<string>;
    clusterId: Input<string>;
    replicaCount: Input<number>;
    protected?: Input<boolean>;
}
export interface ManagedClusterReplicasetArgs extends ManagedClusterReplicasetInputs {
}
export interface ScheduledBackupInputs {
    projectId: Input<string>;
    sourceClusterId: Input<string>;
    description: Input<string>;
    schedule: Input<string>;
    backupDescription?: Input<string>;
    maxBackupCount: Input<number>;
}
export interface ScheduledBackupArgs extends ScheduledBackupInputs {
    backupDescription: Input<string>;
}
export interface IntegrationInputs {
    projectId: Input<string>;
    description: Input<string>;
    data: Input<{
        [key: string]: Input<string>;
    }>;
}
export interface IntegrationArgs extends IntegrationInputs {
}
export interface AWSCloudWatchLogsIntegrationInputs {
    projectId: Input<string>;
    description: Input<string>;
    accessKeyId: Input<string>;
    secretAccessKey: Input<string>;
    clusterIds: Input<Input<string>[]>;
    groupName: Input<string>;
    region: Input<string>;
}
export interface AWSCloudWatchLogsIntegrationArgs extends AWSCloudWatchLogsIntegrationInputs {
}
export interface AWSCloudWatchMetricsIntegrationInputs {
    projectId: Input<string>;
    description: Input<string>;
    accessKeyId: Input<string>;
    secretAccessKey: Input<string>;
    clusterIds: Input<Input<string>[]>;
    namespace: Input<string>;
    region: Input<string>;
}
export interface AWSCloudWatchMetricsIntegrationArgs extends AWSCloudWatchMetricsIntegrationInputs {
}
export interface Options {
    target?: string;
    packageJson?: object;
    environment?: string;
    now?: string;
    profile?: Profile;
    severity?: {
        [code: string]: Severity | "off";
    };
    catalogue?: CatalogueAdditions;
    dialect?: "pulumi" | "terraform";
    vcpuQuota?: number;
    allowDataLoss?: readonly string[] | true;
}
export interface NamedOptions extends Options {
    name?: string;
}
export interface CatalogueAdditions {
    regions?: Array<CloudAddition>;
    instanceTypes?: Array<string>;
    diskTypes?: Array<CloudAddition>;
    serverVersions?: Array<string>;
}
export interface CloudAddition {
    cloud: Cloud;
    id: string;
}
export interface Workload {
    cloud: Cloud;
    environment?: string;
    workingSetStreams?: number;
    clients?: number;
    dataGb?: number;
    growthGbPerMonth?: number;
    months?: number;
    iops?: number;
    throughputMbps?: number;
    topology?: Topology;
    projectionLevel?: ProjectionLevel;
    replicas?: number;
    now?: string;
}
export type NamedCidr = string | {
    cidrBlock: string;
    name?: string;
};
export interface AddressRequest {
    pools: Array<NamedCidr>;
    reserved?: Array<NamedCidr>;
    reserveNotable?: boolean;
    existing?: AddressPlan | {
        networks: {
            name: string;
            cidrBlock: string;
        }[];
    };
    requests: Array<NetworkRequest>;
}
export interface NetworkRequest {
    name: string;
    cloud?: Cloud;
    region?: string;
    prefixLength?: number;
    clusters?: number;
    like?: string;
    pool?: string;
    peers?: Array<string>;
    growth?: "refuse" | "move";
    overlap?: "never" | "allowed";
}
export interface BackupRequest {
    clusters: Array<string | BackupCluster>;
    objectives: BackupObjectives;
    window?: BackupWindow;
    offsetMinutes?: number;
}
export interface BackupCluster {
    name: string;
    projectId?: string;
    sourceClusterId?: string;
    existing?: Array<BackupJob>;
}
export interface BackupObjectives {
    maxLossHours?: number;
    keep?: BackupsToKeep;
}
export interface BackupsToKeep {
    hourly?: number;
    daily?: number;
    weekly?: number;
    weeklyOn?: number;
    weekdays?: number;
    monthly?: number;
}
export interface BackupWindow {
    from: string;
    to: string;
}
export interface BackupHistory {
    jobs: Array<BackupJob>;
    from: string;
    to: string;
    at?: string;
}
export interface BackupJob {
    name?: string;
    schedule: string;
    maxBackupCount: number;
}
export interface SingleResource {
    kind: string;
    name?: string;
    args?: {
        [property: string]: unknown;
    };
}
export interface NextOptions {
    after: string;
    count?: number;
}
export interface PreviousOptions {
    before: string;
    count?: number;
}
export interface BetweenOptions {
    from: string;
    to: string;
}
declare function parse$1(text: string): ScheduleFacts;
declare function describe(text: string): string;
declare function next(text: string, options: NextOptions): string[];
declare function previous(text: string, options: PreviousOptions): string[];
declare function between(text: string, options: BetweenOptions): string[];
declare function equals(a: string, b: string): boolean;
declare function distance(a: string, b: string): number;
declare function clash(a: string, b: string): boolean;
export interface Document {
    $schema?: string;
    schema?: 1;
    target?: string;
    environment?: string;
    partial?: boolean;
    packages?: string[];
    configuration?: {
        [key: string]: unknown;
    };
    environmentVariables?: {
        [name: string]: unknown;
    };
    resources: DocumentResource[];
}
export interface DocumentResource {
    kind: string;
    name: string;
    args?: {
        [property: string]: unknown;
    } | undefined;
    provider?: string | {
        unknown: true;
    };
    dependsOn?: string[] | {
        unknown: true;
    };
    state?: ResourceState[];
    existing?: boolean | ExistingResource;
}
export interface ExistingResource {
    changes?: string[];
    serverVersionTag?: string;
}
export declare function check(document: Document, options?: Options): Report;
export declare function catalogue(options?: Pick<Options, "catalogue">): Catalogue;
export declare function applyEdits<T extends object>(args: T, edits: readonly Edit[]): T;
export declare class InternalError extends Error {
    readonly name: string;
    readonly trap: string;
    constructor(trap: string);
}
export declare class EnvironmentError extends Error {
    readonly name: string;
    readonly said: string | undefined;
    constructor(why: string, said?: string);
}
export declare class InputError extends TypeError {
    readonly name: string;
    readonly path: string;
    readonly reason: string;
    readonly __pulumiRunError = true;
    constructor(path: string, reason: string);
}
export declare class ValidationError extends Error {
    readonly name: string;
    readonly report: Report;
    readonly diagnostics: Diagnostic[];
    readonly __pulumiRunError = true;
    constructor(message: string, report: Report);
}
export interface FormatOptions {
    color?: boolean;
    locate?: (diagnostic: Diagnostic) => string | undefined;
    page?: (diagnostic: Diagnostic) => string | undefined;
    resource?: boolean;
    summary?: boolean;
}
export declare function formatReport(report: Report, options?: FormatOptions): string;
export declare function formatPlan(plan: ChangePlan, options?: FormatOptions): string;
export interface BuilderOptions extends NamedOptions {
    onDiagnostic?: (diagnostic: Diagnostic) => void;
}
export declare function provider(args: ProviderInputs, options?: BuilderOptions): ProviderArgs;
export declare function project(args?: ProjectInputs, options?: BuilderOptions): ProjectArgs;
export declare function network(args: NetworkInputs, options?: BuilderOptions): NetworkArgs;
export declare function acl(args: AclInputs, options?: BuilderOptions): AclArgs;
export declare function peering(args: PeeringInputs, options?: BuilderOptions): PeeringArgs;
export declare function managedCluster(args: ManagedClusterInputs, options?: BuilderOptions): ManagedClusterArgs;
export declare function managedClusterReplicaset(args: ManagedClusterReplicasetInputs, options?: BuilderOptions): ManagedClusterReplicasetArgs;
export declare function scheduledBackup(args: ScheduledBackupInputs, options?: BuilderOptions): ScheduledBackupArgs;
export declare function integration(args: IntegrationInputs, options?: BuilderOptions): IntegrationArgs;
export declare function awsCloudWatchLogsIntegration(args: AWSCloudWatchLogsIntegrationInputs, options?: BuilderOptions): AWSCloudWatchLogsIntegrationArgs;
export declare function awsCloudWatchMetricsIntegration(args: AWSCloudWatchMetricsIntegrationInputs, options?: BuilderOptions): AWSCloudWatchMetricsIntegrationArgs;
export type WasmSource = string | object;
export declare function init(source: WasmSource | Promise<WasmSource>): Promise<void>;
export declare function kinds(): KindMeta[];
export declare function kindOf(type: string): CheckedKind | undefined;
export declare function recommendCluster(workload: Workload, options?: Pick<Options, "catalogue">): ClusterRecommendation;
export declare function planAddressSpace(request: AddressRequest, options?: Pick<Options, "catalogue">): AddressPlan;
export declare function planBackups(request: BackupRequest, options?: Pick<Options, "catalogue">): BackupPlan;
export declare function simulateBackups(request: BackupHistory, options?: Pick<Options, "catalogue">): BackupSimulation;
export declare function planChange(before: Document | SingleResource | null, after: Document | SingleResource | null, options?: Options): ChangePlan;
export interface PulumiPreview {
    steps?: unknown[];
    changeSummary?: {
        [operation: string]: number;
    };
}
export declare function planPreview(preview: PulumiPreview, options?: Options, stack?: unknown): ChangePlan;
export interface RulePage extends RuleMeta {
    why: string;
    example: string;
    useInstead: string;
}
export declare function rules(): RuleMeta[];
export declare function explain(code: string): RulePage;
export declare const version: string;
declare namespace schedule {
    export { BetweenOptions, NextOptions, PreviousOptions, between, clash, describe, distance, equals, next, parse$1 as parse, previous };
}
declare namespace cidr {
    export { contains, nextFree, overlapping, overlaps, parse, split };
}
export { InstanceType$1 as InstanceType, cidr, schedule, };
export {};
