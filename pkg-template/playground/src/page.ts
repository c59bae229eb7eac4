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
import { read, steps } from "./read";
import { pack, unpack } from "./share";
import { addressesView } from "./views/addresses";
import { backupsView } from "./views/backups";
import { changeView } from "./views/change";
import { problemsView } from "./views/problems";

interface Shared {
  v: 1;
  text: string;
  settings: Settings;
  view: ViewName;
  views: { [name: string]: unknown };
}

const start = EXAMPLES[0] as Example;
const settings: Settings = { environment: "", profile: "default", kind: "Network" };
let answer: Answer = answerOf("", settings.kind, find("", settings));
let current: ViewName = "problems";
let [lastChange, lastTyped] = [0, -1000]; // when
let asked = false;
let askedFor: unknown; // the text that the newest question is about
let answeredFor: unknown; // the text that the answer is about
let waiting = 0;

/** What the list of examples says as soon as the text is no longer one, so that the same one can be chosen again. */
const OWN = "";
const example = select(
  [...EXAMPLES.map(({ id, title }) => [id, title] as const), [OWN, "your own text"]],
  start.id,
  useExample,
);

const editor = makeEditor(byId("editor"), start.text, "Program: a document in JSON, or TypeScript", (_, typed) => {
  lastChange = performance.now();
  if (typed) lastTyped = lastChange;
  example.value = OWN;
  forget();
  ask();
});

/** Asks for a check of the text, after the frame that shows what is typed. */
function ask(): void {
  if (asked) return;
  asked = true;
  afterFrame(() => {
    asked = false;
    check();
  });
}

function afterFrame(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}

const checker = makeChecker((found, question) => {
  // A newer text is asked for after its frame.
  if (isFresh()) take(answerOf(question.text, question.settings.kind, found));
});

/** Whether nothing was written since the newest question. */
function isFresh(): boolean {
  return editor.state.doc === askedFor;
}

function check(): void {
  askedFor = editor.state.doc;
  checker.ask({ text: editor.state.doc.toString(), settings: { ...settings } });
}

/** The answer to the text as it is: what somebody does with a button is never done to an older one. */
function latest(): Answer {
  if (editor.state.doc !== answeredFor) {
    const text = editor.state.doc.toString();
    take(answerOf(text, settings.kind, find(text, settings)));
  }
  return answer;
}

function take(next: Answer): void {
  answer = next;
  answeredFor = editor.state.doc;
  underline(editor, answer, (diagnostic) => app.fix([diagnostic]));
  if (performance.getEntriesByType("measure").length > 500) performance.clearMeasures();
  performance.measure("key-to-diagnostics", { start: lastChange, end: performance.now() });
  // The view comes after the frame with the underlines, and not between two keys of somebody who types.
  clearTimeout(waiting);
  afterFrame(() => {
    summarize();
    showSoon(performance.now());
  });
}

/** Shows the answer in the view that is open, in a pause, and at the latest half a second after it came. */
function showSoon(since: number): void {
  clearTimeout(waiting);
  const now = performance.now();
  const wait = Math.min(lastTyped + 120, since + 500) - now;
  if (wait > 0) waiting = window.setTimeout(() => showSoon(since), wait);
  else showView();
}

function showView(): void {
  clearTimeout(waiting);
  views.find(({ name }) => name === current)?.show(answer);
  performance.measure("key-to-views", { start: lastChange, end: performance.now() });
  document.documentElement.dataset.ready = "true";
}

