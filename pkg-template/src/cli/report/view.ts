// Which text the location of a diagnostic is shown in: the file itself, or the program that an engine ran.
import { inProgram, type Subject, shownValueOf } from "../formats/subject";
import { programFile, projectOf } from "../input/source";
import type { View } from "./frame";
import type { LocatedDiagnostic } from "./result";
import { shown, without } from "./secrets";

/** The text around a diagnostic; undefined where it is a program that cannot be shown. */
export function viewOf(subject: Subject, diagnostic: LocatedDiagnostic): View | undefined {
  const { text, lines, file } = subject.parsed;
  if (inProgram(subject, diagnostic) === undefined)
    return { text, lines, shown: (start, end) => shown(subject, start, end) };
  const program = programFile(diagnostic.location, projectOf(file));
  const { line, column } = diagnostic.location.start;
  if (program === undefined || !program.lines.has({ line, column })) return undefined;
  // Of what is written in quotes, only what is said to be wrong is shown.
  const value = shownValueOf(subject, diagnostic);
  const hidden = program.literals.filter(({ start, end }) => program.text.slice(start, end) !== value);
  const { text: source, lines: sourceLines } = program;
  return {
    text: source,
    lines: sourceLines,
    shown: (start, end) => without(subject, source, hidden, [start, end], "…"),
  };
}
