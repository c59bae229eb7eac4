// Read-only replicas. A cluster has one set of them at most, which has the cluster's id.
import { type Call, DONE, type Reply } from "../call";
import { conflict, wrongState } from "../problem";
import { isGoing } from "../states";
import { isDeleted } from "../things";

export function create(call: Call): Reply {
  const cluster = call.changeable("cluster");
  const settings = readSettings(call);
  if (cluster.wire.status !== "available" || cluster.wire.topology === "single-node") throw wrongState();
  const present = call.organization.find("replicaset", cluster.projectId, cluster.id);
  if (present !== undefined && !isDeleted(present)) throw conflict("the cluster already has a replica set");
  const replicas = call.add("replicaset", cluster.id, {
    orgId: call.organization.id,
    projectId: cluster.projectId,
    clusterId: cluster.id,
    replicaCount: settings.replicaCount,
    status: "",
    protected: settings.isProtected ?? false,
    createdAt: call.timestamp,
    updatedAt: call.timestamp,
  });
  call.begin(replicas, "create");
  return { status: 201 };
}

function readSettings({ fields }: Call): { replicaCount: number; isProtected: boolean | undefined } {
  const replicaCount = fields.count("replicaCount");
  const isProtected = fields.flag("protected");
  fields.done();
  return { replicaCount, isProtected };
}

export function read(call: Call): Reply {
  return call.read("replicaset", "readOnlyReplicaSet");
}

export function update(call: Call): Reply {
  const replicas = call.changeable("replicaset");
  const { replicaCount, isProtected } = readSettings(call);
  const { wire } = replicas;
  const isResized = replicaCount !== wire.replicaCount;
  if (isResized && wire.status !== "available") throw wrongState();
  wire.protected = isProtected ?? wire.protected;
  wire.updatedAt = call.timestamp;
  if (isResized) {
    wire.replicaCount = replicaCount;
    call.begin(replicas, "configure");
  }
  return DONE;
}

export function remove(call: Call): Reply {
  const replicas = call.target("replicaset");
  if (replicas.wire.protected && !isGoing(replicas))
    throw conflict("the replica set is protected and cannot be deleted");
  return call.remove(replicas);
}
