// expect: TS2322 "Promise<"
import * as pulumi from "@pulumi/pulumi";
import { planAddressSpace } from "eventstorecloud-planner";
import { addressLockOf } from "eventstorecloud-planner/pulumi";

export const plan = planAddressSpace({
  pools: ["10.20.0.0/16"],
  requests: [],
  existing: addressLockOf(new pulumi.StackReference("network")), // here
});
