/**
 * Reads the resources out of a Pulumi program without running it, and a
 * document out of a JSON file; both with the place of every part.
 *
 * What is read: the packages whose name looks like a provider of this service,
 * every `new ns.Kind("name", { ... })` of such a package, and what `evaluate.ts`
 * can tell of its arguments. An argument that only a run could tell stands as
 * `{ unknown: true }`, so that nothing is said about it.
 *
 * When a spread (`{ ...common, name: "db" }`) or a call stands for arguments,
 * every property of that kind which is not certain is unknown, optional ones
 * too: a missing property and a property that was spread in look the same here,
 * and taking it for missing would report mistakes that are not there.
 *
 * Code that creates resources under a condition, in a loop or in a function is
 * read once, as written. A resource name that is not fixed text stands as its
 * source text.
 */
import { kinds, type Document } from "eventstorecloud-planner";
import ts from "typescript";
import { evaluate, propertiesOf, symbolOf, UNKNOWN, unwrap, type Scope, type Value } from "./evaluate.js";
import { positionOf, propertyPath, type Locations, type Position } from "./locations.js";

export { locate, type Locations, type Position } from "./locations.js";

/** A document and where its parts are written. */
export interface Located {
  document: Document;
  locations: Locations;
}

/** A document read from a program. */
export interface Program extends Located {
  /** The builder around a resource's arguments, by the index of the resource: `managedCluster({ ... })`. */
  builders: ReadonlyMap<number, string>;
}

type Resource = Document["resources"][number];

const PLANNER = "eventstorecloud-planner";

/** What a name was imported as: a whole module, or one export of it. */
interface Import {
  module: string;
  name: string | undefined;
}

/** Whether a module looks like a provider of this service. Relative files and this package do not. */
function looksLikeProvider(module: string): boolean {
  if (/^[./]/.test(module) || module === PLANNER) return false;
  return /eventstorecloud|kurrentcloud/.test(module.slice(module.lastIndexOf("/") + 1));
}

/** The module of `require("module")`. */
function requiredModule(node: ts.Expression | undefined): ts.StringLiteralLike | undefined {
  if (node === undefined || !ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const [module] = node.arguments;
  return node.expression.text === "require" && module !== undefined && ts.isStringLiteralLike(module)
    ? module
    : undefined;
}

/** The module that a statement or a declaration brings in, as it is written there. */
function moduleLiteral(node: ts.Node): ts.StringLiteralLike | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) return node.moduleSpecifier;
  if (ts.isVariableDeclaration(node)) return requiredModule(node.initializer);
  if (!ts.isImportEqualsDeclaration(node) || !ts.isExternalModuleReference(node.moduleReference)) return undefined;
  const { expression } = node.moduleReference;
  return ts.isStringLiteralLike(expression) ? expression : undefined;
}

/** What the imported name `node` stands for; undefined for a name that is not imported. */
function importOf(scope: Scope, node: ts.Identifier): Import | undefined {
  const declaration = symbolOf(scope, node)?.declarations?.[0];
  if (declaration === undefined) return undefined;
  if (ts.isImportSpecifier(declaration)) {
    const module = moduleLiteral(declaration.parent.parent.parent)?.text;
    return module === undefined ? undefined : { module, name: (declaration.propertyName ?? declaration.name).text };
  }
  const statement = ts.isNamespaceImport(declaration)
    ? declaration.parent.parent
    : ts.isImportClause(declaration)
      ? declaration.parent
      : declaration;
  const module = moduleLiteral(statement)?.text;
  return module === undefined ? undefined : { module, name: undefined };
}

/** `ns.Name` of an imported module, or an imported `Name`: the module and the name it has there. */
function exportOf(scope: Scope, callee: ts.Expression): { module: string; name: string } | undefined {
  if (ts.isIdentifier(callee)) {
    const { module, name } = importOf(scope, callee) ?? {};
    return module === undefined || name === undefined ? undefined : { module, name };
  }
  if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return undefined;
  const whole = importOf(scope, callee.expression);
  return whole === undefined || whole.name !== undefined ? undefined : { module: whole.module, name: callee.name.text };
}

