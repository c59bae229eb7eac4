// expect: TS2322 "is not assignable to type"
import { PolicyPack } from "@pulumi/policy";
import { eventstoreCloudPolicies } from "eventstorecloud-planner/policy";

new PolicyPack("eventstorecloud", {
  policies: [eventstoreCloudPolicies()], // here
});
