// core/instance.ts with a core that can be made to trap: the real one must have no such export. The stub is a few lines of
// wasm text and glue that, like wasm-bindgen's, keeps its instance and a view of the memory in variables.
import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import test, { before } from "node:test";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";
import { build } from "esbuild";

const source = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "pkg-template", "src");

const WASM = `(module
  (import "./core_bg.js" "give" (func $give (result i32)))
  (memory (export "memory") 1)
  (func (export "__wbindgen_start"))
  (func (export "trap") unreachable)
  (func $deep (export "deep") (result i32) (i32.add (i32.const 1) (call $deep)))
  (func (export "grow") (drop (memory.grow (i32.const 16))))
  (func (export "store") (param i32) (i32.store (i32.const 8) (local.get 0)))
  (func (export "ask") (result i32) (call $give)))`;

const GLUE = `
  export function createGlue(TextDecoder, TextEncoder) {
    globalThis.__made = (globalThis.__made ?? 0) + 1;
    let wasm;
    let view = null;
    const memory = () => (view = view === null || view.byteLength === 0 ? new Uint8Array(wasm.memory.buffer) : view);
    return {
      __wbg_set_wasm: (exports) => { wasm = exports; },
      give: () => globalThis.__give(),
      trap: () => wasm.trap(),
      deep: () => wasm.deep(),
      grow: () => wasm.grow(),
      ask: () => wasm.ask(),
      store: (value) => { wasm.store(value); return memory()[8]; },
    };
  }`;

let call, InternalError;

before(async () => {
  const payload = Buffer.from(binaryen.parseText(WASM).emitBinary()).toString("base64");
  const stub = {
    name: "stub core",
    setup(bundler) {
      bundler.onResolve({ filter: /\/payload$/ }, () => ({ path: join(source, "core", "payload.node.ts") }));
      bundler.onResolve({ filter: /target\/wasm\/|payload\.cjs$/ }, ({ path }) => ({ path, namespace: "stub" }));
      bundler.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, external: true }));
      bundler.onLoad({ filter: /.*/, namespace: "stub" }, ({ path }) => ({
        contents: path.endsWith("glue.js") ? GLUE : `export const wasmBase64 = "${payload}"; export const size = -1;`,
      }));
    },
  };
  const { outputFiles } = await build({
    stdin: {
      contents: 'export { call } from "./core/instance"; export { InternalError } from "./errors";',
      resolveDir: source,
    },
    bundle: true,
    format: "esm",
    write: false,
    define: { __VERSION__: '"0.0.0"' },
    plugins: [stub],
  });
  const script = Buffer.from(outputFiles[0].contents).toString("base64");
  ({ call, InternalError } = await import(`data:text/javascript;base64,${script}`));
});

test("nothing is compiled before the first call, and one instance serves many calls", () => {
  assert.equal(globalThis.__made, undefined);
  assert.equal(
    call((core) => core.store(7)),
    7,
  );
  assert.equal(
    call((core) => core.store(9)),
    9,
  );
  assert.equal(globalThis.__made, 1);
});

test("a trap becomes an InternalError, and the next call sees its own memory", () => {
  call((core) => core.grow());
  call((core) => core.store(3));
  const made = globalThis.__made;
  assert.throws(
    () => call((core) => core.trap()),
    (error) => error instanceof InternalError && error.trap === "unreachable",
  );
  // With the old instance's view this would read the old memory.
  assert.equal(
    call((core) => core.store(42)),
    42,
  );
  assert.equal(globalThis.__made, made + 1);
});

test("the end of the stack inside the core is an InternalError as well", () => {
  assert.throws(() => call((core) => core.deep()), InternalError);
  assert.equal(
    call((core) => core.store(1)),
    1,
  );
});

test("what the caller's code throws passes unchanged", () => {
  for (const thrown of [new TypeError("mine"), new RangeError("Invalid array length"), "a text", undefined, null]) {
    globalThis.__give = () => {
      throw thrown;
    };
    let caught = "nothing";
    try {
      call((core) => core.ask());
    } catch (error) {
      caught = error;
    }
    assert.equal(caught, thrown);
  }
});

test("a call inside a call works, and a trap of the inner one leaves the outer one alone", () => {
  globalThis.__give = () => call((core) => core.store(5));
  assert.equal(
    call((core) => core.ask()),
    5,
  );
  globalThis.__give = () => {
    assert.throws(() => call((core) => core.trap()), InternalError);
    return 6;
  };
  assert.equal(
    call((core) => core.ask()),
    6,
  );
});

test("the message carries nothing of the caller's values", () => {
  globalThis.__give = () => {
    call((core) => core.trap("secret"));
  };
  assert.throws(
    () => call((core) => core.ask()),
    (error) => error instanceof InternalError && !error.message.includes("secret"),
  );
});
