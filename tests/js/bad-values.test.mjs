// Every property of every kind meets every value that it cannot have, in a document and in a builder.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import vm from "node:vm";
import * as pulumi from "@pulumi/pulumi";
import {
  CONTAINERS,
  GOOD,
  KINDS,
  NEEDS,
  PROPERTIES,
  builderProblems,
  one,
  planner,
  problems,
  reportOf,
  tried,
  withValue,
} from "./support/bad.mjs";

const COMPUTED = Object.entries(KINDS).flatMap(([kind, { computed }]) =>
  computed.map((property) => ({ kind, property })),
);
const MEGABYTE = "x".repeat(1_000_000);

/** Plain data of the wrong type, by the type that belongs there. */
const WRONG = {
  text: {
    null: null,
    number: 5,
    zero: 0,
    boolean: false,
    array: [],
    "array of text": ["x"],
    object: {},
    "nested object": { id: "x" },
  },
  number: { null: null, boolean: true, text: "5", "empty text": "", array: [5], object: {} },
  boolean: { null: null, number: 1, zero: 0, text: "true", "empty text": "", array: [true], object: {} },
};

const cycle = {};
cycle.self = { cycle };
const list = [];
list.push([list]);
class Temporal {
  get [Symbol.toStringTag]() {
    return "Temporal.Instant";
  }
}
class WasmBacked {
  __wbg_ptr = 1;
}
const traps = (names) =>
  new Proxy(
    {},
    Object.fromEntries(
      names.map((name) => [
        name,
        () => {
          throw new Error("mine");
        },
      ]),
    ),
  );
function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}
/** Revoked while it is being looked at: by then `Array.isArray` throws. */
function revokedLater(target, reads) {
  const { proxy, revoke } = Proxy.revocable(target, { get: () => void (reads-- === 0 && revoke()) });
  return proxy;
}

/** What no property can be, in either notation: made anew for each use, because some can be read only once. */
const UNUSABLE = {
  NaN: () => NaN,
  Infinity: () => Infinity,
  "-Infinity": () => -Infinity,
  BigInt: () => 5n,
  symbol: () => Symbol("x"),
  "arrow function": () => () => "x",
  class: () => class {},
  "async function": () => async () => "x",
  Date: () => new Date(0),
  "invalid Date": () => new Date(NaN),
  Map: () => new Map([["a", 1]]),
  WeakMap: () => new WeakMap(),
  Set: () => new Set(["a"]),
  RegExp: () => /x/,
  Error: () => new Error("x"),
  "boxed text": () => new String("us-east-1"),
  "boxed number": () => new Number(5),
  "boxed boolean": () => new Boolean(true),
  "boxed symbol": () => Object(Symbol("x")),
  "boxed BigInt": () => Object(5n),
  Uint8Array: () => new Uint8Array(4),
  Buffer: () => Buffer.from("us-east-1"),
  ArrayBuffer: () => new ArrayBuffer(4),
  DataView: () => new DataView(new ArrayBuffer(4)),
  "WebAssembly.Memory": () => new WebAssembly.Memory({ initial: 1 }),
  arguments: (function () {
    // biome-ignore lint/complexity/noArguments: that object is the value.
    return () => arguments;
  })(1, 2),
  generator: () => (function* () {})(),
  "class with a tag": () => new Temporal(),
  "wasm-backed object": () => new WasmBacked(),
  "whole resource": () => ({ __pulumiResource: true, id: "x", urn: "y" }),
  "Proxy whose get throws": () => traps(["get"]),
  "Proxy whose has throws": () => traps(["has"]),
  "Proxy whose ownKeys throws": () => traps(["ownKeys"]),
  "Proxy whose every trap throws": () =>
    traps(["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor", "set"]),
  "revoked Proxy": () => revoked({}),
  "revoked Proxy of an array": () => revoked([]),
  "Proxy revoked while it is read": () => revokedLater([], 2),
  "Proxy in the prototype": () => Object.create(traps(["get"])),
  "then that throws": () =>
    Object.defineProperty({}, "then", {
      get() {
        throw new Error("mine");
      },
    }),
  "Output mark that throws": () =>
    Object.defineProperty({}, "__pulumiOutput", {
      get() {
        throw null;
      },
    }),
  "half of a surrogate pair": () => "us-\ud800east",
  "the other half": () => "\udc00",
  "too much text": () => "x".repeat(17_000_000),
  "sparse array": () => new Array(4e9),
  "Date of another realm": () => vm.runInNewContext("new Date(0)"),
  "Map of another realm": () => vm.runInNewContext("new Map()"),
  "Set of another realm": () => vm.runInNewContext("new Set()"),
  "RegExp of another realm": () => vm.runInNewContext("/x/"),
  "function of another realm": () => vm.runInNewContext("() => 1"),
};

