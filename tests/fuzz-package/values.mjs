// Arbitrary JavaScript values: what a program can hand over, and what no program should.
import { types } from "node:util";
import vm from "node:vm";

const { isProxy } = types;

/** What code of the caller's throws. It may pass through the package, but only as it is. */
export class Mine extends Error {}

const TEXTS = [
  "",
  " ",
  "x",
  "0",
  "-1",
  "true",
  "null",
  "undefined",
  "NaN",
  "aws",
  "AWS",
  "gcp",
  "azure",
  "us-east-1",
  "eastus",
  "East US",
  "europe-west1",
  "10.0.0.0/8",
  "10.20.0.0/16",
  "10.20.0.1/16",
  "010.0.0.0/8",
  "0.0.0.0/0",
  "255.255.255.255/32",
  "10.0.0.0/33",
  "10.0.0.0",
  "fe80::/10",
  "10.20.0.0/16/2",
  "0 2 * * *",
  "0 */6 * * *",
  "*/5 * * * *",
  "@daily",
  "61 25 * * 8",
  "0 2 * * 7",
  "0  2 * * *",
  "1,2 3 4-5 * SUN",
  "*/0 * * * *",
  "0 0 1 1 *",
  "single-node",
  "three-node-multi-zone",
  "F1",
  "C4",
  "M8",
  "M32",
  "gp2",
  "gp3",
  "ssd",
  "premium-ssd-lrs",
  "20.10",
  "22.10",
  "24.10.1",
  "26.0",
  "off",
  "system",
  "user",
  "2026-11-23",
  "2026-11-23T08:00:00Z",
  "2026-02-30T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "0000-01-01T00:00:00Z",
  "2026-11-23T08:00:00+14:00",
  "2026-11-23T24:00:00Z",
  "c2bq5k5o4t0gqrkt0030",
  "vpc-0a1b2c3d4e5f67890",
  "012345678901",
  "{cluster} {datetime:rfc3339}",
  "{",
  "}{",
  "{index:x}",
  "eventstorecloud@0.2.20",
  "kurrentcloud@0.3.x",
  "kurrent-io/kurrentcloud@3.1.0",
  "eventstorecloud@",
  "@@@",
  "^1.2.3",
  "\u0000",
  "\n\r\t\u2028",
  "\u202e",
  "\ufeff",
  "é",
  "İ",
  "ß",
  "日本",
  "👩‍👩‍👧",
  "\ud800",
  "\udfff",
  "a\ud800b",
  "\udc00\ud800",
  "Network",
  "network",
  "eventstorecloud:index/network:Network",
  "ManagedCluster",
  "CLU019",
  "NET009",
  "ZZZ999",
  "`",
  "${x}",
  "%s",
  "\u001b[31m",
];

/** Names of properties that mean something to the language, to Pulumi or to a document. */
export const KEYS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
  "toJSON",
  "hasOwnProperty",
  "length",
  "then",
  "get",
  "apply",
  "0",
  "-1",
  "",
  " ",
  "a.b",
  "a[0]",
  '"',
  "\\",
  "\ud800",
  "__pulumiOutput",
  "__pulumiUnknown",
  "__pulumiResource",
  "__wbg_ptr",
  "ref",
  "unknown",
  "secret",
  "id",
  "name",
  "kind",
  "args",
  "resources",
  "path",
  "value",
  "partial",
  "dependsOn",
  "x",
  "schema",
  "target",
  "environment",
  "packages",
  "configuration",
  "environmentVariables",
  "data",
  "cidrBlocks",
  "address",
  "comment",
  "routes",
  "sink",
  "diskIops",
];

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.1,
  1.5,
  7,
  8,
  24,
  25,
  30,
  60,
  100,
  125,
  1000,
  3000,
  4096,
  4097,
  10_000,
  10_001,
  65_536,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 32,
  2 ** 53,
  1e21,
  1e308,
  5e-324,
  NaN,
  Infinity,
  -Infinity,
  24.1,
  26,
];

