/**
 * Runs the corrected program under Pulumi's own mocks and prints what it
 * registers: what a deployment would send to the provider. Needs no account, no
 * engine and no network.
 *
 * Run: tsx run-with-mocks.ts
 *
 * Exits with 1 when the program registers anything but the four resources of
 * the published program and the peering that it lacked, or a value that cannot be printed as it is (an unknown
 * or a secret).
 */
import type * as pulumi from "@pulumi/pulumi";
import { describe, kindOf, registered, show } from "../../mocks.js";

/** The resources the program must register. The order of those that do not need each other is Pulumi's. */
const EXPECTED = [
  "Project my-project",
  "Network my-network",
  "Peering my-peering",
  "ManagedCluster my-cluster",
  "ScheduledBackup my-backup",
];

/** The value of an output once it is known. */
function resolved<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply((value) => resolve(value as T));
  });
}

async function main(): Promise<void> {
  const { registrations, exports: program } = await registered(
    "published-program",
    "example",
    () => import("./index.js"),
  );
  const found = registrations.map(({ type, name }) => `${kindOf(type)} ${name}`);
  if ([...found].sort().join("\n") !== [...EXPECTED].sort().join("\n")) {
    throw new Error(`expected ${EXPECTED.join(", ")}; registered ${found.join(", ") || "nothing"}`);
  }
  for (const registration of registrations) console.log(`${describe(registration)}\n`);
  console.log(`eventStoreClusterId  ${show("eventStoreClusterId", await resolved(program.eventStoreClusterId))}`);
  console.log(`eventStoreNetworkId  ${show("eventStoreNetworkId", await resolved(program.eventStoreNetworkId))}`);
  process.exitCode = 0;
}

process.exitCode = 1; // until everything was read: an output that never becomes known ends the process early
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
});
