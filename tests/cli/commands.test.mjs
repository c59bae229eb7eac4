// All commands besides `check`, and the errors of invalid arguments.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, it } from "node:test";
import { FIXTURES, inFolder, refused, run, snapshot } from "./support/run.mjs";

const COMMANDS = [
  "",
  "check",
  "plan",
  "plan addresses",
  "plan backups",
  "plan cluster",
  "plan change",
  "schedule",
  "schedule next",
  "schedule describe",
  "cidr",
  "cidr parse",
  "cidr split",
  "cidr contains",
  "cidr overlaps",
  "cidr free",
  "explain",
  "rules",
  "catalogue",
  "init",
  "completion",
];
const words = (command) => command.split(" ").filter((word) => word !== "");
const ok = (args, options) => {
  const { status, stdout, stderr } = run(args, options);
  assert.equal(stderr, "");
  assert.equal(status, 0);
  return stdout;
};
const data = (args, options) => JSON.parse(run([...args, "--json"], options).stdout);

describe("help", () => {
  for (const command of COMMANDS) {
    it(`of ${command === "" ? "all" : command} has examples`, () => {
      const stdout = ok([...words(command), "--help"]);
      assert.match(stdout, /^Usage: eventstorecloud-planner/);
      assert.match(stdout, /^Examples?\b.*:$/m);
    });
  }

  it("is there without a command too, and that is no success", () => {
    const { status, stdout, stderr } = run([]);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /^Usage: eventstorecloud-planner/);
  });

  it("is followed by the version", () => assert.match(ok(["--version"]), /^\d+\.\d+\.\d+\n$/));
});

describe("invalid arguments", () => {
  for (const [args, expected] of [
    [["chek"], "unknown command 'chek' (Did you mean check?); see `eventstorecloud-planner --help`"],
    [
      ["check", "--formt", "json"],
      "unknown option '--formt' (Did you mean --format?); see `eventstorecloud-planner check --help`",
    ],
    [
      ["check", "document.json", "--format", "xml"],
      "option '--format <NAME>' argument 'xml' is invalid. Allowed choices are pretty, json, sarif, junit, github; " +
        "see `eventstorecloud-planner check --help`",
    ],
    [
      ["check"],
      "a file is required; use `check FILE ...`, `check 'FOLDER/**/*.json'`, or `check -` for standard input",
    ],
    [
      ["check", "document.json", "--severity", "NET011"],
      "--severity NET011: must be a code and a level, such as `--severity STACK006=off`",
    ],
    [
      ["check", "document.json", "--severity", "NET0111=off"],
      "--severity NET0111: unknown rule code `NET0111`; did you mean `NET011`?",
    ],
    [
      ["check", "document.json", "--profile", "strickt"],
      "--profile: unknown profile `strickt`; did you mean `strict`?",
    ],
    [
      ["check", "document.json", "--max-warnings", "many"],
      "option '--max-warnings <N>' argument 'many' is invalid. It must be an integer of at most 9 digits; see " +
        "`eventstorecloud-planner check --help`",
    ],
    [
      ["plan", "adresses"],
      "unknown command 'adresses' (Did you mean addresses?); see `eventstorecloud-planner plan --help`",
    ],
    [
      ["plan", "change", "document.json"],
      "document.json: a document has only one state; use `plan change BEFORE AFTER`",
    ],
    [["explain", "NET11"], "unknown rule `NET11`; did you mean `NET011`?"],
    [["explain"], "missing required argument 'CODE'; see `eventstorecloud-planner explain --help`"],
    [["rules", "--kind", "Netwok"], "no rule is about the kind `Netwok`; did you mean `Network`?"],
    [["catalogue", "region"], "unknown table `region`; did you mean `regions`?"],
    [
      ["schedule", "next", "* * *"],
      "SCHEDULE: `* * *` has 3 fields; a schedule has 5: minute, hour, day of month, month, day of week",
    ],
    [["completion", "bsh"], "unknown shell `bsh`; must be bash, zsh or fish; did you mean bash?"],
  ])
    it(args.join(" "), () => assert.equal(refused(args), expected));

  it("are named with their path in a request", () => {
    assert.match(refused(["plan", "addresses", "backups.yaml"]), /^backups\.yaml: request\.clusters: ./);
    assert.match(refused(["plan", "cluster", "document.json"]), /^document\.json: must be a request, not a document/);
  });
});

