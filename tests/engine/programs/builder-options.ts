// Options that are given to builders, under the guard, which has none.
import "eventstorecloud-planner/pulumi/guard";
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { managedCluster, network } from "eventstorecloud-planner/pulumi";

const project = new esc.Project("orders", { name: "orders" });
// This region must be enabled first, which is a warning where nothing else is said.
const severity = { NET014: process.env.NET014 as "error" | "off" };
const net = new esc.Network(
  "net",
  network(
    { projectId: project.id, name: "net", resourceProvider: "aws", region: "eu-central-2", publicAccess: true },
    { severity },
  ),
);
if (process.env.INSTANCE_TYPE) {
  const instanceType = process.env.INSTANCE_TYPE;
  const acl = new esc.Acl("offices", {
    projectId: project.id,
    name: "offices",
    cidrBlocks: [{ address: "9.9.9.0/24", comment: "" }],
  });
  const cluster = managedCluster(
    {
      projectId: project.id,
      networkId: net.id,
      name: "db",
      topology: "three-node-multi-zone",
      instanceType,
      diskType: "gp3",
      diskSize: 2000,
      serverVersion: "26.0",
      publicAccess: true,
      aclId: acl.id,
    },
    { catalogue: { instanceTypes: [instanceType] } },
  );
  new esc.ManagedCluster("db", cluster);
}
