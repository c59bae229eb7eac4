/**
 * Writes the lock from the plan of today. Networks that it has keep their CIDR blocks.
 *
 * Run: tsx lock.ts          (add --new to begin without the lock)
 */
import { writeAddressLock } from "eventstorecloud-planner/pulumi";
import { addresses, LOCK } from "./plans.js";

const plan = process.argv.includes("--new") ? addresses(addresses({ networks: [] })) : addresses();
writeAddressLock(LOCK, plan);
for (const { name, cidrBlock } of plan.networks) console.log(`${name.padEnd(20)}  ${cidrBlock}`);
