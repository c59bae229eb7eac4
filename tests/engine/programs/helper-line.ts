// Mistakes that are written outside of the call that constructs the resource.
import "eventstorecloud-planner/pulumi/guard";
import * as esc from "@eventstore/pulumi-eventstorecloud";

const project = new esc.Project("orders", { name: "orders" });
function makeNetwork(name: string, region: string, cidrBlock: string) {
  return new esc.Network(name, { projectId: project.id, name, resourceProvider: "aws", region, cidrBlock });
}
makeNetwork("a", "us-east-1", "10.10.0.0/16");
makeNetwork("b", "us-east1", "10.11.0.0/16");
const defaults = { projectId: project.id, resourceProvider: "aws", region: "eu-west1" };
new esc.Network("c", { ...defaults, name: "c", cidrBlock: "10.12.0.0/16" });
new esc.Network("d", { ...defaults, name: "d", cidrBlock: "10.13.0.0/16" });
