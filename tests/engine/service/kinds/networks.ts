import { isPrivate, overlaps, rangeOf } from "../address";
import { type Call, created, DONE, type Reply } from "../call";
import { conflict } from "../problem";
import { settle } from "../states";
import type { Network } from "../things";

const CLOUDS = ["aws", "azure", "gcp"];

export function create(call: Call): Reply {
  const { fields } = call;
  const project = call.project();
  const provider = fields.text("provider").toLowerCase();
  if (provider !== "" && !CLOUDS.includes(provider)) fields.refuse("provider", "must be aws, azure or gcp");
  const region = fields.text("region");
  const description = fields.text("description");
  const publicAccess = fields.flag("publicAccess") ?? false;
  const cidrBlock = publicAccess ? noBlock(call) : privateBlock(call);
  fields.done();
  if (cidrBlock !== undefined) expectFree(call, { provider, region, cidrBlock });

  const id = call.newId();
  const network = call.add("network", id, {
    id,
    projectId: project.id,
    provider,
    region,
    ...(cidrBlock === undefined ? {} : { cidrBlock }),
    description,
    status: "",
    publicAccess,
    created: call.timestamp,
  });
  call.begin(network, "create");
  return created(id);
}

function noBlock(call: Call): undefined {
  if (call.fields.has("cidrBlock")) call.fields.refuse("cidrBlock", "must be absent for a public network");
}

function privateBlock({ fields }: Call): string {
  const cidrBlock = fields.text("cidrBlock");
  const range = rangeOf(cidrBlock);
  if (range === undefined) fields.refuse("cidrBlock", "must be an IPv4 CIDR block");
  else if (!isPrivate(range)) fields.refuse("cidrBlock", "must lie in the private address space of RFC 1918");
  return cidrBlock;
}

/** The networks of a region must not overlap. */
function expectFree(call: Call, wanted: Required<Pick<Network, "provider" | "region" | "cidrBlock">>): void {
  const range = rangeOf(wanted.cidrBlock)!;
  for (const { wire } of call.organization.live("network", call.project().id)) {
    if (wire.cidrBlock === undefined || wire.provider !== wanted.provider || wire.region !== wanted.region) continue;
    if (overlaps(rangeOf(wire.cidrBlock)!, range))
      throw conflict(`the CIDR block overlaps ${wire.cidrBlock} of the network ${wire.id}`);
  }
}

export function list(call: Call): Reply {
  return call.list("network", "networks");
}

export function read(call: Call): Reply {
  return call.read("network", "network");
}

export function update(call: Call): Reply {
  const network = call.changeable("network");
  const description = call.fields.text("description");
  call.fields.done();
  network.wire.description = description;
  return DONE;
}

export function remove(call: Call): Reply {
  const network = call.target("network");
  const { organization } = call;
  const isUsed = organization
    .live("cluster", network.projectId)
    .some((cluster) => cluster.wire.networkId === network.id);
  if (isUsed) throw conflict("Networks with clusters cannot be deleted");
  for (const peering of organization.live("peering", network.projectId))
    if (peering.wire.networkId === network.id) settle(organization, peering, "deleted");
  return call.remove(network);
}
