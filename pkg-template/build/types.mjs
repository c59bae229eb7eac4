// The package's declarations: tsc checks the sources, dts-bundle-generator writes what index.ts exports into one file
// (no relative imports, so the same text serves every module format), and a last look makes sure that old TypeScript
// can read it (a Pulumi program without a TypeScript of its own is compiled by 3.8, which does not report newer syntax
// but misreads it).
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateDtsBundle } from "dts-bundle-generator";
import ts from "typescript";
import { entries, out, root, template } from "./paths.mjs";

/** What declarations of an entry point may import: nothing at the package root, Pulumi elsewhere. */
const LIBRARIES = ["@pulumi/pulumi", "@pulumi/policy"];

/** Writes .d.ts, .d.cts and .d.mts of the package root and of each entry point; the three have the same text. */
export function writeTypes() {
  const [root, node, cli] = ["tsconfig.json", "tsconfig.node.json", "tsconfig.cli.json"].map((name) =>
    join(template, name),
  );
  for (const config of [root, node, cli]) check(config);
  write("index", declarations(join(template, "src", "index.ts"), root, []));
  for (const entry of entries) write(entry, declarations(join(template, "src", entry, "index.ts"), node, LIBRARIES));
  mkdirSync(join(out, "pulumi"), { recursive: true });
  write("pulumi/guard", "export {};\n");
}

function write(name, text) {
  for (const extension of ["ts", "cts", "mts"]) writeFileSync(join(out, `${name}.d.${extension}`), text);
}

function check(config) {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  try {
    execFileSync(process.execPath, [tsc, "--noEmit", "--project", config], { stdio: "inherit" });
  } catch {
    console.error("error: pkg-template/src does not type-check, see above");
    process.exit(1);
  }
}

/**
 * The declarations of one entry point in one file. Beside the package root, which exports all that it has, they also
 * export what they refer to: a library that exports what a builder returns has to be able to name its type.
 */
function declarations(entry, config, importedLibraries) {
  const [text] = generateDtsBundle(
    [
      {
        filePath: entry,
        output: { noBanner: true, exportReferencedTypes: importedLibraries.length > 0 },
        libraries: { importedLibraries },
      },
    ],
    // The sources have just been checked; the bundle is checked with old and new compilers by tests/types.
    { preferredConfigPath: config },
  );
  const problems = [...tooNew(text, importedLibraries), ...unreadable(text)];
  if (problems.length > 0) fail(`TypeScript 3.8 cannot read the declarations:\n  ${problems.join("\n  ")}`);
  return text;
}

/** Syntax that TypeScript 3.8 does not have, with its line. */
function tooNew(text, libraries) {
  const file = ts.createSourceFile("index.d.ts", text, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    const what = ts.isTemplateLiteralTypeNode(node)
      ? "template literal type"
      : ts.isNamedTupleMember(node)
        ? "labelled tuple element"
        : ts.isTypeParameterDeclaration(node) && node.modifiers?.length
          ? "modifier on a type parameter"
          : (ts.isImportSpecifier(node) || ts.isExportSpecifier(node)) && node.isTypeOnly
            ? "inline `type` modifier"
            : ts.isImportDeclaration(node) && !libraries.includes(node.moduleSpecifier.text)
              ? "import: the declarations must stand alone"
              : ts.isImportTypeNode(node)
                ? "import in a type"
                : node.kind === ts.SyntaxKind.OverrideKeyword
                  ? "override"
                  : node.kind === ts.SyntaxKind.AccessorKeyword
                    ? "accessor"
                    : undefined;
    if (what !== undefined) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${what}: ${text.split("\n")[line].trim()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What the parser of TypeScript 3.8 itself says. */
function unreadable(text) {
  const parser = createRequire(import.meta.url)("typescript-3.8");
  const file = parser.createSourceFile("index.d.ts", text, parser.ScriptTarget.ES2020, true);
  return file.parseDiagnostics.map((d) => parser.flattenDiagnosticMessageText(d.messageText, "\n"));
}

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}
