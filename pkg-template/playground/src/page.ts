// Puts the page together: editor, check, views, sharing, theme.
import "./style.css";
import { kinds, version, type Diagnostic, type Edit } from "eventstorecloud-planner";
import { answerOf, find } from "./answer";
import type { Answer, App, Settings, View, ViewName } from "./app";
import { makeChecker } from "./checker";
import { button, byId, h, labelled, plural, select } from "./dom";
import { changesOf, type Change } from "./edit-text";
import { makeEditor, underline } from "./editor";
import { EXAMPLES, type Example } from "./examples";
import { read, steps, type Form } from "./read";
import { pack, unpack } from "./share";
import { addressesView } from "./views/addresses";
import { backupsView } from "./views/backups";
import { changeView } from "./views/change";
import { diagnosticsView } from "./views/diagnostics";

interface Shared {
  v: 1;
  text: string;
  settings: Settings;
  view: ViewName;
  views: { [name: string]: unknown };
}

const start = EXAMPLES[0] as Example;
const settings: Settings = { environment: "", profile: "default", kind: "Network" };

/** The state of the page, besides the text in the editor and the state of each view. */
const state = {
  answer: answerOf("", settings.kind, find("", settings)),
  view: "diagnostics" as ViewName,
  /** When the text changed last. */
  lastChange: 0,
  /** When somebody typed last. */
  lastTyped: -1000,
  /** Whether a check is about to be asked for. */
  isAsking: false,
  /** The document of the editor that the newest question is about. */
  askedFor: undefined as unknown,
  /** The document of the editor that the answer is about. */
  answeredFor: undefined as unknown,
  /** The timer of the next update of the open view. */
  viewTimer: 0,
  /** The timer that removes the message at the bottom. */
  messageTimer: 0,
  /** The text of the status. */
  status: "",
};

/** Selected in the list of examples once the text is edited, so that the same example can be chosen again. */
const EDITED = "";
const example = select(
  [...EXAMPLES.map(({ id, title }) => [id, title] as const), [EDITED, "your own program"]],
  start.id,
  useExample,
);

const editor = makeEditor(byId("editor"), start.text, "Program: a document in JSON, or TypeScript", (_, typed) => {
  state.lastChange = performance.now();
  if (typed) state.lastTyped = state.lastChange;
  example.value = EDITED;
  forget();
  ask();
});

/** Asks for a check of the text, after the frame that shows the change. */
function ask(): void {
  if (state.isAsking) return;
  state.isAsking = true;
  afterFrame(() => {
    state.isAsking = false;
    check();
  });
}

function afterFrame(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}

const checker = makeChecker((found, question) => {
  // If the text is newer, its check is asked for after its frame.
  if (isFresh()) accept(answerOf(question.text, question.settings.kind, found));
});

/** Whether the text is unchanged since the newest question. */
function isFresh(): boolean {
  return editor.state.doc === state.askedFor;
}

function check(): void {
  state.askedFor = editor.state.doc;
  checker.ask({ text: editor.state.doc.toString(), settings: { ...settings } });
}

/** The answer to the current text: a button never acts on an older one. */
function latest(): Answer {
  if (editor.state.doc !== state.answeredFor) {
    const text = editor.state.doc.toString();
    accept(answerOf(text, settings.kind, find(text, settings)));
  }
  return state.answer;
}

function accept(next: Answer): void {
  state.answer = next;
  state.answeredFor = editor.state.doc;
  underline(editor, next, (diagnostic) => app.fix([diagnostic]));
  if (performance.getEntriesByType("measure").length > 500) performance.clearMeasures();
  performance.measure("key-to-diagnostics", { start: state.lastChange, end: performance.now() });
  // The view is updated after the frame with the underlines, in a pause of typing.
  clearTimeout(state.viewTimer);
  afterFrame(() => {
    summarize();
    showSoon(performance.now());
  });
}

