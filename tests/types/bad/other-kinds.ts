import * as esc from "@eventstore/pulumi-eventstorecloud";
import { acl, network, peering, project, scheduledBackup } from "eventstorecloud-planner";

declare const orders: esc.Project;
declare const net: esc.Network;
declare const db: esc.ManagedCluster;

// missing backup property
new esc.ScheduledBackup("x", scheduledBackup({ // TS2345 (from 7: TS2741) "Property 'maxBackupCount' is missing"
  projectId: orders.id,
  sourceClusterId: db.id,
  description: "Daily backup",
  schedule: "@daily",
}));

// missing network property
new esc.Network("x", network({ // TS2345 (from 7: TS2741) "Property 'region' is missing"
  projectId: orders.id,
  resourceProvider: "aws",
  cidrBlock: "10.20.0.0/16",
}));

// misspelt backup property
new esc.ScheduledBackup("x", scheduledBackup({
  projectId: orders.id,
  sourceClusterId: db.id,
  description: "Daily backup",
  schedule: "@daily",
  maxBackupCount: 7,
  backupDescripton: "nightly", // TS2561 (before 5: TS2345) "Did you mean to write 'backupDescription'?"
}));

// misspelt project property
new esc.Project("x", project({
  nme: "orders", // TS2561 (before 5: TS2345) "Did you mean to write 'name'?"
}));

// null for text
new esc.Network("x", network({
  projectId: orders.id,
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: null, // TS2322 "Type 'null' is not assignable to type"
}));

// number for account id
new esc.Peering("x", peering({
  projectId: orders.id,
  networkId: net.id,
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: 12345678901, // TS2322 "Type 'number' is not assignable to type 'Input<string>'"
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
  routes: ["172.20.0.0/16"],
}));

// number in list
new esc.Peering("x", peering({
  projectId: orders.id,
  networkId: net.id,
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
  routes: [172.2], // TS2322 "Type 'number' is not assignable to type 'Input<string>'"
}));

// promise of number for text
new esc.Network("x", network({
  projectId: orders.id,
  resourceProvider: "aws",
  region: Promise.resolve(1), // TS2322 "Type 'Promise<number>' is not assignable to type 'Input<string>'"
  cidrBlock: "10.20.0.0/16",
}));

// text for boolean
new esc.Network("x", network({
  projectId: orders.id,
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.20.0.0/16",
  publicAccess: "true", // TS2322 "is not assignable to type"
}));

// text for list
new esc.Peering("x", peering({
  projectId: orders.id,
  networkId: net.id,
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
  routes: "172.20.0.0/16", // TS2322 "is not assignable to type 'Input<Input<string>[]>'"
}));

// wrong key in entry
new esc.Acl("x", acl({
  projectId: orders.id,
  cidrBlocks: [{ cidr: "9.9.9.0/24", comment: "office" }], // TS2353 (before 5: TS2322) "'cidr' does not exist"
}));
