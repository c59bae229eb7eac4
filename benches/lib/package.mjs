// Where the package that is measured lies.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

const require = createRequire(import.meta.url);

/**
 * The package in a folder; without one, the package that `npm run build` has made. `--package` is for comparing two
 * builds.
 */
export function findPackage(folder) {
  const built = () => dirname(require.resolve("eventstorecloud-planner/package.json"));
  const root = folder === undefined ? built() : resolve(folder);
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return { root, manifest, file: (name) => join(root, name), load: () => require(join(root, manifest.main)) };
}

/** The version of an installed peer. From its file: not all of them let `require` see their manifest. */
export function versionOf(name) {
  return JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
}
