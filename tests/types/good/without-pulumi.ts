// No Pulumi types in sight: plain values, promises and a later value of one's own.
import { managedCluster, network } from "eventstorecloud-planner";
import { Input, OpenString, OutputLike, Topology } from "eventstorecloud-planner";

declare const later: OutputLike<string>;
declare const topology: Topology;
declare const either: Input<OpenString<Topology>>;

export const net = network({ projectId: "p", resourceProvider: "gcp", region: later, cidrBlock: "10.0.0.0/16" });

export const args = managedCluster({
  projectId: Promise.resolve("p"),
  networkId: later,
  topology,
  instanceType: "a size that came out yesterday",
  diskSize: later.apply((text) => text.length),
  diskType: "ssd",
  serverVersion: "26.0",
});

export const again = managedCluster({ ...args, topology: either });
