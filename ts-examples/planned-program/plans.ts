// From wishes to plans. A plan that does not meet its request stops the program before anything is made.
import path from "node:path";
import {
  type AddressPlan,
  type BackupPlan,
  type ClusterRecommendation,
  planAddressSpace,
  planBackups,
  recommendCluster,
} from "eventstorecloud-planner";
import { type AddressLock, readAddressLock } from "eventstorecloud-planner/pulumi";
import { type Environment, OBJECTIVES, type Site, SITES, WORKLOADS } from "./environments.js";

/** The lock: the last plan, committed. With it no network ever moves, whatever is added, removed or reordered. */
export const LOCK = path.join(__dirname, "addresses.lock.json");

/** The name of the network of a site in an environment. */
export function networkName(environment: Environment, site: string): string {
  return `${site}-${environment}`;
}

/** The CIDR blocks of all networks of all environments: one plan, so that no two ever overlap. */
export function addresses(existing: AddressLock = readAddressLock(LOCK)): AddressPlan {
  const plan = planAddressSpace({
    pools: [{ name: "clusters", cidrBlock: "10.20.0.0/16" }],
    reserved: Object.entries(SITES).map(([name, { ownBlock }]) => ({ name, cidrBlock: ownBlock })),
    existing,
    requests: Object.entries(SITES).flatMap(([site, { cloud, region }]) => [
      { name: networkName("production", site), cloud, region, clusters: 60, peers: [site] },
      { name: networkName("staging", site), cloud, region, clusters: 10, peers: [site] },
    ]),
  });
  const noRoom = plan.unplaced.map(({ name, missing, pool, help }) => ({
    message: `${name} has no room: ${missing} addresses are missing in ${pool}`,
    help,
  }));
  return met("addresses", plan, [...noRoom, ...plan.diagnostics]);
}

/** Size, topology and disk of the cluster of a site. */
export function cluster(environment: Environment, { cloud }: Site): ClusterRecommendation {
  const plan = recommendCluster({ cloud, ...WORKLOADS[environment] });
  return met(`the cluster in ${cloud}`, plan, plan.diagnostics);
}

/**
 * The scheduled backups of all clusters of an environment, between 22:00 and 04:00 UTC where the objectives allow it.
 */
export function backups(environment: Environment): BackupPlan {
  const plan = planBackups({
    clusters: Object.keys(SITES).map((site) => networkName(environment, site)),
    objectives: OBJECTIVES[environment],
    ...(environment === "staging" ? { window: { from: "22:00", to: "04:00" } } : {}),
  });
  return met("backups", plan, plan.diagnostics);
}

function met<T extends { ok: boolean }>(what: string, plan: T, diagnostics: { message: string; help: string }[]): T {
  if (plan.ok) return plan;
  throw new Error(
    [`no plan for ${what}:`, ...diagnostics.map(({ message, help }) => `  ${message}\n  help: ${help}`)].join("\n"),
  );
}
