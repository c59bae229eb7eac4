// The guard in a stack with something deployed that it would not accept today, and in commands that run the program for
// its providers only.
import assert from "node:assert/strict";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { errorCodes, kindsIn, source, stackOfSuite, warningCodes } from "./guard/suite.mjs";
import { skip } from "./rig/engines.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

/** A line that the service has clusters of, and makes no new ones of. */
const OLD = { db: { serverVersion: "20.10" } };
const BAD = { ...OLD, net: { region: "us-east1" } };
const UNGUARDED = { GUARD: "0" };

const program = (changed, more) => ({ CHANGED: JSON.stringify(changed), ...more });
const RUN_PROGRAM = ["--run-program"];
const SWITCH = { EVENTSTORECLOUD_PLANNER_GUARD: "warn" };

const ALL = ["acl", "bak", "db", "int", "net", "orders", "peer"];
const named = ({ operations }) => Object.keys(operations).sort();

describe("guard in a stack that exists", { skip }, () => {
  const stack = stackOfSuite({ files: { "index.js": source("kinds.cjs") } }, async (fresh) => {
    const { exitCode, said } = await fresh.up({ env: program(OLD, UNGUARDED) });
    assert.equal(exitCode, 0, said);
  });

  describe("of an old line, and unchanged", () => {
    it("the engine does nothing to the cluster", async () => {
      const { exitCode, operations, said } = await stack().preview({ env: program(OLD, UNGUARDED) });
      assert.equal(exitCode, 0, said);
      // An integration is updated in every run.
      assert.deepEqual(operations, { int: ["update"] });
    });

    it("warns of an old line of a cluster that exists", async () => {
      const result = await stack().preview({ env: program(OLD) });
      assert.deepEqual([result.exitCode, errorCodes(result)], [0, []]);
      assert.ok(warningCodes(result).includes("VER004"), result.said);
    });
  });

  describe("with ignoreChanges", () => {
    const ignored = (more) => program(BAD, { IGNORED: JSON.stringify({ net: ["region"] }), ...more });

    it("the engine does nothing about what is ignored", async () => {
      const { exitCode, operations, said } = await stack().preview({ env: ignored(UNGUARDED) });
      assert.equal(exitCode, 0, said);
      assert.equal("net" in operations, false);
    });

    it("does not judge what is ignored", async () => {
      const result = await stack().preview({ env: ignored() });
      assert.ok(!errorCodes(result).includes("NET011"), result.said);
    });
  });

  describe("in commands that run the program", () => {
    it("the engine refreshes and would delete everything", async () => {
      const refresh = await stack().refresh({ args: RUN_PROGRAM, env: program(OLD, UNGUARDED) });
      assert.equal(refresh.exitCode, 0, refresh.said);
      assert.deepEqual(named(refresh), ALL);
      const destroy = await stack().run(["destroy", ...RUN_PROGRAM, "--preview-only"], {
        env: program(OLD, UNGUARDED),
      });
      assert.equal(destroy.exitCode, 0, destroy.said);
      assert.match(destroy.said, /- 8 to delete/);
    });

    it("refreshes with warnings where nothing is changed", async () => {
      const result = await stack().refresh({ args: RUN_PROGRAM, env: program(OLD) });
      assert.deepEqual([result.exitCode, errorCodes(result)], [0, []]);
      assert.deepEqual(named(result), ALL);
      assert.ok(warningCodes(result).includes("VER004"), result.said);
    });

    it("updates another resource with warnings where nothing else is changed", async () => {
      const changed = { ...OLD, acl: { name: "offices" } };
      const result = await stack().up({ args: ["--target", "**acl"], env: program(changed) });
      assert.deepEqual([result.exitCode, errorCodes(result)], [0, []]);
      assert.deepEqual(result.operations, { acl: ["update"] });
      assert.ok(warningCodes(result).includes("VER004"), result.said);
    });

    it("names the switch where the program has a bad value now", async () => {
      const result = await stack().refresh({ args: RUN_PROGRAM, env: program(BAD) });
      assert.equal(result.exitCode, 1, result.said);
      assert.ok(errorCodes(result).includes("NET011"), result.said);
      const [last] = result.errors.at(-1).message.trimEnd().split("\n").slice(-1);
      assert.match(last, /EVENTSTORECLOUD_PLANNER_GUARD=warn/);
    });

    it("warns of a bad value when the switch says so", async () => {
      const result = await stack().refresh({ args: RUN_PROGRAM, env: program(BAD, SWITCH) });
      assert.deepEqual([result.exitCode, errorCodes(result)], [0, []]);
      assert.ok(warningCodes(result).includes("NET011"), result.said);
    });

    it("destroys with warnings where nothing is changed", async () => {
      const result = await stack().destroy({ args: RUN_PROGRAM, env: program(OLD) });
      assert.deepEqual([result.exitCode, errorCodes(result)], [0, []]);
      assert.deepEqual(kindsIn(stack().service), []);
    });
  });
});
