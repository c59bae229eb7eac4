// The schedules of the package against croner: random schedules of the subset that the service takes, random times, and
// every instant compared. node tests/differential/schedules.mjs --cases N --seed S [--seconds N]
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { Cron } from "croner";
import fc from "fast-check";

const { schedule } = createRequire(import.meta.url)("eventstorecloud-planner");

/** Times begin and end far enough from the ends of the calendar that a year of runs fits. */
const FIRST = Date.parse("1970-01-08T00:00:00Z");
const LAST = Date.parse("2199-12-24T00:00:00Z");

/** A field of the subset: any value, one number, or a step. */
const field = (most) =>
  fc.oneof(
    fc.constant("*"),
    fc.nat(most).map(String),
    fc.integer({ min: 1, max: most + 1 }).map((step) => `*/${step}`),
  );
/** A schedule, seldom one that the service refuses and the functions read all the same. */
const text = fc
  .tuple(field(59), field(23), fc.oneof(fc.constant("*"), fc.nat(7).map(String)))
  .map(([minute, hour, day]) => `${minute} ${hour} * * ${day}`);
/** A time: any, or one at which something begins, where mistakes are. */
const time = fc
  .tuple(fc.integer({ min: FIRST / 1_000, max: LAST / 1_000 }), fc.constantFrom(1, 60, 3_600, 86_400))
  .map(([second, unit]) => Math.floor(second / unit) * unit * 1_000);

const iso = (instant) => new Date(instant).toISOString().replace(".000Z", "Z");
const isos = (runs) => runs.map((run) => iso(run));

let [schedules, compared] = [0, 0];
function assertSame(ours, theirs) {
  compared += Math.max(ours.length, theirs.length, 1);
  assert.deepEqual(ours, isos(theirs));
}

const likeCroner = fc.property(text, time, fc.integer({ min: 1, max: 400 }), fc.nat(58), (written, at, count, more) => {
  const cron = new Cron(written, { utcOffset: 0 });
  const next = cron.nextRuns(count, new Date(at));
  assertSame(schedule.next(written, { after: iso(at), count }), next);
  // The package knows no times before 1970; croner does.
  const before = cron.previousRuns(count, new Date(at)).filter((instant) => instant.getTime() >= 0);
  assertSame(schedule.previous(written, { before: iso(at), count }), before);
  // croner's `nextRuns` leaves its start out; `between` has both ends in it.
  const to = next.at(-1).getTime() + more * 1_000;
  const expected = cron.nextRuns(count + 1, new Date(at - 1_000)).filter((run) => run.getTime() >= at && run <= to);
  assertSame(schedule.between(written, { from: iso(at), to: iso(to) }), expected);
  schedules += 1;
});

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    seconds: { type: "string" },
  },
});
// With an end in seconds it is not the number of cases that ends it.
const cases = values.seconds === undefined ? Number(values.cases) : Infinity;
const until = values.seconds === undefined ? Infinity : performance.now() + 1_000 * Number(values.seconds);
for (let seed = Number(values.seed); compared < cases && performance.now() < until; seed++)
  fc.assert(likeCroner, { seed, numRuns: 50 });
console.log(`seed ${values.seed}: ${schedules} random schedules, ${compared} instants compared, no difference`);
