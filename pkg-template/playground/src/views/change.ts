// The change view: what happens to the deployed resources when the program becomes the one in the editor.
import type { EditorView } from "@codemirror/view";
import {
  InputError,
  planChange,
  type ChangeAction,
  type ChangePlan,
  type ChangeStep,
  type Document,
  type ReplaceOrder,
} from "eventstorecloud-planner";
import type { Answer, App, View } from "../app";
import { andMore, button, h, plural, prose, table } from "../dom";
import { makeEditor } from "../editor";
import { read, type LocatedText } from "../read";
import { rulePage } from "./diagnostics";

const SIGN: Record<ChangeAction, string> = {
  none: "=",
  undecided: "?",
  create: "+",
  update: "~",
  disk: "~",
  resize: "~",
  upgrade: "↑",
  replace: "±",
  delete: "−",
  import: "↓",
  read: "=",
  forget: "○",
  refused: "✕",
};

const ORDER: Record<ReplaceOrder, string> = {
  deleteFirst: "the old resource is deleted before the new one is created",
  createFirst: "the new resource is created before the old one is deleted",
};

const AT_ONCE = 300;
const MAX_CARDS = 50;

/** The steps to show: all, or the most important ones if there are too many. */
function listed(steps: ChangeStep[]): ChangeStep[] {
  if (steps.length <= AT_ONCE) return steps;
  const weight = ({ dataLoss, action }: ChangeStep): number =>
    dataLoss ? 3 : action === "refused" ? 2 : action === "none" || action === "read" ? 0 : 1;
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
        h("h3", { id: "before-title" }, "Deployed program"),
        h("span", { class: "note" }, "what is deployed; the editor has the new program"),
        h("span", { class: "grow" }),
        button("Copy from the editor", () => set(app.text()), { id: "copy-before" }),
        button(
          "Swap",
          () => {
            const after = app.text();
            const old = before;
            set(after);
            app.change([{ from: 0, to: after.length, insert: old }], "The deployed and the new program are swapped");
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
        h("h3", { id: "steps-title" }, "Steps of the change"),
        h("span", { class: "grow" }),
        h("label", { class: "check" }, shows, " unchanged resources, too"),
      ),
      result,
    ),
  );

  let timer = 0;
  function open(): EditorView {
    editor ??= makeEditor(host, before, "Deployed program", (view) => {
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

  function row(step: ChangeStep, located: LocatedText): HTMLTableRowElement {
    const { action, resource, properties, downtime, dataLoss, reasons, route, order } = step;
    const written = located.resources.find(resource.kind, resource.name);
    const value = (value: unknown): string => (value === undefined ? "unset" : JSON.stringify(value));
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
        written === undefined ? resource.name : button(resource.name, () => app.jump(written.head), { class: "link" }),
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
          route === undefined ? null : h("li", {}, `upgrade path: ${route.hops.join(", then ")}`),
          order === undefined ? null : h("li", { class: "note" }, ORDER[order]),
        ),
      ),
      h("td", {}, downtime),
      h(
        "td",
        {},
        dataLoss
          ? h("span", { class: "badge error" }, h("span", { "aria-hidden": "true" }, "▲"), " data is deleted")
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
          "Copy the program from the editor, then change it there. The steps of the deployment are listed here.",
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
        h("p", { class: "error-text", role: "alert" }, "The change cannot be planned. ", prose(error.message)),
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
          ? `▲ ${plan.headline ?? `Data of ${plural(losses, "resource")} is deleted`}. `
          : plan.ok
            ? "✓ No step is refused, and none is known to delete data. "
            : plan.steps.some(({ action }) => action === "refused")
              ? "✕ A step is refused. "
              : "✕ The change has errors. ",
      ),
      [...counts]
        .map(([action, count]) => (action === "none" ? `${count} unchanged` : `${count} ${action}`))
        .join(", "),
      plan.deferred.length > 0 ? `; ${plural(plan.deferred.length, "change")} deferred` : "",
    );
    result.replaceChildren(
      verdict,
      steps.length === 0
        ? h("p", { class: "empty" }, "No changes.")
        : table(
            "Steps of the change",
            ["Action", "Resource", "Changes and reasons", "Downtime", "Data loss"],
            listed(steps).map((step) => row(step, located)),
          ),
      andMore(steps.length - AT_ONCE, "step", "; steps that delete data or are refused come first") ?? "",
      ...(plan.diagnostics.length === 0
        ? []
        : [
            h("h4", {}, "Diagnostics"),
            h(
              "div",
              { class: "cards" },
              ...plan.diagnostics.slice(0, MAX_CARDS).map((diagnostic) => {
                const card = rulePage(diagnostic);
                const subject =
                  diagnostic.resource === undefined
                    ? ""
                    : `${diagnostic.resource.kind} ${diagnostic.resource.name} ${diagnostic.path}`;
                card.querySelector("header")?.append(h("span", { class: "subject" }, subject));
                return card;
              }),
            ),
            andMore(plan.diagnostics.length - MAX_CARDS, "diagnostic") ?? "",
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
