// The kinds that are modelled, and what a type's name stands for.
import { CheckedKind, KindMeta, kindOf, kinds, PropertyMeta } from "eventstorecloud-planner";

const kind: CheckedKind | undefined = kindOf("eventstorecloud:index/network:Network");
const all: KindMeta[] = kinds();
export const properties: PropertyMeta[] = all.filter((known) => known.kind === kind)[0].properties;
export const names: { [kind: string]: string[] } = {};
for (const known of all) names[known.builder] = known.properties.map(({ name }) => name);
export const isCluster: boolean = kindOf("ManagedCluster") === "ManagedCluster";
