// What the company wants, in its own words: three clouds, two environments. Everything else is planned from it.
import type { BackupRequest, Cloud, Workload } from "eventstorecloud-planner";

export type Environment = "staging" | "production";

/** One cloud that the company is in, with its own network there. */
export interface Site {
  cloud: Cloud;
  region: string;
  /** The block of the company's own network, which clusters are reached from. */
  ownBlock: string;
  peerAccountId: string;
  peerNetworkId: string;
}

export const SITES: { [name: string]: Site } = {
  america: {
    cloud: "aws",
    region: "us-east-1",
    ownBlock: "172.20.0.0/16",
    peerAccountId: "012345678901",
    peerNetworkId: "vpc-0a1b2c3d4e5f67890",
  },
  asia: {
    cloud: "gcp",
    region: "asia-southeast1",
    ownBlock: "172.21.0.0/16",
    peerAccountId: "orders-apps-412",
    peerNetworkId: "apps",
  },
  europe: {
    cloud: "azure",
    region: "westeurope",
    ownBlock: "172.22.0.0/16",
    peerAccountId: "8f1d3c2e-5b7a-4c9d-9e0f-1a2b3c4d5e6f",
    peerNetworkId:
      "/subscriptions/2c4e6f80-1a3b-4c5d-8e7f-9a0b1c2d3e4f/resourceGroups/apps/" +
      "providers/Microsoft.Network/virtualNetworks/apps",
  },
};

/** What the cluster of a site is wanted for. */
export const WORKLOADS: { [environment in Environment]: Omit<Workload, "cloud"> } = {
  staging: { environment: "staging", clients: 20, dataGb: 20 },
  production: {
    environment: "production",
    workingSetStreams: 3_000_000,
    clients: 100,
    dataGb: 200,
    growthGbPerMonth: 20,
  },
};

/** What the backups of an environment have to achieve. */
export const OBJECTIVES: { [environment in Environment]: BackupRequest["objectives"] } = {
  staging: { keep: { daily: 3 } },
  production: { maxLossHours: 6, keep: { daily: 7, weekly: 4 } },
};