/** Shows the answer in the open view in a pause of typing, at the latest half a second after it was found. */
function showSoon(since: number): void {
  clearTimeout(state.viewTimer);
  const now = performance.now();
  const wait = Math.min(state.lastTyped + 120, since + 500) - now;
  if (wait > 0) state.viewTimer = window.setTimeout(() => showSoon(since), wait);
  else showView();
}

function showView(): void {
  clearTimeout(state.viewTimer);
  views.find(({ name }) => name === state.view)?.show(state.answer);
  performance.measure("key-to-views", { start: state.lastChange, end: performance.now() });
  document.documentElement.dataset.ready = "true";
}

function formName({ form, partial }: Answer): string {
  const names: Record<Form, string> = {
    document: "JSON document",
    resource: "one resource",
    args: `args of one ${settings.kind}`,
    program: partial ? "part of a Pulumi program" : "Pulumi program",
    nothing: "nothing to check yet",
  };
  return names[form];
}

/** Updates what is around the views: counts, and the buttons that depend on them. */
function summarize(): void {
  const { answer } = state;
  const { report, form, milliseconds } = answer;
  const syntaxErrors = answer.syntaxErrors.length;
  const { errors, warnings, infos, resources } = report.counts;
  byId("form-note").textContent =
    `${formName(answer)}${form === "document" || form === "program" ? `, ${plural(resources, "resource")}` : ""}`;
  byId("kind-slot").hidden = form !== "args";
  const parts = [
    syntaxErrors > 0 ? plural(syntaxErrors, "syntax error") : "",
    errors > 0 ? plural(errors, "error") : "",
    warnings > 0 ? plural(warnings, "warning") : "",
    infos > 0 ? `${infos} info` : "",
  ].filter((part) => part !== "");
  const isEmpty = form === "nothing" && syntaxErrors === 0;
  const text = isEmpty ? "Nothing to check" : parts.length === 0 ? "No diagnostics" : parts.join(", ");
  // Only set when it changes: a screen reader would repeat it with every key.
  if (text !== state.status) byId("status").textContent = state.status = text;
  byId("status").dataset.worst = errors + syntaxErrors > 0 ? "error" : warnings > 0 ? "warning" : "none";
  byId("facts").textContent =
    `checked for ${report.target} in ${milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)} ` +
    `ms, catalogue of ${report.catalogue.asOf}, version ${version}; nothing leaves this page`;
  const fixable = report.diagnostics.filter(({ fix }) => fix !== undefined).length;
  const fixAll = byId("fix-all") as HTMLButtonElement;
  fixAll.disabled = fixable === 0;
  fixAll.textContent = fixable === 0 ? "Fix all" : `Fix all (${fixable})`;
  for (const view of views) {
    const badge = byId(`tab-${view.name}`).querySelector(".count");
    if (badge !== null && view.badge) badge.textContent = view.badge(answer);
  }
}

const app: App = {
  get answer() {
    return latest();
  },
  settings,
  text: () => editor.state.doc.toString(),
  change(changes, message) {
    editor.dispatch({ changes, userEvent: "input.fix" });
    // After the status, which a screen reader reads first.
    setTimeout(() => app.say(message), 100);
  },
  jump({ from, to }, focus = true) {
    const { length } = editor.state.doc;
    editor.dispatch({
      selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
      scrollIntoView: true,
    });
    if (focus) editor.focus();
  },
  say(text, isError = false) {
    const message = byId("message");
    if (isError) message.dataset.error = "";
    else delete message.dataset.error;
    // Cleared first: a screen reader then reads the same text again.
    message.textContent = "";
    clearTimeout(state.messageTimer);
    setTimeout(() => {
      message.textContent = text;
    }, 30);
    state.messageTimer = window.setTimeout(
      () => {
        message.textContent = "";
      },
      isError ? 60_000 : 8000,
    );
  },
  fix(diagnostics) {
    const text = app.text();
    const located = read(text, settings.kind);
    // The edits of one resource are written together; of two fixes of the same value, the first is used.
    const bySubject = new Map<string, { subject: Diagnostic["resource"]; edits: Edit[] }>();
    for (const { resource, fix = [] } of diagnostics) {
      const key = resource === undefined ? "" : `${resource.kind} ${resource.name}`;
      const group = bySubject.get(key) ?? { subject: resource, edits: [] };
      bySubject.set(key, group);
      if (!fix.some(({ path }) => group.edits.some((edit) => overlapping(edit.path, path)))) group.edits.push(...fix);
    }
    const changes: Change[] = [];
    let unwritten = 0;
    for (const { subject, edits } of bySubject.values()) {
      const some = changesOf(text, located, subject, edits);
      if (some === undefined) unwritten += 1;
      else changes.push(...some);
    }
    if (changes.length === 0) return app.say("The value is not written in this program; change it where it is set");
    app.change(
      changes.sort((a, b) => a.from - b.from),
      unwritten === 0
        ? `Fixed with ${plural(changes.length, "change")}`
        : `Fixed with ${plural(changes.length, "change")}; the values of ${plural(unwritten, "resource")} are not ` +
            "written in this program",
    );
  },
  open,
  touched: forget,
};

