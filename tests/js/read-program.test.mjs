/**
 * The static reader of the published-program example.
 *
 * Run: node --test tests/js/read-program.test.mjs
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";

const EXAMPLE = new URL("../../ts-examples/published-program/", import.meta.url);
const { locate, readDocument, readProgram } = await tsImport(new URL("read-program.ts", EXAMPLE).href, import.meta.url);

const UNKNOWN = { unknown: true };
const IMPORT = `import * as esc from "@eventstore/pulumi-eventstorecloud";\n`;

/** The text of a file of the example. */
const textOf = (name) => readFileSync(new URL(name, EXAMPLE), "utf8");

/** The document of a program which imports the provider as `esc`. */
const documentOf = (text) => readProgram("program.ts", IMPORT + text).document;

/** The arguments of the only resource in `text`. */
function argsOf(text) {
  const { resources } = documentOf(text);
  assert.equal(resources.length, 1);
  return resources[0].args;
}

/** The value that is read for one property. */
const readValue = (expression, before = "") => argsOf(`${before}\nnew esc.Acl("a", { value: ${expression} });`).value;

/** The place of a diagnostic as `line:column`. */
function placeOf(locations, resource, path) {
  const position = locate(locations, { resource, path });
  return position && `${position.line}:${position.column}`;
}

describe("the published program", () => {
  const { document, locations } = readProgram("index.ts", textOf("index.ts"));
  const network = { kind: "Network", name: "my-network" };

  it("reads as the document beside it", () => {
    assert.deepEqual(document, JSON.parse(textOf("document.json")));
  });

  it("locates a property, and a missing one at its resource", () => {
    assert.equal(placeOf(locations, network, "cidrBlock"), "7:5");
    assert.equal(placeOf(locations, network, "region"), "6:52");
    assert.equal(placeOf(locations, { kind: "ScheduledBackup", name: "my-backup" }, "backupDescription"), "11:16");
    assert.equal(placeOf(locations, network, ""), "5:17");
  });

  it("locates what is about the document itself", () => {
    assert.equal(placeOf(locations, undefined, "packages[0]"), "2:34");
    assert.equal(placeOf(locations, undefined, "resources[1].kind"), "5:21");
    assert.equal(placeOf(locations, undefined, "resources[1].name"), "5:45");
    assert.equal(placeOf(locations, undefined, "target"), undefined);
  });

  it("locates nothing for a resource it does not have", () => {
    assert.equal(placeOf(locations, { kind: "Network", name: "other" }, "region"), undefined);
    assert.equal(placeOf(locations, { kind: "Project", name: "my-network" }, "region"), undefined);
  });
});

describe("packages and kinds", () => {
  it("lists each package that looks like a provider once, in order", () => {
    const text = `
      import * as a from "@kurrent/pulumi-kurrentcloud";
      import { Network } from "@eventstore/pulumi-eventstorecloud";
      import type { ManagedCluster } from "@eventstore/pulumi-eventstorecloud";
      import old = require("@pulumi/eventstorecloud");
      import * as pulumi from "@pulumi/pulumi";
      import { network } from "eventstorecloud-planner";
      import guard from "eventstorecloud-planner/pulumi/guard";
      import mine from "./eventstorecloud";`;
    assert.deepEqual(readProgram("p.ts", text).document.packages, [
      "@kurrent/pulumi-kurrentcloud",
      "@eventstore/pulumi-eventstorecloud",
      "@pulumi/eventstorecloud",
    ]);
  });

  it("finds resources through every form of import", () => {
    const text = `
      import { Network as Net, Project } from "@eventstore/pulumi-eventstorecloud";
      import whole from "@kurrent/pulumi-kurrentcloud";
      import old = require("@pulumi/eventstorecloud");
      const required = require("@pulumi/eventstorecloud");
      new Project("a"); new Net("b", {}); new whole.Acl("c", {}); new old.Peering("d", {}); new required.Made("e", {});`;
    const { resources } = readProgram("p.ts", text).document;
    assert.deepEqual(
      resources.map(({ kind, name }) => `${kind} ${name}`),
      ["Project a", "Network b", "Acl c", "Peering d", "Made e"],
    );
  });

  it("leaves aside the provider itself, other packages and names of the program's own", () => {
    const text = `import * as aws from "@pulumi/aws";
      class Network {}
      new esc.Provider("p", { token: "t" }); new aws.Vpc("v", {}); new Network(); new Map();
      function f(esc: { Network: new (name: string) => object }) { return new esc.Network("shadowed"); }`;
    assert.deepEqual(documentOf(text).resources, []);
  });

  it("reads resources inside functions, classes and loops as written", () => {
    const text = `for (const zone of zones) { new esc.Network(\`net-\${zone}\`, { region: zone }); }
      class Stack { db = new esc.ManagedCluster("db", {}); }`;
    assert.deepEqual(documentOf(text).resources, [
      { kind: "Network", name: "`net-${zone}`", args: { region: UNKNOWN } },
      { kind: "ManagedCluster", name: "db", args: {} },
    ]);
  });

  it("takes a name from a const", () => {
    assert.equal(documentOf(`const name = "net"; new esc.Network(name, {});`).resources[0].name, "net");
  });
});

