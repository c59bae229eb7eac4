// Where the package that is measured lies.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);
const readManifest = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** The package in a folder; without one, the package that `npm run build` has made. */
export function findPackage(folder = join(ROOT, "target", "npm")) {
  const root = resolve(folder);
  return { root, manifest: readManifest(root), file: (name) => join(root, name), load: () => require(root) };
}

/** The version of an installed peer. From its file: not all of them let `require` see their manifest. */
export const versionOf = (name) => readManifest(join(ROOT, "node_modules", name)).version;
