import * as pulumi from "@pulumi/pulumi";

type Written<Value> = Value extends (infer Element)[] ? pulumi.Input<pulumi.Input<Element>[]> : pulumi.Input<Value>;
type Args<Properties> = { [Name in keyof Properties]: Written<Exclude<Properties[Name], undefined>> };
type Known<Properties> = { readonly [Name in keyof Properties]-?: pulumi.Output<Properties[Name]> };

/** A name that was not written is made, so it is always known. */
type Resource<Properties, Computed = unknown> = pulumi.CustomResource &
  Known<Properties extends { name?: string } ? Omit<Properties, "name"> & { name: string } : Properties> &
  Known<Computed>;

interface ResourceClass<Made, ArgsOfIt, State> {
  get(name: string, id: pulumi.Input<pulumi.ID>, state?: State, opts?: pulumi.CustomResourceOptions): Made;
  isInstance(object: unknown): object is Made;
  new (name: string, args: ArgsOfIt, opts?: pulumi.CustomResourceOptions): Made;
}

// biome-ignore lint/suspicious/noExplicitAny: the published declarations of maps are this wide.
type AnyMap = Record<string, any>;

interface ProjectInputs {
  name?: string;
}
export type ProjectArgs = Args<ProjectInputs>;
export type ProjectState = Partial<ProjectArgs>;
export type Project = Resource<ProjectInputs>;
export const Project: ResourceClass<Project, ProjectArgs | undefined, ProjectState> & {
  new (name: string): Project;
};

interface NetworkInputs {
  cidrBlock?: string;
  name?: string;
  projectId: string;
  publicAccess?: boolean;
  region: string;
  resourceProvider: string;
}
export type NetworkArgs = Args<NetworkInputs>;
export type NetworkState = Partial<NetworkArgs>;
export type Network = Resource<NetworkInputs>;
export const Network: ResourceClass<Network, NetworkArgs, NetworkState>;

interface AclInputs {
  cidrBlocks: AnyMap[];
  name?: string;
  projectId: string;
}
export type AclArgs = Args<AclInputs>;
export type AclState = Partial<AclArgs>;
export type Acl = Resource<AclInputs>;
export const Acl: ResourceClass<Acl, AclArgs, AclState>;

interface PeeringInputs {
  name?: string;
  networkId: string;
  peerAccountId: string;
  peerNetworkId: string;
  peerNetworkRegion: string;
  peerResourceProvider: string;
  projectId: string;
  routes: string[];
}
interface PeeringOutputs {
  providerMetadata: Record<string, string>;
}
export type PeeringArgs = Args<PeeringInputs>;
export type PeeringState = Partial<Args<PeeringInputs & PeeringOutputs>>;
export type Peering = Resource<PeeringInputs, PeeringOutputs>;
export const Peering: ResourceClass<Peering, PeeringArgs, PeeringState>;

interface ManagedClusterInputs {
  aclId?: string;
  diskIops?: number;
  diskSize: number;
  diskThroughput?: number;
  diskType: string;
  instanceType: string;
  name?: string;
  networkId: string;
  projectId: string;
  projectionLevel?: string;
  protected?: boolean;
  publicAccess?: boolean;
  serverVersion: string;
  serverVersionTag?: string;
  topology: string;
}
interface ManagedClusterOutputs {
  dnsName: string;
  region: string;
  resourceProvider: string;
}
export type ManagedClusterArgs = Args<ManagedClusterInputs>;
export type ManagedClusterState = Partial<Args<ManagedClusterInputs & ManagedClusterOutputs>>;
export type ManagedCluster = Resource<ManagedClusterInputs, ManagedClusterOutputs>;
export const ManagedCluster: ResourceClass<ManagedCluster, ManagedClusterArgs, ManagedClusterState>;

interface ManagedClusterReplicasetInputs {
  clusterId: string;
  projectId: string;
  protected?: boolean;
  replicaCount: number;
}
interface ManagedClusterReplicasetOutputs {
  createdAt: string;
  status: string;
  updatedAt: string;
}
export type ManagedClusterReplicasetArgs = Args<ManagedClusterReplicasetInputs>;
export type ManagedClusterReplicasetState = Partial<
  Args<ManagedClusterReplicasetInputs & ManagedClusterReplicasetOutputs>