describe("values", () => {
  for (const [expression, value] of [
    [`"text"`, "text"],
    ["`text`", "text"],
    ["1_000", 1000],
    ["-8", -8],
    ["+8", 8],
    ["0x10", 16],
    ["true", true],
    ["false", false],
    ["null", null],
    ["[]", []],
    [`["a", 1, [true]]`, ["a", 1, [true]]],
    [`{ a: { "b c": 1 } }`, { a: { "b c": 1 } }],
    [`("text" as string)!`, "text"],
    [`"a" satisfies string`, "a"],
  ]) {
    it(`knows ${expression}`, () => assert.deepEqual(readValue(expression), value));
  }

  for (const expression of [
    "f()",
    "`a${b}`",
    `"a" + "b"`,
    "1n",
    "process.env.X",
    "cfg.require('x')",
    "new Date()",
    "() => 1",
    "-x",
    "~1",
    "[...a]",
    "[, 1]",
    "{ ...a }",
    "{ [a]: 1 }",
    "{ get a() { return 1; } }.a",
    "a ? 1 : 2",
    "await f()",
    "{ ref: 'x' }",
    "nowhere.id",
  ]) {
    it(`does not know ${expression}`, () => assert.deepEqual(readValue(expression), UNKNOWN));
  }

  it("leaves a written undefined out", () => {
    assert.deepEqual(argsOf(`new esc.Network("n", { region: undefined, name: "n" });`), { name: "n" });
    assert.deepEqual(argsOf(`new esc.Project("p", undefined);`), {});
  });

  it("keeps a property named __proto__ a property", () => {
    const args = argsOf(`new esc.Network("n", { ["__proto__"]: "x" });`);
    assert.deepEqual(Object.entries(args), [["__proto__", "x"]]);
  });

  it("resolves const variables of plain values", () => {
    assert.equal(readValue("region", `const region = "us-east-1";`), "us-east-1");
    assert.equal(argsOf(`const size = 8; new esc.ManagedCluster("c", { size });`).size, 8);
  });

  it("does not trust what may change or come from elsewhere", () => {
    for (const before of [
      `let x = "a";`,
      `var x = "a";`,
      `const x = ["a"]; x.push("b");`,
      `const x = { a: 1 };`,
      `const x = f();`,
      `const { x } = { x: "a" };`,
      `import { x } from "./values";`,
      `declare const x: string;`,
      `const y = "a"; const x = y;`,
    ]) {
      assert.deepEqual(readValue("x", before), UNKNOWN, before);
    }
  });

  it("follows the scope of a name", () => {
    const text = `const region = "outer";
      function f(region: string) { new esc.Network("a", { region }); }
      function g() { const region = "inner"; new esc.Network("b", { region }); }
      new esc.Network("c", { region });`;
    assert.deepEqual(
      documentOf(text).resources.map(({ args }) => args.region),
      [UNKNOWN, "inner", "outer"],
    );
  });
});

