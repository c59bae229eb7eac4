// expect: TS2322 "Type 'number' is not assignable to type 'Input<string>'"
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { managedCluster } from "eventstorecloud-planner";

declare const orders: esc.Project;
declare const net: esc.Network;

export const resource = new esc.ManagedCluster("x", managedCluster({
  projectId: orders.id,
  networkId: net.id,
  topology: "single-node",
  instanceType: "F1",
  diskSize: 100,
  diskType: "gp3",
  serverVersion: 26.0, // here
}));
