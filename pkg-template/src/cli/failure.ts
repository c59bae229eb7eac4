import { oneLine } from "../layout";

/** What keeps a command from running: one line on standard error, and exit code 2. */
export class Failure extends Error {}

/** What went wrong, as one line: messages of the system and of parsers may have more. */
export function messageOf(error: unknown): string {
  return oneLine(error instanceof Error ? error.message : String(error));
}
