// Plans from the configuration of the stack, and the lock of addresses from where a program keeps it.
import * as pulumi from "@pulumi/pulumi";
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { managedCluster, network, scheduledBackup } from "eventstorecloud-planner";
import {
  AddressPlan,
  BackupPlan,
  ClusterRecommendation,
  planAddressSpace,
  planBackups,
  recommendCluster,
} from "eventstorecloud-planner";
import {
  AddressLock,
  addressLockOf,
  planFromConfig,
  readAddressLock,
  writeAddressLock,
} from "eventstorecloud-planner/pulumi";

declare const orders: esc.Project;
const config = new pulumi.Config();

const existing: AddressLock = readAddressLock("addresses.lock.json");
export const addresses: AddressPlan = planAddressSpace({
  pools: ["10.20.0.0/16"],
  existing,
  requests: [{ name: "a", cloud: "aws" }],
});
export const isWritten: boolean = writeAddressLock("addresses.lock.json", addresses);

/** The same, with the lock that another stack exports. */
export async function ofOtherStack(stack: pulumi.StackReference): Promise<AddressPlan> {
  const [lock, other] = [await addressLockOf(stack), await addressLockOf(stack, "blocks")];
  return planAddressSpace({ pools: ["10.20.0.0/16"], existing: lock.networks.length > 0 ? lock : other, requests: [] });
}

const fromConfig: AddressPlan = planFromConfig(config, "addresses", planAddressSpace, { existing });
export const nets = fromConfig.networks.map(
  ({ name, args }) =>
    new esc.Network(name, network({ resourceProvider: "aws", region: "us-east-1", ...args, projectId: orders.id })),
);

const size: ClusterRecommendation = planFromConfig(config, "cluster", recommendCluster, { cloud: "aws" });
export const db = new esc.ManagedCluster(
  "db",
  managedCluster({ ...size.args, projectId: orders.id, networkId: nets[0].id }),
);

const backups: BackupPlan = planFromConfig(config, "backups", planBackups);
export const jobs = backups.jobs.map(
  ({ name, args }) =>
    new esc.ScheduledBackup(name, scheduledBackup({ ...args, projectId: orders.id, sourceClusterId: db.id })),
);
