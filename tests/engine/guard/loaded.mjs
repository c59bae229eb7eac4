// The ways in which a program loads the guard: module formats, and what runs TypeScript.
import { symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import ts from "typescript";

const require = createRequire(import.meta.url);

const GUARD = "eventstorecloud-planner/pulumi/guard";
const PROVIDER = "@eventstore/pulumi-eventstorecloud";
const HEADS = {
  require: `require("${GUARD}");\nconst esc = require("${PROVIDER}");\n`,
  import: `import "${GUARD}";\nimport * as esc from "${PROVIDER}";\n`,
};

/** The lines on which the resources of the program stand. */
export const LINES = { "orders-net": 5, "orders-apps": 12 };

/**
 * A network with a wrong region, and a peering whose route overlaps it: what only two resources together show. The
 * block may be a right one, or one that the provider refuses.
 */
const body = `
const project = new esc.Project("orders", { name: "orders" });
const net = new esc.Network("orders-net", {
  projectId: project.id,
  name: "orders-net",
  resourceProvider: "aws",
  region: "us-east1",
  cidrBlock: process.env.BLOCK ?? "10.20.0.0/16",
});
const peering = new esc.Peering("orders-apps", {
  projectId: project.id,
  networkId: net.id,
  name: "orders-apps",
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
  routes: ["10.20.8.0/24"],
});
setTimeout(() => {}, Number(process.env.BUSY_MS ?? 0));
`;

const program = (head) => HEADS[head] + body;

/** Node strips types by itself, and cannot do that with an enum: what runs this does more. */
const typed = `${program("import")}
enum Size {
  small = 16,
}
export const size: Size = Size.small;
`;

/** As `tsc` writes it, with a source map. */
function compiled() {
  const { outputText, sourceMapText } = ts.transpileModule(typed, {
    fileName: "../index.ts",
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, sourceMap: true },
  });
  return { "bin/index.js": outputText, "bin/index.js.map": sourceMapText, "index.ts": typed };
}

/** Puts tsx where a program's `npm install` puts it. */
function installTsx({ folder }) {
  const [tsx] = /.*[\\/]node_modules[\\/]tsx/.exec(require.resolve("tsx"));
  symlinkSync(tsx, path.join(folder, "node_modules", "tsx"), "junction");
}

/** A mistake that only a check of types finds. */
export const WRONG_TYPE = `${typed}export const wrong: string = Size.small;\n`;

/** Options of `stackOf` for each way, what to do with the stack first, and whether types are checked. */
export const WAYS = {
  "as CommonJS": { options: { variant: "newest-commonjs-vendored", files: { "index.js": program("require") } } },
  "as an ES module": { options: { variant: "newest-esm-vendored", files: { "index.js": program("import") } } },
  "by ts-node": {
    options: { variant: "newest-commonjs-5.9", runtime: { typescript: true }, files: { "index.ts": typed } },
    checksTypes: true,
  },
  "by ts-node as an ES module": {
    options: { variant: "newest-esm-5.9", runtime: { typescript: true }, files: { "index.ts": typed } },
  },
  "by tsx": {
    options: {
      variant: "newest-commonjs-vendored",
      runtime: { nodeargs: "--import tsx" },
      main: "index.ts",
      files: { "index.ts": typed, "node_modules/.keep": "" },
    },
    ready: installTsx,
  },
  "compiled to JavaScript": { options: { variant: "newest-commonjs-vendored", main: "bin/", files: compiled() } },
};
