// What a copied state has: properties that only the service sets.
import "eventstorecloud-planner/pulumi/guard";
import * as esc from "@eventstore/pulumi-eventstorecloud";

const project = new esc.Project("orders", { name: "orders" });
const net = new esc.Network("net", {
  projectId: project.id,
  name: "net",
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.0.0.0/16",
});
const copied = { dnsName: "somewhere.else", region: "eu-west-1", resourceProvider: "gcp" };
new esc.ManagedCluster("db", {
  projectId: project.id,
  networkId: net.id,
  name: "db",
  topology: "single-node",
  instanceType: "F1",
  diskType: "gp3",
  diskSize: 10,
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
  ...copied,
});
