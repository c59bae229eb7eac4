// Every kind of mistake in a program with the guard: shown by the preview, stopped by the update.
import assert from "node:assert/strict";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { MISTAKES } from "./guard/kinds.mjs";
import { BUSY, errorCodes, kindsIn, source, stackOfSuite, warningCodes } from "./guard/suite.mjs";
import { skip } from "./rig/engines.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const files = { "index.js": source("kinds.cjs") };
const ALL = ["acl", "bak", "db", "int", "net", "orders", "peer"];

/** The mistakes as the program takes them. */
const CASES = Object.entries(MISTAKES).map(([mistake, { codes, refused, ...changed }]) => {
  const [resource] = Object.keys(changed);
  return { mistake, codes, refused, resource, changed };
});

const environmentOf = ({ changed }, more) => ({ CHANGED: JSON.stringify(changed), ...more });

describe("the provider in a preview", { skip }, () => {
  const stack = stackOfSuite({ files, env: { GUARD: "0" } });

  it("accepts the program without a mistake", async () => {
    const { exitCode, operations, said } = await stack().preview();
    assert.equal(exitCode, 0, said);
    assert.deepEqual(Object.keys(operations).sort(), ALL);
  });

  for (const mistake of ["a block with host bits", "a gp3 disk without IOPS"]) {
    it(`refuses ${mistake}, and what comes after is never registered`, async () => {
      const one = CASES.find((known) => known.mistake === mistake);
      const { exitCode, errors, operations, said } = await stack().preview({ env: environmentOf(one) });
      assert.equal(exitCode, 1);
      const refusal = errors.find(({ name }) => name === one.resource);
      assert.ok(refusal?.message.includes(one.refused), said);
      assert.equal("bak" in operations, false, "the backup job waits for the cluster");
    });
  }
});

describe("a preview with the guard", { skip }, () => {
  const stack = stackOfSuite({ files });

  it("says nothing of the program without a mistake", async () => {
    const { exitCode, operations, errors, said } = await stack().preview();
    assert.equal(exitCode, 0, said);
    assert.deepEqual(Object.keys(operations).sort(), ALL);
    assert.deepEqual(errors, []);
  });

  for (const { mistake, codes, refused, ...rest } of CASES) {
    it(`shows ${mistake}`, async () => {
      const result = await stack().preview({ env: environmentOf(rest, refused === undefined ? {} : BUSY) });
      assert.equal(result.exitCode, 1);
      assert.deepEqual(errorCodes(result), codes, result.said);
    });
  }

  it("only warns of a cloud in upper case", async () => {
    const result = await stack().preview({ env: environmentOf({ changed: { net: { resourceProvider: "AWS" } } }) });
    assert.equal(result.exitCode, 0, result.said);
    assert.ok(warningCodes(result).includes("NET002"), result.said);
  });
});

describe("an update with the guard", { skip }, () => {
  const stack = stackOfSuite({ files });
  const KINDS = { net: "network", peer: "peering", acl: "acl", db: "cluster", bak: "job", int: "integration" };

  // In this order nothing that a test is about is there before: a failed update deletes nothing.
  for (const { mistake, codes, resource, ...rest } of CASES) {
    it(`stops ${mistake}`, async () => {
      const { service } = stack();
      const kind = KINDS[resource];
      assert.ok(!kindsIn(service).includes(kind));
      const result = await stack().up({ env: environmentOf(rest, { ONLY: resource }) });
      assert.equal(result.exitCode, 1);
      assert.deepEqual(errorCodes(result), codes, result.said);
      assert.equal(resource in result.operations, false, "the engine has not heard of the resource");
      assert.ok(!service.log.entries().some((entry) => entry.kind === kind), "nor has the service");
    });
  }
});
