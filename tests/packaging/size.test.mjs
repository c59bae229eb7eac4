// What an import costs a user of a browser: no more than the limits, and no more than what has been reached and 5 %.
// UPDATE_CASES=1 writes what is reached now.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";

import { gzip, IMPORTS, minified } from "../../benches/parts/size.mjs";
import { HERE, ROOT } from "./places.mjs";

const REACHED = join(HERE, "size.json");
const root = join(ROOT, "target", "npm");

const FILES = ["core.wasm", "planner.wasm", "arithmetic.wasm"];
/** In bytes, after gzip. */
const LIMITS = { check: 320_000, everything: 520_000, cidr: 60_000, schedule: 60_000 };

const texts = Object.fromEntries(
  await Promise.all(IMPORTS.map(async ([name, file, what]) => [name, await minified(root, file, what)])),
);

it("an import is as small as it was", () => {
  const now = Object.fromEntries([
    ...FILES.map((file) => [`${file}, gzip`, gzip(readFileSync(join(root, file)))]),
    ...Object.entries(texts).map(([name, text]) => [`import of ${name}, minified, gzip`, gzip(text)]),
  ]);
  if (process.env.UPDATE_CASES) writeFileSync(REACHED, `${JSON.stringify(now, null, 2)}\n`);
  const reached = JSON.parse(readFileSync(REACHED, "utf8"));
  assert.deepEqual(Object.keys(now), Object.keys(reached));
  for (const [what, size] of Object.entries(now)) {
    assert.ok(
      size <= reached[what] * 1.05,
      `${what}: ${size} bytes, ${reached[what]} before; npm run size shows what they are`,
    );
  }
});

describe("an import brings no more than it needs", () => {
  /** The beginning of a module's text. */
  const start = (module) => /"(.{200})/.exec(readFileSync(join(root, "payload", `${module}.mjs`), "utf8"))[1];
  for (const [name, modules] of [
    ["check", ["core"]],
    ["everything", ["core", "planner", "arithmetic"]],
    ["cidr", ["arithmetic"]],
    ["schedule", ["arithmetic"]],
  ]) {
    it(`${name}: ${modules.join(", ")}`, () => {
      const all = ["core", "planner", "arithmetic"];
      assert.deepEqual(
        all.filter((module) => texts[name].includes(start(module))),
        modules,
      );
      assert.ok(gzip(texts[name]) <= LIMITS[name], `${gzip(texts[name])} bytes, at most ${LIMITS[name]} are allowed`);
    });
  }
});
