// The program of the documentation that plans its addresses, with a lock that is to be committed.
import "eventstorecloud-planner/pulumi/guard";
import * as esc from "@eventstore/pulumi-eventstorecloud";
import * as pulumi from "@pulumi/pulumi";
import { planAddressSpace } from "eventstorecloud-planner";
import { network, planFromConfig, readAddressLock, writeAddressLock } from "eventstorecloud-planner/pulumi";

const config = new pulumi.Config();
const LOCK = "addresses.lock.json";

const plan = planFromConfig(config, "addresses", planAddressSpace, { existing: readAddressLock(LOCK) });
if (!plan.ok)
  throw new pulumi.RunError(plan.unplaced.map(({ name, help }) => `no room for ${name}: ${help}`).join("\n"));
if (writeAddressLock(LOCK, plan)) pulumi.log.warn(`${LOCK} has changed: commit it`);

const project = new esc.Project("orders", { name: "orders" });
for (const { name, cidrBlock } of plan.networks) {
  new esc.Network(
    name,
    network({ projectId: project.id, name, resourceProvider: "aws", region: "us-east-1", cidrBlock }),
  );
}
