// Escaping and layout of text: the one file that may take a sentence of the core apart. It has no word of its own, and
// what it returns says the same as what it was given.

/** A sentence, taken apart at its backticks: what stands between two of them is code. */
export function codeSpans(text: string): { text: string; isCode: boolean }[] {
  return text
    .split("`")
    .map((part, index) => ({ text: part, isCode: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
}
