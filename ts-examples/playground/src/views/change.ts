// What a change does: the program before, against the one in the editor.
import type { EditorView } from "@codemirror/view";
import {
  InputError,
  planChange,
  type ChangeAction,
  type ChangePlan,
  type ChangeStep,
  type Document,
} from "eventstorecloud-planner";
import type { Answer, App, View } from "../app";
import { andMore, button, h, plural, prose, table } from "../dom";
import { makeEditor } from "../editor";
import { read, resourceNamed, type Located } from "../read";
import { rulePage } from "./problems";

const SIGN: { [action in ChangeAction]: string } = {
  none: "=",
  undecided: "?",
  create: "+",
  update: "~",
  disk: "~",
  resize: "~",
  upgrade: "↑",
  replace: "±",
  delete: "−",
  refused: "✕",
};

const AT_ONCE = 300;
const MOST_CARDS = 50;

/** The steps that are shown: all, or of very many the ones that matter most. */
function listed(steps: ChangeStep[]): ChangeStep[] {
  if (steps.length <= AT_ONCE) return steps;
  const weight = ({ dataLoss, action }: ChangeStep): number =>
    dataLoss ? 3 : action === "refused" ? 2 : action === "none" ? 0 : 1;
  return [...steps].sort((a, b) => weight(b) - weight(a)).slice(0, AT_ONCE);
}

