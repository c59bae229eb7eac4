/**
 * Runs the program of one environment under Pulumi's own mocks, prints what it registers, and checks all of it
 * together.
 *
 * Run: tsx run-with-mocks.ts ENVIRONMENT        (staging or production)
 *
 * Exit code: 0 when the check finds no error, else 1.
 */
import type * as pulumi from "@pulumi/pulumi";
import { check, type DocumentResource, formatReport } from "eventstorecloud-planner";
import { kindOf, registered, show } from "../mocks.js";

/** What is worth a look of each kind. */
const SHOWN: { [kind: string]: string[] } = {
  Network: ["resourceProvider", "region", "cidrBlock"],
  Peering: ["routes"],
  ManagedCluster: ["topology", "instanceType", "diskType", "diskSize", "serverVersion"],
  ScheduledBackup: ["schedule", "maxBackupCount"],
};

type Registration = pulumi.runtime.MockResourceArgs;

/** A registration as a resource of a document: ids of other resources become references. */
function resourceOf({ type, name, inputs }: Registration, all: Registration[]): DocumentResource {
  const reference = (value: unknown): unknown => {
    const other = all.find(({ name }) => value === `${name}-id`);
    return other === undefined ? value : { ref: other.name };
  };
  const args = Object.entries(inputs as object).map(([key, value]) => [key, reference(value)]);
  return { kind: type, name, args: Object.fromEntries(args) as { [property: string]: unknown } };
}

async function main(environment: string): Promise<void> {
  const { registrations } = await registered("planned-program", environment, () => import("./index.js"));
  for (const { type, name, inputs } of [...registrations].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const values = (SHOWN[kindOf(type)] ?? ["name"])
      .filter((key) => key in inputs)
      .map((key) => show(key, inputs[key]).replace(/"/g, ""));
    console.log(`${kindOf(type).padEnd(15)}  ${name.padEnd(26)}  ${values.join("  ")}`);
  }
  const resources = registrations.map((registration) => resourceOf(registration, registrations));
  const report = check({ environment, resources });
  console.log(`\n${formatReport(report)}`);
  process.exitCode = report.ok ? 0 : 1;
}

process.exitCode = 1; // until everything was read
main(process.argv[2] ?? "staging").catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
});