describe("answers", () => {
  for (const [name, args] of [
    ["plan-addresses", ["plan", "addresses", "addresses.yaml"]],
    ["plan-backups", ["plan", "backups", "backups.yaml"]],
    ["plan-cluster", ["plan", "cluster", "workload.yaml"]],
    ["explain", ["explain", "NET011"]],
    ["rules", ["rules", "--kind", "Acl"]],
    ["plan-change-preview", ["plan", "change", "pulumi-preview.json"]],
    ["plan-change-terraform", ["plan", "change", "terraform-plan.json"]],
  ])
    it(name, () => snapshot("commands.md", name, ok(args)));

  it("are data with --json", () => {
    assert.equal(data(["plan", "addresses", "addresses.yaml"]).networks.length, 2);
    assert.equal(data(["plan", "backups", "backups.yaml"]).jobs.length, 2);
    assert.equal(data(["plan", "cluster", "workload.yaml"]).args.instanceType, "M32");
    assert.equal(data(["plan", "change", "pulumi-preview.json"]).ok, true);
    assert.equal(data(["explain", "region-spelling"]).code, "NET011");
    assert.equal(data(["explain", "plan001"]).code, "PLAN001");
    assert.ok(data(["rules", "--severity", "error"]).every(({ severity }) => severity === "error"));
    assert.ok(data(["catalogue", "regions"]).length > 100);
    assert.ok(data(["catalogue"]).asOf);
    assert.deepEqual(data(["schedule", "next", "0 2 * * *", "--after", "2026-11-23T08:00:00Z", "--count", "2"]), [
      "2026-11-24T02:00:00Z",
      "2026-11-25T02:00:00Z",
    ]);
    assert.equal(data(["schedule", "describe", "0 2 * * *"]).runsPerWeek, 7);
    assert.equal(data(["cidr", "parse", "10.0.0.0/8"]).size, 16777216);
    assert.deepEqual(data(["cidr", "split", "10.0.0.0/23", "24"]), ["10.0.0.0/24", "10.0.1.0/24"]);
    assert.equal(data(["cidr", "contains", "10.0.0.0/8", "10.1.0.0/16"]), true);
    assert.deepEqual(data(["cidr", "overlaps", "10.0.0.0/8", "10.1.0.0/16"]), [
      { cidrBlock: "10.1.0.0/16", overlaps: "10.0.0.0/8" },
    ]);
    assert.equal(data(["cidr", "free", "10.0.0.0/23", "--prefix", "24", "10.0.0.0/24"]), "10.0.1.0/24");
  });

  it("are exit codes too if they are yes or no", () => {
    const code = (...args) => run(["cidr", ...args]).status;
    assert.deepEqual(
      [
        code("contains", "10.0.0.0/8", "10.1.0.0/16"),
        code("contains", "10.1.0.0/16", "10.0.0.0/8"),
        code("contains", "10.1.0.0", "10.0.0.0/8"),
      ],
      [0, 1, 2],
    );
    assert.deepEqual(
      [code("overlaps", "10.0.0.0/8", "10.1.0.0/16"), code("overlaps", "10.1.0.0/16", "10.2.0.0/16")],
      [0, 1],
    );
    assert.equal(code("free", "10.0.0.0/24", "--prefix", "24", "10.0.0.0/24"), 1);
  });

  it("exit with 1 when a plan cannot meet its request", () => {
    const { status, stdout } = run(["plan", "addresses", "-"], {
      input: "pools: [10.20.0.0/24]\nrequests: [{ name: big, prefixLength: 16 }]\n",
    });
    assert.equal(status, 1);
    assert.match(stdout, /^big does not fit in /m);
    const change = run(["plan", "change", "document.yaml", "-"], {
      input: readFileSync(join(FIXTURES, "document.yaml"), "utf8").replace("us-east1", "us-east-1"),
    });
    assert.equal(change.status, 1);
    assert.match(change.stdout, /^1 database is deleted: orders-db\n\nreplace {2}Network orders-net/);
    assert.doesNotMatch(change.stdout, /SEKRET/);
  });

  it("show no secret that changes", () => {
    for (const name of ["document.yaml", "document.json", "pulumi-stack.json", "terraform-state.json"]) {
      const input = readFileSync(join(FIXTURES, name), "utf8").replaceAll("SEKRET", "SEKRET2");
      for (const json of [[], ["--json"]]) {
        const { status, stdout, stderr } = run(["plan", "change", name, "-", ...json], { input });
        assert.ok(status === 0 || status === 1, stderr);
        // What the state of Terraform does not call sensitive and the provider does not either is no secret there.
        assert.doesNotMatch(stdout, /SEKRET/, name);
      }
    }
  });

  it("write changes with the names of Terraform", () => {
    const plan = JSON.parse(readFileSync(join(FIXTURES, "terraform-plan.json"), "utf8"));
    const { change } = plan.resource_changes.find(({ type }) => type === "kurrentcloud_network");
    Object.assign(change, {
      actions: ["delete", "create"],
      before: { ...change.after, id: "c2bq5k5o4t0gqrkt0040", cidr_block: "10.30.0.0/16" },
      before_sensitive: {},
      replace_paths: [["cidr_block"]],
    });
    const input = JSON.stringify(plan);
    const { stdout } = run(["plan", "change", "-"], { input });
    assert.match(
      stdout,
      /^replace {2}kurrentcloud_network\.net .*\n {2}cidr_block: "10\.30\.0\.0\/16" -> "10\.20\.0\.1\/16" \(replace\)\n {2}because: a change of `cidr_block` replaces the resource\n/,
    );
    assert.doesNotMatch(stdout, /cidrBlock|Network kurrentcloud/);
    const { steps } = data(["plan", "change", "-"], { input });
    assert.deepEqual(
      steps
        .filter(({ action }) => action === "replace")
        .map(({ resource, properties }) => [resource, properties.map(({ path }) => path)]),
      [[{ kind: "Network", name: "kurrentcloud_network.net" }, ["cidr_block"]]],
    );
  });

  it("read the clock for the next run only", () =>
    assert.match(ok(["schedule", "next", "0 2 * * *"]), /^\d{4}-\d\d-\d\dT02:00:00Z\n$/));
});