/** As Pulumi's Output: a proxy on which every property is another Output. Reading its value is refused. */
function standIn() {
  const target = {
    __pulumiOutput: true,
    apply: () => standIn(),
    get: () => {
      throw new Error("not while planning");
    },
  };
  return new Proxy(target, { get: (of, key) => (key in of ? of[key] : standIn()) });
}
const promise = Promise.resolve("no such thing");
const LATER = {
  "stand-in of an Output": () => standIn(),
  "Pulumi's Output": () => pulumi.output("no such thing"),
  "Pulumi's secret": () => pulumi.secret("no such thing"),
  "Output of an object": () => pulumi.output({ id: pulumi.output("x") }),
  "Pulumi's Unknown": () => ({ __pulumiUnknown: true }),
  promise: () => promise,
  "promise of another realm": () => vm.runInNewContext("Promise.resolve(1)"),
  thenable: () => ({ then: (done) => done("x") }),
  "class with then": () =>
    new (class {
      then() {}
    })(),
};

/** Data that is odd but plain: it is an object or an array, and so of the wrong type for every property. */
const PLAIN = {
  "class instance": new (class Point {
    x = 1;
  })(),
  "frozen object": Object.freeze({ a: 1 }),
  "object without prototype": Object.assign(Object.create(null), { a: 1 }),
  "object of another realm": vm.runInNewContext("({ a: 1 })"),
  "array of another realm": vm.runInNewContext("[1]"),
  "array with holes": [, 1, , 2],
  "object in a circle": cycle,
  "array in a circle": list,
  "Outputs in an array": [standIn(), pulumi.output("x")],
  "Outputs in an object": { id: pulumi.output("x"), promise },
  "100 levels": JSON.parse("[".repeat(100) + "]".repeat(100)),
  "__proto__ as own key": JSON.parse('{"__proto__": {"polluted": true}}'),
  "constructor as own key": JSON.parse('{"constructor": {"prototype": {"polluted": true}}}'),
};

/** Whether the provider makes a value of the right type of it: then that one is judged. */
function isConverted(type, value) {
  if (value === null) return true;
  const is = (...types) => types.includes(typeof value);
  if (type === "text") return is("number", "boolean");
  if (type === "number") return value === "5" || value === "";
  if (type === "boolean") return is("number") || value === "true" || value === "";
  return (type === "list" || type === "entries") && is("number", "boolean", "string");
}

/** Asserts that something is said of a value at its property, and the same in a document and in the builder. */
function expectWords({ kind, property }, value, what) {
  const name = `${kind}.${property}: ${what}`;
  const at = (found) => found.filter((problem) => problem.endsWith(` ${property}`));
  const inDocument = at(problems(reportOf(one(kind, withValue(kind, property, value)), undefined, name)));
  // What a builder completes is no longer missing.
  const inBuilder = at(builderProblems(kind, withValue(kind, property, value), name));
  assert.ok(inDocument.length > 0, `${name}: nothing is said`);
  assert.ok(inBuilder.length > 0 || value === null, `${name}: nothing is said by the builder`);
}

/** Asserts the one new problem that a value makes at its property, in a document and in the builder. */
function expectProblem({ kind, property }, code, make, what) {
  const expected = `${code} ${property}`;
  const name = `${kind}.${property}: ${what}`;
  const inDocument = problems(reportOf(one(kind, withValue(kind, property, make())), undefined, name));
  assert.ok(inDocument.includes(expected), `${name}: ${inDocument}`);
  assert.deepEqual(
    inDocument.filter((problem) => problem.endsWith(` ${property}`)),
    [expected],
    name,
  );
  const inBuilder = builderProblems(kind, withValue(kind, property, make()), name);
  assert.deepEqual(
    inBuilder.filter((problem) => problem.endsWith(` ${property}`)),
    [expected],
    name,
  );
}

describe("the table of properties", () => {
  it("is that of the model", () => {
    for (const [kind, { text, number, boolean, list, map, entries }] of Object.entries(KINDS)) {
      const [unknown] = reportOf(one(kind, { ...GOOD[kind], "~": 1 })).diagnostics.filter(
        ({ code }) => code === "ARG001",
      );
      const inputs = [...unknown.help.matchAll(/`(\w+)`/g)].map((match) => match[1]);
      assert.deepEqual(inputs.sort(), [...text, ...number, ...boolean, ...list, ...map, ...entries].sort(), kind);
    }
  });

  it("starts from args that nothing is wrong with", () => {
    for (const [kind, args] of Object.entries(GOOD)) {
      assert.deepEqual(problems(reportOf(one(kind, args))), [], kind);
      assert.deepEqual(builderProblems(kind, args), [], kind);
    }
  });
});

