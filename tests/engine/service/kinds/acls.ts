// IP access lists: which addresses reach the public clusters that use one.
import { isPrivate, rangeOf } from "../address";
import { type Call, created, DONE, type Reply } from "../call";
import { conflict } from "../problem";
import type { AclEntry } from "../things";

export function create(call: Call): Reply {
  const project = call.project();
  const description = call.fields.text("description");
  const cidrBlocks = entries(call);
  call.fields.done();
  const id = call.newId();
  call.add("acl", id, {
    id,
    organizationId: call.organization.id,
    projectId: project.id,
    description,
    cidrBlocks,
    status: "active",
    created: call.timestamp,
    updated: call.timestamp,
  });
  return created(id);
}

/** The entries as they were written and in their order. */
function entries({ fields }: Call): AclEntry[] {
  return fields.objects("cidrBlocks").map((entry) => {
    const address = entry.text("address");
    const range = rangeOf(address);
    if (range === undefined) entry.refuse("address", "must be an IPv4 address or CIDR block");
    else if (isPrivate(range)) entry.refuse("address", "must not lie in the private address space of RFC 1918");
    return { address, comment: entry.anyText("comment") };
  });
}

export function list(call: Call): Reply {
  return call.list("acl", "acls");
}

export function read(call: Call): Reply {
  return call.read("acl", "acl");
}

/** The entries of the request replace all that there were: an empty list is sent as none. */
export function update(call: Call): Reply {
  const { wire } = call.changeable("acl");
  const description = call.fields.optionalText("description");
  const cidrBlocks = entries(call);
  call.fields.done();
  wire.description = description ?? wire.description;
  wire.cidrBlocks = cidrBlocks;
  wire.updated = call.timestamp;
  return DONE;
}

export function remove(call: Call): Reply {
  const acl = call.target("acl");
  const isUsed = call.organization.live("cluster", acl.projectId).some((cluster) => cluster.wire.aclId === acl.id);
  if (isUsed) throw conflict("the access list is used by a cluster");
  return call.remove(acl);
}
