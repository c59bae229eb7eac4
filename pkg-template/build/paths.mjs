// Where the build reads and writes.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** pkg-template/ */
export const template = dirname(dirname(fileURLToPath(import.meta.url)));
/** The repository. */
export const root = dirname(template);
/** wasm-bindgen's output, the optimised module, and the two modules made of them. */
export const wasm = join(root, "target", "wasm");
/** What is compiled into the core: `[{ name, version, folder }]`, from xtask. */
export const crates = join(root, "target", "crates.json");
/** The finished package. */
export const out = join(root, "target", "npm");
/** The entry points beside the package root. They need Pulumi, and share one core with the root in `internal.cjs`. */
export const entries = ["pulumi", "policy", "testing"];
