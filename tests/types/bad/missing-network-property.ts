// expect: TS2345 (from 7: TS2741) "Property 'region' is missing"
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { network } from "eventstorecloud-planner";

declare const orders: esc.Project;

export const resource = new esc.Network("x", network({ // here
  projectId: orders.id,
  resourceProvider: "aws",
  cidrBlock: "10.20.0.0/16",
}));
