// `init` in Chromium: a page that loads the .wasm files by itself, from a server of static files.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, it } from "node:test";

import { HAND_IN, inChromium } from "./pages.mjs";
import { ROOT } from "./places.mjs";

const PACKAGE = join(ROOT, "target", "npm");
const served = Object.fromEntries(
  readdirSync(PACKAGE, { recursive: true })
    .filter((file) => /\.(wasm|mjs)$/.test(file))
    .map((file) => [`/planner/${file}`, readFileSync(join(PACKAGE, file))]),
);

const SCRIPT = `
import { init, check, cidr, planAddressSpace, InputError } from "/planner/index.browser.mjs";
import { init as initAlso, contains, InputError as SameError } from "/planner/cidr.browser.mjs";
const address = (name) => "/planner/" + name + ".wasm";
const bytes = async (name) => (await fetch(address(name))).arrayBuffer();
const refused = (source) => init(source).then(() => "taken", (error) => error.name + ": " + error.message);
let compiled = 0;
WebAssembly.Module = new Proxy(WebAssembly.Module, { construct: (...given) => (compiled++, Reflect.construct(...given)) });
await init(fetch(address("core")));
await init(new URL(address("planner"), location.href));
await initAlso(address("arithmetic"));
const plan = planAddressSpace({ pools: ["10.0.0.0/9"], requests: [{ name: "n", prefixLength: 20 }] });
const works = [check({ resources: [] }).ok, plan.ok, cidr.contains("10.0.0.0/8", "10.1.0.0/16"), contains("10.0.0.0/8", "11.0.0.0/8")];
await init(await bytes("core"));
await init(await WebAssembly.compile(await bytes("core")));
const errors = [await refused("/nowhere.wasm"), await refused("/"), await refused(5)];
(${HAND_IN})(JSON.stringify({ works, compiled, same: InputError === SameError, errors }));
`;

after(async () => (await inChromium()).close());

it("a page gives the modules that it has loaded", async (test) => {
  const browser = await inChromium();
  if (browser.missing !== undefined) return test.skip(browser.missing);
  const page =
    '<!doctype html><meta charset="utf-8"><title>test</title><script type="module" src="/script.js"></script>';
  const answer = await browser.answer({ ...served, "/": page, "/script.js": SCRIPT });
  const { works, compiled, same, errors } = JSON.parse(answer);
  assert.deepEqual(works, [true, true, true, false]);
  assert.equal(compiled, 0, "nothing is compiled at a call");
  assert.ok(same, "an error has one class, whichever entry point throws it");
  assert.match(errors[0], /^EnvironmentError: .*nowhere\.wasm has the status 404/);
  assert.match(errors[1], /^InputError: source: is not WebAssembly; it must be the address/);
  assert.match(errors[2], /^InputError: source: must be the address/);
});
