/** What real engines wrote with the published provider, each file with what it says in short. */
import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("recorded/tofu/", import.meta.url);

const read = (name) => readFileSync(new URL(name, FOLDER), "utf8");

/** The folders of Terraform's side. */
export const RECORDED = readdirSync(FOLDER);

/** By file: the changes that it has, `{ address, actions, reason, replace_paths, ... }`, and whether it failed. */
export const recordedTruth = (folder) => JSON.parse(read(`${folder}/truth.json`));

/** The files of a folder as texts. Of some only the truth was kept, being like another one. */
export function recordedFiles(folder) {
  const names = readdirSync(new URL(`${folder}/`, FOLDER)).filter((name) => name !== "truth.json");
  return Object.fromEntries(names.map((name) => [name, read(`${folder}/${name}`)]));
}
