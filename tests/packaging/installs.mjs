// Projects that have the package from its tarball, in `target/packaging`. The other packages are pinned by the
// lockfiles in the folders of `installs`.
//
// To change one: edit its package.json, then in its folder
//     npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";

import { unlessDone } from "../pulumi/installs/once.mjs";
import { HERE, ROOT, TARGET } from "./places.mjs";
import { asCommonJs, asModule } from "./program/index.mjs";

const { name: PACKAGE, version } = JSON.parse(readFileSync(join(ROOT, "target", "npm", "package.json"), "utf8"));

/** What is published. */
export const TARBALL = join(ROOT, "target", `${PACKAGE}-${version}.tgz`);

/** The pinned version of a package of a set. */
export function versionIn(set, name) {
  const { packages } = JSON.parse(readFileSync(join(HERE, "installs", set, "package-lock.json"), "utf8"));
  return packages[`node_modules/${name}`].version;
}

/** A file inside an installed package. Undefined where the set has nothing for this platform. */
export function fileIn(set, ...path) {
  const file = join(install(set), "node_modules", ...path);
  return existsSync(file) ? file : undefined;
}

/**
 * Makes a project with the program and these files; `set` is what it needs besides the package. Of the package's own
 * modules only those in `uses` are left: what the table says of a runtime is what it loads.
 */
export function project(name, set, files, uses) {
  const folder = join(TARGET, "projects", name);
  rmSync(folder, { recursive: true, force: true });
  const modules = join(folder, "node_modules");
  mkdirSync(folder, { recursive: true });
  if (set === undefined) {
    cpSync(join(published(), "node_modules"), modules, { recursive: true });
  } else {
    // The package goes beside the others: tools look for what a program imports from where the program is.
    const home = install(set);
    symlinkSync(relative(folder, join(home, "node_modules")), modules, "junction");
    rmSync(join(modules, PACKAGE), { recursive: true, force: true });
    cpSync(join(published(), "node_modules", PACKAGE), join(modules, PACKAGE), { recursive: true });
  }
  for (const module of readdirSync(join(modules, PACKAGE), { recursive: true })) {
    const path = module.replaceAll("\\", "/");
    if (/\.(cjs|mjs|js|wasm)$/.test(path) && !uses.includes(path)) rmSync(join(modules, PACKAGE, module));
  }
  const manifest = JSON.stringify({ private: true, dependencies: { [PACKAGE]: "*" } });
  for (const [file, text] of Object.entries({
    "package.json": manifest,
    "program.mjs": asModule,
    "program.cjs": asCommonJs,
    ...files,
  })) {
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** Runs a program and gives what it wrote to stdout. */
export function run(folder, program, args, { env = {}, timeout = 120_000 } = {}) {
  // What a test runner tells its children is not for these.
  const { NODE_OPTIONS, NODE_TEST_CONTEXT, NODE_PATH, ...inherited } = process.env;
  const options = { cwd: folder, encoding: "utf8", timeout, maxBuffer: 1 << 27, env: { ...inherited, ...env } };
  const { status, error, stdout, stderr } = spawnSync(program, args, options);
  if (error) throw error;
  if (status !== 0)
    throw new Error(
      `${relative(ROOT, program)} ${args.join(" ")} failed in ${relative(ROOT, folder)}\n${stdout}${stderr}`,
    );
  return stdout;
}

const made = new Map();

/** The package installed from its tarball in an empty project, without a network: it needs nothing else. */
function published() {
  return once("published", (folder) => {
    unlessDone(`${folder}.stamp`, [TARBALL], () => {
      emptied(folder);
      writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
      run(folder, "npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", TARBALL]);
    });
  });
}

function install(set) {
  return once(set, (folder) => {
    const pinned = ["package.json", "package-lock.json"].map((file) => join(HERE, "installs", set, file));
    unlessDone(`${folder}.stamp`, pinned, () => {
      emptied(folder);
      for (const file of pinned) copyFileSync(file, join(folder, file.slice(file.lastIndexOf("package"))));
      run(folder, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
        timeout: 600_000,
      });
    });
  });
}

function once(name, work) {
  if (!made.has(name)) {
    const folder = join(TARGET, name);
    mkdirSync(TARGET, { recursive: true });
    work(folder);
    made.set(name, folder);
  }
  return made.get(name);
}

function emptied(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
