// expect: TS2322 "is not assignable to type 'Input<Input<string>[]>'"
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { peering } from "eventstorecloud-planner";

declare const orders: esc.Project;
declare const net: esc.Network;

export const resource = new esc.Peering("x", peering({
  projectId: orders.id,
  networkId: net.id,
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
  routes: "172.20.0.0/16", // here
}));
