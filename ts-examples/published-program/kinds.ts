/** The kinds of resources and their properties. The compiler refuses a list that is not the package's own. */
import type {
  AclInputs, AWSCloudWatchLogsIntegrationInputs, AWSCloudWatchMetricsIntegrationInputs, IntegrationInputs,
  ManagedClusterInputs, ManagedClusterReplicasetInputs, NetworkInputs, PeeringInputs, ProjectInputs, ProviderInputs,
  ScheduledBackupInputs,
} from "eventstorecloud-planner";

type All<T> = Record<keyof T, true>;

/** All properties of each kind. */
export const PROPERTIES: { [kind: string]: { [property: string]: true } } = {
  Provider: {
    organizationId: true, token: true, clientId: true, clientSecret: true, identityKitUrl: true,
    identityProviderUrl: true, tokenStore: true, url: true,
  } satisfies All<ProviderInputs>,
  Project: { name: true } satisfies All<ProjectInputs>,
  Network: {
    projectId: true, resourceProvider: true, region: true, cidrBlock: true, publicAccess: true, name: true,
  } satisfies All<NetworkInputs>,
  Acl: { projectId: true, cidrBlocks: true, name: true } satisfies All<AclInputs>,
  Peering: {
    projectId: true, networkId: true, peerResourceProvider: true, peerNetworkRegion: true, peerAccountId: true,
    peerNetworkId: true, routes: true, name: true,
  } satisfies All<PeeringInputs>,
  ManagedCluster: {
    projectId: true, networkId: true, topology: true, instanceType: true, diskSize: true, diskType: true,
    diskIops: true, diskThroughput: true, serverVersion: true, serverVersionTag: true, projectionLevel: true,
    publicAccess: true, aclId: true, protected: true, name: true,
  } satisfies All<ManagedClusterInputs>,
  ManagedClusterReplicaset: {
    projectId: true, clusterId: true, replicaCount: true, protected: true,
  } satisfies All<ManagedClusterReplicasetInputs>,
  ScheduledBackup: {
    projectId: true, sourceClusterId: true, description: true, schedule: true, backupDescription: true,
    maxBackupCount: true,
  } satisfies All<ScheduledBackupInputs>,
  Integration: { projectId: true, description: true, data: true } satisfies All<IntegrationInputs>,
  AWSCloudWatchLogsIntegration: {
    projectId: true, description: true, accessKeyId: true, secretAccessKey: true, clusterIds: true, groupName: true,
    region: true,
  } satisfies All<AWSCloudWatchLogsIntegrationInputs>,
  AWSCloudWatchMetricsIntegration: {
    projectId: true, description: true, accessKeyId: true, secretAccessKey: true, clusterIds: true, namespace: true,
    region: true,
  } satisfies All<AWSCloudWatchMetricsIntegrationInputs>,
};
