// Reads the resources of a Pulumi program without running it, from the syntax tree of the editor's own grammar. Smaller
// than ts-examples/published-program/read-program.ts, which uses the TypeScript compiler: constants of the same file
// are followed; a value that only a run can compute is unknown and is not checked.
import { parser } from "@lezer/javascript";
import { TreeFragment, type SyntaxNode, type Tree } from "@lezer/common";
import { kinds } from "eventstorecloud-planner";
import type { Args } from "../../../src/json";
import { HIDDEN, UNKNOWN } from "../../../src/values/marks";
import { ResourceList, type LocatedProperty, type LocatedResource, type LocatedText } from "./located";
import type { LocatedValue, Range, TextMessage } from "./located";

const typescript = parser.configure({ dialect: "ts" });
const MAX_ERRORS = 5;

/** What a reader keeps from one text to the next: the kinds, and the last syntax tree. */
export class Grammar {
  private readonly inputs = new Map<string, string[]>();
  private readonly builders = new Set<string>();
  private last: { text: string; tree: Tree } | undefined;

  constructor() {
    for (const { kind, builder, properties } of kinds()) {
      const inputs = properties.filter(({ computed }) => !computed);
      this.inputs.set(
        kind,
        inputs.map(({ name }) => name),
      );
      this.builders.add(builder);
    }
  }

  /** The names of a kind's inputs. */
  inputsOf(kind: string): string[] | undefined {
    return this.inputs.get(kind);
  }

  isBuilder(name: string): boolean {
    return this.builders.has(name);
  }

  /** The syntax tree. If the text is the last one with a change, only the part around the change is parsed again. */
  parse(text: string): Tree {
    if (this.last?.text === text) return this.last.tree;
    const tree = this.parseChange(text) ?? typescript.parse(text);
    this.last = { text, tree };
    return tree;
  }

  private parseChange(text: string): Tree | undefined {
    if (this.last === undefined) return undefined;
    const before = this.last.text;
    const shorter = Math.min(before.length, text.length);
    let start = 0;
    while (start < shorter && before.charCodeAt(start) === text.charCodeAt(start)) start += 1;
    let end = 0;
    while (
      end < shorter - start &&
      before.charCodeAt(before.length - 1 - end) === text.charCodeAt(text.length - 1 - end)
    )
      end += 1;
    if (start + end <= text.length / 2) return undefined;
    const change = { fromA: start, toA: before.length - end, fromB: start, toB: text.length - end };
    return typescript.parse(text, TreeFragment.applyChanges(TreeFragment.addTree(this.last.tree), [change]));
  }
}

