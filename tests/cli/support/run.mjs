// Runs the built command line as a process, as a user does.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** The command line of the package. */
export const CLI = join(dirname(require.resolve("eventstorecloud-planner")), "cli.cjs");
/** The folder of the fixtures, where commands run. */
export const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
const SNAPSHOTS = fileURLToPath(new URL("../snapshots/", import.meta.url));
const { version } = require("eventstorecloud-planner/package.json");

/** What a run prints, and its exit code. Ends with an error when it takes too long: nothing may hang. */
export function run(args, { input = "", env = {}, cwd = FIXTURES, timeout = 120_000 } = {}) {
  const { NO_COLOR, FORCE_COLOR, ...rest } = process.env;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    input,
    timeout,
    encoding: "utf8",
    env: { ...rest, ...env },
    maxBuffer: 1 << 30,
  });
  assert.equal(error, undefined, `${args.join(" ")}: ${error?.message}`);
  return { status, stdout, stderr };
}

/** A run that cannot do its work: exit code 2, nothing on standard output, one line on standard error. */
export function refused(args, options) {
  const { status, stdout, stderr } = run(args, options);
  assert.equal(status, 2, stdout + stderr);
  assert.equal(stdout, "");
  assert.match(stderr, /^error: [^\n]+\n$/);
  return stderr.slice("error: ".length).trimEnd();
}

/** Compares a text with the section of this name in a file of snapshots; UPDATE_CASES=1 keeps it anew. */
export function snapshot(file, name, text) {
  const path = join(SNAPSHOTS, file);
  const steady = text
    .replace(new RegExp(`(?<![\\d.])${version.replaceAll(".", "\\.")}(?![\\d.])`, "g"), "VERSION")
    .replace(/file:\/\/[^"]*\/tests\/cli\/fixtures\//g, "file:///FIXTURES/");
  const sections = readFileSync(path, "utf8").matchAll(/^## (.+)\n\n~~~~text\n([^]*?)~~~~\n/gm);
  const kept = new Map(Array.from(sections, ([, title, body]) => [title, body]));
  if (process.env.UPDATE_CASES !== undefined) {
    kept.set(name, steady);
    const texts = [...kept].sort().map(([title, body]) => `## ${title}\n\n~~~~text\n${body}~~~~\n\n`);
    writeFileSync(path, texts.join(""));
  }
  assert.equal(steady, kept.get(name), `${name} in ${file}: UPDATE_CASES=1 keeps it anew`);
}

/** Does something in a folder of its own, with these files. */
export async function inFolder(files, work) {
  const folder = mkdtempSync(join(tmpdir(), "planner-cli-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
