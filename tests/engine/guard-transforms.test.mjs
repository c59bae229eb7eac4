// The guard beside transforms of the program: what counts is the values that they leave.
import assert from "node:assert/strict";
import { describe } from "node:test";

import { codesIn } from "../support/codes.mjs";
import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { source, stackOfSuite } from "./guard/suite.mjs";
import { skip } from "./rig/engines.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

/**
 * The order in which transforms reach the engine is not the same in every run. An order that is right three times in
 * four passes all of these once in thirty.
 */
const RUNS = 12;

/** What is wrong, by the resource that it is said of. */
const found = ({ errors }) =>
  errors.flatMap(({ message }) => codesIn(message).map((code) => `${code} ${/"(\w+)" has/.exec(message)?.[1]}`));

describe("guard beside transforms of the program", { skip }, () => {
  const stack = stackOfSuite({ files: { "index.js": source("transformed.cjs") } });

  /** Of the networks in the service. */
  const regions = () => {
    const networks = stack()
      .service.state()
      .filter(({ kind }) => kind === "network");
    return Object.fromEntries(networks.map(({ properties }) => [properties.description, properties.region]));
  };

  it("the engine takes what the transforms leave", async () => {
    const { exitCode, said } = await stack().up({ env: { GUARD: "0" } });
    assert.equal(exitCode, 0, said);
    assert.deepEqual(regions(), { mended: "us-east-1", spoilt: "us-east1" });
    await stack().destroy();
  });

  it("judges in every preview what the transforms leave", async () => {
    for (let run = 1; run <= RUNS; run += 1) {
      const result = await stack().preview();
      assert.deepEqual(found(result), ["NET011 spoilt"], `run ${run}: ${found(result).join(", ")}`);
    }
  });

  it("stops in every update what the transforms have spoilt", async () => {
    for (let run = 1; run <= RUNS; run += 1) {
      const result = await stack().up();
      assert.deepEqual(found(result), ["NET011 spoilt"], `run ${run}: ${found(result).join(", ")}`);
      assert.equal("spoilt" in regions(), false, `run ${run}: the network was created`);
    }
  });
});
