// What the guard reports of a whole program: many mistakes at once, a program that plans, and the same under mocks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { BUSY, errorCodes, source, stackOfSuite, warningCodes } from "./guard/suite.mjs";
import { skip } from "./rig/engines.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

describe("a program with many mistakes", { skip }, () => {
  const stack = stackOfSuite({ files: { "index.js": source("mixed.cjs") } });

  it("shows all of them in one preview", async () => {
    const result = await stack().preview({ env: BUSY });
    assert.equal(result.exitCode, 1);
    assert.deepEqual(errorCodes(result), ["BAK001", "BAK004", "CLU014", "CLU015", "NET001"], result.said);
    // The service of these tests is no https URL, which PRV013 is about.
    const warnings = warningCodes(result).filter((code) => code !== "PRV013");
    assert.deepEqual(warnings, ["CW004", "STACK004"], result.said);
    const resources = ["iops-and-throughput", "description-and-schedule", "minute-and-hour", "cloud-and-region"];
    for (const resource of resources) assert.ok(result.said.includes(`"${resource}" has `), resource);
  });
});

describe("a program that plans its addresses", { skip }, () => {
  const LOCK = "addresses.lock.json";
  const stack = stackOfSuite(
    { variant: "newest-commonjs-5.9", runtime: { typescript: true }, files: { "index.ts": source("planned.ts") } },
    (fresh) => {
      const settings = {
        "pools[0].name": "clusters",
        "pools[0].cidrBlock": "10.20.0.0/16",
        "requests[0].name": "orders",
        "requests[0].cloud": "aws",
        "requests[0].region": "us-east-1",
        "requests[0].clusters": 10,
      };
      const pairs = Object.entries(settings).flatMap(([key, value]) => ["--plaintext", `addresses.${key}=${value}`]);
      return fresh.command("config", "set-all", "--path", ...pairs);
    },
  );
  const lock = () => readFileSync(path.join(stack().folder, LOCK), "utf8");
  const says = ({ warnings }) => warnings.some(({ message }) => message.startsWith(`${LOCK} has changed`));
  let first;

  it("writes its lock in the first preview", async () => {
    const result = await stack().preview();
    assert.equal(result.exitCode, 0, result.said);
    assert.ok(says(result), result.said);
    first = lock();
    assert.equal(JSON.parse(first).networks[0].cidrBlock, "10.20.0.0/24");
  });

  it("leaves the lock as it is in the next preview", async () => {
    const result = await stack().preview();
    assert.equal(result.exitCode, 0, result.said);
    assert.equal(lock(), first);
    assert.equal(says(result), false);
  });

  it("creates what it has planned, and then changes nothing", async () => {
    const { exitCode, said } = await stack().up();
    assert.equal(exitCode, 0, said);
    const networks = stack()
      .service.state()
      .filter(({ kind }) => kind === "network");
    assert.deepEqual(
      networks.map(({ properties }) => properties.cidrBlock),
      ["10.20.0.0/24"],
    );
    const { operations } = await stack().preview();
    assert.deepEqual(operations, {});
  });
});

describe("a program under mocks", { skip }, () => {
  const stack = stackOfSuite({ files: { "mocked.js": source("mocked.cjs") } });
  const check = async (env) => {
    const { exitCode, stdout, said } = await stack().script("mocked.js", { env });
    assert.equal(exitCode, 0, said);
    return JSON.parse(stdout);
  };

  it("is checked with the guard in it, which leaves it alone", async () => {
    assert.deepEqual(await check(), { errors: ["NET011 plain"], rejections: [] });
  });

  it("has what a builder refuses in its report", async () => {
    const { errors } = await check({ BUILDER: "1" });
    assert.deepEqual(errors, ["NET011 built", "NET011 plain"]);
  });

  it("has no rejection that nobody handles", async () => {
    const { rejections } = await check({ BUILDER: "1" });
    assert.equal(rejections.length, 0, `${rejections.length} unhandled rejections, such as ${rejections[0]}`);
  });
});
