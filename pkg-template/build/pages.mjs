// What `explain` shows of each rule, cut out of its page in docs/rules.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, wasm } from "./paths.mjs";

/** Writes target/wasm/pages.js with its types. */
export function writePages() {
  const folder = join(root, "docs", "rules");
  const pages = {};
  for (const file of readdirSync(folder).sort()) {
    const code = /^([A-Z]+\d+)\.md$/.exec(file)?.[1];
    if (code !== undefined) pages[code] = page(file, readFileSync(join(folder, file), "utf8"));
  }
  const text = JSON.stringify(JSON.stringify(pages));
  writeFileSync(join(wasm, "pages.js"), `export const pagesJson = ${text};\n`);
  writeFileSync(
    join(wasm, "pages.d.ts"),
    "/** Texts by rule code: why, example, useInstead. */\nexport declare const pagesJson: string;\n",
  );
}

function page(file, text) {
  const sections = new Map(text.split(/^## /m).map((section) => cut(section, "\n")));
  const section = (title) => {
    const found = sections.get(title)?.trim();
    if (!found) throw new Error(`docs/rules/${file} has no section "${title}"; run \`npm run generate\``);
    return found;
  };
  const code = (title) => section(title).replace(/^```.*\n|\n```$/g, "");
  return { why: section("Why"), example: code("Example"), useInstead: code("Use instead") };
}

/** The text before and after the first `mark`. */
function cut(text, mark) {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