describe("a value of the wrong type", () => {
  for (const { kind, property, type } of PROPERTIES) {
    it(`${kind}.${property}`, () => {
      for (const [what, value] of Object.entries({ ...WRONG[type], ...PLAIN })) {
        // A version as a number has a rule of its own, which knows what was lost.
        if (property === "serverVersion" && typeof value === "number") {
          expectProblem({ kind, property }, "VER002", () => value, what);
        } else if (isConverted(type, value)) expectWords({ kind, property }, value, what);
        else expectProblem({ kind, property }, "ARG002", () => value, what);
      }
    });
  }

  for (const { kind, property, type } of CONTAINERS) {
    it(`${kind}.${property}, and inside it`, () => {
      const wrong = {
        null: null,
        number: 5,
        boolean: true,
        text: "x",
        ...(type === "map" ? { array: ["x"] } : { object: { a: "x" } }),
      };
      for (const [what, value] of Object.entries(wrong)) {
        if (isConverted(type, value)) expectWords({ kind, property }, value, what);
        else expectProblem({ kind, property }, "ARG002", () => value, what);
      }
      for (const value of [null, 5, true, [], ["x"], ...(type === "entries" ? ["x"] : [{}, { id: "x" }])]) {
        const [place, container] =
          type === "map"
            ? [`${property}.channelId`, { ...GOOD[kind][property], channelId: value }]
            : [`${property}[1]`, [GOOD[kind][property][0], value]];
        const code = type === "map" ? "INT013" : "ARG002";
        for (const found of [
          problems(reportOf(one(kind, withValue(kind, property, container)))),
          builderProblems(kind, withValue(kind, property, container)),
        ]) {
          const isWrong = type === "entries" || typeof value === "object";
          const said = found.filter((problem) => problem.endsWith(` ${place}`));
          // `null` in an object is no value at all.
          const isExpected = isWrong && value !== null ? said.includes(`${code} ${place}`) : said.length > 0;
          assert.ok(isExpected || (type === "map" && value === null), `${place}: ${JSON.stringify(value)}: ${found}`);
        }
      }
      if (type !== "entries") return;
      const found = problems(reportOf(one(kind, withValue(kind, property, [{ address: 5, comment: [] }]))));
      assert.deepEqual(found, [`ACL004 ${property}[0].address`, `ARG002 ${property}[0].comment`]);
    });
  }

  it("of a computed property is refused as what it is: no input", () => {
    for (const place of COMPUTED) {
      const code = place.kind === "ManagedCluster" ? "CLU036" : "ARG001";
      for (const value of [5, true, "x", [], {}]) expectProblem(place, code, () => value, JSON.stringify(value));
    }
  });
});