describe("references", () => {
  const project = `const project = new esc.Project("orders");\n`;
  /** The last resource's project id. */
  const projectId = (before, expression) =>
    documentOf(`${before}new esc.Network("n", { projectId: ${expression} });`).resources.at(-1).args.projectId;

  it("names the resource whose id is used", () => {
    assert.deepEqual(projectId(project, "project.id"), { ref: "orders" });
    assert.deepEqual(projectId(`export ${project}`, "project!.id"), { ref: "orders" });
    assert.deepEqual(projectId(`${project}const id = project.id;`, "id"), { ref: "orders" });
    assert.deepEqual(projectId("", "later.id"), UNKNOWN);
  });

  it("names a resource that is declared further down", () => {
    const { resources } = documentOf(`function f() { new esc.Network("n", { projectId: project.id }); }\n${project}`);
    assert.deepEqual(resources[0].args.projectId, { ref: "orders" });
  });

  it("does not know other outputs, a resource passed whole, or a variable that may change", () => {
    assert.deepEqual(projectId(project, "project.name"), UNKNOWN);
    assert.deepEqual(projectId(project, "project"), UNKNOWN);
    assert.deepEqual(projectId(project, "project?.id"), UNKNOWN);
    assert.deepEqual(projectId(project, "`${project.id}`"), UNKNOWN);
    assert.deepEqual(projectId(project.replace("const", "let"), "project.id"), UNKNOWN);
    assert.deepEqual(projectId(`const project = esc.Project.get("orders", "id");`, "project.id"), UNKNOWN);
  });
});

describe("arguments that are not all written down", () => {
  const ALL = {
    projectId: UNKNOWN,
    resourceProvider: UNKNOWN,
    region: UNKNOWN,
    cidrBlock: UNKNOWN,
    publicAccess: UNKNOWN,
    name: UNKNOWN,
  };

  it("knows what stands after a spread, and nothing else", () => {
    const args = argsOf(`new esc.Network("n", { cidrBlock: "10.0.0.0/16", ...common, region: "us-east-1" });`);
    assert.deepEqual(args, { ...ALL, region: "us-east-1" });
  });

  it("knows nothing of arguments that come from elsewhere", () => {
    for (const written of ["common", "argsOf(1)", "{ ...common }", "{ [key]: 1 }"]) {
      assert.deepEqual(argsOf(`new esc.Network("n", ${written});`), ALL, written);
    }
  });

  it("says nothing of the properties of a kind it has no list for", () => {
    assert.deepEqual(argsOf(`new esc.Nothing("a", { ...common, name: "a" });`), { name: "a" });
  });
});

describe("builders", () => {
  it("takes the argument of a builder of this package and says which it was", () => {
    const text = `import { network as net } from "eventstorecloud-planner";
      import * as planner from "eventstorecloud-planner";
      import { project } from "./mine";
      new esc.Network("a", net({ region: "us-east-1" }));
      new esc.ManagedCluster("b", planner.managedCluster({ diskSize: 8 }, { name: "b" }));
      new esc.Project("c", project({ name: "c" }));`;
    const { document, builders, locations } = readProgram("p.ts", IMPORT + text);
    assert.deepEqual(
      document.resources.map(({ args }) => args),
      [{ region: "us-east-1" }, { diskSize: 8 }, { name: UNKNOWN }],
    );
    assert.deepEqual(
      [...builders],
      [
        [0, "network"],
        [1, "managedCluster"],
      ],
    );
    assert.equal(placeOf(locations, { kind: "Network", name: "a" }, "region"), "5:34");
  });
});

