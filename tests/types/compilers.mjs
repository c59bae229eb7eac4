/**
 * The compilers that users may have, how their projects may be set up, and what each combination says of some files.
 */
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const require = createRequire(import.meta.url);

/**
 * The compilers, by the name they are installed under. The optional ones are Pulumi's own, used when a program brings
 * none, and the native one, which npm can install for common platforms only.
 */
export const COMPILERS = [
  { name: "typescript", version: "5.9" },
  { name: "typescript-7.0", version: "7.0", optional: true, isNative: true },
  { name: "typescript-6.0", version: "6.0" },
  { name: "typescript-4.9", version: "4.9" },
  { name: "typescript-3.8", version: "3.8", optional: true },
];

/** Today's compiler. The tests in `thorough` try the others, with TYPESCRIPT=others. */
export const TRIED = COMPILERS.filter(({ name }) => (name === "typescript") === (process.env.TYPESCRIPT !== "others"));

const NODE10 = { module: "commonjs", moduleResolution: "node" };
const NODENEXT = { module: "nodenext", moduleResolution: "nodenext" };

/**
 * How a project may be set up, for the compilers in a range: options of its tsconfig.json. `esm` reads the programs as
 * ES modules.
 */
export const SETUPS = [
  { name: "commonjs, moduleResolution node", until: 5.9, options: NODE10 },
  {
    name: "commonjs, moduleResolution node, ignoreDeprecations",
    from: 6,
    until: 6,
    options: { ...NODE10, ignoreDeprecations: "6.0" },
  },
  // What may be written instead of `node` where that is gone.
  { name: "commonjs, moduleResolution bundler", from: 6, options: { module: "commonjs", moduleResolution: "bundler" } },
  {
    name: "nodenext, CommonJS, exactOptionalPropertyTypes",
    from: 4.9,
    options: { ...NODENEXT, exactOptionalPropertyTypes: true },
  },
  { name: "nodenext, ES modules", from: 4.9, options: NODENEXT, esm: true },
  {
    name: "esnext, moduleResolution bundler, exactOptionalPropertyTypes",
    from: 5,
    options: { module: "esnext", moduleResolution: "bundler", exactOptionalPropertyTypes: true },
  },
];

/** The setups that a compiler has. */
export function setupsOf({ version }) {
  return SETUPS.filter(({ from = 0, until = Infinity }) => from <= Number(version) && Number(version) <= until);
}

/** All compiler options of a setup. With `declaration`, what programs export must have types that they can name. */
export function optionsOf({ options }) {
  return {
    strict: true,
    noEmit: true,
    declaration: true,
    skipLibCheck: false,
    types: [],
    target: "es2020",
    ...options,
  };
}

/**
 * The compiler's module, or what runs a native one. Undefined when an optional one is not installed, or not for this
 * platform. Throws for a missing required one.
 */
export function load({ name, version, optional, isNative }) {
  let found;
  try {
    found = require(`${name}/package.json`).version;
  } catch (error) {
    if (optional && error.code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
  assert.ok(found.startsWith(`${version}.`), `the package ${name} is TypeScript ${found}`);
  if (!isNative) return require(name);
  const tsc = path.join(path.dirname(require.resolve(`${name}/package.json`)), "bin", "tsc");
  try {
    execFileSync(process.execPath, [tsc, "--version"], { stdio: "ignore" });
    return tsc;
  } catch {
    return undefined;
  }
}

/**
 * Type-checks the files together, in a project in `folder`; gives `{ file, line, code, message }` of every error, lines
 * counted from 0, and a file of nothing for what is wrong with the options. Of other files only those that `counts`.
 */
export async function compile({ isNative }, loaded, setup, folder, files, counts) {
  const errors = await (isNative
    ? compileByProcess(loaded, setup, folder, files)
    : compileInProcess(loaded, setup, folder, files, counts));
  return errors.filter(({ file }) => file === "" || files.includes(file) || counts(file));
}

function compileInProcess(ts, setup, folder, files, counts) {
  const { options, errors } = ts.convertCompilerOptionsFromJson(optionsOf(setup), folder);
  const program = ts.createProgram(files, options);
  const sources = program.getSourceFiles().filter(({ fileName }) => files.includes(fileName) || counts(fileName));
  assert.ok(sources.length > files.length, "the declarations of the package are not among what was compiled");
  // One by one: the declarations of all packages and of the language itself take longer than all the programs.
  const all = [
    ...errors,
    ...program.getOptionsDiagnostics(),
    ...sources.flatMap((source) => ts.getPreEmitDiagnostics(program, source)),
  ];
  return all.map(({ file, start, code, messageText }) => ({
    file: file?.fileName ?? "",
    line: file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line,
    code,
    message: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
}

/** For a compiler that is a program only. */
async function compileByProcess(tsc, setup, folder, files) {
  const project = path.join(folder, `tsconfig.${SETUPS.indexOf(setup)}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions: optionsOf(setup), files }));
  const run = promisify(execFile)(process.execPath, [tsc, "--pretty", "false", "--project", project], {
    cwd: folder,
    maxBuffer: 1 << 26,
  });
  // It fails when there are errors, and these are what is wanted.
  const { stdout, stderr } = await run.catch((failed) => failed);
  assert.equal(stderr, "", `${setup.name}: ${stderr}`);
  const errors = [];
  for (const line of stdout.split(/\r?\n/).filter(Boolean)) {
    const match = /^(?:(.+)\((\d+),\d+\): )?error TS(\d+): (.*)$/.exec(line);
    if (match === null) {
      assert.ok(errors.length > 0 && line.startsWith(" "), `no error message: ${line}`);
      errors[errors.length - 1].message += `\n${line}`;
      continue;
    }
    const [, file, at, code, message] = match;
    errors.push({
      file: file === undefined ? "" : path.resolve(folder, file).replaceAll("\\", "/"),
      line: Number(at ?? 1) - 1,
      code: Number(code),
      message,
    });
  }
  return errors;
}
