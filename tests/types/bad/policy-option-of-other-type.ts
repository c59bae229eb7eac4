// expect: TS2322 "Type 'string' is not assignable to type 'boolean"
import { eventstoreCloudPolicies } from "eventstorecloud-planner/policy";

export const policies = eventstoreCloudPolicies({
  remediate: "never", // here
});
