/**
 * Type tests: what users write must compile against the published declarations
 * and the real provider's types, and each mistake must give one precise error.
 *
 * Run: node --test tests/types/run.mjs
 *
 * `good/*.ts` must compile without an error. Each `bad/*.ts` holds one mistake
 * on the line marked `// here`; its first line says the only error it may give:
 *
 *     // expect: TS2561 (before 5: TS2345) "text in the message"
 *
 * The package is looked up as `eventstorecloud-planner`, as a program of a user
 * would find it. Nothing is written to disk.
 */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const PACKAGE = "eventstorecloud-planner";
const HERE = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** The compilers, by the name they are installed under. The optional one is Pulumi's own, used when a program brings none. */
const COMPILERS = [
  { name: "typescript", version: "5.9" },
  { name: "typescript-4.9", version: "4.9" },
  { name: "typescript-3.8", version: "3.8", optional: true },
];

/** How a user's project may be set up. `esm` reads the same sources as ES modules. */
const SETUPS = [
  { name: "commonjs, moduleResolution node", module: "CommonJS", moduleResolution: "NodeJs" },
  { name: "nodenext, CommonJS, exactOptionalPropertyTypes", module: "NodeNext", moduleResolution: "NodeNext", exact: true },
  { name: "nodenext, ES modules", module: "NodeNext", moduleResolution: "NodeNext", esm: true },
];

/** The absolute paths of the test programs in one folder. Throws when there are none. */
function programs(folder) {
  const names = readdirSync(path.join(HERE, folder)).filter((name) => name.endsWith(".ts")).sort();
  assert.notEqual(names.length, 0, `no programs in ${folder}`);
  return names.map((name) => path.join(HERE, folder, name));
}

