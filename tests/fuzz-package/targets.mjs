// What is fuzzed: for each target, a function that makes one call from random choices.
import { KINDS, planner } from "../js/support/bad.mjs";
import { argsOf, document, KIND_NAMES, options } from "./documents.mjs";
import { lost, lostInArgs } from "./judge.mjs";
import { preview, REQUESTS, side, spoilt } from "./requests.mjs";
import { key, number, text, value } from "./values.mjs";

const { ValidationError, check, cidr, schedule } = planner;

/**
 * `inputs` must stay as they are; `wrong` says what is wrong with an answer, of which `error` is given when it threw.
 */
const made = (what, inputs, call, wrong = () => undefined) => ({ what, inputs, call, wrong });

function builders(random) {
  const kind = random.of(KIND_NAMES);
  const args = argsOf(random, kind);
  const given = options(random, kind);
  const quiet =
    given === undefined || isPlain(given)
      ? { onDiagnostic: random.oneIn(50) ? notCallable(value(random, 1)) : () => {}, ...given }
      : given;
  return made(
    `builder of ${kind}`,
    [args, quiet],
    () => KINDS[kind].build(args, quiet),
    ({ error }) => {
      if (!(error instanceof ValidationError)) return undefined;
      const wrong = lostInArgs(kind, args, error.diagnostics);
      return wrong && `no such place: ${wrong.code} ${wrong.path}`;
    },
  );
}

/** What a function of the caller's throws is the caller's: a class throws when it is called. */
const notCallable = (item) => (typeof item === "function" ? undefined : item);

const isPlain = (object) => {
  try {
    return (
      typeof object === "object" &&
      object !== null &&
      Object.getPrototypeOf(object) === Object.prototype &&
      Object.values(Object.getOwnPropertyDescriptors(object)).every((own) => "value" in own)
    );
  } catch {
    return false;
  }
};

function documents(random) {
  const given = document(random);
  const chosen = options(random);
  return made(
    "check",
    [given, chosen],
    () => check(given, chosen),
    ({ value: report }) => {
      if (report === undefined) return undefined;
      const wrong = lost(given, report);
      return wrong && `no such place: ${wrong.code} ${JSON.stringify(wrong.resource)} ${wrong.path}`;
    },
  );
}

const GOOD_DOCUMENT = { resources: [{ kind: "Project", name: "orders", args: { name: "orders" } }] };

function optionsAlone(random) {
  const chosen = random.oneIn(2) ? value(random) : options(random);
  return made("options", [chosen], () => check(GOOD_DOCUMENT, chosen));
}

const block = (random) =>
  random.oneIn(2)
    ? `${random.below(256)}.${random.below(256)}.0.0/${random.below(33)}`
    : random.oneIn(2)
      ? text(random)
      : value(random, 1);
const blocks = (random) =>
  random.oneIn(6) ? value(random, 2) : Array.from({ length: random.below(6) }, () => block(random));
const length = (random) => (random.oneIn(3) ? value(random, 1) : random.below(34));
const CIDR = {
  parse: (random) => [block(random)],
  contains: (random) => [block(random), block(random)],
  overlaps: (random) => [block(random), block(random)],
  split: (random) => [block(random), length(random)],
  overlapping: (random) => [blocks(random)],
  nextFree: (random) => [block(random), blocks(random), length(random)],
};

const cron = (random) => {
  if (random.oneIn(3)) return random.oneIn(2) ? text(random) : value(random, 1);
  const field = (most) =>
    random.of([
      "*",
      String(random.below(most + 2)),
      `*/${random.below(most + 3)}`,
      String(random.below(most)),
      text(random),
    ]);
  return [field(59), field(23), random.of(["*", "*", "*", "1"]), "*", field(7)].join(random.oneIn(40) ? "  " : " ");
};
const time = (random) =>
  random.oneIn(4)
    ? random.oneIn(2)
      ? text(random)
      : value(random, 1)
    : new Date(random.between(-62_135_596_800, 253_402_300_799) * 1_000).toISOString();