/** The kind of resource which `node` makes. `Provider` is no resource of the service. */
function resourceKind(scope: Scope, node: ts.Expression): string | undefined {
  if (!ts.isNewExpression(node)) return undefined;
  const made = exportOf(scope, node.expression);
  return made !== undefined && looksLikeProvider(made.module) && made.name !== "Provider" ? made.name : undefined;
}

/** The logical name of the resource; the source text of one that is not fixed. */
function resourceName(scope: Scope, { arguments: given }: ts.NewExpression): string {
  const [name] = given ?? [];
  if (name === undefined) return "";
  const value = evaluate(scope, name, "");
  return typeof value === "string" ? value : name.getText(scope.source);
}

/** The builder in `builder({ ... })`, and the arguments inside it. */
function builderCall(
  scope: Scope,
  node: ts.Expression,
): { builder: string; args: ts.Expression | undefined } | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const called = exportOf(scope, node.expression);
  return called?.module === PLANNER ? { builder: called.name, args: node.arguments[0] } : undefined;
}

/** The properties that a program can set, by kind. */
const INPUTS = new Map<string, string[]>(
  kinds().map(({ kind, properties }) => [kind, properties.filter(({ computed }) => !computed).map(({ name }) => name)]),
);

/** The arguments of a resource of this kind, as far as they can be told. */
function argsOf(scope: Scope, kind: string, written: ts.Expression | undefined, path: string): Resource["args"] {
  const node = written && unwrap(written);
  if (node === undefined || (ts.isIdentifier(node) && evaluate(scope, node, path) === undefined)) return {};
  const { values, complete } = ts.isObjectLiteralExpression(node)
    ? propertiesOf(scope, node, path)
    : { values: new Map<string, Value>(), complete: false };
  if (complete) return Object.fromEntries(values);
  const hidden = (INPUTS.get(kind) ?? []).filter((property) => !values.has(property));
  return Object.fromEntries([...values, ...hidden.map((property): [string, Value] => [property, UNKNOWN])]);
}

/** Collects packages and resources while it walks through a program. */
class Reader {
  readonly packages: string[] = [];
  readonly resources: Resource[] = [];
  readonly builders = new Map<number, string>();
  readonly positions = new Map<string, Position>();
  private readonly scope: Scope;

  constructor(
    private readonly source: ts.SourceFile,
    checker: ts.TypeChecker,
  ) {
    const positions = this.positions;
    const scope: Scope = {
      source,
      checker,
      resourceName: (node) =>
        ts.isNewExpression(node) && resourceKind(scope, node) !== undefined ? resourceName(scope, node) : undefined,
      // The name of a resource is evaluated without a path, and its parts have no place of their own.
      record: (path, position) => {
        if (path.startsWith("resources[")) positions.set(path, position);
      },
    };
    this.scope = scope;
  }

  /** Reads `node` and everything in it, in the order of the text. */
  visit(node: ts.Node): void {
    const module = moduleLiteral(node);
    if (module !== undefined) this.addPackage(module);
    if (ts.isNewExpression(node)) this.addResource(node);
    ts.forEachChild(node, (child) => this.visit(child));
  }

  private addPackage(module: ts.StringLiteralLike): void {
    if (!looksLikeProvider(module.text) || this.packages.includes(module.text)) return;
    this.positions.set(`packages[${this.packages.length}]`, positionOf(module, this.source));
    this.packages.push(module.text);
  }

  private addResource(node: ts.NewExpression): void {
    const kind = resourceKind(this.scope, node);
    if (kind === undefined) return;
    const index = this.resources.length;
    const path = `resources[${index}]`;
    const [name, written] = node.arguments ?? [];
    const built = written && builderCall(this.scope, unwrap(written));
    this.positions.set(path, positionOf(node, this.source));
    this.positions.set(`${path}.kind`, positionOf(node.expression, this.source));
    if (name !== undefined) this.positions.set(`${path}.name`, positionOf(name, this.source));
    if (built !== undefined) this.builders.set(index, built.builder);
    const args = argsOf(this.scope, kind, built === undefined ? written : built.args, `${path}.args`);
    this.resources.push({ kind, name: resourceName(this.scope, node), args });
  }
}

