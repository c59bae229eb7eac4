/** Something that keeps a command from running: one line on standard error, and exit code 2. */
export class Failure extends Error {}

/** What went wrong, as one line: messages of the system and of parsers may have more. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}
