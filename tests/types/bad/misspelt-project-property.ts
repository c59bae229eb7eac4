// expect: TS2561 (before 5: TS2345) "Did you mean to write 'name'?"
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { project } from "eventstorecloud-planner";

export const resource = new esc.Project("x", project({
  nme: "orders", // here
}));
