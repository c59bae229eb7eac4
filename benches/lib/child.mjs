// Fresh processes of the programs in ../start.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { wallNs } from "./clock.mjs";

/** What one wrote to stdout, and the time until it was gone. */
export function child(id, given = []) {
  const script = fileURLToPath(new URL(`../start/${id}.cjs`, import.meta.url));
  const begin = wallNs();
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...given.map(String)], {
    encoding: "utf8",
    env: plainEnvironment,
  });
  const wallMs = (wallNs() - begin) / 1e6;
  if (status !== 0) throw new Error(`${id} did not run (status ${status})\n${stderr}`);
  return { stdout, wallMs };
}

/** Without what would make the new process load more than the program: a loader, a test runner, coverage. */
const plainEnvironment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("NODE_")));
