// expect: TS2322 "Type 'Promise<number>' is not assignable to type 'Input<string>'"
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { network } from "eventstorecloud-planner";

declare const orders: esc.Project;

export const resource = new esc.Network("x", network({
  projectId: orders.id,
  resourceProvider: "aws",
  region: Promise.resolve(1), // here
  cidrBlock: "10.20.0.0/16",
}));
