// Builds the npm package: target/wasm/ (from xtask) + pkg-template/ -> target/npm/. Called by `npm run build`.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeGlue } from "./glue.mjs";
import { writePages } from "./pages.mjs";
import { bundle } from "./bundle.mjs";
import { writeTypes } from "./types.mjs";
import { parts } from "./parts.mjs";
import { writeLicenses } from "./licenses.mjs";
import { writeSbom } from "./sbom.mjs";
import { modules, out, root, template } from "./paths.mjs";

const cargo = readFileSync(join(root, "Cargo.toml"), "utf8");
const version = /^\[package\][^[]*?^version = "([^"]+)"/ms.exec(cargo)?.[1];
if (version === undefined) throw new Error('Cargo.toml has no [package] version = "..."');

// The folder stays (node_modules links to it), its content goes.
mkdirSync(out, { recursive: true });
for (const old of readdirSync(out)) rmSync(join(out, old), { recursive: true });

try {
  await writeGlue();
  writePages();
  const bundled = await bundle(version);
  await writeTypes();
  const manifest = JSON.parse(readFileSync(join(template, "package.json"), "utf8"));
  writeFileSync(join(out, "package.json"), JSON.stringify({ ...manifest, version }, null, 2) + "\n");
  for (const { name, file } of modules) copyFileSync(file, join(out, `${name}.wasm`));
  copyFileSync(join(template, "document.schema.json"), join(out, "document.schema.json"));
  const inside = parts(bundled);
  writeLicenses(inside);
  writeSbom(version, inside);
  // The pages of the rules: the guard and the policies name these files.
  cpSync(join(root, "docs", "rules"), join(out, "rules"), { recursive: true });
  copyFirst("LICENSE", [join(root, "LICENSE")]);
  // The package's own page on npm if there is one, else the repository's.
  copyFirst("README.md", [join(template, "README.md"), join(root, "README.md")]);
} catch (error) {
  // esbuild has already shown its errors with their locations.
  if (!Array.isArray(error.errors)) console.error(`error: ${error.message}`);
  process.exit(1);
}

/** Copies the first of the files that exists. */
function copyFirst(name, candidates) {
  const from = candidates.find((file) => existsSync(file));
  if (from === undefined) throw new Error(`${name} is missing: the package needs one (${candidates.join(" or ")})`);
  copyFileSync(from, join(out, name));
}
