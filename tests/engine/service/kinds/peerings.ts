import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { overlaps, rangeOf } from "../address";
import { type Call, created, DONE, type Reply } from "../call";
import { wrongState } from "../problem";
import { isGoing } from "../states";
import type { Network, Thing } from "../things";

export function create(call: Call): Reply {
  const { fields } = call;
  const project = call.project();
  const networkId = fields.text("networkId");
  const description = fields.text("description");
  const peerAccountId = fields.text("peerAccountId");
  const peerNetworkId = fields.text("peerNetworkId");
  const peerNetworkRegion = fields.text("peerNetworkRegion");
  const routes = fields.texts("routes");
  fields.done();
  const network = call.referred("network", networkId);
  if (isGoing(network)) throw wrongState();
  checkRoutes(call, routes, network.wire);

  const id = call.newId();
  const peering = call.add("peering", id, {
    id,
    projectId: project.id,
    networkId,
    provider: network.wire.provider,
    description,
    peerAccountId,
    peerNetworkId,
    peerNetworkRegion,
    routes,
    networkCidrBlock: network.wire.cidrBlock ?? "",
    status: "",
    created: call.timestamp,
    providerPeeringMetadata: metadata(call, network, id),
  });
  call.begin(peering, "create");
  return created(id);
}

/** The other network must not overlap ours. */
function checkRoutes({ fields }: Call, routes: readonly string[], network: Network): void {
  const own = network.cidrBlock === undefined ? undefined : rangeOf(network.cidrBlock);
  for (const [index, route] of routes.entries()) {
    const range = rangeOf(route);
    if (range === undefined) {
      if (!isIPv6(route.replace(/\/\d{1,3}$/, ""))) fields.refuse(`routes[${index}]`, "must be a CIDR block");
    } else if (own !== undefined && overlaps(own, range)) {
      fields.refuse(`routes[${index}]`, `overlaps ${network.cidrBlock} of the network`);
    }
  }
  fields.done();
}

/** What the owner of the other network needs to accept the peering. */
function metadata(call: Call, network: Thing<"network">, id: string): Record<string, string> {
  if (network.wire.provider === "aws") {
    const digits = createHash("sha256").update(id).digest("hex").slice(0, 17);
    return { peeringLinkId: `pcx-${digits}` };
  }
  if (network.wire.provider === "gcp") return { projectId: `estenant-${call.newId()}`, networkId: `${network.id}-vpc` };
  return {};
}

export function list(call: Call): Reply {
  return call.list("peering", "peerings");
}

export function read(call: Call): Reply {
  return call.read("peering", "peering");
}

export function update(call: Call): Reply {
  const peering = call.changeable("peering");
  const description = call.fields.text("description");
  call.fields.done();
  peering.wire.description = description;
  return DONE;
}

export function remove(call: Call): Reply {
  return call.remove(call.target("peering"));
}
