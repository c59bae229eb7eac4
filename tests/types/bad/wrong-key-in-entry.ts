// expect: TS2353 (before 5: TS2322) "'cidr' does not exist"
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { acl } from "eventstorecloud-planner";

declare const orders: esc.Project;

export const resource = new esc.Acl("x", acl({
  projectId: orders.id,
  cidrBlocks: [{ cidr: "9.9.9.0/24", comment: "office" }], // here
}));
