// docs/cli.md: its commands are run, and print what it says. UPDATE_CASES=1 writes what they print into the page.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, describe, it } from "node:test";
import { inFolder, run } from "./support/run.mjs";

const PAGE = fileURLToPath(new URL("../../docs/cli.md", import.meta.url));
const page = readFileSync(PAGE, "utf8");
/** `<!-- WORD ARGUMENTS -->` and the block of code below it. */
const blocks = [...page.matchAll(/^<!-- (file|run) ([^\n]+) -->\n(```(?:yaml|text)\n)(.*?)^```$/gms)].map(
  ([, word, rest, fence, text]) => ({ word, rest, fence, text }),
);
const files = Object.fromEntries(blocks.filter(({ word }) => word === "file").map(({ rest, text }) => [rest, text]));
const wordsOf = (line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);

describe("docs/cli.md", () => {
  let updated = page;
  after(() => {
    if (process.env.UPDATE_CASES !== undefined) writeFileSync(PAGE, updated);
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

  it("has an example of every command that is run", () => {
    const { stdout } = run(["--help"]);
    const commands = [
      ...stdout.slice(stdout.indexOf("Commands:"), stdout.indexOf("Examples:")).matchAll(/^ {2}([a-z]+)/gm),
    ].map(([, name]) => name);
    const shown = blocks.filter(({ word }) => word === "run").map(({ rest }) => rest.split(" ")[0]);
    assert.deepEqual(
      commands.filter((name) => !shown.includes(name)),
      ["completion", "help"],
    );
  });
});
