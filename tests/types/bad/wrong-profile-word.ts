// expect: TS2322 "Type '"everything"' is not assignable to type"
import { guard } from "eventstorecloud-planner/pulumi";

guard({
  profile: "everything", // here
});
