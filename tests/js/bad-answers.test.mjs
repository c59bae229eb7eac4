// Answers of the package that a program hands back to it, changed or made up: they are refused, never a mistake of
// ours.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { planner, refused, tried } from "./support/bad.mjs";

const { applyEdits, check, formatPlan, formatReport, planChange } = planner;
const network = (cidrBlock) => ({
  kind: "Network",
  name: "net",
  args: { name: "a", cidrBlock, region: "us-east-1", resourceProvider: "aws" },
});
const report = () => structuredClone(check({ resources: [network("10.0.0.1/8")] }));
const plan = () => structuredClone(planChange(network("10.0.0.0/16"), network("10.1.0.0/16")));
const circle = {};
circle.self = circle;

describe("what is no answer of ours", () => {
  const spoilt = (answer, change) => (change(answer), answer);
  const CHANGES = {
    "a diagnostic that is none": (answer) => answer.diagnostics.push(5),
    "a severity that is none": (answer) =>
      (answer.diagnostics = [{ ...report().diagnostics[0], severity: "toString" }]),
    "a resource without its kind": (answer) =>
      (answer.diagnostics = [{ ...report().diagnostics[0], path: Symbol("x") }]),
    "an edit that cannot be shown": (answer) =>
      (answer.diagnostics = [{ ...report().diagnostics[0], fix: [{ path: "a", value: circle }] }]),
    "a target that is no text": (answer) => (answer.target = {}),
    "a list without end": (answer) => (answer.diagnostics = new Array(4e9)),
    "a reason that is a list in a circle": (answer) => (answer.targetFrom = [new Array(4e9), circle]),
    "a getter that throws": (answer) =>
      Object.defineProperty(answer, "target", {
        get() {
          throw new Error("mine");
        },
      }),
  };
  for (const [what, change] of Object.entries(CHANGES)) {
    it(what, () => {
      refused(() => formatReport(spoilt(report(), change)), "report", what);
      refused(() => formatPlan(spoilt(plan(), change)), "plan", what);
    });
  }

  it("a list that says for itself how it is copied is a list like others", () => {
    const odd = (answer) => {
      answer.diagnostics.constructor = { [Symbol.species]: 5 };
      return answer;
    };
    assert.equal(formatReport(odd(report())), formatReport(report()));
    assert.equal(formatPlan(odd(plan())), formatPlan(plan()));
  });

  it("parts of one", () => {
    for (const part of ["counts", "catalogue"])
      refused(() => formatReport(spoilt(report(), (answer) => delete answer[part])), "report", part);
    refused(() => formatPlan(spoilt(plan(), (answer) => (answer.steps = [undefined]))), "plan");
    refused(() => formatPlan(spoilt(plan(), (answer) => delete answer.deferred)), "plan");
    refused(
      () => formatPlan(spoilt(plan(), (answer) => (answer.steps[0].properties[0].from = new Array(4e9)))),
      "plan",
    );
    for (const part of ["reasons", "properties"])
      refused(() => formatPlan(spoilt(plan(), (answer) => (answer.steps[0][part] = new Array(4e9)))), "plan", part);
  });
});

describe("options of printing", () => {
  it("are functions that give text, or are refused", () => {
    for (const name of ["locate", "page"]) {
      for (const wrong of [5, "x", {}, null])
        refused(() => formatReport(report(), { [name]: wrong }), `options.${name}`);
      for (const wrong of [5, {}, null, Symbol("x")])
        refused(() => formatReport(report(), { [name]: () => wrong }), `options.${name}`);
    }
  });

  it("throw what they throw", () => {
    const mine = new Error("mine");
    assert.throws(
      () =>
        formatReport(report(), {
          locate: () => {
            throw mine;
          },
        }),
      (error) => error === mine,
    );
  });
});

describe("edits that do not fit", () => {
  it("are refused where they cannot be made", () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    refused(() => applyEdits(revoked.proxy, []), "args");
    const list = Proxy.revocable([], {});
    list.revoke();
    refused(() => applyEdits({}, list.proxy), "edits");
    refused(() => applyEdits({ a: revoked.proxy }, [{ path: "a.b", value: 1 }]), "edits[0]");
    refused(() => applyEdits({ a: [1] }, [{ path: "a.length", value: "x" }]), "edits[0]");
    refused(() => applyEdits({ a: new Array(4e9) }, [{ path: "a[0]", value: 1 }]), "edits[0]");
    refused(() => applyEdits({}, [{ path: "a.".repeat(100_000), value: 1 }]), "edits[0]");
    refused(
      () =>
        applyEdits({}, [
          {
            get path() {
              throw new Error("mine");
            },
          },
        ]),
      "edits[0]",
    );
  });

  it("change nothing else", () => {
    assert.deepEqual(
      tried(() => applyEdits({ a: [1, 2] }, [{ path: "a.x" }])),
      { a: [1, 2] },
    );
    assert.deepEqual(
      tried(() => applyEdits({ a: [1, 2] }, [{ path: "a.length" }])),
      { a: [1, 2] },
    );
    assert.deepEqual(
      tried(() => applyEdits({ a: "x".repeat(9_000_000) }, [{ path: "a.b", value: 1 }])),
      { a: { b: 1 } },
    );
    assert.deepEqual(
      tried(() => applyEdits({}, [{ path: '["\\u{110000}"]', value: 1 }])),
      { "\ufffd": 1 },
    );
  });
});
