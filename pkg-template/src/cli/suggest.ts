import { distance } from "fastest-levenshtein";

/** The text of a list that a misspelled one probably means. */
export function closest(wanted: string, known: readonly string[]): string | undefined {
  const near = known
    .map((text) => ({ text, by: distance(text.toLowerCase(), wanted.toLowerCase()) }))
    .sort((a, b) => a.by - b.by)[0];
  return near !== undefined && near.by <= Math.max(1, Math.floor(near.text.length / 3)) ? near.text : undefined;
}
