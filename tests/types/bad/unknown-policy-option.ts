// expect: TS2353 (before 5: TS2345) "'enforcementLevel' does not exist in type 'PolicyOptions'"
import { eventstoreCloudPolicies } from "eventstorecloud-planner/policy";

export const policies = eventstoreCloudPolicies({
  enforcementLevel: "advisory", // here
});
