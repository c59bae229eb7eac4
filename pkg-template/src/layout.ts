// Escaping and layout of text: the one file that may take a sentence of the core apart. It has no word of its own, and
// what it returns says the same as what it was given.

/** Characters that a terminal obeys, or that cannot be seen. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text of the caller's in a message: control characters are shown, not sent to the terminal, and long text is cut. */
export function visible(text: string): string {
  // Cut between characters, not inside one.
  const shown = text.length > 200 ? `${text.slice(0, 200).replace(/[\ud800-\udbff]$/, "")}…` : text;
  return shown.replace(INVISIBLE, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`);
}

/** Characters of a file below which a mark stands: each of them takes one place. */
export function dotted(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "·");
}

/** A text with the end of its last line. */
export function ended(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

/** Several lines as one. */
export function oneLine(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

/** The parts that are there, with one space between them. */
export function spaced(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}

/** The columns of one line. */
export function columns(parts: readonly string[]): string {
  return parts.join("  ");
}

/** A line below the first one of its block. */
export function indented(text: string): string {
  return `  ${text}`;
}

/** Each line of a text moved to the right, without spaces at its end. */
export function indentedLines(text: string): string {
  return lines(text.split("\n").map((line) => indented(line).trimEnd()));
}

/** The lines of one block. */
export function lines(texts: readonly string[]): string {
  return texts.join("\n");
}

/** Blocks, with an empty line between them. */
export function blocks(texts: readonly string[]): string {
  return texts.join("\n\n");
}

/** Texts below each other in columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)), []);
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Text between single quotes of a shell. */
export function inSingleQuotes(text: string): string {
  return text.replace(/[\\']/g, "\\$&");
}

/** Text of a workflow command of GitHub. */
export function githubText(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

/** The value of a property of a workflow command of GitHub. */
export function githubProperty(text: string): string {
  return githubText(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}

/** Text in XML. A character that XML cannot hold, not even escaped, becomes a question mark. */
export function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "?")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "?")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\n/g, "&#10;");
}

/** A sentence, taken apart at its backticks: what stands between two of them is code. */
export function codeSpans(text: string): { text: string; isCode: boolean }[] {
  return text
    .split("`")
    .map((part, index) => ({ text: part, isCode: index % 2 === 1 }))
    .filter(({ text: part }) => part !== "");
}
