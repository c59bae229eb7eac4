// `init` in Node: what it takes, and what it says of anything else. Chromium: tests/packaging/init.test.mjs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { planner } from "./support/bad.mjs";

const PACKAGE = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "target", "npm");
const MODULES = ["core", "planner", "arithmetic"];
const wasm = (name) => readFileSync(join(PACKAGE, `${name}.wasm`));

describe("init", () => {
  let server;
  let address;
  before(async () => {
    server = createServer((request, response) => {
      const [, kind, file] = request.url.split("/");
      if (kind === "missing") return response.writeHead(404).end("no");
      const type = kind === "typed" ? "application/wasm" : "text/html";
      response.writeHead(200, { "content-type": type }).end(file === "page" ? "<!doctype html>" : wasm(file));
    });
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    address = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => server.close());

  it("takes every module in every form", async () => {
    for (const name of MODULES) {
      const bytes = wasm(name);
      const buffer = new Uint8Array(bytes).buffer;
      for (const source of [
        bytes,
        buffer,
        Promise.resolve(buffer),
        new DataView(buffer),
        new WebAssembly.Module(bytes),
        new Response(bytes, { headers: { "content-type": "application/wasm" } }),
        new Response(bytes),
        fetch(`${address}/typed/${name}`),
        `${address}/typed/${name}`,
        new URL(`${address}/untyped/${name}`),
      ])
        assert.equal(await planner.init(source), undefined);
    }
  });

  it("says what became of bytes that cannot be read", async () => {
    const given = new Uint8Array(wasm("core"));
    structuredClone(given.buffer, { transfer: [given.buffer] });
    await assert.rejects(planner.init(given), { name: "InputError", reason: /^has no bytes any more; it must be/ });
    const used = new Response("used");
    await used.text();
    await assert.rejects(planner.init(used), { name: "EnvironmentError", message: /cannot read the response\. Load/ });
    const broken = new ReadableStream({ start: (stream) => stream.error(new Error("connection reset")) });
    await assert.rejects(planner.init(new Response(broken)), { name: "EnvironmentError", said: "connection reset" });
  });

  it("says what to give instead of anything else", async () => {
    for (const source of [undefined, null, 5, "", {}, [], () => 1, new Map(), Symbol("no")]) {
      await assert.rejects(planner.init(source), (error) => {
        assert.ok(error instanceof planner.InputError);
        assert.equal(error.path, "source");
        assert.match(
          error.reason,
          /^must be the address of core\.wasm, planner\.wasm or arithmetic\.wasm of this package/,
        );
        return true;
      });
    }
    for (const source of [Buffer.from("rubbish"), `${address}/typed/page`, new Response("rubbish"), new Uint8Array(0)])
      await assert.rejects(planner.init(source), {
        name: "InputError",
        reason: /^is not WebAssembly; it must be the address/,
      });
    // An empty module, and one whose file is cut.
    const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
    await assert.rejects(planner.init(empty), {
      name: "InputError",
      reason: /^is not a module of eventstorecloud-planner \d/,
    });
    await assert.rejects(planner.init(wasm("core").subarray(0, -1)), { name: "InputError" });
  });

  it("says what cannot be loaded", async () => {
    await assert.rejects(planner.init(`${address}/missing/core`), {
      name: "EnvironmentError",
      message: /\/missing\/core has the status 404\. Check the address/,
    });
    await assert.rejects(planner.init("http://127.0.0.1:1/core.wasm"), {
      name: "EnvironmentError",
      message: /cannot load http:\/\/127\.0\.0\.1:1\/core\.wasm\. Check the address, or give the bytes/,
    });
    await assert.rejects(planner.init(new URL("file:///nowhere/core.wasm")), { name: "EnvironmentError" });
  });

  it("spares the first call the compilation", () => {
    const program = `
      const { readFileSync } = require("node:fs");
      const planner = require(${JSON.stringify(join(PACKAGE, "index.cjs"))});
      (async () => {
        for (const name of ${JSON.stringify(MODULES)})
          await planner.init(readFileSync(${JSON.stringify(PACKAGE)} + "/" + name + ".wasm"));
        WebAssembly.Module = class { constructor() { throw new Error("compiled again"); } };
        const plan = planner.planAddressSpace({ pools: ["10.0.0.0/9"], requests: [{ name: "n", prefixLength: 20 }] });
        console.log(JSON.stringify([planner.check({ resources: [] }).ok, plan.ok, planner.cidr.contains("10.0.0.0/8", "10.1.0.0/16")]));
      })();`;
    const said = execFileSync(process.execPath, ["--eval", program], { encoding: "utf8" });
    assert.deepEqual(JSON.parse(said), [true, true, true]);
  });
});
