// Fresh processes of the programs in this folder.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Without what would make the new process load more than the program: a loader, a test runner, coverage. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("NODE_")));

/** What one wrote to stdout. */
export function child(name, ...given) {
  const script = fileURLToPath(new URL(`${name}.cjs`, import.meta.url));
  return execFileSync(process.execPath, [script, ...given.map(String)], { encoding: "utf8", env });
}
