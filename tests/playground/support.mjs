// Where the built page is, and what every test does with it.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const file = join(root, "target", "playground", "index.html");
if (!existsSync(file)) throw new Error("there is no target/playground/index.html: run `npm run playground`");

/** The page as somebody opens it from a disk. */
export const address = pathToFileURL(file).href;
export const VIEWS = ["diagnostics", "addresses", "backups", "change"];
