import { PolicyPack } from "@pulumi/policy";
import { eventstoreCloudPolicies } from "eventstorecloud-planner/policy";

new PolicyPack("eventstorecloud", { policies: eventstoreCloudPolicies() });
