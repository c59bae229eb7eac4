// Where Node finds a module: in the .wasm file beside the package's JavaScript; where that is not to be had, in the text of
// a file in `payload`.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const PACKAGE = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "target", "npm");
const made = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy of the package. */
function copy() {
  const folder = mkdtempSync(join(tmpdir(), "core-file-"));
  made.push(folder);
  cpSync(PACKAGE, folder, { recursive: true, filter: (file) => !file.endsWith("rules") });
  return folder;
}

/** What a program says in that folder: whether the package works, and whether it needed the text. */
function answer(folder, before = "") {
  const program = `${before}
    const { kindOf } = require("./index.cjs");
    const loaded = () => Object.keys(require.cache).some((file) => /payload.core.cjs$/.test(file));
    const early = loaded();
    console.log(JSON.stringify({ works: kindOf("Network") === "Network", text: loaded(), early }));`;
  writeFileSync(join(folder, "program.cjs"), program);
  return JSON.parse(execFileSync(process.execPath, [join(folder, "program.cjs")], { encoding: "utf8" }));
}

describe("the core in Node", () => {
  it("comes from core.wasm", () => {
    assert.deepEqual(answer(copy()), { works: true, text: false, early: false });
  });

  it("comes from the text when there is no core.wasm, as in a bundle", () => {
    const folder = copy();
    rmSync(join(folder, "core.wasm"));
    assert.deepEqual(answer(folder), { works: true, text: true, early: false });
  });

  it("does not come from a core.wasm of another size", () => {
    const folder = copy();
    truncateSync(join(folder, "core.wasm"), readFileSync(join(folder, "core.wasm")).length - 1);
    assert.deepEqual(answer(folder), { works: true, text: true, early: false });
  });

  it("comes from the text where files cannot be read", () => {
    const forbid =
      'require("node:fs").readFileSync = ((read) => (file, ...rest) => { if (String(file).endsWith(".wasm")) ' +
      'throw new Error("forbidden"); return read(file, ...rest); })(require("node:fs").readFileSync);';
    assert.deepEqual(answer(copy(), forbid), { works: true, text: true, early: false });
  });

  it("comes from the text in Deno, which would ask for leave to read a file", () => {
    assert.deepEqual(answer(copy(), "globalThis.Deno = {};"), { works: true, text: true, early: false });
  });
});
