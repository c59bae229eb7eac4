// Arguments move freely between the provider's own types and the builders'.
import * as pulumi from "@pulumi/pulumi";
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { managedCluster, network, project, scheduledBackup } from "eventstorecloud-planner";
import {
  ManagedClusterArgs,
  ManagedClusterInputs,
  NetworkArgs,
  NetworkInputs,
  ProjectArgs,
  ProjectInputs,
  ScheduledBackupArgs,
  ScheduledBackupInputs,
} from "eventstorecloud-planner";

/** True when every property of the provider's arguments is offered by the builder. */
type Offers<Provider, Builder> = [keyof Provider] extends [keyof Builder] ? true : false;

export const offersProject: Offers<esc.ProjectArgs, ProjectInputs> = true;
export const offersNetwork: Offers<esc.NetworkArgs, NetworkInputs> = true;
export const offersCluster: Offers<esc.ManagedClusterArgs, ManagedClusterInputs> = true;
export const offersBackup: Offers<esc.ScheduledBackupArgs, ScheduledBackupInputs> = true;

declare const p: esc.ProjectArgs;
declare const n: esc.NetworkArgs;
declare const c: esc.ManagedClusterArgs;
declare const b: esc.ScheduledBackupArgs;

// What the provider takes, a builder takes; what a builder gives, the provider and the builder take.
export const projectArgs: esc.ProjectArgs = project(project(p));
export const networkArgs: esc.NetworkArgs = network(network(n));
export const clusterArgs: esc.ManagedClusterArgs = managedCluster(managedCluster(c));
export const backupArgs: esc.ScheduledBackupArgs = scheduledBackup(scheduledBackup(b));

// The exported names of the types can be used for a program's own functions.
export const named: [ProjectArgs, NetworkArgs, ManagedClusterArgs, ScheduledBackupArgs] = [
  project(p),
  network(n),
  managedCluster(c),
  scheduledBackup(b),
];

/** One cluster per environment, with values that differ. */
export function cluster(name: string, inputs: ManagedClusterInputs): esc.ManagedCluster {
  return new esc.ManagedCluster(name, managedCluster({ ...inputs, protected: true }, { name }));
}

cluster("db", { ...c, topology: pulumi.secret("single-node"), diskSize: pulumi.secret(10) });

// The builder completes this property, so that it is there for who reads the result.
export const description: pulumi.Input<string> = scheduledBackup(b).backupDescription;
export const shown: pulumi.Output<string> = pulumi.interpolate`on ${managedCluster(c).topology}`;
