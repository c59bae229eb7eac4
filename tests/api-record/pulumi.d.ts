import * as pulumi from "@pulumi/pulumi";
export type Severity = "info" | "warning" | "error";
export type DetectedAt = "compiler" | "preview" | "apply" | "service" | "undetected";
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
export type Cloud = "aws" | "gcp" | "azure";
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
export interface BuilderOptions extends NamedOptions {
    onDiagnostic?: (diagnostic: Diagnostic) => void;
}
export interface GuardOptions extends Options {
    onDiagnostic?: (diagnostic: Diagnostic) => void;
}
export declare function guard(options?: GuardOptions): void;
export type AddressLock = NonNullable<AddressRequest["existing"]>;
export declare function readAddressLock(file: string): AddressLock;
export declare function writeAddressLock(file: string, plan: AddressPlan): boolean;
export declare function addressLockOf(stack: pulumi.StackReference, output?: string): Promise<AddressLock>;
export declare function planFromConfig<Request extends object, Plan>(config: pulumi.Config, key: string, planner: (request: Request) => Plan, rest?: Partial<Request>): Plan;
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
export {};
