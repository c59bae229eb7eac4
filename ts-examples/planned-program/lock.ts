/**
 * Writes the lock from the plan of today. Networks that it has keep their blocks.
 *
 * Run: tsx lock.ts          (add --new to begin without the lock)
 */
import { writeFileSync } from "node:fs";
import { addresses, LOCK } from "./plans.js";

const nothing = { networks: [] as { name: string; block: string }[] };
const plan = process.argv.includes("--new") ? addresses(addresses(nothing)) : addresses();
writeFileSync(LOCK, `${JSON.stringify(plan, undefined, 2)}\n`);
for (const { name, block } of plan.networks) console.log(`${name.padEnd(20)}  ${block}`);
