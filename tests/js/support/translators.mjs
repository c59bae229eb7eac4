// The translators of what engines print, as the package has them inside.
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const require = createRequire(import.meta.url);
const internal = join(dirname(require.resolve("eventstorecloud-planner")), "internal.cjs");
export const { fromPreview, fromStack } = require(internal);

/** The URN of a resource of the provider, as an engine writes it. */
export const urn = (type, name) => `urn:pulumi:prod::orders::eventstorecloud:index/${type}::${name}`;

const SOURCES = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "pkg-template", "src");

/** Those of Terraform are a part of the command line's file. */
async function ofTerraform() {
  const folder = mkdtempSync(join(tmpdir(), "translators-"));
  const outfile = join(folder, "terraform.cjs");
  const shared = (build) => build.onResolve({ filter: /\/internal$/ }, () => ({ path: internal, external: true }));
  await esbuild.build({
    entryPoints: [join(SOURCES, "values", "from-terraform.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    plugins: [{ name: "shared", setup: shared }],
  });
  try {
    return require(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
export const { fromPlan, fromState } = await ofTerraform();
