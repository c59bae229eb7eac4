// The program under test.
import * as esc from "@eventstore/pulumi-eventstorecloud";
import * as pulumi from "@pulumi/pulumi";
import { managedCluster, network, peering, project, scheduledBackup } from "eventstorecloud-planner/pulumi";

const config = new pulumi.Config("orders");

const orders = new esc.Project("orders", project({ name: "orders" }));
const net = new esc.Network(
    "orders-net",
    network({
        projectId: orders.id,
        name: "orders-net",
        resourceProvider: "aws",
        region: config.get("region") ?? "us-east-1",
        cidrBlock: "10.20.0.0/16",
    }),
);
new esc.Peering(
    "orders-apps",
    peering({
        projectId: orders.id,
        networkId: net.id,
        name: "orders-apps",
        peerResourceProvider: "aws",
        peerNetworkRegion: net.region,
        peerAccountId: "012345678901",
        peerNetworkId: "vpc-0a1b2c3d4e5f67890",
        routes: [config.get("route") ?? "172.20.0.0/16"],
    }),
);
const db = new esc.ManagedCluster(
    "orders-db",
    managedCluster({
        projectId: orders.id,
        networkId: net.id,
        name: "orders-db",
        topology: "three-node-multi-zone",
        instanceType: "M32",
        diskType: "gp3",
        diskSize: 1000,
        serverVersion: "26.0",
        protected: true,
    }),
);
new esc.ScheduledBackup(
    "orders-nightly",
    scheduledBackup({
        projectId: orders.id,
        sourceClusterId: db.id,
        description: "nightly",
        schedule: "0 2 * * *",
        maxBackupCount: 14,
    }),
);
