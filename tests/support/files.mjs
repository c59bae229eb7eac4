// Files of a folder that a test makes.
import { copyFileSync, linkSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes texts by name, with the folders that they are in. What is undefined is left out. */
export function writeFiles(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    if (text === undefined) continue;
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The same file under another name, which takes no more room if that is on the same disk. */
export function linkOrCopy(source, copy) {
  try {
    linkSync(source, copy);
  } catch {
    copyFileSync(source, copy);
  }
}