describe("init", () => {
  const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

  /** The packages of this repository, and the second provider package, which the registry may not have. */
  function install(folder) {
    const own = join(folder, "node_modules");
    mkdirSync(own);
    for (const name of readdirSync(modules))
      if (!name.startsWith(".")) symlinkSync(join(modules, name), join(own, name), "junction");
    // Its schema has the same inputs of the kinds that the program makes; what differs is the namespace.
    const [first, second] = [
      join(modules, "@eventstore", "pulumi-eventstorecloud"),
      join(own, "@kurrent", "pulumi-kurrentcloud"),
    ];
    cpSync(first, second, { recursive: true });
    for (const name of readdirSync(second).filter((name) => name.endsWith(".js"))) {
      const file = join(second, name);
      writeFileSync(file, readFileSync(file, "utf8").replaceAll("eventstorecloud:index/", "kurrentcloud:index/"));
    }
  }

  for (const [words, name, namespace, target] of [
    [[], "@eventstore/pulumi-eventstorecloud", "eventstorecloud", "eventstorecloud@0.2.20"],
    [
      ["--package", "@kurrent/pulumi-kurrentcloud"],
      "@kurrent/pulumi-kurrentcloud",
      "kurrentcloud",
      "kurrentcloud@0.3.1",
    ],
  ]) {
    it(`writes a program for ${name} that compiles and has no mistakes`, () =>
      inFolder({}, (cwd) => {
        const said = ok(["init", "orders", ...words], { cwd });
        assert.match(
          said,
          /^wrote Pulumi\.yaml, package\.json, tsconfig\.json, index\.ts, \.gitignore to orders\npackage: [^\n]+\nnext:\n {2}cd orders\n/,
        );
        assert.ok(
          said.includes(`package: ${name} (`) && said.includes(`pulumi config set --secret ${namespace}:token TOKEN`),
        );
        const folder = join(cwd, "orders");
        const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
        assert.equal(`${namespace}@${dependencies[name]}`, target);
        install(folder);
        const tsc = spawnSync(process.execPath, [join(modules, "typescript", "bin", "tsc"), "--noEmit", "-p", folder], {
          encoding: "utf8",
        });
        assert.equal(tsc.stdout, "");
        // Under mocks the builders throw for errors, and print warnings.
        writeFileSync(
          join(folder, "run.ts"),
          `
        import * as pulumi from "@pulumi/pulumi";
        import { recordRegistrations } from "eventstorecloud-planner/testing";
        const mocks = recordRegistrations();
        async function main() {
          await pulumi.runtime.setMocks(mocks, "orders", "dev");
          await import("./index");
          const { ok, counts, target } = await mocks.check({ profile: "strict" });
          console.log(JSON.stringify({ ok, counts, target }));
        }
        void main();`,
        );
        const tsx = pathToFileURL(join(modules, "tsx", "dist", "loader.mjs")).href;
        const program = spawnSync(process.execPath, ["--import", tsx, "run.ts"], { cwd: folder, encoding: "utf8" });
        assert.equal(program.stderr, "");
        assert.deepEqual(JSON.parse(program.stdout), {
          ok: true,
          counts: { resources: 5, errors: 0, warnings: 0, infos: 0, deferred: 0 },
          target,
        });
      }));
  }

  it("knows the packages that are there", () =>
    inFolder({}, (cwd) => {
      assert.equal(
        refused(["init", "--package", "@pulumi/eventstorecloud"], { cwd }),
        "--package: unknown provider package `@pulumi/eventstorecloud`; must be " +
          "`@eventstore/pulumi-eventstorecloud` or `@kurrent/pulumi-kurrentcloud`",
      );
      assert.deepEqual(readdirSync(cwd), []);
    }));

  it("writes into this folder when it is empty but for git", () =>
    inFolder({}, (cwd) => {
      mkdirSync(join(cwd, ".git"));
      ok(["init"], { cwd });
      assert.ok(existsSync(join(cwd, "index.ts")));
    }));

  it("overwrites nothing", () =>
    inFolder({ "index.ts": "mine" }, (cwd) => {
      assert.equal(
        refused(["init"], { cwd }),
        ".: must be empty, but has index.ts; nothing was written; name a new folder: `init FOLDER`",
      );
      assert.deepEqual(readdirSync(cwd), ["index.ts"]);
      assert.equal(refused(["init", "index.ts"], { cwd }), "index.ts: is not a folder");
    }));
});

