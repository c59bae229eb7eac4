// Properties of the package: what holds for any call, with arbitrary values. A long run: `npm run fuzz:package`.
import { memories } from "../support/instances.mjs";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { GOOD, KINDS, planner } from "../support/bad.mjs";
import {
  argsOf,
  cidrBlock,
  document,
  KIND_NAMES,
  options,
  preview,
  REQUESTS,
  resource,
  schedule,
  spoilt,
} from "./inputs.mjs";
import { assertDocumented, assertLawful, assertPathsLead, attempt, quietly } from "./laws.mjs";
import { RUNS } from "./settings.mjs";
import { key, made, number, text, value } from "./values.mjs";

const { ValidationError, check, cidr, schedule: schedules } = planner;
const GOOD_DOCUMENT = { resources: [{ kind: "Project", name: "orders", args: GOOD.Project }] };
const oneof = (...arbitraries) => fc.oneof(...arbitraries, value);

const block = oneof(cidrBlock, text);
const blocks = oneof(fc.array(block, { maxLength: 5 }));
const length = oneof(fc.nat(33));
const cron = oneof(schedule, text);
const time = oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  text,
);
const count = oneof(fc.nat(20), number);
const report = structuredClone(
  check({ resources: [{ kind: "Network", name: "net", args: { ...GOOD.Network, region: "us-east1" } }] }),
);
const plan = structuredClone(
  planner.planChange(
    { kind: "Network", name: "net", args: GOOD.Network },
    { kind: "Network", name: "net", args: { ...GOOD.Network, cidrBlock: "10.1.0.0/16" } },
  ),
);
const path = fc.oneof(
  text,
  fc.array(fc.oneof(key, fc.constantFrom("[0]", "[99999]", '["\\u{110000}"]'))).map((steps) => steps.join(".")),
);
const side = oneof(resource, document, fc.constant(null));

/** By name: the arguments of a function, and the function. */
const CALLS = {
  "check, options": [fc.tuple(fc.oneof(options(), value)), (chosen) => check(GOOD_DOCUMENT, chosen)],
  "cidr.parse": [fc.tuple(block), cidr.parse],
  "cidr.contains": [fc.tuple(block, block), cidr.contains],
  "cidr.overlaps": [fc.tuple(block, block), cidr.overlaps],
  "cidr.split": [fc.tuple(block, length), cidr.split],
  "cidr.overlapping": [fc.tuple(blocks), cidr.overlapping],
  "cidr.nextFree": [fc.tuple(block, blocks, length), cidr.nextFree],
  "schedule.parse": [fc.tuple(cron), schedules.parse],
  "schedule.describe": [fc.tuple(cron), schedules.describe],
  "schedule.next": [fc.tuple(cron, spoilt(fc.record({ after: time, count }))), schedules.next],
  "schedule.previous": [fc.tuple(cron, spoilt(fc.record({ before: time, count }))), schedules.previous],
  "schedule.between": [
    fc.tuple(
      cron,
      spoilt(
        fc.oneof(
          fc.constant({ from: "2026-11-23T08:00:00Z", to: "2026-11-25T08:00:00Z" }),
          fc.record({ from: time, to: time }),
        ),
      ),
    ),
    schedules.between,
  ],
  "schedule.equals": [fc.tuple(cron, cron), schedules.equals],
  "schedule.distance": [fc.tuple(cron, cron), schedules.distance],
  "schedule.clash": [fc.tuple(cron, cron), schedules.clash],
  ...Object.fromEntries(
    Object.entries(REQUESTS).map(([name, request]) => [name, [fc.tuple(spoilt(request), options()), planner[name]]]),
  ),
  planChange: [fc.tuple(side, side, options()), planner.planChange],
  planPreview: [fc.tuple(preview, options()), planner.planPreview],
  formatReport: [
    fc.tuple(oneof(spoilt(report)), spoilt({ color: true, resource: true, summary: true })),
    planner.formatReport,
  ],
  formatPlan: [fc.tuple(oneof(spoilt(plan)), spoilt({ color: true })), planner.formatPlan],
  applyEdits: [
    fc.tuple(
      oneof(argsOf("Network"), argsOf("Acl")),
      oneof(fc.array(oneof(fc.record({ path, value }), fc.record({ path })))),
    ),
    planner.applyEdits,
  ],
  explain: [fc.tuple(oneof(text)), planner.explain],
  kindOf: [fc.tuple(oneof(text)), planner.kindOf],
};

const builder = (kind) => fc.tuple(argsOf(kind), options(kind));
const build = (kind) => (args, chosen) => KINDS[kind].build(args, chosen);

describe("whatever it is given", () => {
  for (const [name, [inputs, call]] of Object.entries(CALLS)) it(name, () => assertLawful(inputs, call));

  for (const kind of KIND_NAMES)
    it(`builder of ${kind}`, () =>
      assertLawful(builder(kind), build(kind), ({ error }, [args]) => {
        if (error instanceof ValidationError) assertPathsLead(error.diagnostics, kind, args);
      }));

  it("check", () =>
    assertLawful(fc.tuple(document, options()), check, ({ value: report }, [given]) => {
      if (report !== undefined) assertPathsLead(report.diagnostics, undefined, given);
    }));
});

describe("the memory of the core", () => {
  it("does not grow when the same bad calls come again, and one instance of each module serves them all", () => {
    const calls = [
      ...Object.values(CALLS),
      ...KIND_NAMES.map((kind) => [builder(kind), build(kind)]),
      [fc.tuple(document, options()), check],
    ];
    // An instance grows with the largest input that it has met: only what it meets again shows whether it loses some.
    const written = calls.map(([inputs, call]) => [fc.sample(inputs, { numRuns: Math.min(RUNS, 2_000) }), call]);
    const bytes = [1, 2, 3].map(() => {
      for (const [samples, call] of written)
        for (const sample of samples) {
          const { error } = quietly(() => attempt(() => call(...made(sample))));
          if (error !== undefined) assertDocumented(error);
        }
      return memories.map(({ buffer }) => buffer.byteLength);
    });
    assert.deepEqual([bytes[2], memories.length], [bytes[1], 2]);
  });
});
