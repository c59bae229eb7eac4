// The published program, corrected. What the author chose stays: names, size, disk space, the daily backup.
import * as eventstorecloud from "@eventstore/pulumi-eventstorecloud";
import { managedCluster, network, peering, project, scheduledBackup } from "eventstorecloud-planner";

const myProject = new eventstorecloud.Project("my-project", project({ name: "my-eventstore-project" }));

const myNetwork = new eventstorecloud.Network(
  "my-network",
  network({
    name: "my-vpc-network",
    projectId: myProject.id,
    resourceProvider: "aws",
    region: "us-east-1",
    cidrBlock: "10.20.0.0/16",
  }),
);

// Without a peering nothing could reach the cluster. Account, VPC and route are those of your own network.
new eventstorecloud.Peering(
  "my-peering",
  peering({
    name: "my-applications",
    projectId: myProject.id,
    networkId: myNetwork.id,
    peerResourceProvider: "aws",
    peerNetworkRegion: "us-east-1",
    peerAccountId: "012345678901",
    peerNetworkId: "vpc-0a1b2c3d4e5f67890",
    routes: ["172.20.0.0/16"],
  }),
);

// The builder completes the IOPS and the throughput which gp3 needs.
const myCluster = new eventstorecloud.ManagedCluster(
  "my-cluster",
  managedCluster({
    name: "my-eventstore-cluster",
    projectId: myProject.id,
    networkId: myNetwork.id,
    topology: "single-node",
    instanceType: "F1",
    serverVersion: "26.0",
    diskType: "gp3",
    diskSize: 100,
  }),
);

// The builder writes @daily as 0 0 * * * and completes the backup description.
new eventstorecloud.ScheduledBackup(
  "my-backup",
  scheduledBackup({
    projectId: myProject.id,
    sourceClusterId: myCluster.id,
    description: "Daily Backup",
    schedule: "@daily",
    maxBackupCount: 7,
  }),
);

export const eventStoreClusterId = myCluster.id;
export const eventStoreNetworkId = myNetwork.id;
