// expect: TS2561 (before 5: TS2345) "Did you mean to write 'backupDescription'?"
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { scheduledBackup } from "eventstorecloud-planner";

declare const orders: esc.Project;
declare const db: esc.ManagedCluster;

export const resource = new esc.ScheduledBackup("x", scheduledBackup({
  projectId: orders.id,
  sourceClusterId: db.id,
  description: "Daily backup",
  schedule: "@daily",
  maxBackupCount: 7,
  backupDescripton: "nightly", // here
}));