const count = (random) => (random.oneIn(3) ? number(random) : random.between(1, 20));
const SCHEDULE = {
  parse: (random) => [cron(random)],
  describe: (random) => [cron(random)],
  next: (random) => [cron(random), spoilt(random, { after: time(random), count: count(random) })],
  previous: (random) => [cron(random), spoilt(random, { before: time(random), count: count(random) })],
  between: (random) => [
    cron(random),
    spoilt(
      random,
      random.oneIn(2)
        ? { from: "2026-11-23T08:00:00Z", to: "2026-11-25T08:00:00Z" }
        : { from: time(random), to: time(random) },
    ),
  ],
  equals: (random) => [cron(random), cron(random)],
  distance: (random) => [cron(random), cron(random)],
  clash: (random) => [cron(random), cron(random)],
};

/** A call of one of the functions of a module, with the right number of arguments or another one. */
function module(name, functions, makers) {
  const names = Object.keys(makers);
  return (random) => {
    const called = random.of(names);
    const inputs = makers[called](random);
    if (random.oneIn(40)) inputs.pop();
    return made(`${name}.${called}`, inputs, () => functions[called](...inputs));
  };
}

function planners(random) {
  const name = random.of([...Object.keys(REQUESTS), "planChange", "planPreview"]);
  const last = random.oneIn(4) ? options(random) : undefined;
  const inputs = random.oneIn(15)
    ? [value(random), value(random, 2)]
    : name === "planChange"
      ? [side(random), side(random), last]
      : name === "planPreview"
        ? [preview(random), last]
        : [spoilt(random, REQUESTS[name](random)), last];
  return made(name, inputs, () => planner[name](...inputs));
}

/** Answers of the package to begin from. */
const report = check(
  {
    resources: [
      { kind: "Network", name: "net", args: { region: "us-east1", cidrBlock: "10.0.0.1/8", resourceProvider: "aws" } },
      { kind: "ManagedCluster", args: { diskType: "gp2", serverVersion: 26.1 } },
    ],
  },
  { profile: "advice" },
);
const plan = planner.planChange(
  {
    kind: "Network",
    name: "net",
    args: { name: "a", cidrBlock: "10.0.0.0/16", region: "us-east-1", resourceProvider: "aws" },
  },
  {
    kind: "Network",
    name: "net",
    args: { name: "b", cidrBlock: "10.1.0.0/16", region: "us-east-1", resourceProvider: "aws" },
  },
);
const again = (data) => JSON.parse(JSON.stringify(data));

const path = (random) =>
  random.oneIn(4)
    ? text(random)
    : Array.from({ length: random.between(1, 4) }, () =>
        random.of([
          `[${random.below(4)}]`,
          key(random),
          `.${key(random)}`,
          `[${JSON.stringify(key(random))}]`,
          '["\\u{110000}"]',
          "[99999]",
        ]),
      ).join("");
const edit = (random) =>
  random.oneIn(10)
    ? value(random, 1)
    : random.oneIn(3)
      ? { path: path(random) }
      : { path: path(random), value: value(random, 1) };
const formatOptions = (random, said = text(random)) =>
  random.oneIn(3)
    ? undefined
    : random.oneIn(3)
      ? value(random, 2)
      : {
          color: random.oneIn(2),
          resource: random.oneIn(2),
          summary: random.oneIn(2),
          [random.of(["locate", "page", "color"])]: random.oneIn(2) ? () => said : notCallable(value(random, 1)),
        };
const PRINTED = {
  formatReport: (random) => [random.oneIn(6) ? value(random) : spoilt(random, again(report)), formatOptions(random)],
  formatPlan: (random) => [random.oneIn(6) ? value(random) : spoilt(random, again(plan)), formatOptions(random)],
  applyEdits: (random) => [
    random.oneIn(4) ? value(random) : argsOf(random, random.of(KIND_NAMES)),
    random.oneIn(8) ? value(random, 2) : Array.from({ length: random.below(4) }, () => edit(random)),
  ],
  explain: (random) => [random.oneIn(2) ? text(random) : value(random, 1)],
  kindOf: (random) => [random.oneIn(2) ? text(random) : value(random, 1)],
};
/** By name: one call, made from random choices. */
export const TARGETS = {
  builders,
  check: documents,
  options: optionsAlone,
  cidr: module("cidr", cidr, CIDR),
  schedule: module("schedule", schedule, SCHEDULE),
  planners,
  printed: module("planner", planner, PRINTED),
};
