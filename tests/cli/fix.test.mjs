// `check --fix` writes what it changes and nothing else.
import assert from "node:assert/strict";
import { readFileSync, statSync, symlinkSync, lstatSync, chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { FIXTURES, inFolder, refused, run, snapshot } from "./support/run.mjs";

const read = (name) => readFileSync(join(FIXTURES, name), "utf8");
/** The lines that differ. */
const changed = (before, after) => after.split("\n").filter((line) => !before.split("\n").includes(line));

describe("check --fix", () => {
  for (const name of ["document.yaml", "document.json"]) {
    it(`mends ${name} in place and shows what has changed`, () =>
      inFolder({ [name]: read(name) }, (cwd) => {
        const { status, stdout, stderr } = run(["check", name, "--fix"], { cwd });
        assert.equal(stderr, "");
        assert.doesNotMatch(stdout, /SEKRET/);
        snapshot("fix.md", `${name}.fix`, stdout);
        const after = readFileSync(join(cwd, name), "utf8");
        snapshot("fix.md", `${name}.fixed`, after.replaceAll("SEKRET", "SECRET"));
        assert.equal(status, name.endsWith("yaml") ? 0 : 1);
        // Nothing is left to do.
        assert.doesNotMatch(run(["check", name, "--fix"], { cwd }).stdout, /wrote/);
        assert.equal(readFileSync(join(cwd, name), "utf8"), after);
      }));
  }

  it("keeps the rest of a YAML file to the letter", () =>
    inFolder({ "a.yaml": read("document.yaml") }, (cwd) => {
      run(["check", "a.yaml", "--fix"], { cwd });
      assert.deepEqual(changed(read("document.yaml"), readFileSync(join(cwd, "a.yaml"), "utf8")), [
        "      region: 'us-east-1'   # Virginia",
        '      cidrBlock: "10.20.0.0/16"',
        "      diskThroughput: 125",
        "      data: { sink: slack, source: issues, channelId: '#ops', token: { secret: xoxb-SEKRET-token } }",
      ]);
    }));

  for (const [what, text, expected] of [
    [
      "Windows line ends",
      "resources:\r\n- kind: Network\r\n  name: n\r\n  args: # here\r\n    resourceProvider: aws\r\n    region: " +
        "us-east1 # there\r\n    cidrBlock: 10.20.0.1/16\r\n",
      "region: us-east-1 # there\r\n    cidrBlock: 10.20.0.0/16\r\n",
    ],
    ["anchors", "base: &r us-east1\nresources: []\n", undefined],
    [
      "a value behind an alias",
      "resources:\n  - { kind: Network, name: a, args: { region: &r us-east1, resourceProvider: aws, cidrBlock: " +
        "10.0.0.0/16 } }\n  - { kind: Network, name: b, args: { region: *r, resourceProvider: aws, cidrBlock: " +
        "10.1.0.0/16 } }\n",
      "us-east-1",
    ],
  ]) {
    it(`handles ${what}`, () =>
      inFolder({ "a.yaml": text }, (cwd) => {
        const { status } = run(["check", "a.yaml", "--fix"], { cwd });
        assert.ok(status === 0 || status === 1);
        const after = readFileSync(join(cwd, "a.yaml"), "utf8");
        if (expected === undefined) assert.equal(after, text);
        else assert.ok(after.includes(expected), after);
      }));
  }

  it("shows only with --fix-dry-run", () =>
    inFolder({ "a.json": read("document.json") }, (cwd) => {
      const { stdout, status } = run(["check", "a.json", "--fix-dry-run"], { cwd });
      assert.equal(status, 1);
      assert.match(stdout, /^--- a\.json\n\+\+\+ a\.json\n[^]*\n2 fixes for a\.json\n/);
      assert.equal(readFileSync(join(cwd, "a.json"), "utf8"), read("document.json"));
    }));

  it("keeps links and permissions", () =>
    inFolder({ "a.json": read("document.json") }, (cwd) => {
      chmodSync(join(cwd, "a.json"), 0o640);
      symlinkSync("a.json", join(cwd, "b.json"));
      run(["check", "b.json", "--fix"], { cwd });
      assert.ok(lstatSync(join(cwd, "b.json")).isSymbolicLink());
      assert.equal(statSync(join(cwd, "a.json")).mode & 0o777, 0o640);
      assert.match(readFileSync(join(cwd, "a.json"), "utf8"), /us-east-1/);
    }));

  it("says that only documents can be fixed", () => {
    const { stderr } = run(["check", "pulumi-preview.json", "--fix"]);
    assert.equal(stderr, "only documents can be fixed; for the output of Pulumi and Terraform, change the program\n");
    assert.equal(
      refused(["check", "-", "--fix"], { input: read("document.json") }),
      "standard input cannot be fixed; name a file, or use --fix-dry-run",
    );
  });

  it("leaves standard output to machines", () =>
    inFolder({ "a.json": read("document.json") }, (cwd) => {
      const { stdout, stderr } = run(["check", "a.json", "--fix", "--format", "json"], { cwd });
      JSON.parse(stdout);
      assert.match(stderr, /wrote 2 fixes to a\.json\n$/);
    }));
});
