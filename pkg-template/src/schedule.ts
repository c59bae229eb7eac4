import { ask } from "./answer";
import type { ScheduleFacts } from "./generated/api";

/** Where `next` begins and how many runs it lists. */
export interface NextOptions {
  /** ISO time with a zone, such as `2026-11-23T08:00:00Z`. A run at this very moment is not listed. */
  after: string;
  /** How many runs, 1 to 10,000. Default: 1. */
  count?: number;
}

/**
 * What a schedule of a backup is: its canonical five fields, its meaning in words, the distances between its runs.
 * Throws an `InputError` for text outside the subset of cron that the service takes.
 */
export function parse(text: string): ScheduleFacts {
  return ask<{ value: ScheduleFacts }>((core) => core.scheduleParse(text)).value;
}

/** What a schedule means, such as `every day at 00:00 UTC`. Throws an `InputError` as `parse` does. */
export function describe(text: string): string {
  return parse(text).description;
}

/** The next runs of a schedule as ISO times in UTC; fewer than asked for only at the end of the year 9999. */
export function next(text: string, options: NextOptions): string[] {
  return ask<{ value: string[] }>((core) => core.scheduleNext(text, options)).value;
}
