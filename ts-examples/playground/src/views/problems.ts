// The list of problems and the page of the rule beside it.
import { explain, type Diagnostic } from "eventstorecloud-planner";
import type { Answer, App, View } from "../app";
import { andMore, button, h, plural, prose, table } from "../dom";
import { fixLabel } from "../editor";
import type { TextFault } from "../read";

const SIGN = { error: "✕", warning: "!", info: "i" };
const AT_ONCE = 200;

export function severityBadge(severity: Diagnostic["severity"]): HTMLElement {
  return h(
    "span",
    { class: `badge ${severity}` },
    h("span", { "aria-hidden": "true" }, SIGN[severity]),
    ` ${severity}`,
  );
}

/** The page of a rule, with the problem that it is read for. */
export function rulePage(diagnostic: Diagnostic, fix?: () => void): HTMLElement {
  const { code, message, help } = diagnostic;
  const parts: (HTMLElement | undefined)[] = [
    h("header", {}, severityBadge(diagnostic.severity), h("h3", {}, `${code} `, h("span", {}, diagnostic.name))),
    h("p", {}, prose(message)),
    h("p", { class: "help" }, h("b", {}, "What to do: "), prose(help)),
    diagnostic.fix !== undefined && fix !== undefined
      ? button(fixLabel(diagnostic), fix, { class: "primary fix" })
      : undefined,
  ];
  const page = explain(code);
  parts.push(
    h("h4", {}, "What it checks"),
    h("p", {}, prose(page.checks)),
    h("h4", {}, "Why"),
    h("p", {}, prose(page.why)),
    h(
      "div",
      { class: "pair" },
      h("div", {}, h("h4", {}, "Example"), h("pre", { tabindex: 0 }, pretty(page.example))),
      h("div", {}, h("h4", {}, "Use instead"), h("pre", { tabindex: 0 }, pretty(page.useInstead))),
    ),
    h("h4", {}, "Source"),
    h("ul", { class: "sources" }, ...diagnostic.source.map((source) => h("li", {}, h("code", {}, source)))),
    h("p", { class: "note" }, `Without this check: ${CAUGHT[diagnostic.detectedAt]}.`),
  );
  return h("article", { class: "page" }, ...parts);
}

const CAUGHT = {
  compiler: "the TypeScript compiler finds it",
  preview: "it is found by pulumi preview",
  apply: "it is found while the update runs",
  api: "the service refuses it in the middle of an update",
  nobody: "nobody finds it",
};

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