describe("a value that is no data", () => {
  for (const [what, make] of Object.entries(UNUSABLE)) {
    it(what, () => {
      for (const place of [...PROPERTIES, ...CONTAINERS]) expectProblem(place, "ARG004", make, what);
    });
  }

  it("inside a list or an object is named with its place", () => {
    for (const { kind, property, type } of CONTAINERS) {
      for (const [what, make] of Object.entries(UNUSABLE)) {
        const [place, container] = {
          list: () => [`${property}[1]`, [GOOD[kind][property][0], make()]],
          map: () => [`${property}.channelId`, { ...GOOD[kind][property], channelId: make() }],
          entries: () => [`${property}[0].address`, [{ address: make(), comment: "" }]],
        }[type]();
        assert.ok(
          problems(reportOf(one(kind, withValue(kind, property, container)), undefined, what)).includes(
            `ARG004 ${place}`,
          ),
          `${place}: ${what}`,
        );
      }
    }
  });

  it("says what it is and what to write instead", () => {
    for (const [value, message, help] of [
      [new Date(0), "`name` must be plain data, not a `Date`", "use a string, for example `date.toISOString()`"],
      [NaN, "`name` must be plain data, not `NaN`", "use a finite number"],
      [
        { __pulumiResource: true },
        "`name` must be plain data, not a whole resource",
        "use its id, for example `network.id` instead of `network`",
      ],
      [
        "\ud800",
        "`name` must be plain data, not a string with half of a surrogate pair",
        "use a string of valid Unicode",
      ],
    ]) {
      const [diagnostic] = reportOf(one("Project", { name: value })).diagnostics;
      assert.deepEqual([diagnostic.message, diagnostic.help], [message, help]);
    }
  });

  it("args inside themselves are named, directly and in a circle of several", () => {
    for (const { kind, property } of PROPERTIES) {
      const args = { ...GOOD[kind] };
      args[property] = args;
      assert.ok(problems(reportOf(one(kind, args))).includes(`ARG004 ${property}`), property);
      assert.ok(builderProblems(kind, args).includes(`ARG004 ${property}`), property);
    }
    const document = one("Project", {});
    document.resources[0].args.name = document;
    assert.deepEqual(problems(reportOf(document)), ["ARG004 name"]);
    document.resources.push(document.resources, document);
    assert.deepEqual(problems(reportOf(document)), ["DOC001 resources[1]", "DOC001 resources[2]", "ARG004 name"]);
  });

  it("a getter that throws is named, and nothing that it threw is shown", () => {
    for (const { kind, property } of PROPERTIES) {
      const args = Object.defineProperty({ ...GOOD[kind] }, property, {
        enumerable: true,
        get() {
          throw new Error("private");
        },
      });
      const report = reportOf(one(kind, args), undefined, property);
      assert.ok(problems(report).includes(`ARG004 ${property}`));
      assert.ok(!JSON.stringify(report).includes("private"));
      assert.ok(builderProblems(kind, args, property).includes(`ARG004 ${property}`));
    }
  });
});

describe("a value that is not known yet", () => {
  for (const [what, make] of Object.entries(LATER)) {
    it(what, () => {
      for (const { kind, property } of PROPERTIES) {
        const name = `${kind}.${property}`;
        const report = reportOf(one(kind, withValue(kind, property, make())), undefined, name);
        assert.deepEqual(problems(report), [], name);
        const value = make();
        const result = tried(
          () => KINDS[kind].build(withValue(kind, property, value), { ...NEEDS[kind], onDiagnostic: assert.fail }),
          name,
        );
        assert.ok(result[property] === value, `${name}: passed on untouched`);
      }
    });
  }

  it("inside a list or an object is passed on untouched and not judged", () => {
    for (const { kind, property, type } of CONTAINERS) {
      for (const [what, make] of Object.entries(LATER)) {
        const value = make();
        const container = {
          list: () => [value],
          map: () => ({ ...GOOD[kind][property], channelId: value }),
          entries: () => [value, { address: value, comment: value }],
        }[type]();
        assert.deepEqual(
          problems(reportOf(one(kind, withValue(kind, property, container)), undefined, what)),
          [],
          `${property}: ${what}`,
        );
        const result = tried(
          () => KINDS[kind].build(withValue(kind, property, container), { ...NEEDS[kind], onDiagnostic: assert.fail }),
          what,
        );
        const inside = { list: (of) => of[0], map: (of) => of.channelId, entries: (of) => of[1].address }[type](
          result[property],
        );
        assert.ok(inside === value, `${property}: ${what}`);
      }
    }
  });

  it("is listed as deferred wherever a rule reads it", () => {
    // Outside production no rule asks for the first; of the others none asks without the rest of a program.
    const unread = ["ManagedCluster.protected", "ManagedClusterReplicaset.protected"];
    for (const { kind, property } of [...PROPERTIES, ...CONTAINERS]) {
      const { deferred, counts } = reportOf(one(kind, withValue(kind, property, { unknown: true })), {
        profile: "advice",
      });
      const entry = deferred.find(({ path }) => path === property);
      assert.equal(entry === undefined, unread.includes(`${kind}.${property}`), `${kind}.${property}`);
      if (entry !== undefined) assert.ok(entry.codes.length > 0 && entry.resource.kind === kind);
      assert.equal(counts.deferred, deferred.length);
    }
  });
});

