// Files that are broken, or made to break something: one clear line, exit code 2, and never a wait.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { CLI, inFolder, refused, run } from "./support/run.mjs";

const bomb =
  `a: &a [${"x,".repeat(9)}x]\n` +
  `${[..."bcdefghij"].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[i]}`).join(",")}]`).join("\n")}\nresources: *j\n`;
/** Text of a file, what is said of it. */
const BROKEN = [
  ["empty.json", "", "is empty"],
  ["blank.yaml", " \n", "is empty"],
  ["binary.json", Buffer.from([0, 1, 2, 255, 254]), "is not a text file; expected JSON or YAML"],
  ["latin1.yaml", Buffer.from([0x61, 0x3a, 0x20, 0xe9]), "is not a text file; expected JSON or YAML"],
  [
    "truncated.json",
    '{ "resources": [ { "kind": "Net',
    "1:28: invalid JSON: the end is missing; was the file cut off?",
  ],
  ["truncated2.json", '{ "resources": [', "1:17: invalid JSON: the end is missing; was the file cut off?"],
  ["wrong.json", '{ "resources": [}', "1:17: invalid JSON: unexpected `}`"],
  [
    "comment.json",
    '{ // no\n "resources": [] }',
    "1:3: invalid JSON: JSON has no comments; use YAML for a file with comments",
  ],
  [
    "before.json",
    'warning: there is a new version\n{\n "steps": []\n}\n',
    "1:1: unexpected text before the JSON, which begins in line 2; use only the standard output of the command, " +
      "without `2>&1`",
  ],
  [
    "after.json",
    '{ "steps": [] }\nResources: 1 to create\n',
    "2:1: unexpected text after the end of the JSON; use only the standard output of the command, without `2>&1`",
  ],
  [
    "stream.json",
    '{ "sequence": 0 }\n{ "sequence": 1 }\n',
    "is a stream of events, of `up --json` or a streaming preview; use the output of `pulumi preview --json` without " +
      "PULUMI_ENABLE_STREAMING_JSON_PREVIEW",
  ],
  [
    "two.json",
    '{ "resources": [] }\n{ "resources": [] }\n',
    "2:1: a second JSON value begins here; use one file for each, not a log or a stream of events",
  ],
  [
    "before",
    'warning: there is a new version\nof it\n{\n "steps": []\n}\n',
    "1:1: unexpected text before the JSON, which begins in line 3; use only the standard output of the command, " +
      "without `2>&1`",
  ],
  ["wrong.yaml", "resources:\n\t- a\n", "2:1: invalid YAML: tabs are not allowed as indentation; use spaces"],
  ["twice.yaml", "resources: []\nresources: []\n", "2:1: invalid YAML: duplicate key"],
  ["two.yaml", "resources: []\n---\nresources: []\n", "has 2 YAML documents; use one file for each"],
  ["tag.yaml", "resources: !!js/function 'x'\n", undefined],
  [
    "deep.json",
    `{"resources":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    "must not be nested more than 200 levels deep",
  ],
  ["deeper.json", "[".repeat(1_000_000), "must not be nested more than 200 levels deep"],
  ["deep-objects.json", '{"a":'.repeat(200_000), "must not be nested more than 200 levels deep"],
  ["deep.yaml", `resources: ${"[".repeat(50_000)}`, "must not be nested more than 200 levels deep"],
  ["deep-block.yaml", Array.from({ length: 1000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), "nested too deeply"],
  ["bomb.yaml", bomb, "has an alias that is unknown or expands to too much"],
  ["alias.yaml", "resources: *nothing\n", undefined],
  ["number.json", "5", undefined],
  ["text.yaml", "just text", undefined],
  ["list.json", "[]", undefined],
  [
    "other.json",
    '{ "name": "x" }',
    "must be a document with `resources`, or the output of `pulumi preview --json`, `pulumi stack export` or " +
      "`terraform show -json`",
  ],
  [
    "terraform.tfstate",
    '{ "version": 4, "lineage": "x", "resources": [] }',
    "is a Terraform state file; use the output of `terraform show -json`",
  ],
  [
    "plan.tfplan",
    Buffer.from("PK\u0003\u0004\u0014\0", "latin1"),
    "is an archive; for a Terraform plan, use the output of `terraform show -json PLAN`",
  ],
  [
    "index.ts",
    'import * as esc from "@eventstore/pulumi-eventstorecloud";\n',
    "is a program; use the output of `pulumi preview --json`",
  ],
  [
    "main.tf",
    'resource "eventstorecloud_project" "a" {}\n',
    "is a Terraform configuration; use the output of `terraform show -json PLAN`",
  ],
  [
    "Pulumi.yaml",
    "name: x\nruntime: yaml\nresources: {}\n",
    "is a Pulumi project or program; use the output of `pulumi preview --json`",
  ],
];

describe("a file that cannot be read is one line and exit code 2", () => {
  for (const [name, text, expected] of BROKEN) {
    it(name, () =>
      inFolder({ [name]: text }, (cwd) => {
        if (name === "tag.yaml") return assert.ok([1, 2].includes(run(["check", name], { cwd }).status));
        const said = refused(["check", name], { cwd });
        assert.ok(said.startsWith(`${name}:`), said);
        if (expected !== undefined) assert.ok(said.endsWith(expected), said);
        // A parser's own message would show what is in the file.
        assert.ok(said.length < 250, said);
      }),
    );
  }

  it("50 MB", () =>
    inFolder({ "huge.json": "" }, (cwd) => {
      truncateSync(join(cwd, "huge.json"), 50 * 1024 * 1024);
      assert.equal(refused(["check", "huge.json"], { cwd }), "huge.json: must not be larger than 32 MB; it has 50 MB");
      const piped = spawnSync(
        "sh",
        ["-c", `head -c 50000000 /dev/zero | tr '\\0' x | "${process.execPath}" "${CLI}" check -`],
        { encoding: "utf8" },
      );
      if (piped.error === undefined)
        assert.deepEqual(
          [piped.status, piped.stderr],
          [2, "error: standard input: must not be larger than 32 MB; it has 33 MB\n"],
        );
      writeFileSync(join(cwd, "huge.yaml"), "- aaaaaaaaaaaaaaaaaaaaaaaa\n".repeat(200_000));
      assert.equal(
        refused(["check", "huge.yaml"], { cwd }),
        "huge.yaml: must not be larger than 4 MB in YAML; write it as JSON",
      );
    }));

  it("folders, loops of links, and what may not be read", () =>
    inFolder({ "secret.json": "{}" }, (cwd) => {
      mkdirSync(join(cwd, "folder"));
      symlinkSync("loop", join(cwd, "loop"));
      symlinkSync("..", join(cwd, "folder", "up"));
      assert.equal(
        refused(["check", "folder"], { cwd }),
        "folder: is a folder; use files, or a pattern such as `'FOLDER/**/*.json'`",
      );
      assert.match(refused(["check", "loop"], { cwd }), /^loop: (?:is a symbolic link to itself|no such file)$/);
      assert.equal(refused(["check", "folder/**/*.json"], { cwd }), "no file matches the pattern folder/**/*.json");
      if (process.getuid?.() !== 0) {
        chmodSync(join(cwd, "secret.json"), 0);
        assert.equal(refused(["check", "secret.json"], { cwd }), "secret.json: permission denied");
      }
      assert.equal(refused(["check", "no\u001b31m.json"], { cwd }), "no\\u{1b}31m.json: no such file");
    }));
});

describe("a file with odd keys is checked like any other", () => {
  for (const [name, text] of [
    [
      "prototype.json",
      '{"__proto__":{"polluted":1},"resources":[{"kind":"Network","name":"__proto__","args":{"__proto__":{"polluted":1},"constructor":2,"toString":3}}]}',
    ],
    [
      "prototype.yaml",
      "resources:\n  - kind: Network\n    name: constructor\n    args: { __proto__: { polluted: 1 }, constructor: 2 }\n",
    ],
    [
      "kinds.json",
      '{"resources":[{"kind":"constructor","name":"hasOwnProperty","args":[]},null,5,{"kind":"__proto__"}]}',
    ],
    [
      "stack.json",
      '{"version":3,"deployment":{"resources":[null,5,{"urn":5},{"urn":"urn:pulumi:a::b::eventstorecloud:index/network:Network::constructor","inputs":{"__proto__":{"polluted":1}},"propertyDependencies":[],"dependencies":{}}]}}',
    ],
    [
      "preview.json",
      '{"steps":[null,{"urn":"x"},{"urn":"urn:pulumi:a::b::eventstorecloud:index/network:Network::__proto__","newState":{"inputs":null}}],"config":5}',
    ],
    [
      "plan.json",
      '{"format_version":"1.2","resource_changes":[null,{"address":"__proto__","type":"kurrentcloud_network","name":5,"change":{"after":{"region":{"a":[[[]]]}},"after_unknown":true,"after_sensitive":[true]}}],"configuration":[]}',
    ],
    [
      "provider.json",
      '{"format_version":"1.2","resource_changes":[{"address":"a","type":"kurrentcloud_project","name":"a","provider_name":"kurrent-io/kurrentcloud","change":{"after":{"name":"a"}}}],"configuration":{"provider_config":{"__proto__":5,"a":null,"b":{"full_name":"kurrent-io/kurrentcloud","expressions":{"url":5,"token":{"constant_value":{"__proto__":[null]}},"token_store":{"constant_value":{"secret":1,"ref":2}},"client_id":[]}}}}}',
    ],
    [
      "default.json",
      '{"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:a::b::pulumi:providers:eventstorecloud::default","inputs":{"__proto__":5,"url":{"ref":[]},"token":[{}],"toString":1,"organizationId":null}},{"urn":"urn:pulumi:a::b::pulumi:providers:eventstorecloud::default_1","inputs":[]}]}}',
    ],
    [
      "state.json",
      '{"format_version":"1.0","values":{"root_module":{"resources":[{"type":"kurrentcloud_acl","values":{"cidr_blocks":{"__proto__":1}}}],"child_modules":[null,{"resources":5}]}}}',
    ],
  ]) {
    it(name, () =>
      inFolder({ [name]: text }, (cwd) => {
        for (const format of ["pretty", "json", "sarif", "junit", "github"]) {
          const { status, stderr } = run(["check", name, "--format", format], { cwd });
          assert.ok(status === 0 || status === 1, stderr);
          assert.equal(stderr, "");
        }
      }),
    );
  }
});

describe("pipes", () => {
  it("that are closed early are no failure", async () => {
    const child = spawn(process.execPath, [CLI, "rules", "--json"], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => (said += chunk));
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(said, "");
    assert.equal(code, 0);
  });

  it("that end without a word are an empty file", () => {
    assert.equal(refused(["check", "-"], { input: "" }), "standard input: is empty; did the command before it fail?");
    assert.equal(refused(["plan", "change", "-", "-"]), "only one of BEFORE, AFTER and --state can be standard input");
  });
});