export function text(random) {
  switch (random.below(8)) {
    case 0: {
      let made = "";
      for (let left = random.below(12); left > 0; left--)
        made += String.fromCharCode(random.oneIn(4) ? random.below(0x1_0000) : random.between(32, 126));
      return made;
    }
    case 1: {
      // A known text with something cut out, put in or repeated.
      const known = random.of(TEXTS);
      const at = random.below(known.length + 1);
      return known.slice(0, at) + (random.oneIn(2) ? random.of(TEXTS) : "") + known.slice(at + random.below(3));
    }
    case 2:
      return `${random.below(300)}.${random.below(260)}.${random.below(260)}.${random.below(260)}/${random.below(35)}`;
    case 3:
      return random.oneIn(40) ? random.of(TEXTS).repeat(random.below(5_000)) : random.of(TEXTS);
    default:
      return random.of(TEXTS);
  }
}

export function key(random) {
  return random.oneIn(6) ? text(random) : random.of(KEYS);
}

export function number(random) {
  return random.oneIn(3) ? random.between(-20, 5_000) : random.of(NUMBERS);
}

/** A thing that throws whatever code may throw. */
function fault(random) {
  const thrown = random.oneIn(8) ? undefined : new Mine("mine");
  return () => {
    throw thrown;
  };
}

/** As Pulumi's Output: every property of it is another one, and its value is not to be read. */
function output() {
  const target = {
    __pulumiOutput: true,
    apply: () => output(),
    get: () => {
      throw new Mine("not while planning");
    },
  };
  return new Proxy(target, { get: (of, name) => (name in of ? of[name] : output()) });
}

class Point {
  #hidden = 1;
  x = 1;
  get y() {
    return this.#hidden;
  }
  static z = 2;
}
class WasmBacked {
  __wbg_ptr = 1;
}
const promise = Promise.resolve("x");
const thenable = { then: (done) => done("x") };

/** What cannot be in JSON, each made anew. */
const ODD = [
  (random) => BigInt(number(random) | 0),
  () => Symbol("x"),
  () => Symbol.iterator,
  () => () => "x",
  () => class {},
  () => async () => "x",
  () => function* () {},
  () => new Date(0),
  () => new Date(NaN),
  () => new Map([["a", 1]]),
  () => new Set(["a"]),
  () => new WeakMap(),
  () => /x/g,
  () => new Error("x"),
  (random) => new String(text(random)),
  (random) => new Number(number(random)),
  () => new Boolean(false),
  () => Object(1n),
  () => Object(Symbol("x")),
  () => new Uint8Array(4),
  () => Buffer.from("x"),
  () => new ArrayBuffer(4),
  () => new Point(),
  () => new WasmBacked(),
  () => Object.create(null),
  () => globalThis,
  () => Math,
  () => JSON,
  () => promise,
  () => Promise.resolve(1),
  () => thenable,
  output,
  () => ({ __pulumiOutput: true }),
  () => ({ __pulumiUnknown: true }),
  () => ({ __pulumiResource: true, id: "x" }),
  (random) => Object.defineProperty({}, key(random), { get: fault(random), enumerable: true, configurable: true }),
  (random) => Object.defineProperty({}, key(random), { value: value(random, 1), enumerable: false }),
  (random) => Object.create({ [random.of(KEYS)]: text(random) }),
  (random) =>
    new Proxy(
      {},
      Object.fromEntries(
        ["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor"]
          .filter(() => random.oneIn(2))
          .map((trap) => [trap, fault(random)]),
      ),
    ),
  (random) => {
    const length = number(random);
    return new Proxy([], { get: (of, name) => (name === "length" ? length : of[name]) });
  },
  (random) => {
    const odd = key(random);
    return new Proxy(
      { a: 1, b: 2 },
      {
        ownKeys: () => ["a", "c", odd].filter((name, at, all) => all.indexOf(name) === at),
        getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }),
      },
    );
  },
  () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    return proxy;
  },
  () => {
    const cycle = { a: [] };
    cycle.a.push(cycle);
    return cycle;
  },
  () => {
    const list = [];
    list.push(list);
    return list;
  },
  (random) => new Array(random.of([1, 3, 1_000, 4e9])),
  (random) => {
    const sparse = [1, 2];
    sparse[random.between(3, 40)] = text(random);
    return sparse;
  },
  (random) => Object.assign([1], { [key(random)]: 1 }),
  (random) => Object.freeze({ [random.of(KEYS)]: value(random, 1) }),
  (random) =>
    JSON.parse(`{"__proto__": {"polluted": ${random.below(9)}}, "constructor": {"prototype": {"polluted": true}}}`),
  (random) => {
    let deep = text(random);
    for (let left = random.of([5, 60, 70, 200]); left > 0; left--) deep = random.oneIn(2) ? [deep] : { x: deep };
    return deep;
  },
  (random) => ({ toJSON: fault(random), [random.of(KEYS)]: 1 }),
  (random) => ({ [Symbol.toPrimitive]: fault(random), toString: fault(random), valueOf: fault(random) }),
  (random) => {
    const tag = text(random);
    return {
      get [Symbol.toStringTag]() {
        return tag;
      },
    };
  },
];
/** Of another realm; made once, because a realm takes long to make. */
const FOREIGN = ["new Date(0)", "new Map()", "({ a: 1 })", "[1, 2]", "/x/", "() => 1", "Promise.resolve(1)"].map(
  (source) => vm.runInNewContext(source),
);

