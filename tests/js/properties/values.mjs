// Arbitrary JavaScript values: what a program can hand over, and what no program should.
import vm from "node:vm";
import fc from "fast-check";
import { GOOD } from "../support/bad.mjs";

/** What code of the caller's throws. It may pass through the package, but only as it is. */
export class Mine extends Error {}
const fail = () => {
  throw new Mine("mine");
};
/** As Pulumi's Output: every property of it is another one, and its value is not to be read. */
const output = () =>
  new Proxy(
    { __pulumiOutput: true, apply: () => output(), get: fail },
    { get: (of, name) => (name in of ? of[name] : output()) },
  );
const revoked = (target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const circle = (of, put) => (put(of), of);
const nested = (levels) =>
  Array(levels)
    .fill()
    .reduce((inside, _, at) => (at % 2 ? [inside] : { x: inside }), "x");
class Point {
  #hidden = 1;
  x = 1;
  get y() {
    return this.#hidden;
  }
}

/** Values that are not JSON, each made anew for each call. */
const ODD = {
  symbol: () => Symbol("x"),
  function: () => () => "x",
  "class that throws": () => class extends Point {},
  "generator function": () => function* () {},
  "regular expression": () => /x/g,
  error: () => new Error("x"),
  buffer: () => Buffer.from("x"),
  "weak map": () => new WeakMap(),
  promise: () => Promise.resolve("x"),
  thenable: () => ({ then: (done) => done("x") }),
  "instance of a class": () => new Point(),
  "object of another wasm": () => ({ __wbg_ptr: 1 }),
  Output: output,
  "mark of an Output": () => ({ __pulumiOutput: true }),
  "unknown value under mocks": () => ({ __pulumiUnknown: true }),
  resource: () => ({ __pulumiResource: true, id: "x" }),
  "getter that throws": () => Object.defineProperty({}, "name", { get: fail, enumerable: true, configurable: true }),
  "hidden property": () => Object.defineProperty({}, "name", { value: "x" }),
  "inherited property": () => Object.create({ name: "x", region: "us-east-1" }),
  "conversions that throw": () => ({ [Symbol.toPrimitive]: fail, toString: fail, valueOf: fail, toJSON: fail }),
  "name of a type": () => ({ [Symbol.toStringTag]: "Promise" }),
  "frozen object": () => Object.freeze({ region: "us-east-1", ref: "net" }),
  "proxy that throws": () => new Proxy({}, { get: fail, has: fail, ownKeys: fail, getPrototypeOf: fail }),
  "proxy with a false list of keys": () =>
    new Proxy(
      { a: 1, b: 2 },
      {
        ownKeys: () => ["a", "c", "__proto__"],
        getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }),
      },
    ),
  "list with a false length": () => new Proxy([], { get: (of, name) => (name === "length" ? 4e9 : of[name]) }),
  "revoked proxy": () => revoked({}),
  "revoked list": () => revoked([]),
  "object in a circle": () => circle({}, (of) => (of.a = [of])),
  "list in a circle": () => circle([], (of) => of.push(of)),
  "list of holes": () => new Array(4e9),
  "list with a key": () => Object.assign(["x"], { name: "x" }),
  "list that says how it is copied": () => Object.assign([], { constructor: { [Symbol.species]: 5 } }),
  "70 levels": () => nested(70),
  "1,000 levels": () => nested(1_000),
  "keys of the language": () => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  "object of another realm": () => vm.runInThisContext("({ a: 1 })"),
  "text of 17 MB": () => "x".repeat(17_000_000),
};
for (const source of ["new Date(0)", "new Map()", "({ a: 1 })", "[1, 2]", "() => 1", "Promise.resolve(1)"]) {
  const foreign = vm.runInNewContext(source);
  ODD[`${source} of another realm`] = () => foreign;
}

/** Stands for an odd value: fast-check could neither carry the value itself around nor print it. */
class Odd {
  constructor(name) {
    this.name = name;
  }
  [fc.toStringMethod]() {
    return `<${this.name}>`;
  }
}
const odd = fc.constantFrom(...Object.keys(ODD)).map((name) => new Odd(name));

/** Sets an own property, whatever its name. */
export const put = (object, name, value) =>
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });

export const isPlain = (value) =>
  Array.isArray(value) ||
  (typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value)));

/** The value itself: a copy with the odd values in their places. */
export function made(value) {
  if (value instanceof Odd) return ODD[value.name]();
  if (!isPlain(value) || value.__pulumiOutput === true) return value;
  const copy = Array.isArray(value) ? new Array(value.length) : Object.create(Object.getPrototypeOf(value));
  for (const name of Object.keys(value)) put(copy, name, made(value[name]));
  return copy;
}

const leaves = (value) => (isPlain(value) ? Object.values(value).flatMap(leaves) : [value]);
const KNOWN = [
  ...new Set(leaves(GOOD).filter((value) => typeof value === "string")),
  ...["", " ", "aws", "azure", "eastus", "East US", "10.0.0.0/33", "010.0.0.0/8", "0.0.0.0/0", "fe80::/10", "gp2"],
  ...["0  2 * * *", "*/0 * * * *", "61 25 * * 8", "@daily", "20.10", "2026-11-23", "2026-02-30T00:00:00Z", "{", "}{"],
  ...["kurrentcloud@0.3.x", "@@@", "Network", "aws:ec2/vpc:Vpc", "eventstorecloud:index/acl:Acl", "NET009", "ZZZ999"],
  ...["\u0000", "\n\r\t\u2028", "\u202e", "\ufeff", "\ud800", "a\udfff", "`", "%s", "\u001b[31m", "日本", "ß", "İ"],
];
const known = fc.constantFrom(...KNOWN);
/** Known texts, nearly known ones, addresses, and any. */
export const text = fc.oneof(
  { weight: 3, arbitrary: known },
  fc.tuple(known, known, fc.nat(20)).map(([one, other, at]) => one.slice(0, at) + other + one.slice(at + 1)),
  fc.tuple(fc.ipV4(), fc.nat(34)).map(([address, length]) => `${address}/${length}`),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
);
export const number = fc.oneof(fc.integer({ min: -20, max: 5_000 }), fc.double(), fc.constantFrom(2 ** 32, 1e21, 24.1));

/** Names of properties, among them those that mean something to the language, to Pulumi or to a document. */
export const key = fc.oneof(
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "toJSON",
    "length",
    "then",
    "get",
    "0",
    "-1",
    "a.b",
    '"',
    "\\",
  ),
  fc.constantFrom("__pulumiOutput", "__wbg_ptr", "ref", "unknown", "secret", "id", "name", "kind", "args", "resources"),
  text,
);

/** As in a document: something that is not known, or secret, or another resource. */
const mark = fc.oneof(
  fc.constantFrom({ unknown: true }, { secret: true }, { ref: "net" }, { ref: "db" }),
  fc.oneof(text, number, odd).map((secret) => ({ secret })),
  text.map((ref) => ({ ref })),
);

const anything = fc.anything({
  values: [text, text, number, fc.boolean(), fc.constantFrom(null, undefined), odd, odd, mark],
  key,
  maxDepth: 2,
  maxKeys: 4,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
  withNullPrototype: true,
});
/** Any value. To be `made` before it is passed on. */
export const value = fc.oneof({ weight: 2, arbitrary: anything }, odd, fc.constantFrom(null, undefined, true, 0, ""));
