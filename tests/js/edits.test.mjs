// Fixes as users apply them, with the built package: every fix of every rule page and of every edge case mends what
// it is for.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { acl, applyEdits, check, InputError } from "eventstorecloud-planner";
import { cases, examples } from "./support/cases.mjs";

/** The document with the fix of one diagnostic in it. */
function mended(document, { resource, fix }) {
  if (resource === undefined) return applyEdits(document, fix);
  const kindOf = ({ kind }) => kind.split(":").at(-1);
  const resources = document.resources.map((each) =>
    kindOf(each) === resource.kind && each.name === resource.name
      ? { ...each, args: applyEdits(each.args, fix) }
      : each,
  );
  return { ...document, resources };
}

const key = ({ code, resource, path }) => JSON.stringify([code, resource, path]);

describe("applyEdits", () => {
  it("mends what a fix is for, adds no error, and leaves its input alone", () => {
    let applied = 0;
    // In another dialect, the paths of fixes are not those of the document.
    for (const { name, document, options } of [...examples, ...cases].filter(({ options }) => !options?.dialect)) {
      const before = check(document, options);
      const errors = new Set(before.diagnostics.filter(({ severity }) => severity === "error").map(key));
      for (const diagnostic of before.diagnostics.filter(({ fix }) => fix !== undefined)) {
        const text = JSON.stringify(document);
        const after = check(mended(document, diagnostic), options);
        assert.equal(JSON.stringify(document), text, name);
        assert.ok(!after.diagnostics.map(key).includes(key(diagnostic)), `${name}: ${key(diagnostic)} is still there`);
        const added = after.diagnostics
          .filter(({ severity }) => severity === "error")
          .map(key)
          .filter((each) => !errors.has(each));
        assert.deepEqual(added, [], `${name}: ${JSON.stringify(diagnostic.fix)}`);
        applied++;
      }
    }
    assert.ok(applied > 50, `${applied} fixes`);
  });

  it("copies only what is on the way to an edit", () => {
    const later = Promise.resolve("x");
    const args = Object.freeze({ a: Object.freeze([Object.freeze({ b: 1, later }), later]), other: Object.freeze({}) });
    const result = applyEdits(args, [
      { path: "a[0].b", value: 2 },
      { path: "a[0].c", value: "new" },
    ]);
    assert.deepEqual(result, { a: [{ b: 2, c: "new", later }, later], other: {} });
    assert.ok(result.other === args.other && result.a[1] === later && result.a[0].later === later);
  });

  it("removes keys and places, and reads every path that a report can have", () => {
    assert.deepEqual(
      applyEdits({ a: [1, 2, 3], b: 1 }, [
        { path: "a[1]", remove: true },
        { path: "b", remove: true },
      ]),
      { a: [1, 3] },
    );
    for (const odd of ["a b", 'q"uote', "back\\slash", "dots.and[0]", "é😀", "\u0000\u007f", ""]) {
      const [{ path }] = check({ resources: [{ kind: "Project", name: "p", args: { [odd]: 1 } }] }).diagnostics;
      assert.deepEqual(applyEdits({ [odd]: 1 }, [{ path, value: 2 }]), { [odd]: 2 }, path);
    }
    const polluted = applyEdits({ a: {} }, [{ path: "a.__proto__", value: "x" }]);
    assert.ok(Object.hasOwn(polluted.a, "__proto__") && {}.x === undefined);
  });

  it("refuses what are no args and no edits", () => {
    for (const args of [undefined, null, 5, "x"]) assert.throws(() => applyEdits(args, []), InputError);
    for (const edits of [undefined, null, "x", [null], [{}], [{ path: 5, value: 1 }]])
      assert.throws(() => applyEdits({}, edits), InputError);
  });

  it("is what builders do: defaults inside lists, and everything else as it was", () => {
    const entry = { address: "9.9.9.9 " };
    const args = Object.freeze({
      projectId: "c2bq5k5o4t0gqrkt0030",
      cidrBlocks: Object.freeze([Object.freeze(entry)]),
    });
    assert.deepEqual(acl(args), { projectId: args.projectId, cidrBlocks: [{ address: "9.9.9.9/32", comment: "" }] });
  });
});