export function changeView(app: App): View {
  let editor: EditorView | undefined;
  let before = "";
  let all = false;
  const host = h("div", { class: "editor before" });
  const result = h("div", { class: "result" });
  const shows = h("input", {
    type: "checkbox",
    onchange: () => {
      all = shows.checked;
      show(app.answer);
    },
  });
  const panel = h(
    "div",
    { class: "stack" },
    h(
      "section",
      { "aria-labelledby": "before-title" },
      h(
        "div",
        { class: "bar wrap" },
        h("h3", { id: "before-title" }, "Before"),
        h("span", { class: "note" }, "what is deployed; the program beside it is what comes after"),
        h("span", { class: "grow" }),
        button("Take the program as before", () => set(app.text()), { id: "take-before" }),
        button(
          "Swap",
          () => {
            const after = app.text();
            const old = before;
            set(after);
            app.change([{ from: 0, to: after.length, insert: old }], "Before and after are swapped");
          },
          { class: "quiet" },
        ),
      ),
      host,
    ),
    h(
      "section",
      { "aria-labelledby": "steps-title" },
      h(
        "div",
        { class: "bar wrap" },
        h("h3", { id: "steps-title" }, "What happens"),
        h("span", { class: "grow" }),
        h("label", { class: "check" }, shows, " what stays, too"),
      ),
      result,
    ),
  );

  let timer = 0;
  function open(): EditorView {
    editor ??= makeEditor(host, before, "Program before", (view) => {
      before = view.state.doc.toString();
      clearTimeout(timer);
      timer = window.setTimeout(() => show(app.answer), 200);
      app.touched();
    });
    return editor;
  }

  let readBefore: { text: string; kind: string; document: Document } | undefined;
  function documentBefore(): Document {
    const { kind } = app.settings;
    if (readBefore?.text !== before || readBefore.kind !== kind)
      readBefore = { text: before, kind, document: read(before, kind).document };
    return readBefore.document;
  }

  function set(text: string): void {
    before = text;
    if (editor !== undefined) editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
    show(app.answer);
  }

  function row(step: ChangeStep, located: Located): HTMLTableRowElement {
    const { action, resource, properties, downtime, dataLoss, reasons, route, order } = step;
    const place = resourceNamed(located, resource.kind, resource.name);
    const value = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));
    const changes = properties.map(({ path, effect, from, to }) =>
      h(
        "li",
        {},
        h("code", {}, path),
        from === undefined && to === undefined ? "" : ` ${value(from)} → ${value(to)}`,
        h("span", { class: "effect" }, ` ${effect}`),
      ),
    );
    const why = reasons.map((reason) => h("li", { class: "note" }, prose(reason)));
    return h(
      "tr",
      { class: dataLoss ? "loss" : "", "data-name": resource.name, "data-action": action },
      h(
        "td",
        {},
        h(
          "span",
          { class: `badge action ${action}` },
          h("span", { "aria-hidden": "true" }, SIGN[action]),
          ` ${action}`,
        ),
      ),
      h(
        "td",
        {},
        place === undefined ? resource.name : button(resource.name, () => app.jump(place.head), { class: "link" }),
        h("span", { class: "subject kind" }, resource.kind),
      ),
      h(
        "td",
        {},
        h(
          "ul",
          { class: "plain" },
          ...changes,
          ...why,
          route === undefined ? null : h("li", {}, `way: ${route.hops.join(", then ")}`),
          order === undefined
            ? null
            : h(
                "li",
                { class: "note" },
                order === "deleteFirst" ? "the old one is deleted first" : "the new one is created first",
              ),
        ),
      ),
      h("td", {}, downtime),
      h(
        "td",
        {},
        dataLoss
          ? h("span", { class: "badge error" }, h("span", { "aria-hidden": "true" }, "▲"), " data is lost")
          : "no",
      ),
    );
  }

  function show({ located }: Answer): void {
    open();
    if (before.trim() === "")
      return result.replaceChildren(
        h(
          "p",
          { class: "empty" },
          "Take the program as before, then change it: here stands what a deployment of the change would do.",
        ),
      );
    let plan: ChangePlan;
    try {
      plan = planChange(
        documentBefore(),
        located.document,
        app.settings.environment === "" ? {} : { environment: app.settings.environment },
      );
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return result.replaceChildren(
        h(
          "p",
          { class: "error-text", role: "alert" },
          `Nothing can be said of a program that is read only in part: ${error.message}`,
        ),
      );
    }
    const steps = plan.steps.filter(({ action }) => all || action !== "none");
    const losses = plan.steps.filter(({ dataLoss }) => dataLoss).length;
    const counts = new Map<string, number>();
    for (const { action } of plan.steps) counts.set(action, (counts.get(action) ?? 0) + 1);
    const verdict = h(
      "p",
      { class: losses > 0 || !plan.ok ? "verdict bad" : "verdict good" },
      h(
        "b",
        {},
        losses > 0
          ? `▲ Data of ${plural(losses, "resource")} is lost. `
          : plan.ok
            ? "✓ No step is refused, and no data is lost for certain. "
            : "✕ A step is refused. ",
      ),
      [...counts]
        .map(([action, count]) => (action === "none" ? `${count} unchanged` : `${count} ${action}`))
        .join(", "),
      plan.deferred.length > 0 ? `; ${plural(plan.deferred.length, "change")} not known yet` : "",
    );
    result.replaceChildren(
      verdict,
      steps.length === 0
        ? h("p", { class: "empty" }, "Nothing changes.")
        : table(
            "Steps of the change",
            ["Action", "Resource", "What changes, and why", "Downtime", "Data loss"],
            listed(steps).map((step) => row(step, located)),
          ),
      andMore(steps.length - AT_ONCE, "step", "; those that lose data or are refused stand first") ?? "",
      ...(plan.diagnostics.length === 0
        ? []
        : [
            h("h4", {}, "Think of first"),
            h(
              "div",
              { class: "cards" },
              ...plan.diagnostics.slice(0, MOST_CARDS).map((diagnostic) => {
                const card = rulePage(diagnostic);
                const subject =
                  diagnostic.resource === undefined
                    ? ""
                    : `${diagnostic.resource.kind} ${diagnostic.resource.name} ${diagnostic.path}`;
                card.querySelector("header")?.append(h("span", { class: "subject" }, subject));
                return card;
              }),
            ),
            andMore(plan.diagnostics.length - MOST_CARDS, "diagnostic") ?? "",
          ]),
    );
  }

  return {
    name: "change",
    title: "Change plan",
    panel,
    show,
    state: () => before,
    restore(state) {
      before = typeof state === "string" ? state : "";
      if (editor !== undefined) editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: before } });
    },
  };
}
