// Escapers and layout: the only file in which texts of diagnostics, input errors and rules reach string methods and
// regular expressions. It adds no words of its own.

/** Longer texts are cut. */
const MAX_LENGTH = 200;

/** A text of the caller's in a message: control characters are shown, not sent to the terminal, and it is cut. */
export function visible(text: string): string {
  const shown = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  return shown.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (c) => `\\u{${c.charCodeAt(0).toString(16)}}`,
  );
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

/** The lines of one block. */
export function lines(texts: readonly string[]): string {
  return texts.join("\n");
}

/** Blocks, with an empty line between them. */
export function blocks(texts: readonly string[]): string {
  return texts.join("\n\n");
}

/** A sentence, taken apart at its backticks: what stands between two of them is code. */
export function codeSpans(text: string): { text: string; isCode: boolean }[] {
  return text
    .split("`")
    .map((part, index) => ({ text: part, isCode: index % 2 === 1 }))
    .filter(({ text: part }) => part !== "");
}
