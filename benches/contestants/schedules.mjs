// Schedules of the forms that the service takes; every library understands them.
import { Cron } from "croner";

export const AFTER = "2026-11-23T08:07:00Z";
export const SCHEDULES = ["0 */6 * * *", "30 3 * * 0", "15 2 * * *", "45 */4 * * *"];

export function byCroner(count) {
  const date = new Date(AFTER);
  return {
    id: "croner",
    title: "croner, utcOffset: 0 (its fastest mode)",
    run: (text) => new Cron(text, { utcOffset: 0 }).nextRuns(count, date),
  };
}
