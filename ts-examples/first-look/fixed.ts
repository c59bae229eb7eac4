import * as esc from "@eventstore/pulumi-eventstorecloud";
import { network } from "eventstorecloud-planner";

const project = new esc.Project("orders", { name: "orders" });
const net = new esc.Network("orders-net", network({
    projectId: project.id,
    name: "orders-net",
    resourceProvider: "aws",
    region: "us-east-1",
    cidrBlock: "10.20.0.0/16",
}));
