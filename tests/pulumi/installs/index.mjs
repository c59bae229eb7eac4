/**
 * Projects to run programs in, with every SDK, module format and TypeScript that we promise. npm installs the packages
 * on first use.
 */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { writeFiles } from "../../support/files.mjs";
import { makeModules } from "./modules.mjs";
import { installed } from "./npm.mjs";
import { packageJsonOf, tsconfigOf } from "./template.mjs";

export { SDKS, TRIED, VARIANTS } from "./variants.mjs";

/**
 * Where this process has its projects. Outside of the repository: Node and TypeScript would find what is in the
 * repository's `node_modules`, which no user has.
 */
let home;

function homeOfProjects() {
  if (home === undefined) {
    home = mkdtempSync(path.join(realpathSync(os.tmpdir()), "pulumi-programs-"));
    process.once("exit", () => rmSync(home, { recursive: true, force: true }));
  }
  return home;
}

const prepared = new Map();

/**
 * Gets a variant ready: `{ node, nodeArgs, sdkFolder, projectFolder(name, files) }`. The first two go to `runProgram`.
 * `projectFolder` writes a project anew and gives its folder: `files` (text by name) and the variant's package.json
 * and tsconfig.json, unless `files` has its own or says `undefined`.
 */
export function prepare(variant) {
  if (!prepared.has(variant.name)) prepared.set(variant.name, makeReady(variant));
  return prepared.get(variant.name);
}

async function makeReady(variant) {
  if (variant.skip !== undefined) throw new Error(`${variant.name} cannot run: ${variant.skip}`);
  const install = await installed(variant.sdk);
  const folder = path.join(homeOfProjects(), variant.name);
  const modules = path.join(folder, "node_modules");
  makeModules(variant, install, modules);
  return {
    node: path.join(install, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node"),
    nodeArgs: nodeArgsOf(variant, folder),
    sdkFolder: path.join(modules, "@pulumi", "pulumi"),
    projectFolder: (name, files) => writeProject(path.join(folder, name), variant, files),
  };
}

/**
 * What a user writes under `runtime.options.nodeargs` of Pulumi.yaml. This SDK does not set up ES modules by itself.
 */
function nodeArgsOf({ sdk, module }, folder) {
  if (sdk !== "middle" || module !== "esm") return [];
  const register = `import { register } from "node:module"; register("ts-node/esm", "${pathToFileURL(folder)}/");`;
  return ["--import", `data:text/javascript,${register}`];
}

function writeProject(folder, variant, files) {
  rmSync(folder, { recursive: true, force: true });
  const all = { "package.json": packageJsonOf(variant), "tsconfig.json": tsconfigOf(variant), ...files };
  writeFiles(folder, all);
  return folder;
}
