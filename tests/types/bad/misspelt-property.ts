// expect: TS2561 (before 5: TS2345) "Did you mean to write 'diskIops'?"
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
  serverVersion: "26.0",
  diskIop: 3000, // here
}));
