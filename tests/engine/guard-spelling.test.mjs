// What exists in a spelling of its own: the usual spelling may not replace it without a word.
import assert from "node:assert/strict";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { source, stackOfSuite } from "./guard/suite.mjs";
import { installPack } from "./policy/pack.mjs";
import { skip } from "./rig/engines.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

/** What a resource with a name of its own goes through when it is replaced. */
const REPLACED = ["delete-replaced", "replace", "create-replacement"];

/** A network is left as it is, or an error says what would happen to it. */
function assertNothingIsLostUnsaid({ exitCode, errors, violations, operations, said }) {
  const isSaid = [...errors, ...violations].some(({ name, level }) => name === "azure" && level !== "advisory");
  if (exitCode === 1 && isSaid) return;
  assert.equal("azure" in operations, false, `the network is replaced without a word\n${said}`);
}

describe("what exists in another spelling", { skip }, () => {
  const stack = stackOfSuite({ files: { "index.js": source("spelled.cjs") } }, async (fresh) => {
    const { exitCode, said } = await fresh.up();
    assert.equal(exitCode, 0, said);
  });

  it("the engine replaces in every run what the state has in lower case", async () => {
    const { operations } = await stack().preview();
    // The backup job, because its cluster is.
    assert.deepEqual(operations, { db: REPLACED, peering: REPLACED, backup: REPLACED });
  });

  it("the builders leave it alone, or it is said as an error", async () => {
    assertNothingIsLostUnsaid(await stack().preview({ env: { BUILDERS: "1" } }));
  });

  it("the builders leave it alone under the guard, or it is said as an error", async () => {
    assertNothingIsLostUnsaid(await stack().preview({ env: { BUILDERS: "1", GUARD: "1" } }));
  });

  it("the policies leave it alone, or it is said as an error", async () => {
    assertNothingIsLostUnsaid(await stack().preview({ args: ["--policy-pack", installPack(stack())] }));
  });
});
