// What is found in one text, in parts that a worker can hand over; the places of every value are read again where they
// are asked for, because handing them over takes longer.
import { check, type Report } from "eventstorecloud-planner";
import { type Grammar, rangeOf, read, type Form, type Located, type TextFault } from "./read";

export interface Settings {
  environment: string;
  profile: "default" | "strict" | "advice";
  /** The kind of args that stand by themselves. */
  kind: string;
}

export interface Range {
  from: number;
  to: number;
}

/** What a check hands over. */
export interface Found {
  form: Form;
  /** Whether the text counts as a part of a program. */
  partial: boolean;
  faults: TextFault[];
  /** What of a program only a run could read. */
  unread: TextFault[];
  unreadable?: true;
  report: Report;
  /** What to underline for each diagnostic of the report. */
  ranges: Range[];
  /** How long reading and checking took. */
  milliseconds: number;
}

/** One answer to one text. */
export interface Answer extends Found {
  text: string;
  /** The text with the place of every value. */
  readonly located: Located;
}

/** What is found in any text; one that cannot be read at all has a fault that says so. */
export function find(text: string, settings: Settings, grammar?: Grammar): Found {
  try {
    return findIn(text, settings, grammar);
  } catch (error) {
    const message =
      error instanceof RangeError
        ? "this is nested too deeply to be read"
        : `this cannot be checked: ${error instanceof Error ? error.message : String(error)}`;
    return { ...findIn("", settings), unreadable: true, faults: [{ from: 0, to: Math.min(1, text.length), message }] };
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
  const { form, faults, document, unread = [] } = located;
  return {
    form,
    partial: document.partial === true,
    faults,
    unread,
    report,
    ranges,
    milliseconds: performance.now() - start,
  };
}

export function answerOf(text: string, kind: string, found: Found): Answer {
  let located: Located | undefined;
  return {
    ...found,
    text,
    get located() {
      return (located ??= read(found.unreadable ? "" : text, kind));
    },
  };
}