/** Any value; `depth` levels of objects in it at most. */
export function value(random, depth = 3) {
  switch (random.below(16)) {
    case 0:
      return random.of([null, undefined, true, false]);
    case 1:
    case 2:
      return number(random);
    case 3:
    case 4:
      return random.of(ODD)(random);
    case 5:
      return random.oneIn(4) ? random.of(FOREIGN) : random.of(ODD)(random);
    case 6:
    case 7:
    case 8: {
      if (depth <= 0) return text(random);
      const list = [];
      for (let left = random.below(4); left > 0; left--) list.push(value(random, depth - 1));
      return list;
    }
    case 9:
    case 10:
    case 11: {
      if (depth <= 0) return number(random);
      const made = random.oneIn(10) ? Object.create(null) : {};
      for (let left = random.below(5); left > 0; left--) put(made, key(random), value(random, depth - 1));
      return made;
    }
    default:
      return random.oneIn(20_000) ? "x".repeat(17_000_000) : text(random);
  }
}

/** Sets an own property, whatever its name. */
export function put(object, name, item) {
  Object.defineProperty(object, name, { value: item, enumerable: true, configurable: true, writable: true });
}

/**
 * What can be seen of a value without running code of the caller's in it: all own properties of plain objects and
 * arrays. The same before and after a call, or the call has changed it.
 */
export function fingerprint(value, seen = new Set()) {
  if (typeof value !== "object" || value === null)
    return typeof value === "string" && value.length > 1_000
      ? `text ${value.length}`
      : typeof value === "symbol"
        ? "symbol"
        : `${typeof value} ${typeof value === "function" ? "" : Object.is(value, -0) ? "-0" : value}`;
  if (isProxy(value) || seen.has(value) || seen.size > 200) return "again";
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype && prototype !== Array.prototype) return "instance";
  seen.add(value);
  let print = Array.isArray(value) ? `${value.length}[` : "{";
  for (const name of Reflect.ownKeys(value)) {
    const own = Object.getOwnPropertyDescriptor(value, name);
    print += `${String(name)}${own.enumerable ? "" : "!"}:${"value" in own ? fingerprint(own.value, seen) : "getter"},`;
  }
  return print;
}
