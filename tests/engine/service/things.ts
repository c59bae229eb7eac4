// What the service keeps: one interface for each kind, with the properties as they are on the wire.

export interface Project {
  id: string;
  organizationId: string;
  name: string;
  created: string;
}

export interface Network {
  id: string;
  projectId: string;
  provider: string;
  region: string;
  /** Absent for a public network. */
  cidrBlock?: string;
  description: string;
  status: string;
  publicAccess: boolean;
  created: string;
}

export interface AclEntry {
  address: string;
  comment: string;
}

/** An IP access list. */
export interface Acl {
  id: string;
  organizationId: string;
  projectId: string;
  description: string;
  cidrBlocks: AclEntry[];
  status: string;
  created: string;
  updated: string;
}

export interface Peering {
  id: string;
  projectId: string;
  networkId: string;
  provider: string;
  description: string;
  peerAccountId: string;
  peerNetworkId: string;
  peerNetworkRegion: string;
  routes: string[];
  networkCidrBlock: string;
  status: string;
  created: string;
  providerPeeringMetadata: Record<string, string>;
}

export interface Cluster {
  id: string;
  organizationId: string;
  projectId: string;
  networkId: string;
  description: string;
  provider: string;
  region: string;
  topology: string;
  instanceType: string;
  diskSizeGb: number;
  diskType: string;
  /** Of gp3 disks only, as is the throughput. */
  diskIops?: number;
  diskThroughput?: number;
  serverVersion: string;
  serverVersionTag: string;
  projectionLevel: string;
  status: string;
  protected: boolean;
  publicAccess: boolean;
  aclId?: string;
  cloudIntegratedAuthentication: boolean;
  canExpandDisk: boolean;
  patchAvailable: boolean;
  health: string;
  created: string;
}

export interface ReplicaSet {
  orgId: string;
  projectId: string;
  clusterId: string;
  replicaCount: number;
  status: string;
  protected: boolean;
  createdAt: string;
  updatedAt: string;
}

/** Work that is done on a schedule: so far, backups. */
export interface Job {
  id: string;
  organizationId: string;
  projectId: string;
  description: string;
  schedule: string;
  status: string;
  type: string;
  data: { clusterId: string; description: string; maxBackupCount: number };
}

export interface Integration {
  id: string;
  organizationId: string;
  projectId: string;
  description: string;
  /** Without the secrets, of which only their masked forms are kept. */
  data: Record<string, string | string[]>;
  status: string;
  created: string;
  updated: string;
}

export interface Things {
  project: Project;
  network: Network;
  acl: Acl;
  peering: Peering;
  cluster: Cluster;
  replicaset: ReplicaSet;
  job: Job;
  integration: Integration;
}

export type Kind = keyof Things;

export const KINDS: readonly Kind[] = [
  "project",
  "network",
  "acl",
  "peering",
  "cluster",
  "replicaset",
  "job",
  "integration",
];

/** A change that takes some polls: the statuses on the way, and the one at its end. */
export interface Change {
  readonly stages: readonly string[];
  readonly end: string;
  /** How many reads still show it on its way; `Infinity` if it never ends. */
  readonly polls: number;
  seen: number;
}

/** One thing of the store. */
export interface Thing<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
  readonly projectId: string;
  readonly wire: Things[K];
  change?: Change | undefined;
  /** When its disks were last changed, in milliseconds since 1970. */
  disksChanged?: number;
}

/** The status, which a project does not have: it is there or it is not. */
export function statusOf(thing: Thing): string {
  return "status" in thing.wire ? thing.wire.status : "active";
}

export function isDeleted(thing: Thing): boolean {
  return statusOf(thing) === "deleted";
}
