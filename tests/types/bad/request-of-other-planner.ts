// expect: TS2353 (before 5: TS2345) "'clusters' does not exist in type 'Partial<AddressRequest>'"
import * as pulumi from "@pulumi/pulumi";
import { planAddressSpace } from "eventstorecloud-planner";
import { planFromConfig } from "eventstorecloud-planner/pulumi";

export const plan = planFromConfig(new pulumi.Config(), "addresses", planAddressSpace, {
  clusters: ["db"], // here
});
