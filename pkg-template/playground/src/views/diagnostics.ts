// The diagnostics view: the list of diagnostics, and the page of the rule of the selected one.
import { explain, type Diagnostic, type Severity } from "eventstorecloud-planner";
import type { Answer, App, View } from "../app";
import { andMore, button, h, plural, prose, table } from "../dom";
import { fixLabel } from "../editor";
import { DETECTED_BY } from "../../../src/generated/words";
import type { TextMessage } from "../read";

const SIGN: Record<Severity, string> = { error: "✕", warning: "!", info: "i" };
const AT_ONCE = 200;
const MAX_UNEVALUATED = 50;
const MAX_DEFERRED = 100;

export function severityBadge(severity: Severity): HTMLElement {
  return h(
    "span",
    { class: `badge ${severity}` },
    h("span", { "aria-hidden": "true" }, SIGN[severity]),
    ` ${severity}`,
  );
}

/** A diagnostic, and the page of its rule. */
export function rulePage(diagnostic: Diagnostic, fix?: () => void): HTMLElement {
  const { code, message, help } = diagnostic;
  const parts: (HTMLElement | undefined)[] = [
    h("header", {}, severityBadge(diagnostic.severity), h("h3", {}, `${code} `, h("span", {}, diagnostic.name))),
    h("p", {}, prose(message)),
    h("p", { class: "help" }, h("b", {}, "Help: "), prose(help)),
    diagnostic.fix !== undefined && fix !== undefined
      ? button(fixLabel(diagnostic), fix, { class: "primary fix" })
      : undefined,
  ];
  const page = explain(code);
  parts.push(
    h("h4", {}, "What it checks"),
    h("p", {}, prose(`${page.title}.`)),
    h("h4", {}, "Why"),
    h("p", {}, prose(page.why)),
    h(
      "div",
      { class: "pair" },
      h("div", {}, h("h4", {}, "Example"), h("pre", { tabindex: 0 }, page.example)),
      h("div", {}, h("h4", {}, "Use instead"), h("pre", { tabindex: 0 }, page.useInstead)),
    ),
    h("h4", {}, "Source"),
    h("ul", { class: "sources" }, ...diagnostic.source.map((source) => h("li", {}, h("code", {}, source)))),
    h("p", { class: "note" }, "Without this package detected by: ", prose(DETECTED_BY[diagnostic.detectedAt]), "."),
  );
  return h("article", { class: "page" }, ...parts);
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

export function diagnosticsView(app: App): View {
  const list = h("div", { class: "list" });
  const page = h("aside", { class: "rule", "aria-label": "Page of the rule", tabindex: 0 });
  const panel = h("div", { class: "diagnostics" }, list, page);
  let selected = ""; // the key of the diagnostic whose page is open
  let all = false;
  let shown: Answer | undefined;

  const keyOf = ({ code, resource, path }: Diagnostic): string =>
    `${code} ${resource?.kind ?? ""} ${resource?.name ?? ""} ${path}`;

  function select(diagnostic: Diagnostic, jump: boolean): void {
    selected = keyOf(diagnostic);
    if (jump) {
      const {
        report: { diagnostics },
        ranges,
      } = app.answer;
      const index = diagnostics.indexOf(diagnostic);
      const range = ranges[index === -1 ? diagnostics.findIndex((other) => keyOf(other) === selected) : index];
      if (range !== undefined) app.jump(range);
    }
    for (const row of list.querySelectorAll("tr[data-key]"))
      row.setAttribute("aria-current", String((row as HTMLElement).dataset.key === selected));
    page.replaceChildren(rulePage(diagnostic, () => app.fix([diagnostic])));
    page.scrollTop = 0;
  }

  function row(diagnostic: Diagnostic): HTMLTableRowElement {
    const { resource, path, message, code, severity } = diagnostic;
    const open = button(code, () => select(diagnostic, true), {
      class: "link",
      "aria-label": `${code}, go to its location`,
    });
    const key = keyOf(diagnostic);
    const cells = [
      h("td", {}, severityBadge(severity)),
      h("td", {}, open),
      h(
        "td",
        {},
        h("span", { class: "subject" }, resource === undefined ? "the document" : resource.name),
        h("code", { class: "path" }, path),
      ),
      h("td", {}, prose(message)),
      h(
        "td",
        {},
        diagnostic.fix === undefined
          ? ""
          : button("Fix", () => app.fix([diagnostic]), {
              class: "small",
              "aria-label": `${fixLabel(diagnostic)} (${code})`,
            }),
      ),
    ];
    // A click anywhere in the row selects it; by keyboard, its button does.
    return h(
      "tr",
      {
        "data-key": key,
        "data-code": code,
        "aria-current": String(key === selected),
        onclick: (event) => {
          if (!(event.target instanceof HTMLButtonElement)) select(diagnostic, true);
        },
      },
      ...cells,
    );
  }

  function syntaxErrorRow(error: TextMessage, text: string): HTMLTableRowElement {
    const open = button("syntax", () => app.jump(error), {
      class: "link",
      "aria-label": "syntax, go to its location",
    });
    return h(
      "tr",
      { onclick: () => app.jump(error, false) },
      h("td", {}, severityBadge("error")),
      h("td", {}, open),
      h("td", {}, `line ${lineOf(text, error.from)}`),
      h("td", {}, prose(error.message)),
      h("td", {}),
    );
  }

  return {
    name: "diagnostics",
    title: "Diagnostics",
    panel,
    badge: ({ report, syntaxErrors }) => String(report.diagnostics.length + syntaxErrors.length),
    show(answer) {
      shown = answer;
      const { report, syntaxErrors, form, unevaluated } = answer;
      const { diagnostics } = report;
      const rows = [
        ...syntaxErrors.map((error) => syntaxErrorRow(error, answer.text)),
        ...(all ? diagnostics : diagnostics.slice(0, AT_ONCE)).map(row),
      ];
      const focused = list.contains(document.activeElement);
      const opened = new Set([...list.querySelectorAll("details[open]")].map(({ className }) => className));
      const scrolled = list.querySelector(".table")?.scrollTop ?? 0;
      if (rows.length === 0) {
        const empty =
          form === "nothing"
            ? "Nothing to check yet. Write a document, paste a program, or choose an example."
            : "No diagnostics.";
        list.replaceChildren(h("p", { class: "empty", tabindex: -1 }, empty));
      } else {
        list.replaceChildren(table("Diagnostics", ["Severity", "Rule", "Resource and path", "Message", "Fix"], rows));
      }
      if (!all && diagnostics.length > AT_ONCE) {
        list.append(
          button(
            `Show all ${diagnostics.length.toLocaleString("en")}`,
            () => {
              all = true;
              if (shown) this.show(shown);
            },
            { class: "quiet" },
          ),
        );
      }
      if (unevaluated.length > 0) {
        list.append(
          h(
            "details",
            { class: "deferred unevaluated" },
            h("summary", {}, `${plural(unevaluated.length, "part")} of the program not checked, or only in part`),
            h(
              "ul",
              {},
              ...unevaluated.slice(0, MAX_UNEVALUATED).map((part) =>
                h(
                  "li",
                  {},
                  button(`line ${lineOf(answer.text, part.from)}`, () => app.jump(part), { class: "link" }),
                  " ",
                  prose(part.message),
                ),
              ),
            ),
            andMore(unevaluated.length - MAX_UNEVALUATED, "part"),
          ),
        );
      }
      if (report.deferred.length > 0) {
        list.append(
          h(
            "details",
            { class: "deferred" },
            h("summary", {}, `${plural(report.deferred.length, "value")} unknown; their checks are deferred`),
            h(
              "ul",
              {},
              ...report.deferred
                .slice(0, MAX_DEFERRED)
                .map(({ resource, path, codes }) =>
                  h("li", {}, `${resource.kind} ${resource.name} `, h("code", {}, path), ` (${codes.join(", ")})`),
                ),
            ),
            andMore(report.deferred.length - MAX_DEFERRED, "value"),
          ),
        );
      }
      for (const details of list.querySelectorAll("details")) details.open = opened.has(details.className);
      const scroller = list.querySelector(".table");
      if (scroller !== null) scroller.scrollTop = scrolled;
      const open = diagnostics.find((diagnostic) => keyOf(diagnostic) === selected) ?? diagnostics[0];
      if (open === undefined)
        page.replaceChildren(h("p", { class: "empty" }, "Select a diagnostic to read the page of its rule."));
      else if (keyOf(open) !== selected || page.childElementCount === 0 || page.querySelector(".page") === null)
        select(open, false);
      // After Fix is pressed in the list, the focus stays in the list.
      if (focused && !list.contains(document.activeElement))
        list.querySelector<HTMLElement>("button.link, .empty")?.focus();
    },
    state: () => undefined,
    restore: () => undefined,
  };
}
