// No Pulumi types in sight: plain values, promises and a later value of one's own.
import { CheckedKind, KindMeta, kindOf, kinds, managedCluster, network, PropertyMeta } from "eventstorecloud-planner";
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

// The kinds that are modelled, and what a type's name stands for.
const kind: CheckedKind | undefined = kindOf("eventstorecloud:index/network:Network");
const all: KindMeta[] = kinds();
export const properties: PropertyMeta[] = all.filter((known) => known.kind === kind)[0].properties;
export const names: { [kind: string]: string[] } = {};
for (const known of all) names[known.builder] = known.properties.map(({ name }) => name);
export const isCluster: boolean = kindOf("ManagedCluster") === "ManagedCluster";
