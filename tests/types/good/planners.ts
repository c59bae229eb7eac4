// What a planner recommends goes into the builder and from there to the real provider.
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { managedCluster, scheduledBackup } from "eventstorecloud-planner";
import {
  AddressRequest,
  BackupPlan,
  BackupRequest,
  ChangePlan,
  ChangeStep,
  cidr,
  formatPlan,
  planAddressSpace,
  planBackups,
  planChange,
  planPreview,
  recommendCluster,
  schedule,
  simulateBackups,
  Workload,
} from "eventstorecloud-planner";

declare const orders: esc.Project;
declare const net: esc.Network;

const workload: Workload = { cloud: "aws", environment: "production", clients: 100, workingSetStreams: 8000000 };
const plan = recommendCluster(workload);

export const db = new esc.ManagedCluster(
  "db",
  managedCluster({ ...plan.args, projectId: orders.id, networkId: net.id }),
);
export const why: string[] = plan.choices.map((choice) => `${choice.property}: ${choice.reason}`);

const backups: BackupRequest = {
  clusters: ["db"],
  objectives: { maxLossHours: 6, keep: { daily: 7 } },
  window: { from: "22:00", to: "04:00" },
};
const jobs: BackupPlan = planBackups(backups);
export const made = jobs.jobs.map(
  ({ name, args }) =>
    new esc.ScheduledBackup(name, scheduledBackup({ ...args, projectId: orders.id, sourceClusterId: db.id })),
);
export const points: number = simulateBackups({
  jobs: jobs.jobs
    .map(({ args }) => args)
    .map(({ schedule: when, maxBackupCount }) => ({ schedule: when, maxBackupCount })),
  from: "2026-01-01T00:00:00Z",
  to: "2026-02-01T00:00:00Z",
}).keptBackups;

const addresses: AddressRequest = { pools: ["10.20.0.0/16"], requests: [{ name: "a", cloud: "aws", clusters: 20 }] };
export const cidrBlocks: string[] = planAddressSpace({
  ...addresses,
  existing: planAddressSpace(addresses),
}).networks.map(({ cidrBlock }) => cidrBlock);

const change: ChangePlan = planChange(
  null,
  { resources: [{ kind: "Project", name: "orders" }] },
  { severity: { PLAN006: "off" } },
);
const steps: ChangeStep[] = change.steps;
export const printed: string = formatPlan(change, { color: true });
export const refusedSteps = steps
  .filter(({ action }) => action === "refused")
  .map(({ properties }) => properties[0]?.from);
export const runs: string[] = schedule.between("0 3 * * *", {
  from: "2026-01-01T00:00:00Z",
  to: "2026-02-01T00:00:00Z",
});
export const near: boolean = schedule.clash("0 3 * * *", "5 3 * * *");
export const pairs: number[] = cidr.overlapping(["10.0.0.0/8", "10.1.0.0/16"]).map(({ overlaps }) => overlaps);
export const place: string | undefined = cidr.nextFree("10.0.0.0/8", ["10.0.0.0/16"], 20);
export const ofPreview: ChangePlan = planPreview(JSON.parse("{}"), { target: "kurrentcloud@0.3.x" });