describe("completion", () => {
  it("completes commands and options in bash", { skip: process.platform === "win32" }, () => {
    const complete = (...words) => {
      const script =
        `eval "$SCRIPT"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _eventstorecloud_planner; echo ` +
        `"\${COMPREPLY[*]}"`;
      return spawnSync("bash", ["-c", script, "bash", "eventstorecloud-planner", ...words], {
        env: { ...process.env, SCRIPT: ok(["completion", "bash"]) },
        encoding: "utf8",
      }).stdout.trim();
    };
    assert.equal(complete("pl"), "plan");
    assert.equal(complete("plan", ""), "addresses backups cluster change --help");
    assert.equal(complete("cidr", "free", "--p"), "--prefix");
    assert.equal(complete("check", "--fi"), "--fix --fix-dry-run");
  });

  it("works in zsh, with and without its own completion set up", (test) => {
    const script = `eval "$SCRIPT"; print -r -- $+functions[_eventstorecloud_planner] $_comps[eventstorecloud-planner]`;
    for (const before of ["", "autoload -U compinit; compinit -u -D; "]) {
      const { error, stdout, stderr } = spawnSync("zsh", ["-f", "-c", before + script], {
        env: { ...process.env, SCRIPT: ok(["completion", "zsh"]) },
        encoding: "utf8",
      });
      if (error?.code === "ENOENT") return test.skip("zsh is not installed");
      assert.deepEqual([stdout, stderr], ["1 _bash_complete -o default -F _eventstorecloud_planner\n", ""]);
    }
    // There, these are variables of the shell itself: `path` is where it looks for commands.
    assert.doesNotMatch(ok(["completion", "zsh"]), /\b(?:path|words)=/);
  });

  for (const shell of ["bash", "zsh", "fish"]) {
    it(`is valid in ${shell}`, (test) =>
      inFolder({ script: ok(["completion", shell]) }, (cwd) => {
        const { error, status, stderr } = spawnSync(shell, [shell === "fish" ? "--no-execute" : "-n", "script"], {
          cwd,
          encoding: "utf8",
          env: { ...process.env, HOME: cwd },
        });
        if (error?.code === "ENOENT") return test.skip(`${shell} is not installed`);
        assert.equal(status, 0, stderr);
      }));
  }

  it("completes commands and options in fish", (test) =>
    inFolder({ script: ok(["completion", "fish"]) }, (cwd) => {
      const complete = (line) => {
        const { error, stdout } = spawnSync(
          "fish",
          ["-N", "-c", `source script; complete -C "eventstorecloud-planner ${line}"`],
          { cwd, encoding: "utf8", env: { ...process.env, HOME: cwd } },
        );
        return error === undefined
          ? stdout
              .split("\n")
              .map((found) => found.split("\t")[0])
              .filter((found) => found !== "")
          : undefined;
      };
      if (complete("") === undefined) return test.skip("fish is not installed");
      assert.deepEqual(complete("pl"), ["plan"]);
      assert.deepEqual(complete("cidr free --p"), ["--prefix"]);
      assert.deepEqual(complete("check --fi"), ["--fix", "--fix-dry-run"]);
    }));
});
