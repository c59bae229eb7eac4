// Where things are.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** tests/packaging */
export const HERE = dirname(fileURLToPath(import.meta.url));
/** The repository. */
export const ROOT = dirname(dirname(HERE));
/** What npm installs, and the projects. */
export const TARGET = join(ROOT, "target", "packaging");
