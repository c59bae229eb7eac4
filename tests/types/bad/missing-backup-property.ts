// expect: TS2345 (from 7: TS2741) "Property 'maxBackupCount' is missing"
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { scheduledBackup } from "eventstorecloud-planner";

declare const orders: esc.Project;
declare const db: esc.ManagedCluster;

export const resource = new esc.ScheduledBackup("x", scheduledBackup({ // here
  projectId: orders.id,
  sourceClusterId: db.id,
  description: "Daily backup",
  schedule: "@daily",
}));
