// docs/cli.md and docs/changes.md: their commands are run, and print what they say. UPDATE_CASES=1 writes what they print
// into the pages.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, describe, it } from "node:test";
import { inFolder, run } from "./support/run.mjs";

const REPOSITORY = new URL("../../", import.meta.url);
const wordsOf = (line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);

/** `<!-- WORD ARGUMENTS -->`, with the block of code below it where there is one. */
function blocksOf(text) {
  const blocks = text.matchAll(/^<!-- (file|run|copy) ([^\n]+) -->\n(?:(```(?:yaml|json|text)\n)(.*?)^```$)?/gms);
  return [...blocks].map(([, word, rest, fence, text]) => ({ word, rest, fence, text }));
}

/** The files of a page: written in it, or copied from the repository. */
function filesOf(blocks) {
  const files = blocks.filter(({ word }) => word === "file").map(({ rest, text }) => [rest, text]);
  const copies = blocks
    .filter(({ word }) => word === "copy")
    .map(({ rest }) => rest.split(" "))
    .map(([name, from]) => [name, readFileSync(new URL(from, REPOSITORY), "utf8")]);
  return Object.fromEntries([...files, ...copies]);
}

for (const name of ["docs/cli.md", "docs/changes.md"])
  describe(name, () => {
    const file = fileURLToPath(new URL(name, REPOSITORY));
    const page = readFileSync(file, "utf8");
    const blocks = blocksOf(page);
    const files = filesOf(blocks);
    let updated = page;
    after(() => {
      if (process.env.UPDATE_CASES !== undefined) writeFileSync(file, updated);
    });

    for (const { word, rest, fence, text } of blocks.filter(({ word }) => word === "run")) {
      it(`says what \`${rest}\` prints`, () =>
        inFolder(files, (cwd) => {
          // An empty folder is part of one example.
          const { stdout, stderr, status } = run(wordsOf(rest), { cwd });
          assert.ok(status === 2 ? stdout === "" && stderr !== "" : stderr === "", stderr);
          const printed = stdout + stderr;
          const head = `<!-- ${word} ${rest} -->\n${fence}`;
          updated = updated.replace(`${head}${text}\`\`\``, () => `${head}${printed}\`\`\``);
          if (process.env.UPDATE_CASES === undefined) assert.equal(text, printed);
        }));
    }
  });

describe("docs/cli.md", () => {
  it("has an example of every command that is run", () => {
    const { stdout } = run(["--help"]);
    const commands = [
      ...stdout.slice(stdout.indexOf("Commands:"), stdout.indexOf("Examples:")).matchAll(/^ {2}([a-z]+)/gm),
    ].map(([, name]) => name);
    const blocks = blocksOf(readFileSync(new URL("docs/cli.md", REPOSITORY), "utf8"));
    const shown = blocks.filter(({ word }) => word === "run").map(({ rest }) => rest.split(" ")[0]);
    assert.deepEqual(
      commands.filter((name) => !shown.includes(name)),
      ["completion", "help"],
    );
  });
});
