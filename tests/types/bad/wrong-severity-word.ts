// expect: TS2322 "Type '"warn"' is not assignable to type"
import { guard } from "eventstorecloud-planner/pulumi";

guard({
  severity: { CLU019: "warn" }, // here
});
