// Functions that create elements, in place of a framework.
import { codeSpans } from "../../src/layout";

type Child = Node | string | number | null | undefined | false;
type Attributes = { [name: string]: string | number | boolean | undefined | ((event: Event) => void) };

function fill(element: Element, attributes: Attributes, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children)
    if (child !== null && child !== undefined && child !== false)
      element.append(child instanceof Node ? child : String(child));
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  fill(element, attributes, children);
  return element;
}

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
}

/** A control with its label before it. The id is that of the control. */
export function labelled(id: string, label: string, control: HTMLElement): HTMLElement {
  control.id = id;
  return h("span", { class: "field" }, h("label", { for: id }, label), control);
}

export function select(
  options: readonly (readonly [value: string, text: string])[],
  value: string,
  change: (value: string) => void,
  attributes: Attributes = {},
): HTMLSelectElement {
  const list = h(
    "select",
    { ...attributes, onchange: () => change(list.value) },
    ...options.map(([value, text]) => h("option", { value }, text)),
  );
  list.value = value;
  return list;
}

export function button(text: string, click: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return h("button", { type: "button", onclick: click, ...attributes }, text);
}

/** A table that scrolls on its own, by keyboard too. */
export function table(
  caption: string,
  heads: string[],
  rows: (HTMLTableRowElement | Child[])[],
  attributes: Attributes = {},
): HTMLElement {
  const body = rows.map((row) =>
    row instanceof HTMLTableRowElement ? row : h("tr", {}, ...row.map((cell) => h("td", {}, cell))),
  );
  return h(
    "div",
    { class: "table", tabindex: 0, role: "region", "aria-label": caption, ...attributes },
    h(
      "table",
      {},
      h("caption", { class: "hidden" }, caption),
      h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, ...body),
    ),
  );
}

/** A count with its noun: `1 resource`, `1,001 resources`. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : nouns}`;
}

/** A sentence whose parts between backticks are shown as code. */
export function prose(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const { text: part, isCode } of codeSpans(text)) fragment.append(isCode ? h("code", {}, part) : part);
  return fragment;
}

/** A number of minutes as a duration: `6 h`, `7 d`. */
export function duration(minutes: number | undefined): string {
  if (minutes === undefined) return "none";
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${+(minutes / 60).toFixed(1)} h`;
  return `${+(minutes / 1440).toFixed(1)} d`;
}

/** How many entries a shortened list leaves out; null if it leaves out none. */
export function andMore(left: number, noun: string, where = ""): HTMLElement | null {
  return left <= 0 ? null : h("p", { class: "note" }, `and ${plural(left, `more ${noun}`)}${where}`);
}
