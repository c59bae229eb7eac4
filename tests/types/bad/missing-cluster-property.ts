// expect: TS2345 (from 7: TS2741) "Property 'diskSize' is missing"
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { managedCluster } from "eventstorecloud-planner";

declare const orders: esc.Project;
declare const net: esc.Network;

export const resource = new esc.ManagedCluster("x", managedCluster({ // here
  projectId: orders.id,
  networkId: net.id,
  topology: "single-node",
  instanceType: "F1",
  diskType: "gp3",
  serverVersion: "26.0",
}));
