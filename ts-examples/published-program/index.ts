import * as pulumi from "@pulumi/pulumi";
import * as eventstorecloud from "@pulumi/eventstorecloud";

const project = new eventstorecloud.Project("my-project", { name: "my-eventstore-project" });
const network = new eventstorecloud.Network("my-network", {
    name: "my-vpc-network", projectId: project.id, region: "us-east1",
    cidrBlock: "", resourceProvider: "aws" });
const cluster = new eventstorecloud.ManagedCluster("my-cluster", {
    name: "my-eventstore-cluster", projectId: project.id, networkId: network.id,
    topology: "single-node", instanceType: "F1", serverVersion: "20.10", diskType: "gp2", diskSize: 100 });
const backup = new eventstorecloud.ScheduledBackup("my-backup", {
    projectId: project.id, sourceClusterId: cluster.id, description: "Daily Backup",
    schedule: "@daily", maxBackupCount: 7 });
export const eventStoreClusterId = cluster.id;
export const eventStoreNetworkId = network.id;
