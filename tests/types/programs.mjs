/**
 * The programs of the type tests, in `good/` and `bad/`.
 *
 * Good ones must compile without an error. Bad ones hold mistakes, and give no other errors than the lines say:
 *
 *     enviroment: "production", // TS2561 (before 5: TS2345) "text in the message"
 *     routes: 5, // TS2345 (from 7: TS2741) "text in the message"
 *
 * What the builders of the package root take and refuse, those of
 * `eventstorecloud-planner/pulumi` take and refuse too: a program that imports
 * builders, and nothing else, in one statement is compiled once more with that
 * statement importing from there.
 */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const PACKAGE = "eventstorecloud-planner";
const HERE = path.dirname(fileURLToPath(import.meta.url));
const TARGET = path.join(HERE, "..", "..", "target");
const require = createRequire(import.meta.url);

/** The folder of the installed package. */
export const PACKAGE_FOLDER = path.dirname(require.resolve(`${PACKAGE}/package.json`));

/** The builders: what both entry points have. */
const BUILDERS = new Set(Object.keys(require(`${PACKAGE}/pulumi`)).filter((name) => name in require(PACKAGE)));

/** All programs, as `{ name, text, expected }`: the errors, of which a good one has none. */
export const programs = ["good", "bad"].flatMap((folder) => {
  const names = readdirSync(path.join(HERE, folder))
    .filter((name) => name.endsWith(".ts"))
    .sort();
  assert.notEqual(names.length, 0, `no programs in ${folder}`);
  return names.flatMap((name) => {
    const text = readFileSync(path.join(HERE, folder, name), "utf8");
    const expected = expectedIn(text);
    assert.equal(expected.length > 0, folder === "bad", name);
    const ofPulumi = withBuildersOfPulumi(text);
    return [
      { name: `${folder}/${name}`, text, expected },
      ...(ofPulumi === text ? [] : [{ name: `${folder}/pulumi/${name}`, text: ofPulumi, expected }]),
    ];
  });
});

function withBuildersOfPulumi(text) {
  return text.replace(new RegExp(`import \\{([^}]*)\\} from "${PACKAGE}";`, "g"), (statement, names) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean)
      .every((name) => BUILDERS.has(name))
      ? statement.replace(PACKAGE, `${PACKAGE}/pulumi`)
      : statement,
  );
}

/** The errors of a program. `codeOf` tells the code by the compiler's major version. */
function expectedIn(text) {
  return text.split("\n").flatMap((written, line) => {
    const match = /\/\/ TS(\d+)(?: \((before 5|from 7): TS(\d+)\))? "(.+)"$/.exec(written);
    if (match === null) return [];
    const [, code, range, otherCode, message] = match;
    const codeOf = (major) =>
      Number((range === "before 5" && major < 5) || (range === "from 7" && major >= 7) ? otherCode : code);
    return [{ codeOf, message, line }];
  });
}

/**
 * Writes all programs into a new folder below `target/`, where they find their packages as those of a user do, each as
 * `x.ts` in `ts/` and as the ES module `x.mts` in `mts/`. Gives the folder and how to remove it.
 */
export function written() {
  mkdirSync(TARGET, { recursive: true });
  const folder = mkdtempSync(path.join(TARGET, "type-tests-"));
  for (const extension of ["ts", "mts"]) {
    for (const { name, text } of programs) {
      const file = fileOf(folder, extension, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Where a program is written, with slashes as compilers print them. */
export function fileOf(folder, extension, name) {
  return path.join(folder, extension, name.replace(/ts$/, extension)).replaceAll("\\", "/");
}
