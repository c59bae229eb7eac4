// Keys that mean something to the language are keys like others: no call changes a prototype, or answers with a changed
// one.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as planner from "eventstorecloud-planner";
import { assertUnpolluted } from "./support/bad.mjs";

const {
  applyEdits,
  check,
  cidr,
  explain,
  formatReport,
  planAddressSpace,
  planBackups,
  planChange,
  provider,
  recommendCluster,
  schedule,
  simulateBackups,
} = planner;

/** As JSON.parse makes them: with such keys of their own. */
const EVIL = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"].flatMap((key) => [
  JSON.parse(`{ "${key}": { "polluted": true } }`),
  JSON.parse(`{ "${key}": "polluted", "name": "${key}" }`),
  JSON.parse(`{ "${key}": [{ "${key}": { "${key}": true } }] }`),
]);

const CALLS = {
  "check, a document": (evil) => check(evil),
  "check, resources": (evil) =>
    check({
      resources: [
        { kind: "Network", name: "net", args: evil },
        { kind: Object.keys(evil)[0], name: Object.keys(evil)[0], args: {} },
        evil,
      ],
    }),
  "check, options": (evil) => check({ resources: [] }, { severities: evil, catalogue: evil }),
  "check, configuration": (evil) =>
    check({ resources: [], configuration: evil, environmentVariables: evil, packages: evil }),
  builders: (evil) => planner.network(evil),
  "builders, maps": (evil) => planner.integration({ projectId: "p", description: "d", data: evil }),
  provider: (evil) => provider(evil),
  applyEdits: (evil) =>
    applyEdits(
      evil,
      Object.keys(evil).flatMap((key) => [
        { path: key, value: evil },
        { path: `${key}.${key}.polluted`, value: true },
        { path: `["${key}"]["${key}"]`, value: true },
      ]),
    ),
  formatReport: (evil) =>
    formatReport({ ...check({ resources: [{ kind: "Project", name: "x", args: { name: " " } }] }), ...evil }),
  planAddressSpace: (evil) => planAddressSpace(evil),
  "planAddressSpace, a lock": (evil) => planAddressSpace({ pools: ["10.0.0.0/8"], networks: [evil], lock: evil }),
  planBackups: (evil) => planBackups(evil),
  simulateBackups: (evil) => simulateBackups({ jobs: [evil], ...evil }),
  recommendCluster: (evil) => recommendCluster(evil),
  planChange: (evil) => planChange({ resources: [evil] }, { resources: [evil] }),
  explain: (evil) => explain(Object.keys(evil)[0]),
  cidr: (evil) => cidr.parse(Object.keys(evil)[0]),
  schedule: (evil) => schedule.next(Object.keys(evil)[0], evil),
};

describe("keys that mean something to the language", () => {
  for (const [name, call] of Object.entries(CALLS)) {
    it(name, () => {
      for (const evil of EVIL) {
        const before = JSON.stringify(evil);
        let answer;
        try {
          answer = call(evil);
        } catch (error) {
          assert.ok(
            error instanceof planner.InputError || error instanceof planner.ValidationError,
            `${before}: ${error?.stack}`,
          );
        }
        assert.equal(JSON.stringify(evil), before);
        assertUnpolluted(before);
        assert.equal({}.polluted, undefined);
        everyPrototypeIsPlain(answer);
      }
    });
  }

  it("are written as what they are", () => {
    const args = applyEdits({}, [{ path: "__proto__", value: { polluted: true } }]);
    assert.deepEqual(
      [Object.keys(args), Object.getPrototypeOf(args), args.polluted],
      [["__proto__"], Object.prototype, undefined],
    );
  });
});

/** No object of an answer has a prototype that came from outside. */
function everyPrototypeIsPlain(answer, depth = 0) {
  if (typeof answer !== "object" || answer === null || depth > 8) return;
  assert.ok([Object.prototype, Array.prototype, null].includes(Object.getPrototypeOf(answer)));
  for (const value of Object.values(answer)) everyPrototypeIsPlain(value, depth + 1);
}
