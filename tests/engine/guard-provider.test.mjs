// Where the guard has to agree with the provider: values that it converts, and those that only it knows.
import assert from "node:assert/strict";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { errorCodes, source, stackOfSuite } from "./guard/suite.mjs";
import { installPack } from "./policy/pack.mjs";
import { skip } from "./rig/engines.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const UNGUARDED = { GUARD: "0" };

describe("values that the provider converts", { skip }, () => {
  const CONVERTED = JSON.stringify({ orders: { name: 5 }, db: { diskSize: "500", protected: "true" } });
  const stack = stackOfSuite({ files: { "index.js": source("kinds.cjs") } });

  it("the provider accepts and converts them", async () => {
    const { exitCode, said } = await stack().up({ env: { CHANGED: CONVERTED, ...UNGUARDED } });
    assert.equal(exitCode, 0, said);
    const of = (wanted) =>
      stack()
        .service.state()
        .find(({ kind }) => kind === wanted).properties;
    const { diskSizeGb, protected: isProtected } = of("cluster");
    assert.deepEqual(
      { diskSizeGb, isProtected, name: of("project").name },
      { diskSizeGb: 500, isProtected: true, name: "5" },
    );
  });

  it("the guard accepts them", async () => {
    const result = await stack().preview({ env: { CHANGED: CONVERTED } });
    assert.deepEqual([result.exitCode, errorCodes(result)], [0, []]);
  });

  it("the builders accept them", async () => {
    const { exitCode, said } = await stack().preview({ env: { CHANGED: CONVERTED, BUILDERS: "1", ...UNGUARDED } });
    assert.equal(exitCode, 0, said);
  });

  it("the policies accept them", async () => {
    const args = ["--policy-pack", installPack(stack())];
    const { exitCode, violations, said } = await stack().preview({ args, env: { CHANGED: CONVERTED, ...UNGUARDED } });
    assert.equal(exitCode, 0, said);
    assert.deepEqual(violations, []);
  });
});

describe("an instance type that is added to the catalogue", { skip }, () => {
  const stack = stackOfSuite({ files: { "index.js": source("kinds.cjs") } });
  const CHANGED = JSON.stringify({ db: { instanceType: "M256" } });
  const OPTIONS = JSON.stringify({ catalogue: { instanceTypes: ["M256"] } });
  const BYPASS = { ESC_BYPASS_VALIDATION: "true" };

  it("the provider accepts without its validation only", async () => {
    const { exitCode, errors } = await stack().preview({ env: { CHANGED, ...UNGUARDED } });
    assert.equal(exitCode, 1);
    assert.match(errors[0].message, /expected instance_type to be one of/);
    const bypassed = await stack().preview({ env: { CHANGED, ...UNGUARDED, ...BYPASS } });
    assert.equal(bypassed.exitCode, 0, bypassed.said);
  });

  it("the guard says what the provider needs besides", async () => {
    const { said } = await stack().preview({ env: { CHANGED, OPTIONS } });
    assert.match(said, /ESC_BYPASS_VALIDATION/);
  });

  it("the guard accepts where the provider does", async () => {
    const result = await stack().preview({ env: { CHANGED, OPTIONS, ...BYPASS } });
    assert.equal(result.exitCode, 0, result.said);
    assert.deepEqual(errorCodes(result), []);
  });
});
