// The words of the core are data: TypeScript prints them, and never cuts, matches or rewrites them. What has to escape
// or indent a text is in one file, which knows no word.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { takenApart } from "./support/words.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const SOURCES = join(ROOT, "pkg-template", "src");
const LAYOUT = join(SOURCES, "layout.ts");
const PLAYGROUND = join(ROOT, "pkg-template", "playground");

/** The names of properties that hold a sentence, wherever the core answers with one. */
const SENTENCES = new Set(
  "message help reason reasons because title category why about doc words assumptions wouldHelp brings how".split(" "),
);

/** The sentences of an answer by interface, from its declarations. */
function sentences() {
  const found = { InputError: ["reason", "message"], ValidationError: ["message"], RulePage: ["why"] };
  const text = readFileSync(join(SOURCES, "generated", "api.ts"), "utf8");
  for (const node of ts.createSourceFile("api.ts", text, ts.ScriptTarget.Latest).statements) {
    if (!ts.isInterfaceDeclaration(node)) continue;
    const names = node.members.map(({ name }) => name?.text).filter((name) => SENTENCES.has(name));
    if (names.length > 0) found[node.name.text] = [...(found[node.name.text] ?? []), ...names];
  }
  return found;
}

const sources = sentences();
const parsed = (file) =>
  ts.getParsedCommandLineOfConfigFile(file, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: assert.fail });
const toPath = (name) => name.split("/").join(sep);

/** Findings in a program that has these files in it, with the types of the package. */
function findings(files, options, folder) {
  const program = ts.createProgram(files, { ...options, noEmit: true });
  const isOurs = (name) => toPath(name).startsWith(folder + sep);
  return takenApart(program, { sources, isOurs, isAllowed: (name) => toPath(name) === LAYOUT }).map((finding) =>
    finding.replace(ROOT + sep, ""),
  );
}

describe("sentences of the core", () => {
  it("are known by the names of their properties", () => {
    for (const [name, properties] of Object.entries({
      Diagnostic: ["message", "help"],
      RuleMeta: ["title"],
      AddressDiagnostic: ["message", "help"],
      BackupDiagnostic: ["message", "help"],
      SizingDiagnostic: ["message"],
    }))
      for (const property of properties) assert.ok(sources[name]?.includes(property), `${name}.${property}`);
    assert.ok(sources.ChangeStep?.some((name) => ["reasons", "because"].includes(name)));
    assert.ok(sources.UnplacedNetwork?.some((name) => ["help", "wouldHelp"].includes(name)));
  });

  for (const [config, folder] of [
    ["tsconfig.cli.json", SOURCES],
    ["tsconfig.node.json", SOURCES],
  ])
    it(`are taken apart nowhere in the package (${config})`, () => {
      const { fileNames, options } = parsed(join(SOURCES, "..", config));
      assert.deepEqual(findings(fileNames, options, folder), []);
    });

  it("are taken apart nowhere in the playground", () => {
    const { fileNames, options } = parsed(join(PLAYGROUND, "tsconfig.json"));
    assert.deepEqual(findings(fileNames, options, join(PLAYGROUND, "src")), []);
  });
});

describe("the file of escapers and layout", () => {
  /** Texts in its code: those of strings and templates, and what is found by regular expressions. */
  function texts() {
    const found = [];
    const look = (node) => {
      if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) found.push(node.text);
      if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) found.push(node.text);
      if (ts.isRegularExpressionLiteral(node)) found.push(node.text.slice(1, node.text.lastIndexOf("/")));
      ts.forEachChild(node, look);
    };
    look(ts.createSourceFile("layout.ts", readFileSync(LAYOUT, "utf8"), ts.ScriptTarget.Latest, true));
    return found;
  }

  it("has no word in it", () => {
    // `&amp;`, `%0A`, `\u{1b}`, and the classes of a regular expression.
    const ESCAPES =
      /&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);|%[0-9A-F]{2}|\\u\{?[0-9a-f]*\}?|\\[a-zA-Z]|[a-z]-[a-z]/gi;
    for (const text of texts()) assert.doesNotMatch(text.replace(ESCAPES, ""), /[a-z]/i, JSON.stringify(text));
  });

  it("is the only one of its name", () => {
    const names = readdirSync(SOURCES, { recursive: true }).map(String);
    assert.deepEqual(
      names.filter((name) => /(?:^|[\\/])layout\.ts$/.test(name)),
      ["layout.ts"],
    );
  });
});

