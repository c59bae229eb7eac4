// `plan change` as a gate: its options, its exit codes and those of `check`, on previews, plans and stacks as the engines
// wrote them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { inFolder, refused, run } from "./support/run.mjs";

const CAPTURES = new URL("../engine/captures/", import.meta.url);
const capture = (name) => readFileSync(new URL(name, CAPTURES), "utf8");
const urn = (name) => `urn:pulumi:dev::demo::eventstorecloud:index/managedCluster:ManagedCluster::${name}`;

const FILES = {
  "lost.json": capture("pulumi/topology/change.preview.json"),
  "protected.json": capture("pulumi/protect-replace/change.preview.json"),
  "left.json": capture("pulumi/autonamed-failed-delete/change.stack.json"),
  "failed.json": capture("recorded/tofu/by-hand/errored.json"),
  "address.json": capture("tofu/count-to-for-each/plan.json"),
  "deposed.json": capture("tofu/deposed/again.json"),
  "quiet.json": JSON.stringify({ config: {}, duration: 1e9, changeSummary: { same: 5 } }),
  "crashed.json": JSON.stringify({ diagnostics: [{ message: "error: SEKRET", severity: "error" }], duration: 1e9 }),
  "a.json": JSON.stringify({ resources: [{ kind: "Project", name: "p", args: { name: "a" } }] }),
  "b.json": JSON.stringify({ resources: [{ kind: "Project", name: "p", args: { name: "b" } }] }),
};
/** What the command prints and its exit code, in a folder with these files. */
const change = (args, input) => inFolder(FILES, (cwd) => run(["plan", "change", ...args], { cwd, input }));
const error = (args) => inFolder(FILES, (cwd) => refused(["plan", "change", ...args], { cwd }));
/** The exit code, which is the same for people and for machines. */
async function code(...args) {
  const [pretty, json] = [await change(args), await change([...args, "--json"])];
  assert.equal(pretty.status, json.status, pretty.stderr);
  assert.deepEqual([pretty.stderr, json.stderr], ["", ""]);
  JSON.parse(json.stdout);
  return pretty.status;
}

describe("plan change ends with", () => {
  it("0 where nothing is wrong", async () => {
    assert.equal(await code("quiet.json"), 0);
    assert.equal(await code("a.json", "b.json"), 0);
    assert.equal(await code("a.json", "a.json"), 0);
  });

  it("1 where a database is lost that may not be, and 0 where it may", async () => {
    for (const [file, name] of [
      ["lost.json", "db"],
      ["lost.json", urn("db")],
      ["address.json", "eventstorecloud_managed_cluster.db[0]"],
      ["deposed.json", "eventstorecloud_managed_cluster.db"],
    ]) {
      assert.equal(await code(file), 1, file);
      assert.equal(await code(file, "--allow-data-loss", name), 0, name);
      assert.equal(await code(file, "--allow-all-data-loss"), 0, file);
    }
  });

  it("1 where a step is refused, whatever may be lost", async () => {
    assert.equal(await code("protected.json"), 1);
    assert.equal(await code("protected.json", "--allow-all-data-loss"), 1);
  });

  it("1 where a severity is an error for the user", async () => {
    assert.equal(await code("lost.json", "--allow-all-data-loss", "--severity", "PLAN002=error"), 1);
    assert.equal(await code("lost.json", "--severity", "PLAN001=off"), 1);
  });

  it("3 where the preview or plan has failed and nothing else is wrong", async () => {
    assert.equal(await code("failed.json"), 3);
    assert.equal(await code("crashed.json"), 3);
    const lost = JSON.parse(FILES["lost.json"]);
    lost.diagnostics = [{ message: "error: SEKRET", severity: "error" }];
    const judged = async (...args) => change(["-", ...args], JSON.stringify(lost));
    assert.equal((await judged()).status, 1);
    const { status, stdout } = await judged("--allow-data-loss", "db");
    assert.equal(status, 3);
    assert.match(stdout, /^the plan is incomplete: resources or operations may be missing$/m);
    assert.doesNotMatch(stdout, /SEKRET/);
  });

  it("2 where a file or an option cannot be used", async () => {
    for (const [args, expected] of [
      [["nowhere.json"], "nowhere.json: no such file"],
      [["left.json"], "left.json: is what a stack is now; use the output of `pulumi preview --json`"],
      [["a.json"], "a.json: a document has only one state; use `plan change BEFORE AFTER`"],
      [
        ["lost.json", "--allow-data-loss", "billing"],
        `--allow-data-loss billing: must be a database that this change loses: ${urn("db")}`,
      ],
      [
        ["lost.json", "--allow-data-loss", "db", "--allow-data-loss", "x"],
        `--allow-data-loss x: must be a database that this change loses: ${urn("db")}`,
      ],
      [["quiet.json", "--allow-data-loss", "db"], "--allow-data-loss db: names a database, and this change loses none"],
      [
        ["a.json", "b.json", "--allow-data-loss", "p"],
        "--allow-data-loss p: names a database, and this change loses none",
      ],
      [
        ["lost.json", "--allow-data-loss"],
        "option '--allow-data-loss <ID>' argument missing; see `eventstorecloud-planner plan change --help`",
      ],
      [["lost.json", "--state", "nowhere.json"], "nowhere.json: no such file"],
      [["lost.json", "--state", "a.json"], "a.json: must be the output of `pulumi stack export`"],
      [
        ["address.json", "--state", "left.json"],
        "--state: must be given with the output of `pulumi preview --json` alone",
      ],
      [
        ["a.json", "b.json", "--state", "left.json"],
        "--state: must be given with the output of `pulumi preview --json` alone",
      ],
      [["-", "--state", "-"], "only one of BEFORE, AFTER and --state can be standard input"],
      [["-", "-"], "only one of BEFORE, AFTER and --state can be standard input"],
    ])
      assert.equal(await error(args), expected);
  });
});

