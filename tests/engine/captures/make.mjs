/**
 * Writes the captures: what the real engines write in the scenarios of the tests. With names of folders, only those.
 *
 *     npm run engines
 *     npm run captures -- tofu/every-kind
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { distance } from "fastest-levenshtein";

import { captures as pulumi } from "./pulumi.mjs";
import { captures as tofu } from "./tofu.mjs";

const ROOT = path.dirname(fileURLToPath(import.meta.url));
const ALL = [...pulumi, ...tofu];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !ALL.some(({ folder }) => folder === name));
if (unknown !== undefined) {
  const near = likely(unknown).map((folder) => `\`${folder}\``);
  const meant =
    near.length === 0
      ? "; a scenario under OpenTofu has a capture only with `captures`"
      : `; did you mean ${near.join(" or ")}?`;
  console.error(`error: there is no capture \`${unknown}\`\n  next: name it \`pulumi/NAME\` or \`tofu/NAME\`${meant}`);
  process.exit(1);
}

/** The folders that a name may stand for: the same name, or one that is nearly spelled so. */
function likely(name) {
  const [word] = name.replaceAll(" ", "-").split("/").slice(-1);
  const far = ({ folder }) => distance(folder.split("/")[1], word);
  const least = Math.min(...ALL.map(far));
  return least > 2 ? [] : ALL.filter((capture) => far(capture) === least).map(({ folder }) => folder);
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