describe("args as a whole", () => {
  it("that are no object", () => {
    for (const value of [null, 5, true, "x", MEGABYTE, []]) {
      for (const kind of Object.keys(KINDS)) {
        assert.deepEqual(problems(reportOf(one(kind, value))), ["ARG002 "], kind);
        assert.deepEqual(builderProblems(kind, value), ["ARG002 "], kind);
      }
    }
    for (const [what, make] of Object.entries(LATER))
      assert.deepEqual(builderProblems("Network", make(), what), ["ARG002 "], what);
  });

  it("that are no data", () => {
    for (const [what, make] of Object.entries(UNUSABLE)) {
      for (const kind of Object.keys(KINDS)) {
        assert.deepEqual(problems(reportOf(one(kind, make()), undefined, what)), ["ARG004 "], `${kind} ${what}`);
        assert.deepEqual(builderProblems(kind, make(), what), ["ARG004 "], `${kind} ${what}`);
      }
    }
  });

  it("that are left out are empty", () => {
    for (const [kind, { build }] of Object.entries(KINDS)) {
      const missing = problems(reportOf({ ...one(kind), resources: [{ kind, name: "it" }] }));
      assert.deepEqual(problems(reportOf(one(kind, {}))), missing);
      const outcome = tried(() => build());
      if (kind === "Project") assert.deepEqual(outcome, {});
      else assert.ok(outcome instanceof planner.ValidationError && outcome.diagnostics.length > 0);
    }
  });

  it("that are frozen, without prototype, of a class or of another realm are fine, and stay as they are", () => {
    class Args {
      constructor(args) {
        Object.assign(this, args);
      }
      get region() {
        return "an accessor of a class is no property of its own";
      }
    }
    for (const [kind, good] of Object.entries(GOOD)) {
      const text = JSON.stringify(good);
      const foreign = vm.runInNewContext(`(${text})`);
      for (const args of [
        Object.freeze({ ...good }),
        Object.assign(Object.create(null), good),
        foreign,
        "region" in good ? { ...good } : new Args(good),
      ]) {
        assert.deepEqual(problems(reportOf(Object.freeze(one(kind, args)))), [], kind);
        const result = tried(() => KINDS[kind].build(args, NEEDS[kind]));
        assert.equal(JSON.stringify(result), text, kind);
        assert.notEqual(result, args);
        assert.equal(JSON.stringify(args), text, kind);
      }
    }
  });

  it("with keys of the language's own", () => {
    const keys = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype", "__defineGetter__"];
    for (const kind of Object.keys(KINDS)) {
      for (const key of keys) {
        const args = JSON.parse(`{ ${JSON.stringify(GOOD[kind]).slice(1, -1)}, "${key}": {"polluted": true} }`);
        assert.deepEqual(problems(reportOf(one(kind, args))), [`ARG001 ${key}`], key);
        assert.deepEqual(builderProblems(kind, args), [`ARG001 ${key}`], key);
      }
    }
    assert.equal({}.polluted, undefined);
  });

  it("with misspelled keys", () => {
    for (const { kind, property } of PROPERTIES) {
      const typo = `${property.slice(0, -1)}${property.at(-1)}${property.at(-1)}`;
      const { [property]: value, ...rest } = GOOD[kind];
      const { diagnostics } = reportOf(one(kind, { ...rest, [typo]: value ?? "x" }));
      const unknown = diagnostics.find(({ code }) => code === "ARG001");
      assert.equal(unknown?.path, typo, `${kind}.${property}`);
      assert.ok(unknown.message.endsWith(`; did you mean \`${property}\`?`), unknown.message);
    }
  });

  it("with keys that are no words", () => {
    for (const key of ["", " ", "\u0000", "\ud800", "a.b", '"', "\u202e", "😀", MEGABYTE]) {
      const found = problems(reportOf(one("Project", { [key]: 1 })));
      assert.equal(found.length, 1);
      assert.match(found[0], /^ARG001 \[".*"\]$/s);
      assert.equal(builderProblems("Project", { [key]: 1 }).length, 1);
    }
    assert.deepEqual(
      problems(reportOf(one("Project", { [Symbol("name")]: 1, name: undefined }))),
      [],
      "symbols and undefined are not given",
    );
  });
});

describe("text of a megabyte", () => {
  it("as a value", () => {
    for (const { kind, property, type } of PROPERTIES) {
      for (const text of [
        MEGABYTE,
        " ".repeat(1_000_000),
        "1 ".repeat(500_000),
        "é😀".repeat(250_000),
        "{a}".repeat(300_000),
        "1.".repeat(500_000),
        "a-".repeat(500_000),
      ]) {
        const report = reportOf(
          one(kind, withValue(kind, property, text)),
          { profile: "advice" },
          `${kind}.${property}`,
        );
        if (type !== "text") assert.ok(problems(report).includes(`ARG002 ${property}`));
        for (const { message, help } of report.diagnostics)
          assert.ok(message.length + help.length < 3000, `${kind}.${property}: ${message.slice(0, 100)}`);
        tried(
          () => KINDS[kind].build(withValue(kind, property, text), { ...NEEDS[kind], onDiagnostic: () => {} }),
          property,
        );
      }
    }
  });
});
