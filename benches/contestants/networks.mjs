// Single networks, and programs of many networks and as many peerings with three routes each; ten networks share a peer.
import { address } from "./blocks.mjs";

const NETWORK = { projectId: "bq4m8lp5rq5c6n1v2x3z", name: "orders", resourceProvider: "aws", region: "us-east-1" };
export const NETWORKS = Array.from({ length: 64 }, (_, i) => ({
  ...NETWORK,
  cidrBlock: `10.${i * 3}.${(i * 7) % 256}.0/24`,
}));

const SHARED_BY = 10;
const ROUTES = 3;
const REGIONS = ["us-east-1", "us-west-2"];

/** Blocks of 256 addresses from 10.0.0.0 on, and of 16 from 172.16.0.0 on. */
const network = (i) => `${address((10 << 24) + i * 256)}/24`;
const route = (i) => `${address((172 << 24) + (16 << 16) + i * 16)}/28`;

/** What can be wrong with the blocks: nothing, or everything with everything. */
export const SHAPES = {
  sound: { block: network, routeOf: route, peer: (i) => Math.floor(i / SHARED_BY) },
  overlapping: { block: () => network(0), routeOf: () => route(0), peer: () => 0 },
};

/** The document of `count` networks and as many peerings. */
export function document({ block, routeOf, peer }, count) {
  const resources = [{ kind: "Project", name: "p", args: { name: "p" } }];
  for (let i = 0; i < count; i++) {
    const region = REGIONS[peer(i) % REGIONS.length];
    resources.push(
      {
        kind: "Network",
        name: `n${i}`,
        args: { projectId: { ref: "p" }, name: `n${i}`, resourceProvider: "aws", region, cidrBlock: block(i) },
      },
      {
        kind: "Peering",
        name: `c${i}`,
        args: {
          projectId: { ref: "p" },
          networkId: { ref: `n${i}` },
          name: `c${i}`,
          peerResourceProvider: "aws",
          peerNetworkRegion: region,
          peerAccountId: "012345678901",
          peerNetworkId: `vpc-${peer(i).toString(16).padStart(8, "0")}`,
          routes: Array.from({ length: ROUTES }, (_, k) => routeOf(i * ROUTES + k)),
        },
      },
    );
  }
  return { resources };
}
