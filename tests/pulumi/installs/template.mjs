// What a project has besides its program.

export const packageJsonOf = ({ module }) =>
  JSON.stringify({ name: "demo", private: true, type: module === "esm" ? "module" : "commonjs" });

/** As `pulumi new typescript` writes it; for ES modules, as Pulumi's documentation does. */
export function tsconfigOf({ module, typescript }) {
  // Node strips the types by itself then, and the SDK's TypeScript would not understand these options.
  if (module === "esm" && typescript === "vendored") return undefined;
  const formats =
    module === "esm"
      ? { target: "es2022", module: "nodenext", moduleResolution: "nodenext" }
      : { target: "es2016", module: "commonjs", moduleResolution: "node" };
  const compilerOptions = {
    strict: true,
    outDir: "bin",
    ...formats,
    sourceMap: true,
    experimentalDecorators: true,
    pretty: true,
    noFallthroughCasesInSwitch: true,
    noImplicitReturns: true,
    forceConsistentCasingInFileNames: true,
  };
  return JSON.stringify({ compilerOptions, files: ["index.ts"] });
}