describe("plan change --state", () => {
  it("has what the next run deletes and its preview does not show", async () => {
    const { status, stdout } = await change(["quiet.json", "--state", "left.json"]);
    assert.equal(status, 1);
    assert.match(stdout, /^1 database is deleted: db\n\ndelete {2}ManagedCluster db /);
    assert.equal(await code("quiet.json", "--state", "left.json", "--allow-data-loss", urn("db")), 0);
  });

  it("reads the stack from standard input", async () => {
    const { status } = await change(["quiet.json", "--state", "-"], FILES["left.json"]);
    assert.equal(status, 1);
  });
});

describe("plan change reads", () => {
  it("a deposed object of a Terraform plan beside its successor", async () => {
    const { stdout } = await change(["deposed.json", "--json"]);
    const { headline, steps, diagnostics } = JSON.parse(stdout);
    const address = "eventstorecloud_managed_cluster.db";
    assert.equal(headline, `1 database is deleted: ${address}`);
    assert.deepEqual(
      steps.filter(({ resource }) => resource.name === address).map(({ action, dataLoss }) => [action, dataLoss]),
      [
        ["none", false],
        ["delete", true],
      ],
    );
    const [{ code, message }] = diagnostics.filter(({ severity }) => severity === "error");
    assert.deepEqual(
      [code, message],
      ["PLAN001", "the cluster that an earlier replacement has left behind is deleted, and its data with it"],
    );
  });

  it("nothing else of an engine, and says what to give instead", async () => {
    const event = '{"sequence":0,"timestamp":1,"preludeEvent":{"config":{}}}\n';
    for (const [value, expected] of [
      [
        event + event,
        /is a stream of events, of `up --json` or a streaming preview; use the output of `pulumi preview --json`/,
      ],
      [event, /is a stream of events/],
      [
        '{"manifest":{},"resourcePlans":{}}',
        /is a plan of `pulumi preview --save-plan`; use the output of `pulumi preview --json`$/,
      ],
      [
        '{"version":4,"lineage":"a","resources":[]}',
        /is a Terraform state file; use the output of `terraform show -json`$/,
      ],
      [
        '{"@level":"info","@message":"x"}\n{"@level":"info"}\n',
        /is a log of Terraform; use the output of `terraform show -json PLAN`/,
      ],
    ])
      for (const args of [
        ["plan", "change", "-"],
        ["check", "-"],
      ])
        assert.match(refused(args, { input: value }), expected);
  });
});

describe("check ends with", () => {
  const check = (...args) => inFolder(FILES, (cwd) => run(["check", ...args], { cwd }));

  it("3 where the preview or plan has failed and nothing else is wrong", async () => {
    for (const [file, what, why] of [
      ["crashed.json", "preview", "; its `diagnostics` say why"],
      ["failed.json", "plan", ""],
    ]) {
      const { status, stderr } = await check(file);
      assert.equal(stderr, `warning: ${file}: the ${what} itself failed, so resources may be missing in it${why}\n`);
      assert.equal(status, 3, file);
    }
  });

  it("1 before 3, and 2 before both", async () => {
    assert.equal((await check("crashed.json", "a.json")).status, 3);
    assert.equal((await check("crashed.json", "a.json", "--max-warnings", "0")).status, 3);
    assert.equal((await check("crashed.json", "wrong.json")).status, 2);
    const { status } = await inFolder(
      { ...FILES, "wrong.json": '{"resources":[{"kind":"Project","name":"p","args":{"nmae":"x"}}]}' },
      (cwd) => run(["check", "crashed.json", "wrong.json"], { cwd }),
    );
    assert.equal(status, 1);
  });

  it("0 where nothing happens", async () => {
    assert.equal((await check("quiet.json")).status, 0);
    assert.equal((await check("a.json")).status, 0);
  });
});
