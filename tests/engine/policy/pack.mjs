// Policy packs, each in a folder with its own packages, as `npm install` leaves it.
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";

import { writeFiles } from "../../support/files.mjs";
import { REPOSITORY } from "../rig/engines.mjs";

const PACKAGES = ["@pulumi/policy", "@pulumi/pulumi", "@types", "eventstorecloud-planner", "typescript"];

/** A pack with all our policies, whose options come from the environment, as JSON. */
const OURS = `const { PolicyPack } = require("@pulumi/policy");
const { eventstoreCloudPolicies } = require("eventstorecloud-planner/policy");

new PolicyPack("eventstorecloud", {
  policies: eventstoreCloudPolicies(JSON.parse(process.env.POLICY_OPTIONS ?? "{}")),
});
`;

/** Puts a pack with a program of ours, or with `program`, beside a stack's program. Gives its folder. */
export function installPack(stack, program = OURS) {
  const folder = folderOf(stack);
  const manifest = JSON.stringify({ name: "policies", version: "1.0.0", private: true });
  const files = { "PulumiPolicy.yaml": "runtime: nodejs\n", "package.json": manifest, "index.js": program };
  writeFiles(folder, files);
  return folder;
}

/** Puts the pack of the examples there. */
export function installExample(stack) {
  const folder = folderOf(stack);
  cpSync(path.join(REPOSITORY, "ts-examples", "policy-pack"), folder, { recursive: true });
  return folder;
}

let count = 0;

function folderOf(stack) {
  const folder = path.join(stack.folder, `pack-${(count += 1)}`);
  for (const name of PACKAGES) {
    const to = path.join(folder, "node_modules", name);
    mkdirSync(path.dirname(to), { recursive: true });
    symlinkSync(path.join(REPOSITORY, "node_modules", name), to, "junction");
  }
  return folder;
}
