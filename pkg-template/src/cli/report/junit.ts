// JUnit's XML, which build servers show as tests: a suite for each file, a case for each resource. Errors are failures;
// what is no error is printed below the case.
import { xml } from "../../layout";
import { list, own, textOf } from "../../values/data";
import { type LocatedDiagnostic, type LocatedResult, locationText, nameOf, subjectLine } from "./result";

export function junit(results: readonly LocatedResult[]): string {
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

function suite({ subject, report }: LocatedResult): { text: string; tests: number } {
  const cases = new Map<string, LocatedDiagnostic[]>([["the document", []]]);
  for (const resource of list(own(subject.document, "resources"))) {
    const kind = (textOf(own(resource, "kind")) ?? "?").split(":").at(-1) ?? "?";
    cases.set(nameOf(subject, { kind, name: textOf(own(resource, "name")) ?? "?" }), []);
  }
  for (const diagnostic of report.diagnostics) {
    const name = diagnostic.resource === undefined ? "the document" : nameOf(subject, diagnostic.resource);
    cases.set(name, [...(cases.get(name) ?? []), diagnostic]);
  }
  const texts = [...cases].map(([name, diagnostics]) => {
    // Failures come first in the schema that build servers follow.
    const failures = diagnostics.filter(({ severity }) => severity === "error");
    const notes = diagnostics.filter(({ severity }) => severity !== "error");
    const about = (diagnostic: LocatedDiagnostic): string =>
      xml(
        `${locationText(diagnostic.location)}\n${subjectLine(subject, diagnostic)}\n${diagnostic.message}\nhelp: ` +
          `${diagnostic.help}`,
      );
    const inside = [
      ...failures.map(
        (diagnostic) =>
          `      <failure type="${diagnostic.code}" ` +
          `message="${xml(`${diagnostic.code} ${diagnostic.message}`)}">${about(diagnostic)}</failure>`,
      ),
      ...notes.map(
        (diagnostic) => `      <system-out>${diagnostic.severity} ${diagnostic.code} ${about(diagnostic)}</system-out>`,
      ),
    ];
    const head = `    <testcase classname="${xml(subject.parsed.shown)}" name="${xml(name)}"`;
    return inside.length === 0 ? `${head}/>` : `${head}>\n${inside.join("\n")}\n    </testcase>`;
  });
  const text =
    `  <testsuite name="${xml(subject.parsed.shown)}" tests="${cases.size}" failures="${report.counts.errors}">\n` +
    `${texts.join("\n")}\n  </testsuite>`;
  return { text, tests: cases.size };
}