function overlapping(a: string, b: string): boolean {
  const [short, long] = [steps(a), steps(b)].sort((x, y) => x.length - y.length) as [
    ReturnType<typeof steps>,
    ReturnType<typeof steps>,
  ];
  return short.every((step, index) => step === long[index]);
}

const views: View[] = [diagnosticsView(app), addressesView(app), backupsView(app), changeView(app)];
/** The initial state of each view, for links that cannot be read. */
const initialStates = new Map(views.map((view) => [view.name, structuredClone(view.state())]));

function open(name: ViewName, focus = false): void {
  state.view = name;
  for (const view of views) {
    const tab = byId(`tab-${view.name}`);
    const isOpen = view.name === name;
    tab.setAttribute("aria-selected", String(isOpen));
    tab.tabIndex = isOpen ? 0 : -1;
    byId(`panel-${view.name}`).hidden = !isOpen;
    if (isOpen && focus) tab.focus();
  }
  document.documentElement.dataset.view = name;
  // A text that is not checked yet has nothing to show.
  if (editor.state.doc === state.answeredFor) views.find((view) => view.name === name)?.show(state.answer);
}

function tabs(): void {
  for (const view of views) {
    const count = view.badge === undefined ? null : h("span", { class: "count" });
    byId("tabs").append(
      h(
        "button",
        {
          type: "button",
          role: "tab",
          id: `tab-${view.name}`,
          "aria-controls": `panel-${view.name}`,
          onclick: () => {
            open(view.name);
            forget();
          },
        },
        view.title,
        count,
      ),
    );
    byId("panels").append(
      h(
        "div",
        {
          role: "tabpanel",
          id: `panel-${view.name}`,
          "aria-labelledby": `tab-${view.name}`,
          class: `panel ${view.name}`,
        },
        view.panel,
      ),
    );
  }
  byId("tabs").addEventListener("keydown", (event) => {
    const index = views.findIndex(({ name }) => name === state.view);
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: views.length - 1 }[event.key];
    const view = next === undefined ? undefined : views.at(next % views.length);
    if (view === undefined) return;
    event.preventDefault();
    open(view.name, true);
  });
}

/** Removes the shared link from the URL, and the message: both are out of date as soon as anything changes. */
function forget(): void {
  if (byId("message").textContent !== "") byId("message").textContent = "";
  if (location.hash.startsWith("#s=")) history.replaceState(null, "", location.pathname + location.search);
}

async function share(): Promise<void> {
  const shared: Shared = {
    v: 1,
    text: app.text(),
    settings: { ...settings },
    view: state.view,
    views: Object.fromEntries(views.map((view) => [view.name, view.state()])),
  };
  const fragment = await pack(shared);
  history.replaceState(null, "", fragment);
  try {
    await navigator.clipboard.writeText(location.href);
    app.say(`Link copied (${plural(location.href.length, "character")})`);
  } catch {
    app.say("The link is in the address bar");
  }
}

