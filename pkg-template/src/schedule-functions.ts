import { askArithmetic } from "./core/arithmetic";
import { Question } from "./generated/boundary";
import type { ScheduleFacts } from "./generated/api";
import type { BetweenOptions, NextOptions, PreviousOptions } from "./generated/requests";

export type { BetweenOptions, NextOptions, PreviousOptions };

/**
 * The facts of a schedule of backups: its five fields in canonical form, its meaning in words, the gaps between its
 * runs. Throws an `InputError` for a string outside the subset of cron that the service supports.
 */
export function parse(text: string): ScheduleFacts {
  return askArithmetic<ScheduleFacts>(Question.ScheduleParse, text)!;
}

/** The meaning of a schedule, such as `every day at 00:00 UTC`. Throws an `InputError` as `parse` does. */
export function describe(text: string): string {
  return parse(text).description;
}

/** The next runs of a schedule as ISO times in UTC; fewer than requested only at the end of the year 9999. */
export function next(text: string, options: NextOptions): string[] {
  return askArithmetic<string[]>(Question.ScheduleNext, text, options)!;
}

/** The last runs of a schedule before a time, latest first, as ISO times in UTC. */
export function previous(text: string, options: PreviousOptions): string[] {
  return askArithmetic<string[]>(Question.SchedulePrevious, text, options)!;
}

/** All runs of a schedule between two times, as ISO times in UTC. More than 10,000 throw an `InputError`. */
export function between(text: string, options: BetweenOptions): string[] {
  return askArithmetic<string[]>(Question.ScheduleBetween, text, options)!;
}

/** Whether two schedules run at the same times, however they are spelled. */
export function equals(a: string, b: string): boolean {
  return askArithmetic<boolean>(Question.ScheduleEquals, a, b)!;
}

/** The minimum number of minutes between a run of one schedule and a run of another; 0 if they ever coincide. */
export function distance(a: string, b: string): number {
  return askArithmetic<number>(Question.ScheduleDistance, a, b)!;
}

/**
 * Whether two jobs of one cluster with these schedules ever start closer to each other than the catalogue recommends
 * (`minJobDistanceMinutes` of `catalogue().backupLimits`): a cluster runs one backup at a time, so one may fail.
 */
export function clash(a: string, b: string): boolean {
  return askArithmetic<boolean>(Question.ScheduleClash, a, b)!;
}
