// A shared project that exists and is looked up, and one of our own.
import "eventstorecloud-planner/pulumi/guard";
import * as esc from "@eventstore/pulumi-eventstorecloud";

const shared = esc.getProjectOutput({ name: "shared" });
const own = new esc.Project("own", { name: "own" });
const aws = { resourceProvider: "aws", region: "us-east-1" };
new esc.Network("shared-net", { projectId: shared.id, name: "shared-net", cidrBlock: "10.80.0.0/16", ...aws });
new esc.Network("own-net", { projectId: own.id, name: "own-net", cidrBlock: "10.81.0.0/16", ...aws });