/** One file with its names resolved; imports and the standard library are left aside. */
function bind(fileName: string, text: string): { source: ts.SourceFile; checker: ts.TypeChecker } {
  // A name without folders, the same everywhere.
  const inner = `program${/\.[cm]?[jt]sx?$/.exec(fileName)?.[0] ?? ".ts"}`;
  const source = ts.createSourceFile(inner, text, ts.ScriptTarget.ESNext, true);
  const program = ts.createProgram(
    [inner],
    { noLib: true, noResolve: true, allowJs: true, types: [] },
    {
      getSourceFile: (name) => (name === inner ? source : undefined),
      getDefaultLibFileName: () => "",
      writeFile: () => undefined,
      getCurrentDirectory: () => "",
      getCanonicalFileName: (name) => name,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => "\n",
      fileExists: (name) => name === inner,
      readFile: () => undefined,
    },
  );
  const [error] = program.getSyntacticDiagnostics(source);
  if (error !== undefined) {
    const { line, character } = source.getLineAndCharacterOfPosition(error.start);
    throw new SyntaxError(
      `${fileName}:${line + 1}:${character + 1}: ${ts.flattenDiagnosticMessageText(error.messageText, " ")}`,
    );
  }
  return { source, checker: program.getTypeChecker() };
}

/**
 * Reads a program's text. `fileName` tells its language (`.ts`, `.mts`, `.js`)
 * and stands in messages; nothing is opened. Throws a `SyntaxError` with the
 * place for text that is not TypeScript.
 */
export function readProgram(fileName: string, text: string): Program {
  const { source, checker } = bind(fileName, text);
  const reader = new Reader(source, checker);
  reader.visit(source);
  const { packages, resources, positions, builders } = reader;
  return { document: { schema: 1, packages, resources }, locations: { positions, resources }, builders };
}

/** Takes down the place of every part of a JSON text. */
function recordJson(node: ts.Expression, source: ts.SourceFile, path: string, positions: Map<string, Position>): void {
  if (ts.isArrayLiteralExpression(node)) {
    for (const [index, element] of node.elements.entries()) {
      positions.set(`${path}[${index}]`, positionOf(element, source));
      recordJson(element, source, `${path}[${index}]`, positions);
    }
  } else if (ts.isObjectLiteralExpression(node)) {
    for (const property of node.properties) {
      if (!ts.isPropertyAssignment(property) || !ts.isStringLiteral(property.name)) continue;
      const inner = propertyPath(path, property.name.text);
      positions.set(inner, positionOf(property, source));
      recordJson(property.initializer, source, inner, positions);
    }
  }
}

/**
 * Reads a document from the text of a JSON file. Throws a `SyntaxError` that
 * names the file for text that is not JSON. Whether the content is a document
 * is for `check` to say.
 */
export function readDocument(fileName: string, text: string): Located {
  const document = parseJson(fileName, text) as Document;
  const source = ts.parseJsonText(fileName, text);
  const positions = new Map<string, Position>();
  const [statement] = source.statements;
  if (statement !== undefined) recordJson(statement.expression, source, "", positions);
  const listed: unknown = (document as { resources?: unknown } | null)?.resources;
  const resources = Array.isArray(listed) ? listed.map(nameOf) : [];
  return { document, locations: { positions, resources } };
}

function parseJson(fileName: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new SyntaxError(`${fileName}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Kind and name of what should be a resource; empty text for what is missing. */
function nameOf(resource: unknown): { kind: string; name: string } {
  const { kind, name } = (resource ?? {}) as { kind?: unknown; name?: unknown };
  return { kind: typeof kind === "string" ? kind : "", name: typeof name === "string" ? name : "" };
}
