// Where the build reads and writes.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** pkg-template/ */
export const template = dirname(dirname(fileURLToPath(import.meta.url)));
/** The repository. */
export const root = dirname(template);
/** wasm-bindgen's output, the optimised modules, and the JavaScript made of them. */
export const wasm = join(root, "target", "wasm");
/** The modules of WebAssembly, with the folder of `wasm` that each is linked in. */
export const modules = [
  ["core", "core"],
  ["planner", "core"],
  ["arithmetic", "arithmetic"],
].map(([name, folder]) => ({ name, folder, file: join(wasm, folder, `${name}.wasm`) }));
/** What is compiled into the core: `[{ name, version, folder }]`, from xtask. */
export const crates = join(root, "target", "crates.json");
/** The finished package. */
export const out = join(root, "target", "npm");
/** The entry points beside the package root. They need Pulumi, and share one core with the root in `internal.cjs`. */
export const entries = ["pulumi", "policy", "testing"];
/** Those that need nothing but one small module of WebAssembly. The first is the smaller. */
export const plain = ["cidr", "schedule"];
