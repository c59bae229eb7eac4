/**
 * What the real command line of Pulumi wrote with the published provider (eventstorecloud 0.2.20), each file with what it
 * says in short: without the frames of the SDK, otherwise as it was written.
 */
import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("recorded/pulumi/", import.meta.url);

const read = (name) => readFileSync(new URL(name, FOLDER), "utf8");

/** The folders of Pulumi's side. */
export const RECORDED = readdirSync(FOLDER);

/**
 * By preview, its steps as `linesOf` writes them and whether it failed; by update (`change.up`), the operations on each
 * resource and whether it failed. A second preview without steps is here without its file.
 */
export const recordedTruth = (folder) => JSON.parse(read(`${folder}/truth.json`));

/** The previews and stacks of a folder as texts. */
export function recordedFiles(folder) {
  const names = readdirSync(new URL(`${folder}/`, FOLDER)).filter((name) => name !== "truth.json");
  return Object.fromEntries(names.map((name) => [name, read(`${folder}/${name}`)]));
}
