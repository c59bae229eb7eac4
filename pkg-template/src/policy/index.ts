// "eventstorecloud-planner/policy": the same checks as policies of a Pulumi policy pack.
export { eventstoreCloudPolicies } from "./policies";

export type { PolicyOptions } from "./options";