let said = "";
let saying = 0;
/** What stands around the views: counts, and the buttons that depend on them. */
function summarize(): void {
  const {
    report,
    form,
    faults: { length: faults },
    milliseconds,
  } = answer;
  const { errors, warnings, infos, resources } = report.counts;
  const FORM = {
    document: "document in JSON",
    resource: "one resource",
    args: `args of one ${settings.kind}`,
    nothing: "nothing to check yet",
    program: answer.partial ? "part of a Pulumi program" : "Pulumi program",
  };
  byId("form-note").textContent =
    `${FORM[form]}${form === "document" || form === "program" ? `, ${plural(resources, "resource")}` : ""}`;
  byId("kind-slot").hidden = form !== "args";
  const parts = [
    faults > 0 ? plural(faults, "syntax error") : "",
    errors > 0 ? plural(errors, "error") : "",
    warnings > 0 ? plural(warnings, "warning") : "",
    infos > 0 ? `${infos} info` : "",
  ].filter((part) => part !== "");
  const text =
    form === "nothing" && faults === 0 ? "Nothing to check" : parts.length === 0 ? "No problems" : parts.join(", ");
  // Said only when it changes, or a screen reader would repeat it with every key.
  if (text !== said) byId("status").textContent = said = text;
  byId("status").dataset.worst = errors + faults > 0 ? "error" : warnings > 0 ? "warning" : "none";
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
  change(changes, words) {
    editor.dispatch({ changes, userEvent: "input.fix" });
    // After the count, which is said first.
    setTimeout(() => app.say(words), 100);
  },
  jump({ from, to }, focus = true) {
    const { length } = editor.state.doc;
    editor.dispatch({
      selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
      scrollIntoView: true,
    });
    if (focus) editor.focus();
  },
  say(text, bad = false) {
    const place = byId("said");
    if (bad) place.dataset.bad = "";
    else delete place.dataset.bad;
    place.textContent = "";
    clearTimeout(saying);
    // Empty first: the same words twice are said twice.
    setTimeout(() => {
      place.textContent = text;
    }, 30);
    saying = window.setTimeout(
      () => {
        place.textContent = "";
      },
      bad ? 60_000 : 8000,
    );
  },
  fix(diagnostics) {
    const text = app.text();
    const located = read(text, settings.kind);
    // The edits of one resource are written together; of two fixes of the same place, the first.
    const bySubject = new Map<string, { subject: Diagnostic["resource"]; edits: Edit[] }>();
    for (const { resource, fix = [] } of diagnostics) {
      const key = resource === undefined ? "" : `${resource.kind} ${resource.name}`;
      const group = bySubject.get(key) ?? { subject: resource, edits: [] };
      bySubject.set(key, group);
      if (!fix.some(({ path }) => group.edits.some((edit) => overlapping(edit.path, path)))) group.edits.push(...fix);
    }
    const changes: Change[] = [];
    let left = 0;
    for (const { subject, edits } of bySubject.values()) {
      const some = changesOf(text, located, subject, edits);
      if (some === undefined) left += 1;
      else changes.push(...some);
    }
    if (changes.length === 0) return app.say("The value to change is not written here: change it where it comes from");
    app.change(
      changes.sort((a, b) => a.from - b.from),
      left === 0
        ? `Fixed, ${plural(changes.length, "change")}`
        : `${plural(changes.length, "change")}; ${left} cannot be written here`,
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

const views: View[] = [problemsView(app), addressesView(app), backupsView(app), changeView(app)];
/** The state of each view at first, for links that cannot be read. */
const beginnings = new Map(views.map((view) => [view.name, structuredClone(view.state())]));

function open(name: ViewName, focus = false): void {
  current = name;
  for (const view of views) {
    const tab = byId(`tab-${view.name}`);
    const isOpen = view.name === name;
    tab.setAttribute("aria-selected", String(isOpen));
    tab.tabIndex = isOpen ? 0 : -1;
    byId(`panel-${view.name}`).hidden = !isOpen;
    if (isOpen && focus) tab.focus();
  }
  document.documentElement.dataset.view = name;
  // Of a text that is not checked yet there is nothing to show: its answer is on the way.
  if (editor.state.doc === answeredFor) views.find((view) => view.name === name)?.show(answer);
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
    const index = views.findIndex(({ name }) => name === current);
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: views.length - 1 }[event.key];
    const view = next === undefined ? undefined : views.at(next % views.length);
    if (view === undefined) return;
    event.preventDefault();
    open(view.name, true);
  });
}

/** What is shared is out of date as soon as anything changes. */
function forget(): void {
  if (byId("said").textContent !== "") byId("said").textContent = "";
  if (location.hash.startsWith("#s=")) history.replaceState(null, "", location.pathname + location.search);
}

async function share(): Promise<void> {
  const state: Shared = {
    v: 1,
    text: app.text(),
    settings: { ...settings },
    view: current,
    views: Object.fromEntries(views.map((view) => [view.name, view.state()])),
  };
  const fragment = await pack(state);
  history.replaceState(null, "", fragment);
  try {
    await navigator.clipboard.writeText(location.href);
    app.say(`The link is copied (${plural(location.href.length, "character")})`);
  } catch {
    app.say("The link is in the address bar");
  }
}

async function restore(): Promise<void> {
  const state = (await unpack(location.hash)) as Partial<Shared> | null | undefined;
  if (state === undefined) return;
  if (state?.v !== 1 || typeof state.text !== "string")
    return app.say(
      "The link cannot be read: it is cut or not from this page. Ask for it again; what is shown is the example.",
      true,
    );
  // A link comes from anywhere: nothing of it is taken that the page could not have made.
  for (const [list, key] of [
    [environment, "environment"],
    [profile, "profile"],
    [kind, "kind"],
  ] as const) {
    const wanted = (state.settings as Partial<Settings> | null | undefined)?.[key];
    if ([...list.options].some(({ value }) => value === wanted)) Object.assign(settings, { [key]: wanted });
    list.value = settings[key];
  }
  set(state.text);
  let left = false;
  for (const view of views) {
    const part = (state.views as Partial<Shared["views"]> | null | undefined)?.[view.name];
    if (part === undefined || part === null) continue;
    try {
      view.restore(part);
      view.show(answer);
    } catch {
      left = true;
      view.restore(structuredClone(beginnings.get(view.name)));
    }
  }
  if (views.some(({ name }) => name === state.view)) open(state.view as ViewName);
  if (left) app.say("A part of the link cannot be read; the program is, and a view has its beginning.", true);
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
  open(chosen.view ?? "problems");
}

function changed(): void {
  forget();
  check();
}

/** The system's theme, until somebody chooses one. */
function theme(): HTMLElement {
  const root = document.documentElement;
  let stored = "";
  try {
    stored = localStorage.getItem("theme") ?? "";
  } catch {
    /* storage may be off */
  }
  const apply = (value: string): void => {
    if (value === "") delete root.dataset.theme;
    else root.dataset.theme = value;
    try {
      localStorage.setItem("theme", value);
    } catch {
      /* the choice lasts as long as the page */
    }
  };
  apply(stored);
  return labelled(
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
    ["", "not said"],
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

byId("kind-slot").append(labelled("Kind", kind));
byId("tools").append(
  labelled("Example", example),
  labelled("Environment", environment),
  labelled("Profile", profile),
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
open("problems");
askedFor = editor.state.doc;
take(answerOf(start.text, settings.kind, find(start.text, settings)));
void restore();
window.addEventListener("hashchange", () => {
  void restore();
});