export function problemsView(app: App): View {
  const list = h("div", { class: "list" });
  const page = h("aside", { class: "rule", "aria-label": "Page of the rule", tabindex: 0 });
  const panel = h("div", { class: "problems" }, list, page);
  let chosen = ""; // the key of the problem whose page is open
  let all = false;
  let shown: Answer | undefined;

  const keyOf = ({ code, resource, path }: Diagnostic): string =>
    `${code} ${resource?.kind ?? ""} ${resource?.name ?? ""} ${path}`;

  function choose(diagnostic: Diagnostic, jump: boolean): void {
    chosen = keyOf(diagnostic);
    if (jump) {
      const {
        report: { diagnostics },
        ranges,
      } = app.answer;
      const index = diagnostics.indexOf(diagnostic);
      const place = ranges[index === -1 ? diagnostics.findIndex((other) => keyOf(other) === chosen) : index];
      if (place !== undefined) app.jump(place);
    }
    for (const row of list.querySelectorAll("tr[data-key]"))
      row.setAttribute("aria-current", String((row as HTMLElement).dataset.key === chosen));
    page.replaceChildren(rulePage(diagnostic, () => app.fix([diagnostic])));
    page.scrollTop = 0;
  }

  function row(diagnostic: Diagnostic): HTMLTableRowElement {
    const { resource, path, message, code, severity } = diagnostic;
    const open = button(code, () => choose(diagnostic, true), {
      class: "link",
      "aria-label": `${code}, go to the place`,
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
    // The mouse may click anywhere in the row; the keyboard has the button.
    return h(
      "tr",
      {
        "data-key": key,
        "data-code": code,
        "aria-current": String(key === chosen),
        onclick: (event) => {
          if (!(event.target instanceof HTMLButtonElement)) choose(diagnostic, true);
        },
      },
      ...cells,
    );
  }

  function faultRow(fault: TextFault, text: string): HTMLTableRowElement {
    const open = button("syntax", () => app.jump(fault), { class: "link", "aria-label": "syntax, go to the place" });
    return h(
      "tr",
      { onclick: () => app.jump(fault, false) },
      h("td", {}, severityBadge("error")),
      h("td", {}, open),
      h("td", {}, `line ${lineOf(text, fault.from)}`),
      h("td", {}, prose(fault.message)),
      h("td", {}),
    );
  }

  return {
    name: "problems",
    title: "Problems",
    panel,
    badge: ({ report, faults }) => String(report.diagnostics.length + faults.length),
    show(answer) {
      shown = answer;
      const { report, faults, form, unread } = answer;
      const { diagnostics } = report;
      const rows = [
        ...faults.map((fault) => faultRow(fault, answer.text)),
        ...(all ? diagnostics : diagnostics.slice(0, AT_ONCE)).map(row),
      ];
      const focused = list.contains(document.activeElement);
      const opened = new Set([...list.querySelectorAll("details[open]")].map(({ className }) => className));
      const scrolled = list.querySelector(".table")?.scrollTop ?? 0;
      if (rows.length === 0) {
        const empty =
          form === "nothing"
            ? "There is nothing to check yet: write a document, paste a program, or choose an example."
            : "No problems.";
        list.replaceChildren(h("p", { class: "empty", tabindex: -1 }, empty));
      } else {
        list.replaceChildren(table("Problems", ["Severity", "Rule", "Place", "What is wrong", "Fix"], rows));
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
      if (unread.length > 0) {
        list.append(
          h(
            "details",
            { class: "deferred unread" },
            h("summary", {}, `${plural(unread.length, "place")} of the program that only a run could read`),
            h(
              "ul",
              {},
              ...unread.slice(0, 50).map((part) =>
                h(
                  "li",
                  {},
                  button(`line ${lineOf(answer.text, part.from)}`, () => app.jump(part), { class: "link" }),
                  " ",
                  prose(part.message),
                ),
              ),
            ),
            andMore(unread.length - 50, "place"),
          ),
        );
      }
      if (report.deferred.length > 0) {
        list.append(
          h(
            "details",
            { class: "deferred" },
            h("summary", {}, `${plural(report.deferred.length, "value")} not known yet and not checked`),
            h(
              "ul",
              {},
              ...report.deferred
                .slice(0, 100)
                .map(({ resource, path, codes }) =>
                  h("li", {}, `${resource.kind} ${resource.name} `, h("code", {}, path), ` (${codes.join(", ")})`),
                ),
            ),
            andMore(report.deferred.length - 100, "value"),
          ),
        );
      }
      for (const details of list.querySelectorAll("details")) details.open = opened.has(details.className);
      const scroller = list.querySelector(".table");
      if (scroller !== null) scroller.scrollTop = scrolled;
      const open = diagnostics.find((diagnostic) => keyOf(diagnostic) === chosen) ?? diagnostics[0];
      if (open === undefined)
        page.replaceChildren(h("p", { class: "empty" }, "The page of the rule stands here when there is a problem."));
      else if (keyOf(open) !== chosen || page.childElementCount === 0 || page.querySelector(".page") === null)
        choose(open, false);
      // Who pressed Fix in the list stays in the list.
      if (focused && !list.contains(document.activeElement))
        list.querySelector<HTMLElement>("button.link, .empty")?.focus();
    },
    state: () => undefined,
    restore: () => undefined,
  };
}
