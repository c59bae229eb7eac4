// A fix as text: only what it changes is written anew.
import { applyEdits, type Diagnostic, type Edit, type Step, steps } from "../../internal";
import { own } from "../../values/data";
import { type Subject, stepsTo } from "../formats/subject";

/** The text of the file with the fix in it; undefined where it is no document, or the fix cannot be written. */
export async function fixedText(subject: Subject, diagnostic: Diagnostic): Promise<string | undefined> {
  if (subject.format !== "document" || diagnostic.fix === undefined) return undefined;
  const base = stepsTo(subject, { ...diagnostic, path: "" });
  const prefix = diagnostic.resource === undefined ? [] : [...base, "args"];
  if (diagnostic.resource !== undefined && base.length === 0) return undefined;
  const edits = diagnostic.fix.map((edit) => ({ edit, path: [...prefix, ...steps(edit.path)] }));
  // A value with a mark around it would lose the mark.
  if (edits.some(({ path }) => isMarked(subject.parsed.value, path))) return undefined;
  const text =
    subject.parsed.syntax === "json"
      ? await inJson(subject.parsed.text, edits)
      : await inYaml(subject.parsed.text, edits, wanted(subject.parsed.value, edits));
  return text === subject.parsed.text ? undefined : text;
}

type PlacedEdit = { edit: Edit; path: Step[] };

function isMarked(value: unknown, path: readonly Step[]): boolean {
  let at = value;
  for (const step of path) at = own(at, String(step));
  return typeof at === "object" && at !== null && ["secret", "ref", "unknown"].some((mark) => Object.hasOwn(at, mark));
}

/** What the document is to be. */
function wanted(value: unknown, edits: readonly PlacedEdit[]): unknown {
  const asText = (path: readonly Step[]): string =>
    path.map((step) => (typeof step === "number" ? `[${step}]` : `["${step.replace(/[\\"]/g, "\\$&")}"]`)).join("");
  return applyEdits(
    value as object,
    edits.map(({ edit, path }) => ({ ...edit, path: asText(path) })),
  );
}

async function inJson(text: string, edits: readonly PlacedEdit[]): Promise<string> {
  const { applyEdits: write, modify } = await import("jsonc-parser");
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
  const formattingOptions = {
    insertSpaces: !indent.startsWith("\t"),
    tabSize: indent.startsWith("\t") ? 4 : indent.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  };
  let result = text;
  for (const { edit, path } of edits)
    result = write(result, modify(result, [...path], "value" in edit ? edit.value : undefined, { formattingOptions }));
  return result;
}

async function inYaml(text: string, edits: readonly PlacedEdit[], wanted: unknown): Promise<string | undefined> {
  const [{ parseDocument }, { editYaml }] = await Promise.all([import("yaml"), import("./yaml")]);
  const { isDeepStrictEqual } = await import("node:util");
  const isWanted = (result: string): boolean => {
    const document = parseDocument(result, { prettyErrors: false });
    return document.errors.length === 0 && isDeepStrictEqual(JSON.stringify(document.toJS()), JSON.stringify(wanted));
  };
  let result: string | undefined = text;
  for (const { edit, path } of edits) result = result === undefined ? undefined : editYaml(result, path, edit);
  if (result !== undefined && isWanted(result)) return result;
  // What cannot be written in place is written by the library, which keeps comments but not every space.
  const document = parseDocument(text);
  for (const { edit, path } of edits) {
    if ("value" in edit) document.setIn(path, edit.value);
    else document.deleteIn(path);
  }
  const whole = document.toString({ lineWidth: 0 });
  return isWanted(whole) ? whole : undefined;
}