async function restore(): Promise<void> {
  const shared = (await unpack(location.hash)) as Partial<Shared> | null | undefined;
  if (shared === undefined) return;
  if (shared?.v !== 1 || typeof shared.text !== "string")
    return app.say(
      "The link cannot be read: it is incomplete or not from this page. The example is shown instead.",
      true,
    );
  // A link can come from anyone: only settings that the page offers are used.
  for (const [list, key] of [
    [environment, "environment"],
    [profile, "profile"],
    [kind, "kind"],
  ] as const) {
    const wanted = (shared.settings as Partial<Settings> | null | undefined)?.[key];
    if ([...list.options].some(({ value }) => value === wanted)) Object.assign(settings, { [key]: wanted });
    list.value = settings[key];
  }
  set(shared.text);
  let isIncomplete = false;
  for (const view of views) {
    const part = (shared.views as Partial<Shared["views"]> | null | undefined)?.[view.name];
    if (part === undefined || part === null) continue;
    try {
      view.restore(part);
      view.show(state.answer);
    } catch {
      isIncomplete = true;
      view.restore(structuredClone(initialStates.get(view.name)));
    }
  }
  if (views.some(({ name }) => name === shared.view)) open(shared.view as ViewName);
  if (isIncomplete) app.say("A part of the link cannot be read. The program is shown; a view has been reset.", true);
}

function set(text: string): void {
  const { hash } = location;
  editor.dispatch({
    changes: { from: 0, to: editor.state.doc.length, insert: text },
    selection: { anchor: 0 },
    scrollIntoView: true,
  });
  if (hash !== "") history.replaceState(null, "", hash);
}

function useExample(id: string): void {
  const chosen = EXAMPLES.find((one) => one.id === id);
  if (chosen === undefined) return;
  forget();
  views.find(({ name }) => name === "change")?.restore(chosen.before ?? "");
  set(chosen.text);
  example.value = id;
  open(chosen.view ?? "diagnostics");
}

function changed(): void {
  forget();
  check();
}

/** The list of themes: the system's, until another is selected. */
function theme(): HTMLElement {
  const root = document.documentElement;
  let stored = "";
  try {
    stored = localStorage.getItem("theme") ?? "";
  } catch {
    /* storage may be disabled */
  }
  const apply = (value: string): void => {
    if (value === "") delete root.dataset.theme;
    else root.dataset.theme = value;
    try {
      localStorage.setItem("theme", value);
    } catch {
      /* the theme is used until the page is closed */
    }
  };
  apply(stored);
  return labelled(
    "theme",
    "Theme",
    select(
      [
        ["", "System"],
        ["light", "Light"],
        ["dark", "Dark"],
      ],
      stored,
      apply,
    ),
  );
}

const environment = select(
  [
    ["", "not set"],
    ["production", "production"],
    ["staging", "staging"],
  ],
  "",
  (value) => {
    settings.environment = value;
    changed();
  },
);
const profile = select(
  [
    ["default", "default"],
    ["strict", "strict"],
    ["advice", "advice"],
  ],
  "default",
  (value) => {
    settings.profile = value as Settings["profile"];
    changed();
  },
);
const kind = select(
  kinds()
    .filter(({ kind }) => kind !== "Provider")
    .map(({ kind }) => [kind, kind] as const),
  settings.kind,
  (value) => {
    settings.kind = value;
    changed();
  },
);

byId("kind-slot").append(labelled("kind", "Kind", kind));
byId("tools").append(
  labelled("example", "Example", example),
  labelled("environment", "Environment", environment),
  labelled("profile", "Profile", profile),
  theme(),
  button(
    "Share",
    () => {
      void share();
    },
    { class: "primary", id: "share" },
  ),
);
byId("fix-all").addEventListener("click", () => app.fix(latest().report.diagnostics));
tabs();
open("diagnostics");
state.askedFor = editor.state.doc;
accept(answerOf(start.text, settings.kind, find(start.text, settings)));
void restore();
window.addEventListener("hashchange", () => {
  void restore();
});
