// The public API is written down in tests/api-record; whoever changes it says so. docs/versioning.md has what a change
// means.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { createPatch } from "diff";
import ts from "typescript";
import { planner } from "./support/bad.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const RECORD = join(ROOT, "tests", "api-record");

/** Declarations without comments, in one way of writing. */
function declarations(name) {
  const source = ts.createSourceFile(
    `${name}.d.ts`,
    readFileSync(join(ROOT, "target", "npm", `${name}.d.ts`), "utf8"),
    ts.ScriptTarget.Latest,
  );
  return ts.createPrinter({ removeComments: true }).printFile(source);
}

/** A table of the rules: whoever reads it sees what a check says by default, and how sure it is. */
function rules() {
  const rows = planner
    .rules()
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name, severity, profile, detectedAt, confidence, kinds }) => [
      ...[code, name, severity, profile, detectedAt, confidence],
      kinds.length === planner.kinds().length ? "every kind" : kinds.join(" ") || "the document",
    ]);
  const table = [["code", "name", "severity", "profile", "detectedAt", "confidence", "kinds"], ...rows];
  const widths = table[0].map((_, i) => Math.max(...table.map((row) => row[i].length)));
  return table
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i]))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

/** What can be imported, and from where. */
function entries() {
  const { exports, bin, engines, peerDependencies } = JSON.parse(
    readFileSync(join(ROOT, "target", "npm", "package.json"), "utf8"),
  );
  return `${JSON.stringify({ exports, bin, engines, peerDependencies }, null, 2)}\n`;
}

const PARTS = {
  "index.d.ts": () => declarations("index"),
  "cidr.d.ts": () => declarations("cidr"),
  "schedule.d.ts": () => declarations("schedule"),
  "policy.d.ts": () => declarations("policy"),
  "pulumi.d.ts": () => declarations("pulumi"),
  "testing.d.ts": () => declarations("testing"),
  "rules.txt": rules,
  "entries.json": entries,
};

const ADVICE =
  "Is it meant? Then say it in CHANGELOG.md, look into docs/versioning.md for what it means to the version, and " +
  "run\n  UPDATE_API=1 npm test -- 'JavaScript tests'";

describe("the public API is as it is written down", () => {
  for (const [name, now] of Object.entries(PARTS)) {
    it(name, () => {
      const file = join(RECORD, name);
      if (process.env.UPDATE_API === "1") {
        mkdirSync(RECORD, { recursive: true });
        writeFileSync(file, now());
      }
      const recorded = existsSync(file) ? readFileSync(file, "utf8").replaceAll("\r\n", "\n") : "";
      const present = now();
      if (recorded === present) return;
      assert.fail(
        `tests/api-record/${name} is not what the package has now:\n` +
          `${createPatch(name, recorded, present, "recorded", "now", { context: 2 })}\n${ADVICE}`,
      );
    });
  }
});
