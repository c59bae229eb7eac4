// docs/performance.md: what was measured stands between two markers, everything else is written by hand.
import { readFileSync, writeFileSync } from "node:fs";
import { markdownSummary } from "./summary.mjs";

const FILE = new URL("../../docs/performance.md", import.meta.url);
const BEGIN = "<!-- measured: written by `npm run bench -- --docs` -->";
const END = "<!-- /measured -->";

/** Replaces what stands between the markers. `texts` are the parts as they were printed, by title. */
export function writeDocs(results, texts) {
  const page = readFileSync(FILE, "utf8");
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error("docs/performance.md has lost the markers of what is measured");
  const measured = [
    BEGIN,
    `Measured on ${results.date}: ${results.machine}; ${results.versions.join(", ")}.`,
    markdownSummary(results),
    "### Every part as it was printed",
    ...texts.map(([title, text]) => `\`\`\`text\n${title}\n${text}\n\`\`\``),
    "",
  ].join("\n\n");
  writeFileSync(FILE, page.slice(0, from) + measured.trimEnd() + "\n\n" + page.slice(to));
}
