// A policy pack whose options come from the environment, as JSON.
const { PolicyPack } = require("@pulumi/policy");
const { eventstoreCloudPolicies } = require("eventstorecloud-planner/policy");

new PolicyPack("eventstorecloud", {
  policies: eventstoreCloudPolicies(JSON.parse(process.env.POLICY_OPTIONS ?? "{}")),
});
