/** What the real engines wrote with the published provider (eventstorecloud 0.2.20, 1.7.2), each file with what it says in short. */
import { readdirSync, readFileSync } from "node:fs";

/** The recordings of one engine: `folders`, and by folder its `truth` and its other `files` as texts. */
export function recorded(engine) {
  const root = new URL(`recorded/${engine}/`, import.meta.url);
  const read = (name) => readFileSync(new URL(name, root), "utf8");
  return {
    folders: readdirSync(root),
    truth: (folder) => JSON.parse(read(`${folder}/truth.json`)),
    files(folder) {
      const names = readdirSync(new URL(`${folder}/`, root)).filter((name) => name !== "truth.json");
      return Object.fromEntries(names.map((name) => [name, read(`${folder}/${name}`)]));
    },
  };
}
