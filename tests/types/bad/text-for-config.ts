// expect: TS2345 "is not assignable to parameter of type 'Config'"
import { recommendCluster } from "eventstorecloud-planner";
import { planFromConfig } from "eventstorecloud-planner/pulumi";

export const plan = planFromConfig("orders", "cluster", recommendCluster); // here
