// What the npm scripts call: finds cargo, then hands over to the Rust program in xtask/.
// Plain Node, because nothing is installed yet when this runs for the first time.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stop = (cause, next) => {
  console.error(`error: ${cause}\n  next: ${next}`);
  process.exit(1);
};

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 11)) {
  stop(`Node ${process.versions.node} is too old to build this repository`, "use Node 20.11 or newer");
}

// Quiet once it is compiled; the first time, cargo shows that it is working.
const binary = process.platform === "win32" ? "xtask.exe" : "xtask";
const compiled = existsSync(join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug", binary));
if (!compiled) console.log("compiling the build tool (once, about half a minute) ...");
const cargo = ["run", ...(compiled ? ["--quiet"] : []), "--package", "xtask", "--", ...process.argv.slice(2)];
const run = spawnSync("cargo", cargo, { cwd: root, stdio: "inherit" });
if (run.error?.code === "ENOENT") {
  stop("cargo is not on the PATH", "install Rust with rustup (https://rustup.rs) and open a new shell");
}
if (run.error)
  stop(`cargo could not be started: ${run.error.message}`, "check the Rust installation with `rustup show`");
process.exit(run.status ?? 1);
