// Managed clusters: their life from create to delete. How they grow is in cluster-changes.ts.
import { createHash } from "node:crypto";
import { type Call, created, DONE, type Reply } from "../call";
import { conflict, invalidField, notFound, wrongState } from "../problem";
import { isGoing, settle } from "../states";
import { isDeleted, type Thing } from "../things";
import { type Disk, readDisk } from "./disks";
import { fullVersion } from "./versions";

export function create(call: Call): Reply {
  const { fields } = call;
  const project = call.project();
  const networkId = fields.text("networkId");
  const description = fields.text("description");
  const topology = fields.text("topology").toLowerCase();
  const instanceType = fields.text("instanceType").toLowerCase();
  const serverVersion = fields.text("serverVersion").toLowerCase();
  const projectionLevel = fields.optionalText("projectionLevel")?.toLowerCase() ?? "off";
  const isProtected = fields.flag("protected") ?? false;
  const publicAccess = fields.flag("publicAccess") ?? false;
  const aclId = fields.optionalText("aclId");
  const disk = readDisk(call);
  fields.done();

  const network = call.referred("network", networkId);
  if (network.wire.status !== "available") throw wrongState();
  disk.checkFor(network.wire.provider);
  checkAccess(call, network, publicAccess, aclId);
  const id = call.newId();
  const cluster = call.add("cluster", id, {
    id,
    organizationId: call.organization.id,
    projectId: project.id,
    networkId,
    description,
    provider: network.wire.provider,
    region: network.wire.region,
    topology,
    instanceType,
    ...disk.wire,
    serverVersion,
    serverVersionTag: fullVersion(serverVersion),
    projectionLevel,
    status: "",
    protected: isProtected,
    publicAccess,
    ...(aclId === undefined ? {} : { aclId }),
    cloudIntegratedAuthentication: false,
    canExpandDisk: true,
    patchAvailable: false,
    health: "ok",
    created: call.timestamp,
  });
  call.begin(cluster, "create");
  return created(id);
}

/** A public cluster stands in a public network and has an access list; a private one has neither. */
function checkAccess(call: Call, network: Thing<"network">, publicAccess: boolean, aclId: string | undefined): void {
  if (publicAccess !== network.wire.publicAccess) {
    const kind = network.wire.publicAccess ? "public" : "private";
    throw invalidField("publicAccess", `must be ${network.wire.publicAccess}, because the network is ${kind}`);
  }
  if (publicAccess && aclId === undefined) throw invalidField("aclId", "is required for a public cluster");
  if (aclId !== undefined) call.referred("acl", aclId);
}

export function list(call: Call): Reply {
  return call.list("cluster", "clusters");
}

export function read(call: Call): Reply {
  return call.read("cluster", "cluster");
}

export function update(call: Call): Reply {
  const { fields } = call;
  const cluster = call.changeable("cluster");
  const { wire } = cluster;
  const description = fields.optionalText("description");
  const isProtected = fields.flag("protected");
  const projectionLevel = fields.optionalText("projectionLevel")?.toLowerCase() ?? wire.projectionLevel;
  const aclId = fields.optionalText("aclId");
  fields.done();
  if (aclId !== undefined) call.referred("acl", aclId);
  const isReconfigured = projectionLevel !== wire.projectionLevel;
  if (isReconfigured && wire.status !== "available") throw wrongState();

  wire.description = description ?? wire.description;
  wire.protected = isProtected ?? wire.protected;
  if (aclId !== undefined) wire.aclId = aclId;
  if (isReconfigured) {
    wire.projectionLevel = projectionLevel;
    call.begin(cluster, "configure");
  }
  return DONE;
}

export function remove(call: Call): Reply {
  const cluster = call.target("cluster");
  if (isGoing(cluster)) return DONE;
  if (cluster.wire.protected) throw conflict("the cluster is protected and cannot be deleted");
  const { organization } = call;
  for (const job of organization.live("job", cluster.projectId))
    if (job.wire.data.clusterId === cluster.id) settle(organization, job, "deleted");
  const replicas = organization.find("replicaset", cluster.projectId, cluster.id);
  if (replicas !== undefined) settle(organization, replicas, "deleted");
  return call.remove(cluster);
}

/** The passwords that a cluster starts with. They are made from its id, so that nothing has to be kept. */
export function initialCredentials(call: Call): Reply {
  const cluster = call.target("cluster");
  if (isDeleted(cluster)) throw notFound("the cluster has no initial credentials");
  const password = (user: string): string =>
    createHash("sha256").update(`${user} of ${cluster.id}`).digest("base64url").slice(0, 24);
  const body = {
    adminPassword: password("admin"),
    opsPassword: password("ops"),
    generatedAt: cluster.wire.created,
    clusterId: cluster.id,
  };
  return { status: 200, body };
}

/** What a change of the disk leaves of the old one. */
export function setDisk(cluster: Thing<"cluster">, disk: Disk): void {
  delete cluster.wire.diskIops;
  delete cluster.wire.diskThroughput;
  Object.assign(cluster.wire, disk.wire);
}
