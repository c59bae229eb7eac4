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

it("`cidr` and `schedule` work by `import` and by `require`, without the core", () => {
  const uses = ["cidr", "schedule"].flatMap((entry) => [`${entry}.mjs`, `${entry}.cjs`]);
  const files = {
    "main.mjs":
      'import { contains, InputError } from "eventstorecloud-planner/cidr";\n' +
      'import { InputError as Same, describe } from "eventstorecloud-planner/schedule";\n' +
      'console.log(contains("10.0.0.0/8", "10.1.0.0/16"), describe("0 4 * * *"), InputError === Same);\n',
    "main.cjs":
      'const { contains, InputError } = require("eventstorecloud-planner/cidr");\n' +
      'const { InputError: Same, describe } = require("eventstorecloud-planner/schedule");\n' +
      'console.log(contains("10.0.0.0/8", "10.1.0.0/16"), describe("0 4 * * *"), InputError === Same);\n',
  };
  const folder = project("subpaths", undefined, files, [...uses, "internal.cjs", "arithmetic.wasm"]);
  for (const file of ["main.mjs", "main.cjs"])
    assert.equal(run(folder, process.execPath, [file]), "true every day at 04:00 UTC true\n");
});
