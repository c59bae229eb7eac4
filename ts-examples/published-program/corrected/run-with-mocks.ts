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
import { isDeepStrictEqual } from "node:util";
import * as pulumi from "@pulumi/pulumi";

/** The resources the program must register. The order of those that do not need each other is Pulumi's. */
const EXPECTED = ["Project my-project", "Network my-network", "Peering my-peering", "ManagedCluster my-cluster", "ScheduledBackup my-backup"];

/** The key by which Pulumi marks a secret or another special value in what a mock receives. */
const SPECIAL_VALUE = "4dabf18193072939515e22adb298388d";

const registrations: pulumi.runtime.MockResourceArgs[] = [];

const mocks: pulumi.runtime.Mocks = {
  newResource(args) {
    registrations.push(args);
    return { id: `${args.name}-id`, state: args.inputs };
  },
  call: (args) => ({ ...args.inputs }),
};

/** `eventstorecloud:index/network:Network` -> `Network`. */
function kindOf(type: string): string {
  return type.slice(type.lastIndexOf(":") + 1);
}

/** One value as JSON. Throws when it has no plain form. */
function show(place: string, value: unknown): string {
  const marked = typeof value === "object" && value !== null && SPECIAL_VALUE in value;
  if (pulumi.containsUnknowns(value) || marked) throw new Error(`${place} has no plain value`);
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined || !isDeepStrictEqual(JSON.parse(text), value)) throw new Error(`${place} is more than JSON can hold`);
  return text;
}

/** A registration in readable lines, its arguments sorted by name. */
function describe({ type, name, inputs }: pulumi.runtime.MockResourceArgs): string {
  const keys = Object.keys(inputs).sort();
  const width = Math.max(...keys.map((key) => key.length));
  const lines = keys.map((key) => `  ${key.padEnd(width)}  ${show(`${name}.${key}`, inputs[key])}`);
  return [`${name}  (${type})`, ...lines].join("\n");
}

/** The value of an output once it is known. */
function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply((value) => resolve(value as T));
  });
}

async function main(): Promise<void> {
  await pulumi.runtime.setMocks(mocks, "published-program", "example", false);
  const program = await import("./index.js");
  await pulumi.runtime.disconnect();

  const found = registrations.map(({ type, name }) => `${kindOf(type)} ${name}`);
  if ([...found].sort().join("\n") !== [...EXPECTED].sort().join("\n")) {
    throw new Error(`expected ${EXPECTED.join(", ")}; registered ${found.join(", ") || "nothing"}`);
  }
  for (const registration of registrations) console.log(`${describe(registration)}\n`);
  console.log(`eventStoreClusterId  ${show("eventStoreClusterId", await valueOf(program.eventStoreClusterId))}`);
  console.log(`eventStoreNetworkId  ${show("eventStoreNetworkId", await valueOf(program.eventStoreNetworkId))}`);
  process.exitCode = 0;
}

process.exitCode = 1; // until everything was read: an output that never becomes known ends the process early
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
});
