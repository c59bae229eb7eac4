/** What editors offer while a program is being written. */
import assert from "node:assert/strict";
import path from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { load, optionsOf, setupsOf, TRIED } from "./compilers.mjs";
import { PACKAGE } from "./programs.mjs";

const PROBE = path.join(path.dirname(fileURLToPath(import.meta.url)), "good", "completion-probe.ts");

/**
 * What an editor offers at the place of `|` in `source`. The registry keeps the declarations that all sources import.
 */
function completions(ts, setup, registry, source) {
  const text = source.replace("|", "");
  const own = (name) => path.resolve(name) === PROBE;
  const { options } = ts.convertCompilerOptionsFromJson(optionsOf(setup), path.dirname(PROBE));
  const service = ts.createLanguageService(
    {
      getCompilationSettings: () => options,
      getScriptFileNames: () => [PROBE],
      getScriptVersion: (name) => (own(name) ? text : "1"),
      getScriptSnapshot: (name) => {
        const content = own(name) ? text : ts.sys.readFile(name);
        return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
      },
      getCurrentDirectory: () => path.dirname(PROBE),
      getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
      fileExists: (name) => own(name) || ts.sys.fileExists(name),
      readFile: (name) => (own(name) ? text : ts.sys.readFile(name)),
    },
    registry,
  );
  return service.getCompletionsAtPosition(PROBE, source.indexOf("|"), {})?.entries.map((entry) => entry.name) ?? [];
}

for (const compiler of TRIED.filter(({ version, isNative }) => Number(version) >= 4 && !isNative)) {
  const ts = load(compiler);
  const [setup] = setupsOf(compiler);
  const registry = ts.createDocumentRegistry();
  for (const entry of [PACKAGE, `${PACKAGE}/pulumi`]) {
    describe(`TypeScript ${compiler.version}, completion with ${entry}`, () => {
      const offered = (importing, source) =>
        completions(ts, setup, registry, `import { ${importing} } from "${entry}";\n${source}`);

      it("offers the known values of a property", () => {
        assert.deepEqual(offered("managedCluster", `managedCluster({ topology: "|" });`).sort(), [
          "single-node",
          "three-node-multi-zone",
        ]);
      });

      it("offers the properties that are not written yet", () => {
        const names = offered("managedCluster", `managedCluster({ diskSize: 100, | });`);
        assert.ok(names.includes("diskIops") && !names.includes("diskSize"), names.join(", "));
      });
    });
  }
}
