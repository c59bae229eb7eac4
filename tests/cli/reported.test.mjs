// Changes that people have lost databases by, or nearly: plans from public reports, and small ones by hand. Each says what
// is right: the exit code, the codes that must be there and that must not, a step, words.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

import { inFolder, run } from "./support/run.mjs";

const CASES = JSON.parse(readFileSync(new URL("reported/cases.json", import.meta.url), "utf8"));

describe("reported changes", () => {
  for (const { name, note, files, exitCode, must = [], mustAny, none = [], step, text = [], noText = [] } of CASES)
    it(`${name}: ${note}`, async () => {
      const texts = Object.fromEntries(Object.entries(files).map(([file, content]) => [file, JSON.stringify(content)]));
      const args = ["plan", "change", ...Object.keys(files)];
      const ran = (args) => inFolder(texts, (cwd) => run(args, { cwd }));
      const [json, pretty] = [await ran([...args, "--json"]), await ran(args)];
      const plan = JSON.parse(json.stdout);
      const codes = plan.diagnostics.map(({ code }) => code);
      if (mustAny === undefined) for (const code of must) assert.ok(codes.includes(code), `${code}\n${pretty.stdout}`);
      else
        assert.ok(
          mustAny.some((code) => codes.includes(code)),
          `${mustAny}\n${pretty.stdout}`,
        );
      for (const code of none) assert.ok(!codes.includes(code), `${code}\n${pretty.stdout}`);
      if (step !== undefined) {
        const found = plan.steps.find(({ resource }) => resource.name.split(".").at(-1) === step.name);
        assert.deepEqual({ ...found, ...step, name: step.name }, { ...found, name: step.name }, pretty.stdout);
      }
      for (const words of text) assert.ok(pretty.stdout.includes(words), `${words}\n${pretty.stdout}`);
      for (const words of noText) assert.ok(!pretty.stdout.includes(words), `${words}\n${pretty.stdout}`);
      if (exitCode !== undefined) assert.deepEqual([pretty.status, json.status], [exitCode, exitCode], pretty.stdout);
    });
});

const CHECKS = JSON.parse(readFileSync(new URL("reported/checks.json", import.meta.url), "utf8"));

describe("reported plans that check was wrong about", () => {
  for (const { name, note, files, exitCode, errors, none = [], text = [], noFix } of CHECKS)
    it(`${name}: ${note}`, async () => {
      const texts = Object.fromEntries(Object.entries(files).map(([file, content]) => [file, JSON.stringify(content)]));
      const ran = (...format) => inFolder(texts, (cwd) => run(["check", ...Object.keys(files), ...format], { cwd }));
      const [json, pretty] = [await ran("--format", "json"), await ran()];
      const { counts, files: reports } = JSON.parse(json.stdout);
      const diagnostics = reports.flatMap(({ diagnostics }) => diagnostics);
      for (const code of none)
        assert.ok(!diagnostics.some((found) => found.code === code), `${code}\n${pretty.stdout}`);
      if (noFix === true)
        assert.ok(
          diagnostics.every(({ fix }) => fix === undefined),
          pretty.stdout,
        );
      for (const words of text) assert.ok(pretty.stdout.includes(words), `${words}\n${pretty.stdout}`);
      assert.equal(counts.errors, errors, pretty.stdout);
      assert.deepEqual([pretty.status, json.status], [exitCode, exitCode]);
    });
});
