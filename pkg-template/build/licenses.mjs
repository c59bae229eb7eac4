// The licenses of the libraries inside the command line: they ask to be given along.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes the names, versions and licenses of all packages that esbuild has put into a bundle. */
export function writeLicenses({ metafile }, file) {
  const folders = Object.keys(metafile.inputs).map((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]);
  const texts = [...new Set(folders.filter((folder) => folder !== undefined))].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const found = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (found === undefined || !existsSync(dirname(file))) throw new Error(`${name} has no license file`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, found), "utf8").trim()}\n`;
  });
  writeFileSync(file, `The command line (cli.cjs) has these libraries in it.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`);
}
