// The schedules of the package against croner: random schedules of the subset that the service takes, random times, and
// every instant compared. node tests/differential/schedules.mjs --cases N --seed S
import { Cron } from "croner";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { given } from "../fuzz-package/arguments.mjs";
import { Random } from "../fuzz-package/random.mjs";

const { schedule } = createRequire(import.meta.url)("eventstorecloud-planner");

/** Runs of one list at most. */
const MOST = 400;
/** Times begin and end far enough from the ends of the calendar that a year of runs fits. */
const FIRST = Date.parse("1970-01-08T00:00:00Z");
const LAST = Date.parse("2199-12-24T00:00:00Z");

/** A field of the subset: any value, one number, or a step. */
function field(random, most) {
  return random.of(["*", String(random.below(most + 1)), `*/${random.between(1, most + 1)}`]);
}

/** A schedule, seldom one that the service refuses and the functions read all the same. */
function text(random) {
  return [field(random, 59), field(random, 23), "*", "*", random.oneIn(2) ? "*" : String(random.below(8))].join(" ");
}

/** A time: any, or one at which something begins, where mistakes are. */
function time(random) {
  const any = FIRST + random.below((LAST - FIRST) / 1_000) * 1_000;
  const unit = random.of([1_000, 60_000, 3_600_000, 86_400_000]);
  return Math.floor(any / unit) * unit;
}

const iso = (instant) => new Date(instant).toISOString().replace(".000Z", "Z");
const milliseconds = (runs) => runs.map((run) => (typeof run === "string" ? Date.parse(run) : run.getTime()));

/** What differs in one random case; `compared` counts the instants. */
function one(random, done) {
  const written = text(random);
  const at = time(random);
  const count = random.between(1, MOST);
  const cron = new Cron(written, { utcOffset: 0 });
  const compare = (what, ours, theirs) => {
    done.compared += Math.max(ours.length, theirs.length, 1);
    const place =
      ours.length === theirs.length
        ? ours.findIndex((instant, i) => instant !== theirs[i])
        : Math.min(ours.length, theirs.length);
    if (place >= 0)
      done.differences.push(
        `${what} ${written} at ${iso(at)}, ${count} runs: place ${place}: ${show(ours[place])}, croner ` +
          `${show(theirs[place])}`,
      );
  };
  const next = milliseconds(schedule.next(written, { after: iso(at), count }));
  compare("next", next, milliseconds(cron.nextRuns(count, new Date(at))));
  // The package knows no times before 1970; croner does.
  const before = milliseconds(cron.previousRuns(count, new Date(at))).filter((instant) => instant >= 0);
  compare("previous", milliseconds(schedule.previous(written, { before: iso(at), count })), before);
  // croner's `nextRuns` leaves its start out; `between` has both ends in it.
  const to = random.oneIn(2) ? next.at(-1) : next.at(-1) + random.below(59) * 1_000;
  const expected = milliseconds(cron.nextRuns(count + 1, new Date(at - 1_000))).filter(
    (instant) => instant >= at && instant <= to,
  );
  compare("between", milliseconds(schedule.between(written, { from: iso(at), to: iso(to) })), expected);
}

const show = (instant) => (instant === undefined ? "nothing" : iso(instant));

/** Compares until that many instants have been, or until that many milliseconds are over. */
export function differential(cases, seed, limit = Infinity) {
  const random = new Random(seed);
  const until = performance.now() + limit;
  const done = { compared: 0, schedules: 0, differences: [] };
  while (done.compared < cases && performance.now() < until && done.differences.length < 20) {
    one(random, done);
    done.schedules += 1;
  }
  return done;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  // Without an end in seconds it is the number of cases that ends it.
  const { cases, seed, seconds } = given({ cases: 100_000, seed: 1, seconds: 0 });
  const start = performance.now();
  const { compared, schedules, differences } = differential(
    seconds > 0 ? Infinity : cases,
    seed,
    seconds > 0 ? 1_000 * seconds : Infinity,
  );
  for (const difference of differences) console.log(difference);
  console.log(
    `seed ${seed}: ${schedules} random schedules, ${compared} instants compared in ` +
      `${((performance.now() - start) / 1_000).toFixed(1)} s, ${differences.length} differences`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
}
