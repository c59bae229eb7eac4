// expect: TS2322 "is not assignable to type 'Input<OpenString<DiskType>>'"
import * as pulumi from "@pulumi/pulumi";
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { managedCluster } from "eventstorecloud-planner";

declare const orders: esc.Project;
declare const net: esc.Network;
declare const count: pulumi.Output<number>;

export const resource = new esc.ManagedCluster("x", managedCluster({
  projectId: orders.id,
  networkId: net.id,
  topology: "single-node",
  instanceType: "F1",
  diskSize: 100,
  diskType: count, // here
  serverVersion: "26.0",
}));
