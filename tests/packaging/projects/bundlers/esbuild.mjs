// With the argument `node` for Node, without it for browsers.
import { build } from "esbuild";

const target =
  process.argv[2] === "node"
    ? { platform: "node", format: "cjs" }
    : { platform: "browser", format: "esm", minify: true };
await build({ entryPoints: ["main.mjs"], bundle: true, outfile: "dist/main.js", ...target });
