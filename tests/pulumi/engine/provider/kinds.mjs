// The attributes of the published provider (eventstorecloud 0.2.20, over the Terraform provider 1.6.0), as it checks and
// compares them. The provider kurrentcloud could not be run: its attributes are those of its documentation.

const string = { type: "string" };
const int = { type: "int", required: true };
const flag = { type: "bool", default: false };
const required = { ...string, required: true };
const replaces = { ...required, replaces: true };
/** A name that the provider makes when there is none. */
const named = { ...string, named: true };
const cloud = { ...replaces, accepts: ["aws", "azure", "gcp"] };
const list = { type: "list", required: true };

/** What both kinds of CloudWatch integrations have. */
const cloudWatch = {
  projectId: replaces,
  description: required,
  clusterIds: list,
  region: required,
  accessKeyId: string,
  secretAccessKey: string,
};

/**
 * By kind and attribute: its `type`, whether it is `required`, whether another value `replaces` the resource, its
 * `default`, what it `accepts` (in any case), the `range` of a number, the length that the prefix of a `cidr` block
 * may have, and whether its case is `folded`: stored in lower case and compared without regard to it. What is only
 * `lowered`, by the service, differs again in the next run when it is not written so.
 */
const KINDS = {
  Project: { name: named },
  Network: {
    name: named,
    projectId: replaces,
    resourceProvider: { ...cloud, folded: true },
    region: replaces,
    cidrBlock: { ...string, replaces: true, cidr: [8, 24] },
    publicAccess: { ...flag, replaces: true },
  },
  Acl: { name: named, projectId: replaces, cidrBlocks: { ...list, items: "map" } },
  Peering: {
    name: named,
    projectId: replaces,
    networkId: replaces,
    peerResourceProvider: { ...cloud, lowered: true },
    peerNetworkRegion: replaces,
    peerAccountId: replaces,
    peerNetworkId: replaces,
    routes: { ...list, type: "set", replaces: true, cidr: [8, 28] },
  },
  ManagedCluster: {
    name: named,
    projectId: replaces,
    networkId: replaces,
    topology: { ...replaces, accepts: ["single-node", "three-node-multi-zone"], lowered: true },
    instanceType: { ...required, accepts: ["F1", "C4", "M8", "M16", "M32", "M64", "M128"], folded: true },
    diskType: { ...required, accepts: ["gp2", "gp3", "ssd", "premium-ssd-lrs"], folded: true },
    diskSize: { ...int, range: [8, 4096] },
    diskIops: { type: "int" },
    diskThroughput: { type: "int" },
    serverVersion: { ...required, folded: true },
    serverVersionTag: { ...string, folded: true },
    projectionLevel: { ...string, accepts: ["off", "system", "user"], default: "off", folded: true, replaces: true },
    protected: flag,
    publicAccess: { ...flag, replaces: true },
    aclId: { ...string, default: "", replaces: true },
  },
  ScheduledBackup: {
    projectId: replaces,
    sourceClusterId: replaces,
    description: replaces,
    schedule: replaces,
    backupDescription: replaces,
    maxBackupCount: { ...int, replaces: true },
  },
  Integration: { projectId: replaces, description: required, data: { type: "map", required: true } },
  AWSCloudWatchLogsIntegration: { ...cloudWatch, groupName: required },
  AWSCloudWatchMetricsIntegration: { ...cloudWatch, namespace: required },
};

const { diskType, projectionLevel } = KINDS.ManagedCluster;

/** What the provider kurrentcloud (0.3.0) has differently. */
const KINDS_OF_KURRENTCLOUD = {
  ...KINDS,
  ManagedCluster: {
    ...KINDS.ManagedCluster,
    diskType: { ...diskType, accepts: ["gp3", "ssd", "premium-ssd-lrs"] },
    projectionLevel: { ...projectionLevel, replaces: false },
  },
  ManagedClusterReplicaset: { projectId: replaces, clusterId: replaces, replicaCount: int, protected: flag },
};

/** The ranges that a disk of type `gp3` has to keep to. */
export const GP3 = { diskIops: [3000, 16000], diskThroughput: [125, 1000] };

/** The kind of a type of the provider packages, undefined when it is of another package. */
export const kindOf = (type) => /^(?:eventstorecloud|kurrentcloud):index\/\w+:(\w+)$/.exec(type)?.[1];

/** The attributes of a type, undefined when nothing is known of it. */
export const attributesOf = (type) => (type.startsWith("kurrentcloud:") ? KINDS_OF_KURRENTCLOUD : KINDS)[kindOf(type)];
