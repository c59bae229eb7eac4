/**
 * What would happen if somebody gave the network of production another block: the plan refuses it and shows the safe
 * way.
 *
 * Run: tsx change.ts        Exit code: 1, because the change is refused.
 */
import { formatPlan, planChange } from "eventstorecloud-planner";
import { SITES } from "./environments.js";
import { cluster, networkName } from "./plans.js";

const name = networkName("production", "america");

/** The part of the program that the change is about, as a document. */
function program(cidrBlock: string) {
  const { cloud, region } = SITES.america!;
  return {
    partial: true,
    resources: [
      {
        kind: "Network",
        name: `${name}-net`,
        args: { projectId: "c2bq5k5o4t0gqrkt0030", name, resourceProvider: cloud, region, cidrBlock },
      },
      {
        kind: "ManagedCluster",
        name,
        args: {
          projectId: "c2bq5k5o4t0gqrkt0030",
          networkId: { ref: `${name}-net` },
          name,
          ...cluster("production", SITES.america!).args,
        },
      },
    ],
  };
}

const plan = planChange(program("10.20.0.0/23"), program("10.21.0.0/23"), { environment: "production" });
console.log(formatPlan(plan));
process.exitCode = plan.ok ? 0 : 1;
