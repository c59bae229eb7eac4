/** Questions to the test provider in process: the tests of its modules answer them. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { REPOSITORY } from "./engines.mjs";

/** A JSON file of the repository. */
export const json = (...path) => JSON.parse(readFileSync(join(REPOSITORY, ...path), "utf8"));

/** What a test of a module answers to these questions, one by one. */
export function answers(module, test, questions) {
  const folder = mkdtempSync(join(tmpdir(), "asked-"));
  try {
    const [asked, answered] = [join(folder, "asked"), join(folder, "answered")];
    writeFileSync(asked, questions.map((question) => JSON.stringify(question)).join("\n"));
    const { status, stdout, stderr } = spawnSync("go", ["test", "-count=1", "-timeout=30m", "-run", `^${test}$`, "."], {
      cwd: join(REPOSITORY, "tests", "engine", module),
      env: { ...process.env, CHANGES_ASKED: asked, CHANGES_ANSWERED: answered },
      encoding: "utf8",
    });
    assert.equal(status, 0, `${stdout}${stderr}`);
    const lines = readFileSync(answered, "utf8").trim().split("\n");
    return lines.map((line) => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
