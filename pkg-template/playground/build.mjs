// Builds the playground, using the built package: `npm run playground`.
import { statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
await build({ configFile: join(here, "vite.config.mjs") });
const page = join(root, "target", "playground", "index.html");
console.log(
  `${relative(root, page)}: one file of ${Math.ceil(statSync(page).size / 1024)} KiB; open it in a browser, or ` +
    "put it on any static host",
);
