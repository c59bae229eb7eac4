// The package from its tarball, in this Node; tests/packaging/thorough has the other runtimes and the bundlers.
import assert from "node:assert/strict";
import { it } from "node:test";

import { project, run } from "./installs.mjs";
import { COMMONJS, IMPORT, REQUIRE, WRAPPER } from "./rows.mjs";

it("answers the same by `import` and by `require`", () => {
  const answers = [
    ["main.mjs", IMPORT, WRAPPER],
    ["main.cjs", REQUIRE, COMMONJS],
  ].map(([file, text, uses]) => run(project("this-node", undefined, { [file]: text }, uses), process.execPath, [file]));
  assert.equal(JSON.parse(answers[0]).check.ok, false);
  assert.equal(answers[1], answers[0]);
});