describe("places", () => {
  it("finds elements of arrays and parts of objects, else what is around them", () => {
    const { locations } = readProgram(
      "p.ts",
      `${IMPORT}new esc.Peering("p", {\n  routes: ["10.0.0.0/8",\n    "x"],\n  labels: { "cost centre": { a: 1 } } });`,
    );
    const at = (path) => placeOf(locations, { kind: "Peering", name: "p" }, path);
    assert.deepEqual(
      [
        at("routes[1]"),
        at("routes[5]"),
        at(`labels["cost centre"]`),
        at(`labels["cost centre"].a`),
        at(`labels["cost centre"].b.c`),
        at("x.y[3]"),
        at(".."),
      ],
      ["4:5", "3:3", "5:13", "5:30", "5:13", "2:1", "2:1"],
    );
  });

  it("finds the same things in a JSON document", () => {
    const { document, locations } = readDocument("document.json", textOf("document.json"));
    assert.deepEqual(document, JSON.parse(textOf("document.json")));
    assert.equal(placeOf(locations, { kind: "Network", name: "my-network" }, "cidrBlock"), "17:9");
    assert.equal(placeOf(locations, { kind: "ScheduledBackup", name: "my-backup" }, "backupDescription"), "38:7");
    assert.equal(placeOf(locations, undefined, "packages[0]"), "3:16");
    assert.equal(placeOf(locations, undefined, "resources[0].kind"), "6:7");
  });

  it("finds a resource whose kind is a full type token", () => {
    const text = `{"resources":[{"kind":"eventstorecloud:index/network:Network","name":"n","args":{"region":"x"}}]}`;
    const { locations } = readDocument("d.json", text);
    assert.equal(placeOf(locations, { kind: "Network", name: "n" }, "region"), "1:82");
  });
});

describe("file names", () => {
  it("reads a program whatever its path looks like", () => {
    for (const name of ["../x/index.ts", "C:\\x\\index.mts", "/x/index.js", "index", "a.txt", ""]) {
      assert.equal(readProgram(name, `${IMPORT}new esc.Project("p");`).document.resources.length, 1, name);
    }
  });
});

describe("text that cannot be read", () => {
  it("refuses what is not TypeScript, with the place", () => {
    assert.throws(() => readProgram("p.ts", "const = 1;"), { name: "SyntaxError", message: /^p\.ts:1:7: / });
  });

  it("refuses what is not JSON, and leaves the rest to the check", () => {
    for (const text of ["", "{", "{} // no", "{'a': 1}"]) {
      assert.throws(() => readDocument("d.json", text), { name: "SyntaxError", message: /^d\.json: / });
    }
    for (const text of ["null", "3", "[]", "{}", `{"resources": 1}`, `{"resources": [null, {"kind": 1}]}`]) {
      assert.deepEqual(readDocument("d.json", text).document, JSON.parse(text));
    }
  });
});

describe("check.ts", () => {
  const tsx = createRequire(import.meta.url).resolve("tsx/cli");
  const run = (...args) =>
    spawnSync(process.execPath, [tsx, "check.ts", ...args], { cwd: fileURLToPath(EXAMPLE), encoding: "utf8" });

  it("finds the published program wrong, and says where", () => {
    for (const args of [[], ["index.ts"]]) {
      const { status, stdout, stderr } = run(...args);
      assert.equal(stderr, "");
      assert.match(stdout, /(?<![\w/])index\.ts:7:5\b/);
      assert.equal(status, 1);
    }
  });

  it("finds the document wrong in the same way", () => {
    const { status, stdout } = run("document.json");
    assert.match(stdout, /(?<![\w/])document\.json:17:9\b/);
    assert.equal(status, 1);
  });

  it("finds the corrected program right, as its builders complete it", () => {
    const { status, stdout } = run("corrected/index.ts");
    assert.equal(status, 0, stdout);
  });

  it("says that a file cannot be read", () => {
    const { status, stdout, stderr } = run("missing.ts");
    assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
    assert.match(stderr, /missing\.ts/);
  });
});
