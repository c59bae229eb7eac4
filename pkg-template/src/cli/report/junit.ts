// JUnit's XML, which build servers show as tests: a suite for each file, a case for each resource. Errors are failures;
// what is no error is printed below the case.
import type { Diagnostic } from "../../internal";
import { list, own, textOf } from "../formats/subject";
import { nameOf, placeOf, type Result, subjectLine } from "./result";

export function junit(results: readonly Result[]): string {
  const suites = results.map((result) => suite(result));
  const failures = results.reduce((sum, { report }) => sum + report.counts.errors, 0);
  const tests = suites.reduce((sum, { tests }) => sum + tests, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="eventstorecloud-planner" tests="${tests}" failures="${failures}">`,
    ...suites.map(({ text }) => text),
    "</testsuites>",
  ].join("\n");
}

function suite({ subject, report }: Result): { text: string; tests: number } {
  const cases = new Map<string, Diagnostic[]>([["the document", []]]);
  for (const resource of list(own(subject.document, "resources"))) {
    const kind = (textOf(own(resource, "kind")) ?? "?").split(":").at(-1) ?? "?";
    cases.set(nameOf(subject, { kind, name: textOf(own(resource, "name")) ?? "?" }), []);
  }
  for (const diagnostic of report.diagnostics) {
    const name = diagnostic.resource === undefined ? "the document" : nameOf(subject, diagnostic.resource);
    cases.set(name, [...(cases.get(name) ?? []), diagnostic]);
  }
  const texts = [...cases].map(([name, diagnostics]) => {
    const inside = diagnostics.map((diagnostic) => {
      const text = xml(
        `${placeOf(subject, diagnostic)}\n${subjectLine(subject, diagnostic)}\n${diagnostic.message}\nhelp: ` +
          `${diagnostic.help}`,
      );
      return diagnostic.severity === "error"
        ? `      <failure type="${diagnostic.code}" ` +
            `message="${xml(`${diagnostic.code} ${diagnostic.message}`)}">${text}</failure>`
        : `      <system-out>${diagnostic.severity} ${diagnostic.code} ${text}</system-out>`;
    });
    // Failures come first in the schema that build servers follow.
    inside.sort((a, b) => Number(b.includes("<failure")) - Number(a.includes("<failure")));
    const head = `    <testcase classname="${xml(subject.parsed.shown)}" name="${xml(name)}"`;
    return inside.length === 0 ? `${head}/>` : `${head}>\n${inside.join("\n")}\n    </testcase>`;
  });
  const text =
    `  <testsuite name="${xml(subject.parsed.shown)}" tests="${cases.size}" failures="${report.counts.errors}">\n` +
    `${texts.join("\n")}\n  </testsuite>`;
  return { text, tests: cases.size };
}

/** Characters that XML cannot hold, not even escaped, become a question mark. */
function xml(text: string): string {
  // eslint-disable-next-line no-control-regex
  const clean = text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    "?",
  );
  return clean
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\n/g, "&#10;");
}
