// The README's first screen is what the examples are and what they print.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const read = (file) => readFileSync(join(root, file), "utf8");
const readme = read("README.md");
const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text]) => ({ language, text }));

/** What a program of the first example prints, with its exit code. */
function preview(...args) {
  const run = spawnSync(process.execPath, ["--import", "tsx", "ts-examples/first-look/preview.ts", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(run.stderr, "");
  return run;
}

describe("README", () => {
  it("begins with the program that has mistakes, as it is in ts-examples", () => {
    assert.equal(blocks[0].text, read("ts-examples/first-look/index.ts"));
  });

  it("shows its output exactly as printed", () => {
    const run = preview();
    assert.equal(run.status, 1);
    assert.equal(blocks[1].text, run.stdout);
  });

  it("shows the fixed program, which runs", () => {
    assert.equal(blocks[2].text, read("ts-examples/first-look/fixed.ts"));
    const run = preview("fixed.ts");
    assert.equal(run.stdout, "no problems\n");
    assert.equal(run.status, 0);
  });

  it("has no program that does not compile", () => {
    // What a snippet takes from the program around it.
    const around = "declare const project: esc.Project; declare const net: esc.Network;\n";
    const folder = join(root, "target", "readme");
    mkdirSync(folder, { recursive: true });
    const files = blocks
      .filter(({ language }) => language === "ts")
      .map(({ text }, i) => {
        const file = join(folder, `block-${i}.ts`);
        const declared = /const project\b/.test(text) || !/\bproject\.id\b/.test(text);
        writeFileSync(file, declared ? text : text + around);
        return file;
      });
    assert.equal(files.length, 6);
    const options = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      types: ["node"],
    };
    const problems = ts.getPreEmitDiagnostics(ts.createProgram(files, options));
    assert.deepEqual(
      problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
      [],
    );
    const run = (file) => spawnSync(process.execPath, ["--import", "tsx", file], { cwd: root, encoding: "utf8" });
    const [checked, planned] = files.slice(-2).map(run);
    assert.equal(planned.stdout, blocks.findLast(({ language }) => language === "text").text, planned.stderr);
    assert.match(
      checked.stdout,
      /^no problems in 2 resources; 1 value not known yet and not checked\n/,
      checked.stderr,
    );
  });

  it("names scripts and files that exist", () => {
    const { scripts } = JSON.parse(read("package.json"));
    for (const [, script] of readme.matchAll(/npm (?:run )?(demo|test|build)\b/g)) assert.ok(script in scripts, script);
    for (const [, file] of readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)) assert.ok(existsSync(join(root, file)), file);
  });
});
