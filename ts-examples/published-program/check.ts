/**
 * Checks a Pulumi program, or a document in JSON, without running it.
 *
 * Run: tsx check.ts [FILE]      (without FILE: the published program)
 *
 * Exit code: 0 without errors in the report, 1 with errors, 2 when the file
 * cannot be read.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { check, formatReport, type Document } from "eventstorecloud-planner";
import { applyBuilders } from "./apply-builders.js";
import { locate, readDocument, readProgram, type Locations } from "./read-program.js";

/** The document in a file, and the places of its parts. Throws when the file cannot be opened or parsed. */
function read(file: string, shown: string): { document: Document; locations: Locations } {
  const text = readFileSync(file, "utf8");
  if (path.extname(file) === ".json") return readDocument(shown, text);
  const program = readProgram(shown, text);
  return { document: applyBuilders(program), locations: program.locations };
}

/** The nearest `package.json` around a file: it says which provider package the program would install. */
function packageJsonOf(file: string): { packageJson?: object } {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, "package.json");
    if (existsSync(candidate)) return { packageJson: JSON.parse(readFileSync(candidate, "utf8")) as object };
    if (folder === path.dirname(folder)) return {};
  }
}

/** Checks one file, prints the report; gives the exit code. */
function run(file: string): number {
  const shown = path.relative(process.cwd(), file) || file;
  const { document, locations } = read(file, shown);
  const report = check(document, packageJsonOf(file));
  const place = (diagnostic: Parameters<typeof locate>[1]): string => {
    const position = locate(locations, diagnostic);
    return position === undefined ? shown : `${shown}:${position.line}:${position.column}`;
  };
  const text = formatReport(report, {
    color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
    locate: place,
  });
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  return report.ok ? 0 : 1;
}

try {
  process.exitCode = run(path.resolve(process.argv[2] ?? path.join(__dirname, "index.ts")));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
