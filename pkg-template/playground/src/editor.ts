// The editors: CodeMirror with the diagnostics of the check.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic as Mark } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Diagnostic } from "eventstorecloud-planner";
import type { Answer } from "./app";
import { h, prose } from "./dom";
import { languageOf, type Range } from "./read";

const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--key)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--number)" },
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--keyword)" },
  { tag: [tags.comment], color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.className, tags.typeName], color: "var(--number)" },
]);

const language = new Compartment();
const grammar = (text: string) => (languageOf(text) === "json" ? json() : javascript({ typescript: true }));

/** Creates an editor; `changed` is called on every change of its text, and told whether somebody types. */
export function makeEditor(
  parent: HTMLElement,
  text: string,
  label: string,
  changed: (view: EditorView, typed: boolean) => void,
): EditorView {
  let current = languageOf(text);
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        foldGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        syntaxHighlighting(highlight),
        language.of(grammar(text)),
        // Tab has no binding: it leaves the editor, as everywhere on the page.
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...foldKeymap, ...lintKeymap]),
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
        EditorView.lineWrapping,
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          const start = update.state.sliceDoc(0, 2000);
          if (languageOf(start) !== current) {
            current = languageOf(start);
            queueMicrotask(() => update.view.dispatch({ effects: language.reconfigure(grammar(start)) }));
          }
          changed(
            update.view,
            update.transactions.some((part) => part.isUserEvent("input.type") || part.isUserEvent("delete")),
          );
        }),
      ],
    }),
  });
}

/** The label of the button that applies a fix. */
export function fixLabel({ fix }: Diagnostic): string {
  const parts = (fix ?? []).map((edit) =>
    "value" in edit ? `${edit.path}: ${JSON.stringify(edit.value)}` : `remove ${edit.path}`,
  );
  return `Fix: ${parts.join(", ")}`;
}

/** Underlines the syntax errors and diagnostics of an answer. */
export function underline(view: EditorView, answer: Answer, fix: (diagnostic: Diagnostic) => void): void {
  const { length } = view.state.doc;
  const marks: Mark[] = [];
  const add = (range: Range, mark: Omit<Mark, "from" | "to">) => {
    const from = Math.min(range.from, length);
    marks.push({ ...mark, from, to: Math.min(Math.max(range.to, from), length) });
  };
  for (const error of answer.syntaxErrors) add(error, { severity: "error", message: error.message, source: "syntax" });
  for (const [index, diagnostic] of answer.report.diagnostics.entries()) {
    const { code, severity, message, help } = diagnostic;
    add(answer.ranges[index] ?? { from: 0, to: 0 }, {
      severity,
      message: `${code}: ${message}. ${help}`,
      renderMessage: () =>
        h(
          "div",
          { class: "hint" },
          h("p", {}, h("b", {}, code), " ", prose(message)),
          h("p", { class: "note" }, prose(help)),
        ),
      ...(diagnostic.fix === undefined
        ? {}
        : { actions: [{ name: fixLabel(diagnostic), apply: () => fix(diagnostic) }] }),
    });
  }
  view.dispatch(
    setDiagnostics(
      view.state,
      marks.sort((a, b) => a.from - b.from),
    ),
  );
}
