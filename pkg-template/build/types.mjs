// The package's declarations: tsc checks the sources, dts-bundle-generator writes what index.ts exports into one file
// (no relative imports, so the same text serves every module format), and a last look makes sure that old TypeScript
// can read it (a Pulumi program without a TypeScript of its own is compiled by 3.8, which does not report newer syntax
// but misreads it).
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateDtsBundle } from "dts-bundle-generator";
import ts from "typescript";
import { entries, out, plain, root, template } from "./paths.mjs";

/** What declarations of an entry point may import: nothing at the package root, Pulumi elsewhere. */
const LIBRARIES = ["@pulumi/pulumi", "@pulumi/policy"];

/** Writes .d.ts, .d.cts and .d.mts of the package root and of each entry point; the three have the same text. */
export async function writeTypes() {
  const [root, node, cli] = ["tsconfig.json", "tsconfig.node.json", "tsconfig.cli.json"].map((name) =>
    join(template, name),
  );
  await Promise.all([root, node, cli].map(check));
  write("index", ...declarations(["index.ts"], root, []));
  declarations(
    plain.map((entry) => `${entry}/index.ts`),
    root,
    [],
  ).forEach((text, i) => write(plain[i], text));
  const files = entries.map((entry) => `${entry}/index.ts`);
  declarations(files, node, LIBRARIES).forEach((text, i) => write(entries[i], text));
  mkdirSync(join(out, "pulumi"), { recursive: true });
  write("pulumi/guard", "export {};\n");
}

function write(name, text) {
  for (const extension of ["ts", "cts", "mts"]) writeFileSync(join(out, `${name}.d.${extension}`), text);
}

async function check(config) {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const [code] = await once(
    spawn(process.execPath, [tsc, "--noEmit", "--project", config], { stdio: "inherit" }),
    "close",
  );
  if (code !== 0) fail("pkg-template/src does not type-check, see above");
}

/**
 * The declarations of entry points, each in one file. Beside the package root, which exports all that it has, they also
 * export what they refer to: a library that exports what a builder returns has to be able to name its type.
 */
function declarations(files, config, importedLibraries) {
  const texts = generateDtsBundle(
    files.map((file) => ({
      filePath: join(template, "src", file),
      output: { noBanner: true, exportReferencedTypes: importedLibraries.length > 0 },
      libraries: { importedLibraries },
    })),
    // The sources have just been checked; the bundle is checked with old and new compilers by tests/types.
    { preferredConfigPath: config },
  );
  const problems = texts.flatMap((text) => [...tooNew(text, importedLibraries), ...unreadable(text)]);
  if (problems.length > 0) fail(`TypeScript 3.8 cannot read the declarations:\n  ${problems.join("\n  ")}`);
  return texts;
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
