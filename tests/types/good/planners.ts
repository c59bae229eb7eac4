// What a planner recommends goes into the builder and from there to the real provider.
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { managedCluster, recommendCluster, Workload } from "eventstorecloud-planner";

declare const orders: esc.Project;
declare const net: esc.Network;

const workload: Workload = { cloud: "aws", environment: "production", clients: 100, workingSetStreams: 8000000 };
const plan = recommendCluster(workload);

export const db = new esc.ManagedCluster("db", managedCluster({ ...plan.args, projectId: orders.id, networkId: net.id }));
export const why: string[] = plan.choices.map((choice) => `${choice.property}: ${choice.reason}`);
