// The core behind the functions: inputs of every size, calls inside calls, and what happens when it stops.
import { memories, stopNextCall } from "./support/instances.mjs";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check, cidr, InputError, InternalError, managedCluster, network } from "eventstorecloud-planner";

const madeBeforeTheFirstCall = memories.length;
const bytes = () => memories.at(-1).buffer.byteLength;
/** Many /32 of which the last is there twice. */
const blocks = (count) =>
  Array.from({ length: count }, (_, i) => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}/32`).concat(
    "10.0.0.0/32",
  );
const assertWorks = (count = 1) => {
  assert.deepEqual(cidr.overlapping(blocks(count)), [{ index: count, overlaps: 0 }]);
  assert.equal(cidr.contains("10.0.0.0/8", "10.1.0.0/16"), true);
};
const isInternal = (error) =>
  error instanceof InternalError && error.trap !== "" && !/MARKER/.test(error.message + error.stack);

describe("the core", () => {
  it("starts with the first call, which may have the largest answer", () => {
    assert.equal(madeBeforeTheFirstCall, 0);
    const parts = cidr.split("10.0.0.0/8", 24);
    assert.deepEqual([parts.length, parts[65_535]], [65_536, "10.255.255.0/24"]);
    assert.equal(memories.length, 1);
  });

  it("answers inputs of every size in turn, and its memory does not go on growing", () => {
    const sizes = [1, 50, 200, 5_000, 100, 100_000, 1];
    const ask = () => {
      sizes.forEach(assertWorks);
      for (let i = 0; i < 3; i++) assert.throws(() => cidr.parse("10.0.0.0/33"), InputError);
    };
    ask();
    ask();
    const before = bytes();
    for (let i = 0; i < 10; i++) ask();
    assert.deepEqual([bytes(), memories.length], [before, 1]);
  });

  it("answers a getter that asks for more while an input is read", () => {
    let inner;
    const document = {
      get resources() {
        inner ??= cidr.overlapping(blocks(10_000));
        return [{ kind: "Project", name: "orders", args: { name: "orders" } }];
      },
    };
    assert.equal(check(document).ok, true);
    assert.deepEqual(inner, [{ index: 10_000, overlaps: 0 }]);
  });
});

describe("a core that stops", () => {
  it("is an InternalError without the caller's values, and the next call has a new one", () => {
    // An instance of both modules is there: what stops is the call.
    const started = () => [check({ resources: [] }), cidr.parse("10.0.0.0/8")];
    started();
    const made = memories.length;
    for (const call of [
      () => check({ resources: [{ kind: "Project", name: "MARKER" }] }),
      () => network({ region: "MARKER" }),
      () => cidr.parse("MARKER"),
    ]) {
      started();
      stopNextCall();
      assert.throws(call, isInternal);
      assertWorks();
    }
    assert.equal(memories.length, made + 3);
  });

  it("leaves the call alone that it was called in", () => {
    const document = {
      get resources() {
        stopNextCall();
        assert.throws(() => cidr.parse("10.0.0.0/8"), isInternal);
        assertWorks(1_000);
        return [{ kind: "Project", name: "orders", args: { name: " " } }];
      },
    };
    assert.equal(check(document).counts.resources, 1);
    assertWorks();
  });

  it("stops at the end of the stack as well", () => {
    stopNextCall(new RangeError("Maximum call stack size exceeded"));
    assert.throws(() => cidr.parse("MARKER"), isInternal);
    assertWorks();
  });

  it("does not keep the package from working when there is no stack left", () => {
    /** Asks at the end of the stack, and with more and more of it until there is enough for an answer. */
    const atTheEnd = () => {
      try {
        atTheEnd();
      } catch {
        cidr.parse("10.0.0.0/8");
      }
    };
    for (let i = 0; i < 20; i++) {
      atTheEnd();
      assertWorks();
    }
  });
});

describe("what code of the caller's throws", () => {
  for (const thrown of [new TypeError("mine"), new RangeError("Invalid array length"), "a text", undefined, null])
    it(`is passed on as it is: ${thrown}`, () => {
      const old = {
        projectId: "p",
        networkId: "n",
        topology: "single-node",
        instanceType: "F1",
        serverVersion: "22.10",
      };
      let caught = "nothing";
      try {
        managedCluster(
          { ...old, diskType: "gp3", diskSize: 10 },
          {
            onDiagnostic: () => {
              throw thrown;
            },
          },
        );
      } catch (error) {
        caught = error;
      }
      assert.equal(caught, thrown);
      assertWorks();
    });
});