describe("this test", () => {
  const DECLARED = `
    interface Diagnostic { code: string; path: string; message: string; help: string; fix?: string[] }
    interface ChangeStep { reasons: string[]; action: string }
    class InputError extends TypeError { readonly reason: string = ""; readonly path: string = "" }
    declare const d: Diagnostic;
    declare const all: readonly Diagnostic[];
    declare const step: ChangeStep;
    declare const console: { log(...texts: unknown[]): void };
  `;

  /** Findings in one program of this text. */
  function inText(text) {
    const options = { strict: true, target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"], types: [] };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists } = host;
    const file = ts.createSourceFile("/program.ts", DECLARED + text, ts.ScriptTarget.ES2022, true);
    host.getSourceFile = (name, ...more) => (name === "/program.ts" ? file : getSourceFile.call(host, name, ...more));
    host.fileExists = (name) => name === "/program.ts" || fileExists.call(host, name);
    const program = ts.createProgram(["/program.ts"], options, host);
    assert.deepEqual(
      program.getSemanticDiagnostics(file).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " ")),
      [],
    );
    const names = { Diagnostic: ["message", "help"], ChangeStep: ["reasons"], InputError: ["reason", "message"] };
    return takenApart(program, { sources: names, isOurs: (name) => name === "/program.ts", isAllowed: () => false });
  }

  for (const [what, text] of Object.entries({
    "a method": "d.message.slice(1);",
    "a method that may be missing": "declare const maybe: Diagnostic | undefined; maybe?.message?.trim();",
    "a method that is not called": "const cut = d.message.slice;",
    "a regular expression": "/known/.test(d.message);",
    "a regular expression in a method": "d.help.replace(/^write/, '');",
    "a regular expression made of it": "new RegExp(d.message);",
    "a comparison": "if (d.message === 'is missing') throw 0;",
    "a switch": "switch (d.message) { case 'a': break; }",
    "an index": "d.message[0];",
    "its characters": "for (const c of d.message) console.log(c);",
    "what looks for it": "'text'.includes(d.message);",
    "a variable": "const text = d.message; text.split(' ');",
    "a variable that is set later": "let text = ''; text = d.help; text.split(' ');",
    "a variable that it is added to": "let text = ''; text += d.help; text.split(' ');",
    "a destructured property": "const { message } = d; message.trim();",
    "a renamed property": "const { message: text } = d; text.trim();",
    "a destructured parameter": "all.map(({ message }) => message.trim());",
    "a property by its name as a text": "d['message'].trim();",
    "a parameter": "function cut(text: string) { return text.slice(1); } cut(d.message);",
    "a parameter of a second function":
      "const cut = (text: string) => text.slice(1); const pass = (text: string) => cut(text); pass(d.message);",
    "a parameter that is the rest":
      "function cut(...texts: string[]) { return texts[0]!.slice(1); } cut('', d.message);",
    "a template": "`error: ${d.message}`.split(':');",
    "a sum": "('error: ' + d.message).split(':');",
    "a list": "[d.code, d.message].join(' ').split(' ');",
    "a list that it is put into": "const lines: string[] = []; lines.push(d.message); lines.join('').trim();",
    "a part of a list": "const [, text] = [d.code, d.message]; text!.trim();",
    "a list of sentences": "step.reasons.map((reason) => reason.trim());",
    "a loop over sentences": "for (const reason of step.reasons) reason.trim();",
    "a list made of diagnostics": "all.map((each) => each.message).join(' ').trim();",
    "what a function returns": "function text() { return d.message; } text().trim();",
    "what an arrow function returns": "const text = (of: Diagnostic) => `${of.code} ${of.message}`; text(d).trim();",
    "what a nested function returns": "const inner = () => d.help; const outer = () => inner(); outer().trim();",
    "a property of another object": "const line = { text: d.message }; line.text.trim();",
    "a property of an interface":
      "interface Line { text: string } const lines: Line[] = all.map(({ message }) => ({ text: message })); lines[0]!.text.trim();",
    "a property of a class":
      "class Line { constructor(readonly text: string) {} cut() { return this.text.trim(); } } new Line(d.message).cut();",
    "a shorthand property":
      "const { message } = d; const line = { message }; const { message: text } = line; text.trim();",
    "a property of a parameter": "function cut(of: { message: string }) { return of.message.trim(); } cut(d);",
    "a property of the parts of a list":
      "interface Line { message: string } const cut = (lines: Line[]) => lines[0]!.message.trim(); cut([...all]);",
    "a property of what a function returns":
      "interface Line { message: string } function line(): Line { return { ...d }; } line().message.trim();",
    "a destructured reason":
      "try { throw 0; } catch (e) { if (e instanceof InputError) { const { message } = e; message.trim(); } }",
    "a copy": "const copy = { ...d, code: '' }; copy.message.trim();",
    "a type made of it": "declare const part: Pick<Diagnostic, 'message'>; part.message.trim();",
    "an optional choice": "declare const other: string | undefined; (other ?? d.message).trim();",
    "a condition": "(all.length > 0 ? d.message : '').trim();",
    "a function that is known by its type":
      "type Paint = (text: string) => string; const cut: Paint = (text) => text.trim(); const use = (paint: Paint) => paint(d.message); use(cut);",
    "what a function that is known by its type returns":
      "type Paint = (text: string) => string; const use = (paint: Paint) => paint(d.message).trim();",
    "a function of the language": "String(d.message).trim();",
    "a map": "const texts = new Map<string, string>(); texts.set('a', d.message); texts.get('a')!.trim();",
    "the reason of an error": "try { throw 0; } catch (e) { if (e instanceof InputError) e.reason.trim(); }",
    "the message of an error":
      "try { throw 0; } catch (e) { if (e instanceof InputError) e.message.slice(e.path.length); }",
  }))
    it(`finds ${what}`, () => assert.equal(inText(text).length, 1, inText(text).join("\n")));

  for (const [what, text] of Object.entries({
    "another property": "d.path.split('.'); d.code.startsWith('NET');",
    "what is printed": "console.log(`${d.code} ${d.message}\\n  help: ${d.help}`);",
    "whether it is empty": "if (d.message === '') throw 0;",
    "its length": "if (d.message.length > 80) throw 0;",
    "the method of a list":
      "const lines = [d.message, d.help].filter((line) => line !== ''); lines.slice(1); lines.join(' ');",
    "another part of the same object": "const line = { text: d.message, code: d.code }; line.code.slice(0, 3);",
    "another argument of the same function":
      "const f = (code: string, text: string) => code.slice(0, 3) + text; f(d.code, d.message);",
    "a message that is not of the core":
      "try { throw 0; } catch (e) { if (e instanceof SyntaxError) e.message.trim(); }",
    "codes of diagnostics": "all.map(({ code }) => code).join(' ').trim();",
    "a path of an error": "try { throw 0; } catch (e) { if (e instanceof InputError) e.path.slice(1); }",
  }))
    it(`leaves ${what}`, () => assert.deepEqual(inText(text), []));
});
