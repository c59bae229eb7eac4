/** What OpenTofu writes in the scenarios that say so, as files: the captures of Terraform's side. */
import { existsSync, readFileSync } from "node:fs";

import { scenarios as changes } from "../configurations/changes.mjs";
import { scenarios as failures } from "../configurations/failures.mjs";
import { scenarios as lifecycle } from "../configurations/lifecycle.mjs";
import { live } from "../configurations/life.mjs";
import { howToCapture, howToLook, inOneList } from "./folders.mjs";

const FOLDER = new URL("tofu/", import.meta.url);

/** The part of a life that each kind of capture is. */
const PARTS = { plan: "plan", "after.state": "after", again: "again", "refresh-only": "refreshOnly" };

const folderOf = ({ name }) => name.replaceAll(" ", "-");

const SCENARIOS = inOneList(
  {
    "configurations/changes.mjs": changes,
    "configurations/lifecycle.mjs": lifecycle,
    "configurations/failures.mjs": failures,
  },
  folderOf,
);

/** The texts of a scenario's captures, by file. */
function textsOf({ captures }, life) {
  const normalized = normalizer();
  return Object.fromEntries(captures.map((part) => [`${part}.json`, normalized(life[PARTS[part]].json)]));
}

/** Folders of captures, each with how its files are made. */
export const captures = SCENARIOS.filter((scenario) => scenario.captures !== undefined).map((scenario) => ({
  folder: `tofu/${folderOf(scenario)}`,
  files: async () => textsOf(scenario, await live(scenario)),
}));

/** The files of a scenario that are not as a life of it is, with what is to be done. */
export function differences(scenario, life) {
  const folder = folderOf(scenario);
  return Object.entries(textsOf(scenario, life)).flatMap(([file, text]) => {
    const committed = new URL(`${folder}/${file}`, FOLDER);
    if (!existsSync(committed)) return [`${folder}/${file}: ${howToCapture(`tofu/${folder}`)}`];
    if (readFileSync(committed, "utf8") === text) return [];
    return [`${folder}/${file} differs; ${howToLook(`tofu/${folder}`)}`];
  });
}

/**
 * Makes texts of what an engine wrote, each resource in a line of its own, without what differs from run to run: times,
 * the version of the engine, and what follows from the order in which resources were created, since those that do not
 * refer to each other are created in any order. The texts of one scenario have the same ids.
 */
function normalizer() {
  const ids = new Map();
  const numbered = (id) => {
    if (!ids.has(id)) ids.set(id, `${id.slice(0, 5)}${String(ids.size + 1).padStart(14, "0")}g`);
    return ids.get(id);
  };
  return (output) => {
    const attributes = output.relevant_attributes?.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    const text = JSON.stringify({ ...output, relevant_attributes: attributes })
      .replaceAll(/"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/g, '"2026-01-01T00:00:00Z"')
      .replaceAll(/"terraform_version":"[^"]*"/g, '"terraform_version":"1.x"')
      .replaceAll(/"(initial_[a-z]+_password)":"[^"]+"/g, '"$1":"$1-MARKER"')
      .replaceAll(/"(deposed|deposed_key)":"[0-9a-f]{8}"/g, '"$1":"00000001"')
      .replaceAll(/\bpcx-[0-9a-f]{17}\b/g, "pcx-0a1b2c3d4e5f60718")
      .replaceAll(/\bd5ari[0-9a-v]{15}/g, numbered)
      .replaceAll('{"address"', '\n{"address"');
    return `${text}\n`;
  };
}
