// THIRD_PARTY_LICENSES: the licenses of what is inside, each text once, under the names of all that have it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { out } from "./paths.mjs";

const HEAD = `\
This package contains code of others. The core (core.wasm, and the same bytes in the JavaScript) is compiled from
the Rust crates below and from Rust's standard library; the JavaScript around it has the glue of wasm-bindgen, and the
command line (cli.cjs) has the packages of npm below.
Of a choice of licenses, the text of the MIT license is given.
`;
const LINE = "-".repeat(80);

export function writeLicenses(parts) {
  const byText = new Map();
  for (const { ecosystem, name, version, license, texts } of parts) {
    const title = `${ecosystem === "rust" ? `Rust's ${name}` : name} ${version} (${license})`;
    for (const text of texts) {
      const lines = text
        .replace(/\r\n/g, "\n")
        .split("\n")
        .map((line) => line.trimEnd());
      const tidy = lines.join("\n").trim();
      byText.set(tidy, [...(byText.get(tidy) ?? []), title]);
    }
  }
  const sections = [...byText].map(([text, titles]) => `${LINE}\n${titles.join("\n")}\n${LINE}\n\n${text}\n`);
  writeFileSync(join(out, "THIRD_PARTY_LICENSES"), [HEAD, ...sections].join("\n"));
}