>;
export type ManagedClusterReplicaset = Resource<ManagedClusterReplicasetInputs, ManagedClusterReplicasetOutputs>;
export const ManagedClusterReplicaset: ResourceClass<
  ManagedClusterReplicaset,
  ManagedClusterReplicasetArgs,
  ManagedClusterReplicasetState
>;

interface ScheduledBackupInputs {
  backupDescription: string;
  description: string;
  maxBackupCount: number;
  projectId: string;
  schedule: string;
  sourceClusterId: string;
}
export type ScheduledBackupArgs = Args<ScheduledBackupInputs>;
export type ScheduledBackupState = Partial<ScheduledBackupArgs>;
export type ScheduledBackup = Resource<ScheduledBackupInputs>;
export const ScheduledBackup: ResourceClass<ScheduledBackup, ScheduledBackupArgs, ScheduledBackupState>;

interface IntegrationInputs {
  data: AnyMap;
  description: string;
  projectId: string;
}
export type IntegrationArgs = Args<IntegrationInputs>;
export type IntegrationState = Partial<IntegrationArgs>;
export type Integration = Resource<IntegrationInputs>;
export const Integration: ResourceClass<Integration, IntegrationArgs, IntegrationState>;

interface AWSCloudWatchLogsIntegrationInputs {
  accessKeyId?: string;
  clusterIds: string[];
  description: string;
  groupName: string;
  projectId: string;
  region: string;
  secretAccessKey?: string;
}
export type AWSCloudWatchLogsIntegrationArgs = Args<AWSCloudWatchLogsIntegrationInputs>;
export type AWSCloudWatchLogsIntegrationState = Partial<AWSCloudWatchLogsIntegrationArgs>;
export type AWSCloudWatchLogsIntegration = Resource<AWSCloudWatchLogsIntegrationInputs>;
export const AWSCloudWatchLogsIntegration: ResourceClass<
  AWSCloudWatchLogsIntegration,
  AWSCloudWatchLogsIntegrationArgs,
  AWSCloudWatchLogsIntegrationState
>;

interface AWSCloudWatchMetricsIntegrationInputs {
  accessKeyId?: string;
  clusterIds: string[];
  description: string;
  namespace: string;
  projectId: string;
  region: string;
  secretAccessKey?: string;
}
export type AWSCloudWatchMetricsIntegrationArgs = Args<AWSCloudWatchMetricsIntegrationInputs>;
export type AWSCloudWatchMetricsIntegrationState = Partial<AWSCloudWatchMetricsIntegrationArgs>;
export type AWSCloudWatchMetricsIntegration = Resource<AWSCloudWatchMetricsIntegrationInputs>;
export const AWSCloudWatchMetricsIntegration: ResourceClass<
  AWSCloudWatchMetricsIntegration,
  AWSCloudWatchMetricsIntegrationArgs,
  AWSCloudWatchMetricsIntegrationState
>;

interface ProviderInputs {
  clientId: string;
  clientSecret?: string;
  identityKitUrl?: string;
  identityProviderUrl: string;
  organizationId: string;
  token: string;
  tokenStore: string;
  url: string;
}
export type ProviderArgs = Args<ProviderInputs>;
export type Provider = pulumi.ProviderResource & Known<ProviderInputs>;
export const Provider: {
  isInstance(object: unknown): object is Provider;
  new (name: string, args: ProviderArgs, opts?: pulumi.ResourceOptions): Provider;
};

export interface GetProjectArgs {
  name: string;
}
export interface GetProjectResult {
  readonly id: string;
  readonly name: string;
}
export function getProject(args: GetProjectArgs, opts?: pulumi.InvokeOptions): Promise<GetProjectResult>;
export function getProjectOutput(
  args: Args<GetProjectArgs>,
  opts?: pulumi.InvokeOptions,
): pulumi.Output<GetProjectResult>;

export interface GetNetworkArgs {
  name: string;
  projectId: string;
}
export interface GetNetworkResult {
  readonly cidrBlock: string;
  readonly id: string;
  readonly name: string;
  readonly projectId: string;
  readonly region: string;
  readonly resourceProvider: string;
}
export function getNetwork(args: GetNetworkArgs, opts?: pulumi.InvokeOptions): Promise<GetNetworkResult>;
export function getNetworkOutput(
  args: Args<GetNetworkArgs>,
  opts?: pulumi.InvokeOptions,
): pulumi.Output<GetNetworkResult>;

export const config: { readonly [Name in keyof ProviderInputs]: string | undefined };
