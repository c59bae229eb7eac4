// Bundles main.mjs with the condition in the argument, as wrangler does, and prints what workerd answers.
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { Miniflare } from "miniflare";

const workerd = process.argv[2] === "workerd";
await build({
  entryPoints: ["main.mjs"],
  bundle: true,
  format: "esm",
  outfile: "dist/worker.mjs",
  conditions: workerd ? ["workerd", "worker", "browser"] : ["browser"],
  external: ["*.wasm"],
});
const modules = [{ type: "ESModule", path: "worker.mjs", contents: readFileSync("dist/worker.mjs", "utf8") }];
if (workerd)
  for (const path of ["core.wasm", "planner.wasm", "arithmetic.wasm"])
    modules.push({
      type: "CompiledWasm",
      path,
      contents: readFileSync(`node_modules/eventstorecloud-planner/${path}`),
    });
const server = new Miniflare({ modules, compatibilityDate: "2026-07-01", cf: false });
const response = await server.dispatchFetch("http://localhost/");
process.stdout.write(await response.text());
await server.dispose();
