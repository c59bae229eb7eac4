/**
 * Writes the captures: what the real engines write in the scenarios of the tests. With names of folders, only those.
 *
 *     npm run engines
 *     npm run captures -- tofu/every-kind
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { captures as pulumi } from "./pulumi.mjs";
import { captures as tofu } from "./tofu.mjs";

const ROOT = path.dirname(fileURLToPath(import.meta.url));
const ALL = [...pulumi, ...tofu];

const wanted = process.argv.slice(2);
for (const name of wanted)
  if (!ALL.some(({ folder }) => folder === name)) {
    console.error(`error: ${name}: there is no such capture\n  next: choose a folder of tests/engine/captures`);
    process.exit(1);
  }

for (const { folder, files } of ALL) {
  if (wanted.length > 0 && !wanted.includes(folder)) continue;
  const texts = await files();
  const target = path.join(ROOT, folder);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [file, text] of Object.entries(texts)) writeFileSync(path.join(target, file), text);
  console.log(`${folder}: ${Object.keys(texts).join(", ")}`);
}

// What no scenario writes any more.
for (const engine of new Set(ALL.map(({ folder }) => folder.split("/")[0])))
  for (const name of readdirSync(path.join(ROOT, engine)))
    if (!ALL.some(({ folder }) => folder === `${engine}/${name}`))
      rmSync(path.join(ROOT, engine, name), { recursive: true });
