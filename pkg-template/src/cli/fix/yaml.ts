// One edit in YAML, in place: everything else keeps its spaces, quotes and comments.
import { isMap, isScalar, type Node, type Pair, parseDocument, stringify, type YAMLMap } from "yaml";
import type { Edit, Step } from "../../internal";

/** The text with the edit in it; undefined where it cannot be made in place. */
export function editYaml(text: string, path: readonly Step[], edit: Edit): string | undefined {
  const document = parseDocument(text, { prettyErrors: false });
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  const node = document.getIn(path, true) as Node | undefined;
  if (!("value" in edit)) return isMap(parent) && typeof last === "string" ? without(text, parent, last) : undefined;
  const value = written(edit.value);
  if (value === undefined) return undefined;
  if (isScalar(node) && node.range) {
    // Texts over several lines have their own indentation.
    if (
      node.type === "BLOCK_FOLDED" ||
      node.type === "BLOCK_LITERAL" ||
      node.anchor !== undefined ||
      node.tag !== undefined
    )
      return undefined;
    const quoted =
      typeof edit.value === "string" && node.type === "QUOTE_SINGLE"
        ? `'${edit.value.replace(/'/g, "''")}'`
        : typeof edit.value === "string" && node.type === "QUOTE_DOUBLE"
          ? JSON.stringify(edit.value)
          : value;
    const gap = node.range[0] === node.range[1] && text[node.range[0] - 1] === ":" ? " " : "";
    return text.slice(0, node.range[0]) + gap + quoted + text.slice(node.range[1]);
  }
  return node === undefined && isMap(parent) && typeof last === "string" ? added(text, parent, last, value) : undefined;
}

/** A value on one line. */
function written(value: unknown): string | undefined {
  const text =
    typeof value === "object" && value !== null ? JSON.stringify(value) : stringify(value, { lineWidth: 0 }).trimEnd();
  // In brackets, commas and the like end a text.
  if (text.includes("\n")) return undefined;
  return typeof value === "string" && /[,[\]{}#]/.test(value) && !/^["']/.test(text) ? JSON.stringify(value) : text;
}

function added(text: string, map: YAMLMap, key: string, value: string): string | undefined {
  const last = map.items.at(-1) as Pair<Node, Node | null> | undefined;
  const first = map.items[0] as Pair<Node, Node | null> | undefined;
  const start = first?.key.range?.[0];
  const end = last?.value?.range?.[1] ?? last?.key.range?.[1];
  if (start === undefined || end === undefined) return undefined;
  if (map.flow === true) return `${text.slice(0, end)}, ${stringify(key).trimEnd()}: ${value}${text.slice(end)}`;
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  let at = end;
  while (/\s/.test(text[at - 1] ?? "")) at--;
  const line = text.indexOf("\n", at);
  // A comment at the end of the line stays there.
  const stop = line < 0 ? text.length : text[line - 1] === "\r" ? line - 1 : line;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const added = `${" ".repeat(column)}${stringify(key).trimEnd()}: ${value}`;
  return `${text.slice(0, stop)}${newline}${added}${text.slice(stop)}`;
}

function without(text: string, map: YAMLMap, key: string): string | undefined {
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key) as
    | Pair<Node, Node | null>
    | undefined;
  const [from, to] = [pair?.key.range?.[0], pair?.value?.range?.[1] ?? pair?.key.range?.[1]];
  if (map.flow === true || from === undefined || to === undefined) return undefined;
  const begin = text.lastIndexOf("\n", from - 1) + 1;
  // The first key of an item stands behind its dash.
  if (text.slice(begin, from).trim() !== "") return undefined;
  let at = to;
  while (/\s/.test(text[at - 1] ?? "")) at--;
  const end = text.indexOf("\n", at);
  return text.slice(0, begin) + (end < 0 ? "" : text.slice(end + 1));
}
