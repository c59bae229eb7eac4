// expect: TS2322 "is not assignable to type"
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { network } from "eventstorecloud-planner";

declare const orders: esc.Project;

export const resource = new esc.Network("x", network({
  projectId: orders.id,
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.20.0.0/16",
  publicAccess: "true", // here
}));