/** Reads a program, or one object literal, which is read as the args of a resource of this kind. */
export function readProgram(text: string, kind: string, grammar: Grammar): LocatedText {
  const literal = /^\s*\{/.test(text);
  // Braces at the start of a statement would be a block, not an object.
  const source = literal ? `(${text}\n)` : text;
  return new Reader(source, literal ? 1 : 0, text.length, grammar).read(literal ? kind : undefined);
}

class Reader {
  private readonly tree: Tree;
  private readonly names = new Map<string, SyntaxNode>();
  private readonly resourceNames = new Map<string, string>();
  private readonly packages: string[] = [];
  private readonly resources: LocatedResource[] = [];
  private namespace: string | undefined;
  private readonly unevaluated: TextMessage[] = [];
  private readonly imported = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly shift: number,
    private readonly length: number,
    private readonly grammar: Grammar,
  ) {
    this.tree = this.grammar.parse(text);
  }

  read(kind: string | undefined): LocatedText {
    const syntaxErrors = this.syntaxErrors();
    if (kind !== undefined) {
      const object = this.find(this.tree.topNode, "ObjectExpression");
      const args = object === undefined ? undefined : this.argsOf(object, kind);
      const head = { from: 0, to: 1 };
      if (args !== undefined) this.resources.push({ kind, name: "example", whole: args, head, args });
      return this.located("args", syntaxErrors);
    }
    this.declarations();
    this.collect();
    const isProgram = this.resources.length > 0 || this.packages.length > 0;
    return this.located(isProgram ? "program" : "nothing", syntaxErrors);
  }

  private located(form: LocatedText["form"], syntaxErrors: TextMessage[]): LocatedText {
    const resources = this.resources.map(({ kind, name, args, dependsOn }) => ({
      kind,
      name,
      args: (args?.value ?? {}) as Args,
      ...(dependsOn === undefined ? {} : { dependsOn }),
    }));
    const whole = this.packages.length > 0;
    return {
      language: "typescript",
      form,
      syntaxErrors,
      unevaluated: this.unevaluated,
      resources: new ResourceList(this.resources),
      root: undefined,
      document: { ...(whole ? { packages: this.packages } : { partial: true }), resources },
      ...(this.namespace === undefined ? {} : { namespace: this.namespace }),
    };
  }

  private syntaxErrors(): TextMessage[] {
    const found: TextMessage[] = [];
    this.tree.iterate({
      enter: ({ type, from, to }) => {
        if (!type.isError || found.length >= MAX_ERRORS) return;
        const start = Math.max(0, Math.min(from - this.shift, this.length - 1));
        if (found.some((other) => other.from === start)) return;
        found.push({
          from: start,
          to: Math.min(Math.max(to - this.shift, start + 1), this.length),
          message: "invalid TypeScript syntax",
        });
      },
    });
    return found;
  }

  /** Imports, and the value of each constant. */
  private declarations(): void {
    this.tree.iterate({
      enter: (ref) => {
        if (ref.name === "ImportDeclaration") this.importAt(ref.node);
        else if (ref.name === "VariableDeclaration") this.variableAt(ref.node);
      },
    });
  }

  private importAt(node: SyntaxNode): void {
    const module = node.getChild("String");
    const name = module === null ? undefined : String(this.stringAt(module));
    if (
      name === undefined ||
      !/eventstorecloud|kurrentcloud/.test(name.slice(name.lastIndexOf("/") + 1)) ||
      /^[./]/.test(name)
    )
      return;
    if (name.startsWith("eventstorecloud-planner")) return;
    if (!this.packages.includes(name)) this.packages.push(name);
    const star = node.getChild("VariableDefinition");
    if (star !== null) this.namespace ??= this.slice(star);
    const group = node.getChild("ImportGroup");
    for (const part of group?.getChildren("VariableDefinition") ?? []) this.imported.add(this.slice(part));
  }

  private variableAt(node: SyntaxNode): void {
    const isConst = node.getChild("const") !== null;
    let name: string | undefined;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.name === "VariableDefinition") name = this.slice(child);
      else if (child.name === "Equals" || child.name === "TypeAnnotation") continue;
      else if (name !== undefined && /Expression|String|Number|Boolean|Name/.test(child.name)) {
        const call = this.resourceCall(child);
        if (call !== undefined) this.resourceNames.set(name, call.name);
        else if (isConst) this.names.set(name, child);
        name = undefined;
      }
    }
  }

  private collect(): void {
    const variableOf = (resource: SyntaxNode): string | undefined => {
      let previous = resource.prevSibling;
      while (previous !== null && (previous.name === "Equals" || previous.name === "TypeAnnotation"))
        previous = previous.prevSibling;
      return previous?.name === "VariableDefinition" ? this.slice(previous) : undefined;
    };
    this.tree.iterate({
      enter: (ref) => {
        if (ref.name !== "NewExpression") return;
        const call = this.resourceCall(ref.node);
        if (call === undefined) return this.unknownKind(ref.node);
        const { kind, name, nameNode, argsNode, optionsNode } = call;
        const dependsOn = optionsNode === undefined ? undefined : this.dependsOn(optionsNode);
        const args = argsNode === undefined ? undefined : this.argsOf(argsNode, kind);
        const head = nameNode ?? ref.node;
        if (nameNode !== undefined && typeof this.valueAt(nameNode).value !== "string")
          this.notEvaluated(
            nameNode,
            `the name of this \`${kind}\` is unknown until the program runs, so it is checked as one resource`,
          );
        else if (this.isRepeated(ref.node))
          this.notEvaluated(
            ref.node,
            `this \`${kind}\` is created in a loop or function and is checked as one resource`,
          );
        const variable = variableOf(ref.node);
        this.resources.push({
          kind,
          name,
          args,
          whole: { from: ref.from - this.shift, to: ref.to - this.shift, value: undefined },
          head: { from: head.from - this.shift, to: Math.min(head.to, head.from + 200) - this.shift },
          ...(variable === undefined ? {} : { variable }),
          ...(dependsOn === undefined ? {} : { dependsOn }),
        });
      },
    });
  }

  private notEvaluated({ from, to }: Range, message: string): void {
    if (this.unevaluated.length < 200)
      this.unevaluated.push({ from: from - this.shift, to: Math.min(to, from + 200) - this.shift, message });
  }

  /** Reports a resource of the provider's package whose kind the rules do not know. */
  private unknownKind(node: SyntaxNode): void {
    const member = node.getChild("MemberExpression");
    const object = member?.firstChild;
    const property = member?.getChild("PropertyName");
    if (
      !object ||
      !property ||
      this.namespace === undefined ||
      this.slice(object) !== this.namespace ||
      this.slice(property) === "Provider"
    )
      return;
    this.notEvaluated(member, `unknown kind \`${this.slice(property)}\`; the resource is not checked`);
  }

  private isRepeated(node: SyntaxNode): boolean {
    for (let around = node.parent; around !== null; around = around.parent)
      if (/^(For|While|Do|Function|Arrow|Method)/.test(around.name)) return true;
    return false;
  }

  /** The parts of `new esc.Kind("name", { ... })`, if the rules know the kind. */
  private resourceCall(node: SyntaxNode):
    | {
        kind: string;
        name: string;
        nameNode: SyntaxNode | undefined;
        argsNode: SyntaxNode | undefined;
        optionsNode: SyntaxNode | undefined;
      }
    | undefined {
    if (node.name !== "NewExpression") return undefined;
    const member = node.getChild("MemberExpression");
    const callee = member ?? node.getChild("VariableName");
    const list = node.getChild("ArgList");
    if (callee === null || list === null) return undefined;
    const property = member?.getChild("PropertyName");
    const kind = property ? this.slice(property) : this.slice(callee);
    if (this.grammar.inputsOf(kind) === undefined || kind === "Provider") return undefined;
    const prefix = member?.firstChild ? this.slice(member.firstChild) : undefined;
    // If the program has imports, only names imported from the provider; otherwise, whatever is named like a kind.
    if (this.packages.length > 0 && prefix !== undefined && this.namespace !== undefined && prefix !== this.namespace)
      return undefined;
    if (member === null && this.packages.length > 0 && !this.imported.has(kind)) return undefined;
    const given: SyntaxNode[] = [];
    for (let child = list.firstChild; child !== null; child = child.nextSibling)
      if (!/^[(),]$/.test(child.name) && !child.type.isError && !/Comment/.test(child.name)) given.push(child);
    const [nameNode, written, optionsNode] = given;
    const fixed = nameNode === undefined ? undefined : this.valueAt(nameNode).value;
    const name = typeof fixed === "string" ? fixed : nameNode === undefined ? kind : this.slice(nameNode);
    return { kind, name, nameNode, argsNode: written, optionsNode };
  }

  /** The args of a kind; all properties that a spread or a call may set are unknown, the optional ones too. */
  private argsOf(written: SyntaxNode, kind: string): LocatedValue {
    let node = written;
    if (node.name === "CallExpression") {
      const callee = node.firstChild;
      const name = callee === null ? "" : (this.slice(callee).split(".").at(-1) ?? "");
      const [inner] = node.getChild("ArgList")?.getChildren("ObjectExpression") ?? [];
      if (this.grammar.isBuilder(name) && inner !== undefined) node = inner;
    }
    if (node.name === "VariableName") node = this.names.get(this.slice(node)) ?? node;
    const located = this.valueAt(node);
    const complete = located.properties !== undefined && !this.hasSpread(node);
    if (complete) return located;
    if (located.properties === undefined)
      this.notEvaluated(
        written,
        `the args of this \`${kind}\` are unknown until the program runs; write them as an object here to check them`,
      );
    else
      this.notEvaluated(
        written,
        `the args of this \`${kind}\` contain a spread that is unknown until the program runs; only the ` +
          "properties written next to it are checked",
      );
    const value: Args = {};
    for (const input of this.grammar.inputsOf(kind) ?? []) value[input] = UNKNOWN;
    return { ...located, value: { ...value, ...(located.properties === undefined ? {} : (located.value as object)) } };
  }

  /** The resources that the options name; undefined if they name none. */
  private dependsOn(options: SyntaxNode): string[] | typeof UNKNOWN | undefined {
    if (options.name !== "ObjectExpression" || this.hasSpread(options)) return UNKNOWN;
    const property = options
      .getChildren("Property")
      .find(({ firstChild }) => firstChild !== null && this.slice(firstChild) === "dependsOn");
    const value = property?.lastChild;
    if (!value) return undefined;
    const parts =
      value.name === "ArrayExpression"
        ? value.getChildren("VariableName")
        : value.name === "VariableName"
          ? [value]
          : [];
    const names = parts.map((part) => this.resourceNames.get(this.slice(part)));
    const written = value.name === "ArrayExpression" ? this.valueAt(value).items?.length : 1;
    return names.length !== written || names.includes(undefined) ? UNKNOWN : (names as string[]);
  }

  private hasSpread(node: SyntaxNode): boolean {
    return node.getChildren("Property").some((property) => property.getChild("Spread") !== null);
  }

  private valueAt(node: SyntaxNode, depth = 0): LocatedValue {
    const locate = (value: unknown): LocatedValue => ({
      from: node.from - this.shift,
      to: node.to - this.shift,
      value,
    });
    if (depth > 50) return locate(UNKNOWN);
    switch (node.name) {
      case "String":
        return locate(this.stringAt(node));
      case "Number": {
        const number = Number(this.slice(node).replace(/_/g, ""));
        return locate(Number.isFinite(number) ? number : UNKNOWN);
      }
      case "BooleanLiteral":
        return locate(this.slice(node) === "true");
      case "null":
        return locate(null);
      case "TemplateString": {
        const text = this.slice(node);
        return locate(text.includes("${") || text.includes("\\") ? UNKNOWN : text.slice(1, -1));
      }
      case "UnaryExpression": {
        const number = Number(this.slice(node).replace(/_/g, ""));
        return locate(Number.isFinite(number) ? number : UNKNOWN);
      }
      case "ParenthesizedExpression": {
        const inner = node.firstChild?.nextSibling;
        return inner ? this.valueAt(inner, depth + 1) : locate(UNKNOWN);
      }
      case "BinaryExpression": {
        const [left, operator, right] = [node.firstChild, node.firstChild?.nextSibling, node.lastChild];
        if (!left || !right || !operator || (this.slice(operator) !== "as" && !/satisfies/.test(this.slice(operator))))
          return locate(UNKNOWN);
        return this.valueAt(left, depth + 1);
      }
      case "ArrayExpression":
        return this.arrayAt(node, depth, locate);
      case "ObjectExpression":
        return this.objectAt(node, depth, locate);
      case "VariableName": {
        const name = this.slice(node);
        if (name === "undefined") return locate(undefined);
        const constant = this.names.get(name);
        return locate(constant === undefined ? UNKNOWN : this.valueAt(constant, depth + 10).value);
      }
      case "MemberExpression": {
        const [object, property] = [node.firstChild, node.getChild("PropertyName")];
        const ref = object?.name === "VariableName" ? this.resourceNames.get(this.slice(object)) : undefined;
        if (ref !== undefined && property !== null && this.slice(property) === "id") return locate({ ref });
        return locate(UNKNOWN);
      }
      case "CallExpression": {
        const callee = node.firstChild === null ? "" : this.slice(node.firstChild);
        const secret = /(^|\.)(secret|requireSecret|getSecret)$/.test(callee);
        return locate(secret ? HIDDEN : UNKNOWN);
      }
      default:
        return locate(UNKNOWN);
    }
  }

  private arrayAt(node: SyntaxNode, depth: number, locate: (value: unknown) => LocatedValue): LocatedValue {
    const items: LocatedValue[] = [];
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.name === "Spread") return locate(UNKNOWN);
      if (!/^[[\],]$/.test(child.name) && !child.type.isError && !/Comment/.test(child.name))
        items.push(this.valueAt(child, depth + 1));
    }
    return { ...locate(items.map(({ value }) => value)), items };
  }

  private objectAt(node: SyntaxNode, depth: number, locate: (value: unknown) => LocatedValue): LocatedValue {
    const properties = new Map<string, LocatedProperty>();
    const value: Args = {};
    for (const property of node.getChildren("Property")) {
      if (property.getChild("Spread") !== null) continue;
      const key = property.firstChild;
      if (key === null) continue;
      const isText = key.name === "String";
      if (!isText && key.name !== "PropertyDefinition" && key.name !== "PropertyName") continue;
      const name = isText ? String(this.stringAt(key)) : this.slice(key);
      const last = property.lastChild;
      // Shorthand `{ region }`: the name is the value.
      const inner = last !== null && last !== key ? this.valueAt(last, depth + 1) : this.shorthand(key, depth);
      properties.set(name, { keyFrom: key.from - this.shift, keyTo: key.to - this.shift, located: inner });
      if (inner.value !== undefined)
        Object.defineProperty(value, name, {
          value: inner.value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
    }
    return { ...locate(value), properties };
  }

  private shorthand(key: SyntaxNode, depth: number): LocatedValue {
    const constant = this.names.get(this.slice(key));
    return {
      from: key.from - this.shift,
      to: key.to - this.shift,
      value: constant === undefined ? UNKNOWN : this.valueAt(constant, depth + 10).value,
    };
  }

  private stringAt(node: SyntaxNode): unknown {
    const text = this.slice(node);
    const inner = text.slice(1, -1);
    if (!inner.includes("\\")) return inner;
    try {
      return JSON.parse(`"${inner.replace(/\\'/g, "'").replace(/(?<!\\)"/g, '\\"')}"`) as string;
    } catch {
      return UNKNOWN;
    }
  }

  private find(node: SyntaxNode, name: string): SyntaxNode | undefined {
    let found: SyntaxNode | undefined;
    node.cursor().iterate((ref) => {
      if (found === undefined && ref.name === name) found = ref.node;
      return found === undefined;
    });
    return found;
  }

  private slice({ from, to }: { from: number; to: number }): string {
    return this.text.slice(from, to);
  }
}
