import * as esc from "@eventstore/pulumi-eventstorecloud";
import * as pulumi from "@pulumi/pulumi";
import { managedCluster } from "eventstorecloud-planner";

declare const orders: esc.Project;
declare const net: esc.Network;
declare const count: pulumi.Output<number>;

// missing cluster property
new esc.ManagedCluster("x", managedCluster({ // TS2345 (from 7: TS2741) "Property 'diskSize' is missing"
  projectId: orders.id,
  networkId: net.id,
  topology: "single-node",
  instanceType: "F1",
  diskType: "gp3",
  serverVersion: "26.0",
}));

// misspelt property with output
new esc.ManagedCluster("x", managedCluster({
  projectId: orders.id,
  networkId: net.id,
  topology: "single-node",
  instanceType: "F1",
  diskSize: 100,
  diskType: "gp3",
  serverVersion: "26.0",
  diskThroughtput: count, // TS2561 (before 5: TS2345) "Did you mean to write 'diskThroughput'?"
}));

// misspelt property
new esc.ManagedCluster("x", managedCluster({
  projectId: orders.id,
  networkId: net.id,
  topology: "single-node",
  instanceType: "F1",
  diskSize: 100,
  diskType: "gp3",
  serverVersion: "26.0",
  diskIop: 3000, // TS2561 (before 5: TS2345) "Did you mean to write 'diskIops'?"
}));

// misspelt required property
new esc.ManagedCluster("x", managedCluster({
  projectId: orders.id,
  networkId: net.id,
  instanceType: "F1",
  diskSize: 100,
  diskType: "gp3",
  serverVersion: "26.0",
  topolgy: "single-node", // TS2561 (before 5: TS2345) "Did you mean to write 'topology'?"
}));

// number for known value
new esc.ManagedCluster("x", managedCluster({
  projectId: orders.id,
  networkId: net.id,
  topology: 3, // TS2322 "Type 'number' is not assignable to type 'Input<OpenString<Topology>>'"
  instanceType: "F1",
  diskSize: 100,
  diskType: "gp3",
  serverVersion: "26.0",
}));

// number for text
new esc.ManagedCluster("x", managedCluster({
  projectId: orders.id,
  networkId: net.id,
  topology: "single-node",
  instanceType: "F1",
  diskSize: 100,
  diskType: "gp3",
  serverVersion: 26.0, // TS2322 "Type 'number' is not assignable to type 'Input<string>'"
}));

// output of number for known value
new esc.ManagedCluster("x", managedCluster({
  projectId: orders.id,
  networkId: net.id,
  topology: "single-node",
  instanceType: "F1",
  diskSize: 100,
  diskType: count, // TS2322 "is not assignable to type 'Input<OpenString<DiskType>>'"
  serverVersion: "26.0",
}));

// output of number for text
new esc.ManagedCluster("x", managedCluster({
  projectId: orders.id,
  networkId: count, // TS2322 "Type 'OutputInstance<number>' is not assignable to type 'Input<string>'"
  topology: "single-node",
  instanceType: "F1",
  diskSize: 100,
  diskType: "gp3",
  serverVersion: "26.0",
}));

// output of text for number
new esc.ManagedCluster("x", managedCluster({
  projectId: orders.id,
  networkId: net.id,
  topology: "single-node",
  instanceType: "F1",
  diskSize: net.id, // TS2322 "Type 'Output<string>' is not assignable to type 'Input<number>'"
  diskType: "gp3",
  serverVersion: "26.0",
}));

// resource for its id
new esc.ManagedCluster("x", managedCluster({
  projectId: orders.id,
  networkId: net, // TS2322 "Type 'Network' is not assignable to type 'Input<string>'"
  topology: "single-node",
  instanceType: "F1",
  diskSize: 100,
  diskType: "gp3",
  serverVersion: "26.0",
}));

// text for number
new esc.ManagedCluster("x", managedCluster({
  projectId: orders.id,
  networkId: net.id,
  topology: "single-node",
  instanceType: "F1",
  diskSize: "100", // TS2322 "Type 'string' is not assignable to type 'Input<number>'"
  diskType: "gp3",
  serverVersion: "26.0",
}));

// unknown property
new esc.ManagedCluster("x", managedCluster({
  projectId: orders.id,
  networkId: net.id,
  topology: "single-node",
  instanceType: "F1",
  diskSize: 100,
  diskType: "gp3",
  serverVersion: "26.0",
  replicas: 3, // TS2353 (before 5: TS2345) "'replicas' does not exist in type 'ManagedClusterInputs'"
}));