/** The compiler, or undefined when an optional one is not installed. Throws for a missing required one. */
function load({ name, version, optional }) {
  let ts;
  try {
    ts = require(name);
  } catch (error) {
    if (optional && error.code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
  assert.equal(ts.versionMajorMinor, version, `the package ${name} is TypeScript ${ts.version}`);
  return ts;
}

/** Compiler options of one setup. */
function optionsOf(ts, setup) {
  return {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    types: [],
    target: ts.ScriptTarget.ES2020,
    module: ts.ModuleKind[setup.module],
    moduleResolution: ts.ModuleResolutionKind[setup.moduleResolution],
    ...(setup.exact ? { exactOptionalPropertyTypes: true } : {}),
  };
}

/** A compiler host which also finds our `x.ts` under the name `x.mts`. */
function hostOf(ts, options) {
  const host = ts.createCompilerHost(options);
  const onDisk = (file) =>
    file.endsWith(".mts") && path.resolve(file).startsWith(HERE + path.sep) ? file.replace(/\.mts$/, ".ts") : file;
  const { fileExists, readFile } = host;
  host.fileExists = (file) => fileExists.call(host, onDisk(file));
  host.readFile = (file) => readFile.call(host, onDisk(file));
  return host;
}

/** The folder of the installed package, as the compiler resolves it. */
function packageFolder(ts, options, host) {
  const found = ts.resolveModuleName(PACKAGE, path.join(HERE, "good", "all-kinds.ts"), options, host).resolvedModule;
  assert.ok(found, `${PACKAGE} has no types that a program here can find`);
  let folder = path.dirname(found.resolvedFileName);
  while (!host.fileExists(path.join(folder, "package.json"))) folder = path.dirname(folder);
  return folder;
}

/** Type-checks all programs at once; gives the errors of one file, as plain data. */
function compile(ts, setup) {
  const options = optionsOf(ts, setup);
  const host = hostOf(ts, options);
  const named = (file) => (setup.esm ? file.replace(/\.ts$/, ".mts") : file);
  const program = ts.createProgram([...programs("good"), ...programs("bad")].map(named), options, host);
  const errorsIn = (source) =>
    [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((error) => ({
      code: error.code,
      line: source.getLineAndCharacterOfPosition(error.start ?? 0).line,
      message: ts.flattenDiagnosticMessageText(error.messageText, "\n"),
    }));
  const folder = packageFolder(ts, options, host) + path.sep;
  return {
    errorsOf: (file) => errorsIn(program.getSourceFile(named(file))),
    ownDeclarations: program.getSourceFiles().filter((source) => path.resolve(source.fileName).startsWith(folder)),
    errorsIn,
  };
}

/** Reads what a bad program promises. Throws when its first line or its `// here` is missing. */
function expectation(file, major) {
  const lines = readFileSync(file, "utf8").split("\n");
  const match = /^\/\/ expect: TS(\d+)(?: \(before 5: TS(\d+)\))? "(.+)"$/.exec(lines[0]);
  assert.ok(match, `${path.basename(file)}: the first line must say what is expected`);
  const marked = lines.flatMap((line, index) => (line.endsWith("// here") ? [index] : []));
  assert.equal(marked.length, 1, `${path.basename(file)}: exactly one line must end in "// here"`);
  const code = major < 5 && match[2] !== undefined ? match[2] : match[1];
  return { code: Number(code), text: match[3], line: marked[0] };
}

/** What an editor offers at the place of `|` in `source`. */
function completions(ts, source) {
  const file = path.join(HERE, "good", "completion-probe.ts");
  const text = source.replace("|", "");
  const own = (name) => path.resolve(name) === file;
  const options = optionsOf(ts, SETUPS[0]);
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const content = own(name) ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => HERE,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => own(name) || ts.sys.fileExists(name),
    readFile: (name) => (own(name) ? text : ts.sys.readFile(name)),
  });
  return service.getCompletionsAtPosition(file, source.indexOf("|"), {})?.entries.map((entry) => entry.name) ?? [];
}

for (const compiler of COMPILERS) {
  const ts = load(compiler);
  const major = Number(compiler.version.split(".")[0]);
  for (const setup of SETUPS) {
    const missing = ts === undefined ? `${compiler.name} is not installed` : false;
    if (ts !== undefined && ts.ModuleKind[setup.module] === undefined) continue; // 3.8 has no nodenext
    describe(`TypeScript ${compiler.version}, ${setup.name}`, { skip: missing }, () => {
      const compiled = ts && compile(ts, setup);

      it("the package's own declarations have no error", () => {
        assert.notEqual(compiled.ownDeclarations.length, 0);
        for (const source of compiled.ownDeclarations) assert.deepEqual(compiled.errorsIn(source), []);
      });

      for (const file of programs("good")) {
        it(`good/${path.basename(file)} compiles`, () => assert.deepEqual(compiled.errorsOf(file), []));
      }

      for (const file of programs("bad")) {
        it(`bad/${path.basename(file)} gives one precise error`, () => {
          const expected = expectation(file, major);
          const errors = compiled.errorsOf(file);
          assert.equal(errors.length, 1, JSON.stringify(errors, null, 2));
          assert.equal(errors[0].code, expected.code, errors[0].message);
          assert.equal(errors[0].line, expected.line, errors[0].message);
          assert.ok(errors[0].message.includes(expected.text), errors[0].message);
        });
      }
    });
    if (missing) break;
  }

  if (ts === undefined || major < 4) continue;
  describe(`TypeScript ${compiler.version}, completion in an editor`, () => {
    const importing = `import { managedCluster } from "${PACKAGE}";\n`;

    it("offers the known values of a property", () => {
      const offered = completions(ts, `${importing}managedCluster({ topology: "|" });`);
      assert.deepEqual(offered.sort(), ["single-node", "three-node-multi-zone"]);
    });

    it("offers the properties that are not written yet", () => {
      const offered = completions(ts, `${importing}managedCluster({ diskSize: 100, | });`);
      assert.ok(offered.includes("diskIops") && !offered.includes("diskSize"), offered.join(", "));
    });
  });
}
