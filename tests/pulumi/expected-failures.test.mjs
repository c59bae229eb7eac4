// The wrapper for tests that are expected to fail: a listed test cannot pass, or be renamed, without being noticed.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";

const SUPPORT = new URL("../support/expected-failures.mjs", import.meta.url).href;

describe("expectedFailures", { concurrency: 2 }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), "expected-failures-"));
  after(() => rmSync(folder, { recursive: true }));

  /** Runs a test file that has a test that fails and one that passes, under this list. */
  function run(file, list, suiteOptions = "{}") {
    writeFileSync(
      path.join(folder, file),
      `import assert from "node:assert/strict";
      import { describe } from "node:test";
      import { expectedFailures } from ${JSON.stringify(SUPPORT)};
      const it = expectedFailures(${list});
      describe("suite", ${suiteOptions}, () => {
        it("fails", () => assert.equal(1, 2));
        it("passes", { timeout: 5000 }, async () => {});
      });`,
    );
    // Node would run the file as a part of this run otherwise.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    return new Promise((resolve) => {
      const args = ["--test-reporter=tap", path.join(folder, file)];
      execFile(process.execPath, args, { env }, (error, ...said) =>
        resolve({ failed: error !== null, said: said.join("") }),
      );
    });
  }

  it("lets a listed test fail, and says so", async () => {
    const { failed, said } = await run("listed.test.mjs", '{ fails: "the reason" }');
    assert.equal(failed, false, said);
    assert.match(said, /# fails as expected: the reason/);
    assert.match(said, /# pass 2\n/);
  });

  it("fails a test that is not listed, as any other", async () => {
    assert.equal((await run("plain.test.mjs", "{}")).failed, true);
  });

  it("fails a listed test that passes", async () => {
    const { failed, said } = await run("passing.test.mjs", '{ fails: "one", passes: "the reason" }');
    assert.equal(failed, true);
    assert.match(said, /passes, so its expected failure must leave the list \("the reason"\)/);
  });

  it("fails when no test has a listed name", async () => {
    const { failed, said } = await run("renamed.test.mjs", '{ fails: "one", before: "the reason" }');
    assert.equal(failed, true);
    assert.match(said, /"before" is listed as an expected failure, and no test of `expectedFailures` has this name\n/);
    assert.equal((await run("skipped.test.mjs", '{ before: "the reason" }', "{ skip: true }")).failed, false);
  });

  it("fails a listed test whose error is another one", async () => {
    const listed = (error) => `{ fails: { reason: "the reason", error: ${error} } }`;
    assert.equal((await run("same.test.mjs", listed("/1 !== 2/"))).failed, false);
    assert.equal((await run("other.test.mjs", listed("/1 !== 3/"))).failed, true);
  });

  it("takes the part of a list that is about the file, and knows files that are gone", async () => {
    const list = (more) => `{ "part.test.mjs": { fails: "the reason" }${more} }, import.meta.url`;
    assert.equal((await run("part.test.mjs", list(""))).failed, false);
    assert.equal((await run("no-part.test.mjs", list(""))).failed, true);
    const { failed, said } = await run("part.test.mjs", list(', "gone.test.mjs": {}'));
    assert.equal(failed, true);
    assert.match(said, /expected failures are listed for gone\.test\.mjs, which does not exist/);

    writeFileSync(path.join(folder, "expected-failures.mjs"), '{ "part.test.mjs": {} }');
    const misspelt = await run("part.test.mjs", '{ "part.test.mjs": { fail: "the reason" } }, import.meta.url');
    assert.match(misspelt.said, /"fail" is listed .* \(.*expected-failures\.mjs, .*part\.test\.mjs\)\n/);
  });
});
