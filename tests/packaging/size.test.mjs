// What an import costs a user of a browser: no more than what has been reached, and 5 %. UPDATE_CASES=1 writes what is
// reached now.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { gzipSync } from "node:zlib";

import { minified } from "../../benches/parts/size.mjs";
import { HERE, ROOT } from "./places.mjs";

const REACHED = join(HERE, "size.json");
const root = join(ROOT, "target", "npm");
const gzip = (content) => gzipSync(content, { level: 9 }).length;

it("an import is as small as it was", async () => {
  const now = {
    "core.wasm, gzip": gzip(readFileSync(join(root, "core.wasm"))),
    "import of check only, minified, gzip": gzip(await minified(root, "export { check }")),
    "import of everything, minified, gzip": gzip(await minified(root, "export *")),
  };
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
