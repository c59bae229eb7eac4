// The `node_modules` of a variant: an install, with the TypeScript and ts-node of the variant and no other.
import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { linkOrCopy } from "../../support/files.mjs";

/** The package under test, as it is published. */
const PACKAGE = fileURLToPath(new URL("../../../target/npm", import.meta.url));

/**
 * Packages that look for others by name. They find what is beside their real place, so links to them would find the
 * install's: these become folders of their own.
 */
const LOOKING_FOR_OTHERS = ["@pulumi/pulumi", "@eventstore/pulumi-eventstorecloud", "ts-node"];

/** Makes it in `folder`, where nothing is yet. */
export function makeModules(variant, install, folder) {
  const from = path.join(install, "node_modules");
  for (const [name, source] of Object.entries(packagesOf(variant, namesIn(from)))) {
    const to = path.join(folder, name);
    mkdirSync(path.dirname(to), { recursive: true });
    if (LOOKING_FOR_OTHERS.includes(name)) linkFiles(path.join(from, source), to);
    else symlinkSync(path.join(from, source), to, "junction");
  }
  // A copy, for the same reason: it looks for the SDK.
  cpSync(PACKAGE, path.join(folder, "eventstorecloud-planner"), { recursive: true });
}

/** Names of packages, each with the name it has in the install. */
function packagesOf({ sdk, module, typescript }, names) {
  // What the oldest SDK brings is its own, and always the same.
  const isChosen = (name) => sdk !== "oldest" && (name.startsWith("typescript") || name === "ts-node");
  const packages = Object.fromEntries(names.filter((name) => !isChosen(name)).map((name) => [name, name]));
  if (sdk === "oldest" || typescript === "vendored") return packages;
  packages.typescript = { 4.9: "typescript-4.9", 5.9: "typescript" }[typescript];
  // The ts-node in the SDK cannot load ES modules.
  if (module === "esm") packages["ts-node"] = "ts-node";
  return packages;
}

/** Names, with scope, of the packages in a `node_modules`. */
function namesIn(folder) {
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  const inScope = (scope) => readdirSync(path.join(folder, scope)).map((name) => `${scope}/${name}`);
  return names.flatMap((name) => (name.startsWith("@") ? inScope(name) : [name]));
}

/** A folder of the same files, which takes no more room if they are on the same disk. */
function linkFiles(from, to) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkFiles(source, copy);
    else linkOrCopy(source, copy);
  }
}
