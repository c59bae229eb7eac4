// expect: TS2345 "is not assignable to parameter of type"
import * as pulumi from "@pulumi/pulumi";
import { schedule } from "eventstorecloud-planner";
import { planFromConfig } from "eventstorecloud-planner/pulumi";

export const plan = planFromConfig(new pulumi.Config(), "schedule", schedule.describe); // here
