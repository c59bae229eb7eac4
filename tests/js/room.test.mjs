// The room in the core's memory where inputs are put and answers are read: it grows, it is let go, and the memory under
// it may be another one after a call.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const file = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "target", "npm", "index.cjs");

// The core is not to be had from the package's API; this sees it being made, and what room it is asked for.
const seen = [];
const rooms = [];
const { Instance } = WebAssembly;
// biome-ignore lint/complexity/useArrowFunction: it is called with `new`.
WebAssembly.Instance = function (...given) {
  const { exports } = new Instance(...given);
  seen.push(exports);
  const roomFor = (length) => {
    rooms.push(length);
    return exports.roomFor(length);
  };
  return { exports: { ...exports, roomFor } };
};
const { check, cidr, InputError } = createRequire(import.meta.url)(file);

/** Many /32 of which the last is there twice. */
const blocks = (count) =>
  Array.from({ length: count }, (_, i) => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}/32`).concat(
    "10.0.0.0/32",
  );
const answersOf = (count) => {
  assert.deepEqual(cidr.overlapping(blocks(count)), [{ index: count, overlaps: 0 }]);
  assert.equal(cidr.contains("10.0.0.0/8", "10.1.0.0/16"), true);
};

test("inputs of every size are answered in turn, on one instance whose memory does not go on growing", () => {
  const sizes = [1, 50, 200, 5_000, 100, 100_000, 1];
  sizes.forEach(answersOf);
  sizes.forEach(answersOf);
  const [{ memory }] = seen;
  const before = memory.buffer.byteLength;
  for (let i = 0; i < 10; i++) sizes.forEach(answersOf);
  assert.equal(memory.buffer.byteLength, before);
  assert.equal(seen.length, 1);
});

test("a large room is let go after its call, a small one is kept", () => {
  rooms.length = 0;
  answersOf(100_000);
  assert.equal(rooms.length, 2);
  const [large, small] = rooms;
  assert.ok(large > 1_000_000 && small < 10_000);
  answersOf(100);
  assert.equal(rooms.length, 2);
});

test("an answer is read where it is although the memory has grown", () => {
  const [{ memory }] = seen;
  const { buffer } = memory;
  memory.grow(1);
  assert.equal(buffer.byteLength, 0);
  assert.equal(cidr.parse("10.0.0.0/8").last, "10.255.255.255");
  const parts = cidr.split("10.0.0.0/8", 24);
  assert.deepEqual([parts.length, parts[65_535]], [65_536, "10.255.255.0/24"]);
});

test("a getter that asks for more while an input is read changes neither answer", () => {
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

test("a call that is refused leaves the room as it was", () => {
  for (let i = 0; i < 3; i++) {
    assert.throws(() => cidr.parse("10.0.0.0/33"), InputError);
    assert.equal(cidr.overlaps("10.0.0.0/8", "11.0.0.0/8"), false);
  }
  assert.equal(seen.length, 1);
});
