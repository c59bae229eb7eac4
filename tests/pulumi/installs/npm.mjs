// Sets of packages as npm installs them, in `target/pulumi`. Each is pinned by the lockfile in a folder here.
//
// To change one: edit its package.json, then in its folder
//     npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { alone, unlessDone } from "./once.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const TARGET = path.resolve(HERE, "..", "..", "..", "target", "pulumi");

/** The folder of an installed set, which is installed if it is not there yet. */
export async function installed(name) {
  const pinned = ["package.json", "package-lock.json"].map((file) => path.join(HERE, name, file));
  const folder = path.join(TARGET, name);
  await alone(`${folder}.lock`, () =>
    unlessDone(path.join(folder, "stamp"), pinned, () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      for (const file of pinned) copyFileSync(file, path.join(folder, path.basename(file)));
      // No scripts: the provider's would have Pulumi's command line download a plugin.
      npm(folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
    }),
  );
  return folder;
}

function npm(folder, ...args) {
  const { status, error, stdout, stderr } = spawnSync("npm", args, { cwd: folder, encoding: "utf8" });
  if (error) throw error;
  if (status !== 0) throw new Error(`npm ${args.join(" ")} failed in ${folder}\n${stdout}${stderr}`);
}
