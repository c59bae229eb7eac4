// expect: TS2561 (before 5: TS2345) "Did you mean to write 'clusters'?"
import * as pulumi from "@pulumi/pulumi";
import { planBackups } from "eventstorecloud-planner";
import { planFromConfig } from "eventstorecloud-planner/pulumi";

export const plan = planFromConfig(new pulumi.Config(), "backups", planBackups, {
  cluster: ["db"], // here
});
