import { nodeResolve } from "@rollup/plugin-node-resolve";

export default {
  input: "main.mjs",
  output: { file: "dist/main.js", format: "es" },
  plugins: [nodeResolve({ browser: true })],
};
