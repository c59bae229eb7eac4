// The check of one text, in a form that a worker can send. The locations of all values are not sent: reading the text
// again, when they are needed, takes less time.
import { check, type Report } from "eventstorecloud-planner";
import { type Grammar, rangeOf, read, type Form, type LocatedText, type Range, type TextMessage } from "./read";

export interface Settings {
  environment: string;
  profile: "default" | "strict" | "advice";
  /** The kind of args without a resource around them. */
  kind: string;
}

/** What a check finds. */
export interface Found {
  form: Form;
  /** Whether the text is checked as a part of a program. */
  partial: boolean;
  syntaxErrors: TextMessage[];
  /** The parts of a program whose values are unknown until it runs. */
  unevaluated: TextMessage[];
  /** Whether the text could not be read at all. */
  unreadable?: true;
  report: Report;
  /** What to underline for each diagnostic of the report. */
  ranges: Range[];
  /** How long reading and checking took. */
  milliseconds: number;
}

/** The check of one text, with the text. */
export interface Answer extends Found {
  text: string;
  /** The text with the location of every value. */
  readonly located: LocatedText;
}

/** Checks any text; one that cannot be read at all has a syntax error that says so. */
export function find(text: string, settings: Settings, grammar?: Grammar): Found {
  try {
    return findIn(text, settings, grammar);
  } catch (error) {
    const message =
      error instanceof RangeError
        ? "the program is nested too deeply to be read"
        : `the program cannot be checked: ${error instanceof Error ? error.message : String(error)}`;
    const syntaxErrors = [{ from: 0, to: Math.min(1, text.length), message }];
    return { ...findIn("", settings), unreadable: true, syntaxErrors };
  }
}

function findIn(text: string, settings: Settings, grammar?: Grammar): Found {
  const start = performance.now();
  const located = read(text, settings.kind, grammar);
  const report = check(located.document, {
    profile: settings.profile,
    ...(settings.environment === "" ? {} : { environment: settings.environment }),
  });
  const ranges = report.diagnostics.map(({ resource, path }) => rangeOf(located, resource, path));
  const { form, syntaxErrors, document, unevaluated = [] } = located;
  return {
    form,
    partial: document.partial === true,
    syntaxErrors,
    unevaluated,
    report,
    ranges,
    milliseconds: performance.now() - start,
  };
}

export function answerOf(text: string, kind: string, found: Found): Answer {
  let located: LocatedText | undefined;
  return {
    ...found,
    text,
    get located() {
      return (located ??= read(found.unreadable ? "" : text, kind));
    },
  };
}
