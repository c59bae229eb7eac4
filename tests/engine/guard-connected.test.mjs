// The guard in a program that takes values from everywhere: another stack, lookups, what exists already, secret
// configuration, components, an explicit provider and resources that are still to be created.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { errorCodes, kindsIn, source } from "./guard/suite.mjs";
import { skip } from "./rig/engines.mjs";
import { stackOf } from "./rig/pulumi.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

/** The secret values that are wrong, as the provider would print them and what they stand for. */
const SECRETS = {
  "secret of another stack": { resource: "second-net", shown: /10\.62\.0/ },
  "secret of the configuration": { resource: "kept", shown: /10\.72\.0/ },
};

describe("guard in a program with values from everywhere", { skip }, () => {
  const endings = [];
  let stack;
  before(async () => {
    const t = { after: (work) => endings.unshift(work) };
    const shared = await stackOf(t, { project: "shared", files: { "index.js": source("shared.cjs") } });
    const { exitCode, said } = await shared.up();
    assert.equal(exitCode, 0, said);
    stack = await stackOf(t, {
      project: "connected",
      service: shared.service,
      env: { PULUMI_BACKEND_URL: `file://${path.join(shared.folder, ".state")}` },
      files: { "index.js": source("connected.cjs") },
      secrets: {
        "connected:token": "token-MARKER",
        "connected:name": "name-MARKER",
        "connected:block": "10.71.0.0/16",
        "connected:badBlock": "10.72.0.1/16",
      },
    });
  });
  after(async () => {
    for (const work of endings) await work();
  });
  const program = (name, more) => ({ env: { CASE: name, ...more } });

  it("accepts what is right", async () => {
    const result = await stack.preview();
    assert.equal(result.exitCode, 0, result.said);
    assert.deepEqual(errorCodes(result), []);
    assert.doesNotMatch(result.said, /MARKER/);
  });

  for (const [name, { resource, shown }] of Object.entries(SECRETS)) {
    it(`the provider prints a ${name} that it refuses`, async () => {
      const { exitCode, errors } = await stack.preview(program(name, { GUARD: "0" }));
      assert.equal(exitCode, 1);
      assert.match(errors.find((error) => error.name === resource).message, shown);
    });

    it(`never lets the provider print a ${name}`, async () => {
      const result = await stack.preview(program(name));
      assert.equal(result.exitCode, 1);
      assert.doesNotMatch(result.said, shown);
      assert.deepEqual(errorCodes(result), ["NET007"], result.said);
    });
  }

  it("waits for a value that is known in the update only, and stops it there", async () => {
    const preview = await stack.preview(program("known in the update only"));
    assert.equal(preview.exitCode, 0, preview.said);
    const update = await stack.up(program("known in the update only"));
    assert.equal(update.exitCode, 1);
    assert.deepEqual(errorCodes(update), ["BAK007"], update.said);
    assert.ok(!kindsIn(stack.service).includes("job"));
  });

  it("stops what a transform of a component has made wrong", async () => {
    const result = await stack.up(program("transform of a component"));
    assert.equal(result.exitCode, 1);
    assert.deepEqual(errorCodes(result), ["NET011"], result.said);
    assert.ok(
      !stack.service.log.entries().some(({ body }) => body?.region === "us-east1" && body?.name === "second-net"),
    );
  });

  it("shows no stack trace beside its report", async () => {
    const { errors } = await stack.up(program("transform of a component"));
    assert.deepEqual(
      errors.filter(({ message }) => /^ +at /m.test(message)).map(({ message }) => message),
      [],
    );
  });

  it("lets an update pass, after which nothing changes", async () => {
    const { exitCode, said } = await stack.up();
    assert.equal(exitCode, 0, said);
    const { operations } = await stack.preview();
    // An integration is updated in every run.
    assert.deepEqual(operations, { "organization/shared/dev": ["read"], got: ["read"], issues: ["update"] });
  });
});
