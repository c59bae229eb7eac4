/**
 * Tests of what is right where the product is not right yet. Such a test stands in a list by its name, with the reason:
 *
 *     export const EXPECTED_FAILURES = {
 *       "guard.test.mjs": { "shows every problem in one preview": "a preview ends at the first refused value" },
 *     };
 *
 * and its file takes `it` from here:
 *
 *     const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, it } from "node:test";
import { fileURLToPath } from "node:url";

/**
 * An `it` for which a listed test that fails passes, with a note, and a listed test that passes fails. A listed name
 * that no test has fails at the end of the file; where several tests have it, each has to fail.
 *
 * `list`: reasons by the names of tests. With `url`, the test file's own, such lists by test file, each named from one
 * folder that is the same for all. Instead of a reason there may be `{ reason, error: /.../ }`: then the test has to
 * fail with this error. A test that runs into its timeout fails, and one with subtests cannot be listed.
 */
export function expectedFailures(list, url) {
  const expected = new Map(Object.entries(url === undefined ? list : ownPart(list, fileURLToPath(url))));
  for (const [name, entry] of expected) if (!reasonOf(entry)) throw new Error(`"${name}" is listed without a reason`);
  const missing = new Set(expected.keys());
  let count = 0;
  // Throwing in a hook after all tests is not a failure in every version of Node.
  after(() => {
    // Of a suite that is skipped, the runner never asks for its tests.
    if (count === 0) return;
    const where = url === undefined || missing.size === 0 ? "" : ` (${placesOf(fileURLToPath(url)).join(", ")})`;
    for (const name of missing)
      console.error(
        `"${name}" is listed as an expected failure, and no test of \`expectedFailures\` has this name${where}`,
      );
    if (missing.size > 0) process.exitCode = 1;
  });
  return (name, ...rest) => {
    count += 1;
    missing.delete(name);
    if (!expected.has(name)) return it(name, ...rest);
    const [work, options = {}] = rest.reverse();
    return it(name, options, failing(work, expected.get(name)));
  };
}

/** The same entry for several tests. */
export const each = (entry, ...names) => Object.fromEntries(names.map((name) => [name, entry]));

/** The part of a test file, if it has one. Then the other parts belong to files that exist, too. */
function ownPart(parts, file) {
  const own = Object.keys(parts).find((part) => file.endsWith(path.normalize(`/${part}`)));
  if (own === undefined) return {};
  const folder = file.slice(0, -path.normalize(own).length);
  const gone = Object.keys(parts).filter((part) => !existsSync(path.join(folder, part)));
  if (gone.length > 0) throw new Error(`expected failures are listed for ${gone.join(", ")}, which does not exist`);
  return parts[own];
}

/** Where to look for a name: the test file, and the files beside it that list expected failures for it. */
function placesOf(file) {
  const parts = path.join(path.dirname(file), "expected-failures");
  const lists = existsSync(parts) ? readdirSync(parts).map((name) => path.join(parts, name)) : [];
  const naming = [`${parts}.mjs`, ...lists].filter(
    (list) => existsSync(list) && readFileSync(list, "utf8").includes(`"${path.basename(file)}"`),
  );
  return [...naming, file].map((place) => path.relative(process.cwd(), place));
}

const reasonOf = (entry) => (typeof entry === "string" ? entry : entry.reason);

function failing(work, entry) {
  if (work.length > 1) throw new TypeError("a test that calls back cannot be an expected failure");
  return async (context) => {
    try {
      await work(context);
    } catch (error) {
      if (entry.error !== undefined && !entry.error.test(String(error))) throw error;
      context.diagnostic(`fails as expected: ${reasonOf(entry)}`);
      return;
    }
    throw new Error(`passes, so its expected failure must leave the list ("${reasonOf(entry)}")`);
  };
}
