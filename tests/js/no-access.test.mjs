// The library reads no file but its own core, opens no connection, starts no program and looks at no environment.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const PACKAGE = join(ROOT, "target", "npm");

/**
 * Takes access away before the first call, with which the core is loaded. What is asked for all the same is told to the
 * program, and refused.
 */
const TAKEN_AWAY = `
const planner = require(${JSON.stringify(join(PACKAGE, "index.cjs"))});
const asked = [];
// Node makes its own standard streams at the first look at them.
const { stdout } = process;
void process.stderr;
for (const name of ["fs", "fs/promises", "net", "tls", "dgram", "http", "https", "http2", "dns", "dns/promises", "child_process", "worker_threads", "os"]) {
  const module = require("node:" + name);
  for (const key of Object.keys(module)) {
    if (typeof module[key] !== "function") continue;
    const original = module[key];
    const refuse = function (...given) {
      // Node's own loader reads files; the code it loads does not come through here.
      if (/^ +at .*node:internal\\/modules/m.test(new Error().stack.split("\\n")[2])) return Reflect.apply(original, this, given);
      asked.push(name + "." + key);
      throw new Error("no access");
    };
    Object.defineProperty(module, key, { value: refuse, configurable: true });
  }
}
require("node:module").syncBuiltinESMExports();
globalThis.fetch = () => { asked.push("fetch"); throw new Error("no access"); };
const refuse = (_, name) => { asked.push("env " + String(name)); throw new Error("no access"); };
Object.defineProperty(process, "env", { value: new Proxy({}, { get: refuse, has: refuse, ownKeys: () => refuse(0, "all") }) });
`;

const PROGRAM = `
const network = { projectId: "c2bq5k5o4t0gqrkt0030", resourceProvider: "aws", region: "us-east-1", cidrBlock: "10.20.0.0/16", name: "net" };
const document = { resources: [{ kind: "Network", name: "net", args: { ...network, region: "us-east1" } }] };
const report = planner.check(document, { profile: "advice", packageJson: { dependencies: { "@eventstore/pulumi-eventstorecloud": "0.2.20" } } });
const plan = planner.planChange(null, { kind: "Network", args: network });
let refused;
try { planner.network({ ...network, cidrBlock: "10.0.0.1/8" }); } catch (error) { refused = error.name; }
const done = [
  report.diagnostics.length > 0, planner.formatReport(report) !== "", planner.formatPlan(plan) !== "", planner.network(network).name === "net", refused === "ValidationError",
  planner.applyEdits({}, [{ path: "a", value: 1 }]).a === 1, planner.cidr.contains("10.0.0.0/8", "10.1.0.0/16"), planner.schedule.next("0 2 * * *", { after: "2026-11-23T08:00:00Z" }).length === 1,
  planner.planAddressSpace({ pools: ["10.0.0.0/9"], requests: [{ name: "n", prefixLength: 20 }] }).ok, planner.planBackups({ clusters: ["db"], objectives: { keep: { daily: 7 } } }).ok,
  planner.recommendCluster({ cloud: "aws", dataGb: 500 }).ok, planner.planPreview({ steps: [] }).steps.length === 0,
  planner.simulateBackups({ jobs: [{ schedule: "0 2 * * *", maxBackupCount: 7 }], from: "2026-11-01T00:00:00Z", to: "2026-11-09T00:00:00Z" }) !== undefined,
  planner.rules().length > 0, planner.kinds().length > 0, planner.catalogue().asOf !== "", planner.explain("NET009").code === "NET009", planner.kindOf("Network") === "Network",
];
stdout.write(JSON.stringify({ done, asked }));
`;

describe("without access", () => {
  it("the library works, and asks for nothing but its own core", () => {
    const { done, asked } = JSON.parse(
      execFileSync(process.execPath, ["--eval", TAKEN_AWAY + PROGRAM], { encoding: "utf8" }),
    );
    assert.deepEqual(
      done.flatMap((works, at) => (works ? [] : [at])),
      [],
    );
    // Of the .wasm files; without them the modules come from the texts in `payload`.
    assert.deepEqual(
      [...new Set(asked)].filter((what) => !/^fs\.(readFileSync|openSync|statSync|existsSync)$/.test(what)),
      [],
    );
    assert.ok(asked.length <= 3, asked.join());
  });

  it("the ES modules import nothing but each other, and the .wasm files in workerd", () => {
    for (const environment of ["browser", "workerd"]) {
      const [shared, ...functions] = ["shared", "cidr-functions", "schedule-functions"].map(
        (name) => `./${name}.${environment}.mjs`,
      );
      for (const entry of ["cidr", "schedule"]) {
        const own = functions.find((file) => file.includes(entry));
        assert.deepEqual(imports(own.slice(2)), [shared]);
        assert.deepEqual(imports(`${entry}.${environment}.mjs`), [own, shared]);
      }
      const modules = ["arithmetic", "core", "planner"];
      const files = modules.map((name) => (environment === "browser" ? `./payload/${name}.mjs` : `./${name}.wasm`));
      assert.deepEqual(imports(shared.slice(2)), files);
      assert.deepEqual(imports(`index.${environment}.mjs`), [...functions, shared]);
    }
    for (const name of ["arithmetic", "core", "planner"]) assert.deepEqual(imports(`payload/${name}.mjs`), []);
  });

  it("in Node, only what reads the core is imported", () => {
    assert.deepEqual(imports("index.cjs"), ["./internal.cjs"]);
    assert.deepEqual(imports("index.mjs"), ["./index.cjs"]);
    assert.deepEqual(
      imports("internal.cjs").filter((name) => !name.startsWith("./")),
      ["node:fs"],
    );
    for (const entry of ["cidr", "schedule"]) {
      assert.deepEqual(imports(`${entry}.cjs`), ["./internal.cjs"]);
      assert.deepEqual(imports(`${entry}.mjs`), [`./${entry}.cjs`]);
    }
    for (const name of ["arithmetic", "core", "planner"]) assert.deepEqual(imports(`payload/${name}.cjs`), []);
    assert.deepEqual(imports("pages.cjs"), []);
  });

  it("nothing of the library names what could reach out", () => {
    for (const file of ["index", "cidr", "cidr-functions", "schedule-functions", "shared"]
      .flatMap((name) => [`${name}.browser.mjs`, `${name}.workerd.mjs`])
      .concat("internal.cjs")) {
      const source = readFileSync(join(PACKAGE, file), "utf8");
      assert.deepEqual(
        source.match(/\bfetch\(|XMLHttpRequest|WebSocket|process\.env|localStorage|\beval\(|new Function\(/g),
        null,
        file,
      );
    }
  });
});

/** What a built file imports or requires, sorted. */
function imports(file) {
  const source = readFileSync(join(PACKAGE, file), "utf8");
  const found = [...source.matchAll(/(?:\bfrom\s*|\bimport\s*|\bimport\(|\brequire\()\s*["']([^"']+)["']/g)].map(
    ([, name]) => name,
  );
  // In messages, not in code.
  return [...new Set(found)]
    .filter((name) => name.startsWith(".") || name.startsWith("node:") || builtinModules.includes(name))
    .sort();
}
