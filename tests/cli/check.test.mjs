// `check`: what it reads, and how it prints it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import Ajv from "ajv";
import { FIXTURES, inFolder, refused, run, snapshot } from "./support/run.mjs";

const INPUTS = [
  "document.yaml",
  "document.json",
  "pulumi-preview.json",
  "pulumi-stack.json",
  "terraform-plan.json",
  "terraform-state.json",
];
const FORMATS = ["pretty", "json", "sarif", "junit", "github"];
const read = (name) => readFileSync(join(FIXTURES, name), "utf8");
const codes = (args, options) =>
  JSON.parse(run(["check", ...args, "--format", "json"], options).stdout).files.map(({ diagnostics }) =>
    diagnostics.map(({ code, resource, path }) => `${code} ${resource?.name ?? ""} ${path}`),
  );

describe("check reads", () => {
  for (const name of INPUTS) {
    it(name, () => {
      const { status, stdout, stderr } = run(["check", name]);
      // What a state has, the service has accepted.
      assert.equal(status, name === "terraform-state.json" ? 0 : 1);
      assert.equal(stderr, "");
      snapshot("check.md", `${name}.pretty`, stdout);
    });

    it(`${name} from standard input, with the same result`, () => {
      const [file] = codes([name]);
      const [piped] = codes(["-"], { input: read(name) });
      assert.deepEqual(piped, file);
    });
  }

  it("knows what each of them is", () => {
    const { stdout } = run(["check", ...INPUTS, "--format", "json"]);
    assert.deepEqual(
      JSON.parse(stdout).files.map(({ file, format, target }) => [file, format, target]),
      [
        ["document.yaml", "document", "kurrentcloud@0.3.1"],
        ["document.json", "document", "eventstorecloud@0.2.20"],
        ["pulumi-preview.json", "pulumi preview", "eventstorecloud@0.2.20"],
        ["pulumi-stack.json", "pulumi stack", "eventstorecloud@0.2.20"],
        ["terraform-plan.json", "terraform plan", "kurrent-io/kurrentcloud@3.1.0"],
        ["terraform-state.json", "terraform state", "eventstore/eventstorecloud@1.7.2"],
      ],
    );
  });

  it("UTF-16 and a byte order mark, which PowerShell writes", () => {
    const text = read("document.json");
    assert.deepEqual(codes(["-"], { input: Buffer.from(`\ufeff${text}`, "utf16le") }), codes(["document.json"]));
    assert.deepEqual(codes(["-"], { input: `\ufeff${text}` }), codes(["document.json"]));
  });

  it("lines that end as on Windows", () => {
    const [unix, windows] = ["\n", "\r\n"].map(
      (end) => run(["check", "-"], { input: read("document.json").replaceAll("\n", end) }).stdout,
    );
    assert.equal(windows, unix);
  });

  const constrained = (...constraints) => {
    const plan = JSON.parse(read("terraform-plan.json"));
    const full_name = "registry.terraform.io/kurrent-io/kurrentcloud";
    plan.configuration.provider_config = Object.fromEntries(
      constraints.map((version_constraint, at) => [
        at === 0 ? "kurrentcloud" : `module.m${at}:kurrentcloud`,
        {
          full_name,
          name: "kurrentcloud",
          version_constraint,
          ...(at === 0 ? {} : { module_address: `module.m${at}` }),
        },
      ]),
    );
    const { stdout } = run(["check", "-", "--format", "json"], { input: JSON.stringify(plan) });
    const [{ target, targetNote, diagnostics }] = JSON.parse(stdout).files;
    return [target, targetNote, diagnostics.find(({ code }) => code === "DOC001")?.message];
  };

  it("the constraints of a Terraform configuration and of its modules, all of which hold", () => {
    assert.deepEqual(constrained(">= 2.1.0", "< 3.0.0"), [
      "kurrent-io/kurrentcloud@2.1.1",
      "2.1.1 is the newest known version in `>= 2.1.0, < 3.0.0`",
      undefined,
    ]);
    assert.deepEqual(constrained("2.1.0", "2.1.0"), ["kurrent-io/kurrentcloud@2.1.0", undefined, undefined]);
  });

  it("a version that is newer than the newest known, and says so", () => {
    assert.deepEqual(constrained("~> 4.0"), [
      "kurrent-io/kurrentcloud@4.0.0",
      "4.0.0 is newer than 3.1.0, the newest known version (2026-11-29), and is judged by it",
      undefined,
    ]);
  });

  it("constraints that exclude each other, and names them", () => {
    const [, , message] = constrained("~> 2.1.0", ">= 3.0.0");
    assert.equal(message, "no version of the target is in both `>= 3.0.0` and `~> 2.1.0`");
  });

  it("the alias of a package", () =>
    inFolder(
      {
        "a.json": JSON.stringify({ resources: [] }),
        "package.json": JSON.stringify({
          dependencies: { esc: "npm:@eventstore/pulumi-eventstorecloud@~0.2.0 <0.2.12" },
        }),
      },
      (cwd) => {
        const {
          files: [report],
        } = JSON.parse(run(["check", "a.json", "--format", "json"], { cwd }).stdout);
        assert.deepEqual([report.target, report.targetFrom], ["eventstorecloud@0.2.11", "packageJson"]);
      },
    ));

  it("the nearest package.json of each file", () =>
    inFolder(
      {
        "a.json": JSON.stringify({ resources: [{ kind: "Project", name: "orders", args: { name: "orders" } }] }),
        "package.json": JSON.stringify({ dependencies: { "@kurrent/pulumi-kurrentcloud": "^0.3.0" } }),
      },
      (cwd) => {
        const {
          files: [report],
        } = JSON.parse(run(["check", "a.json", "--format", "json"], { cwd }).stdout);
        assert.deepEqual([report.target, report.targetFrom], ["kurrentcloud@0.3.1", "packageJson"]);
        const {
          files: [told],
        } = JSON.parse(
          run(["check", "a.json", "--format", "json", "--target", "eventstorecloud@0.2.20"], { cwd }).stdout,
        );
        assert.deepEqual([told.target, told.targetFrom], ["eventstorecloud@0.2.20", "options"]);
      },
    ));
});

describe("check reads the settings of the provider", () => {
  const of = (value) => ({ input: JSON.stringify(value, null, 2) });
  /** Code and line of what is found about settings; nothing secret is printed in any format. */
  const found = (value) => {
    for (const format of FORMATS)
      assert.doesNotMatch(run(["check", "-", "--format", format], of(value)).stdout, /SEKRET/);
    const {
      files: [{ diagnostics }],
    } = JSON.parse(run(["check", "-", "--format", "json"], of(value)).stdout);
    const lines = of(value).input.split("\n");
    return diagnostics
      .filter(({ code }) => code.startsWith("PRV"))
      .map(({ code, path, location }) => [
        code,
        path,
        lines[location.start.line - 1].trim().replace(/SEKRET\w*/, "..."),
      ]);
  };

  it("in the default provider of a stack", () => {
    const stack = JSON.parse(read("pulumi-stack.json"));
    assert.deepEqual(found(stack), []);
    Object.assign(stack.deployment.resources[1].inputs, {
      url: "http://api.eventstore.cloud",
      token: "SEKRETtoken",
      __internal: {},
    });
    assert.deepEqual(found(stack), [
      ["PRV011", 'configuration["eventstorecloud:token"]', '"token": "...",'],
      ["PRV013", 'configuration["eventstorecloud:url"]', '"url": "http://api.eventstore.cloud",'],
    ]);
  });

  for (const prefix of ["kurrentcloud", "eventstorecloud"]) {
    it(`in the block of the provider ${prefix} of Terraform`, () => {
      const plan = JSON.parse(
        read("terraform-plan.json")
          .replaceAll(
            "kurrent-io/kurrentcloud",
            prefix === "kurrentcloud" ? "kurrent-io/kurrentcloud" : "eventstore/eventstorecloud",
          )
          .replaceAll("kurrentcloud_", `${prefix}_`),
      );
      const config = plan.configuration.provider_config.kurrentcloud;
      plan.configuration.provider_config = {
        aws: {
          name: "aws",
          full_name: "registry.terraform.io/hashicorp/aws",
          expressions: { token: { constant_value: "SEKRETaws" } },
        },
        [prefix]: config,
      };
      assert.deepEqual(found(plan), []);
      config.expressions = {
        organization_id: { references: ["var.organization"] },
        token: { constant_value: "SEKRETtoken" },
        url: { constant_value: "http://api.eventstore.cloud" },
      };
      assert.deepEqual(found(plan), [
        ["PRV011", `provider.${prefix}.token`, '"constant_value": "..."'],
        ["PRV013", `provider.${prefix}.url`, '"constant_value": "http://api.eventstore.cloud"'],
      ]);
      const { stdout } = run(["check", "-"], of(plan));
      assert.match(stdout, /help: read it from a variable that is declared with `sensitive = true`/);
    });
  }
});

describe("check warns of", () => {
  for (const [name, change] of [
    [
      "pulumi-preview.json",
      (preview) => {
        preview.diagnostics = [{ message: "it failed: SEKRET", severity: "error" }];
      },
    ],
    [
      "terraform-plan.json",
      (plan) => {
        plan.errored = true;
      },
    ],
  ]) {
    it(`a ${name} that ended with an error`, () => {
      const value = JSON.parse(read(name));
      change(value);
      const { status, stdout, stderr } = run(["check", "-"], { input: JSON.stringify(value) });
      assert.equal(status, 1);
      assert.match(
        stderr,
        /^warning: standard input: the (?:preview|plan) itself failed, so resources may be missing in it(?:; its `diagnostics` say why)?\n$/,
      );
      assert.doesNotMatch(stdout + stderr, /SEKRET/);
    });
  }
});

describe("check writes the names of Terraform", () => {
  for (const format of FORMATS) {
    it(`as ${format}`, () => {
      for (const name of ["terraform-plan.json", "terraform-state.json"]) {
        // The pages of the rules are about documents.
        const { stdout } = run(["check", name, "--format", format]);
        const text = format === "sarif" ? JSON.stringify(JSON.parse(stdout).runs[0].results) : stdout;
        assert.doesNotMatch(text, /cidrBlock|diskSize|diskType|diskIops|serverVersion|accessKeyId|groupName/);
        if (name === "terraform-plan.json") assert.match(text, /kurrentcloud_network\.net.{0,40}cidr_block/s);
      }
    });
  }
});

describe("check locates diagnostics in JSON", () => {
  for (const name of INPUTS) {
    it(`of ${name}`, () => {
      const text = read(name);
      const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
      const { files } = JSON.parse(run(["check", name, "--format", "json"]).stdout);
      const { diagnostics } = files[0];
      assert.ok(diagnostics.length > 0);
      for (const { location } of diagnostics) {
        assert.equal(location.file, name);
        for (const { line, column, offset } of [location.start, ...(location.end === undefined ? [] : [location.end])])
          assert.equal(starts[line - 1] + column - 1, offset);
      }
      // A value that the message repeats is what the location holds.
      const { location } = diagnostics.find(({ code }) => code === "NET011");
      assert.match(text.slice(location.start.offset, location.end.offset), /^["']?us-?east-?1["']?$/);
    });
  }

  it("without an end where the value is not in the file", () => {
    const input = '{ "resources": [\n  { "kind": "Network", "name": "a", "args": { "region": "us-east-1" } }\n] }';
    const { files } = JSON.parse(run(["check", "-", "--format", "json"], { input }).stdout);
    const { location } = files[0].diagnostics.find(({ path }) => path === "projectId");
    const offset = input.indexOf('{ "region"');
    assert.deepEqual(location, {
      file: "standard input",
      start: { line: 2, column: offset - input.indexOf("\n"), offset },
    });
  });
});

describe("check prints", () => {
  for (const format of FORMATS) {
    it(`several files as ${format}`, () => {
      const { status, stdout } = run(["check", "document.yaml", "terraform-plan.json", "--format", format]);
      assert.equal(status, 1);
      snapshot("check.md", `two-files.${format}`, stdout);
    });

    it(`no secret as ${format}`, () => {
      const { stdout, stderr } = run(["check", ...INPUTS, "--format", format, "--profile", "advice"]);
      assert.doesNotMatch(stdout + stderr, /SEKRET/);
    });

    it(`nothing wrong as ${format}`, () => {
      const { status, stdout, stderr } = run(["check", "-", "--format", format], { input: '{"resources":[]}' });
      assert.equal(status, 0);
      assert.equal(stderr, "");
      snapshot("check.md", `nothing.${format}`, stdout);
    });
  }

  it("SARIF that the official schema accepts, with rules, regions and fixes", () => {
    const schema = JSON.parse(
      readFileSync(
        createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"),
        "utf8",
      ),
    );
    // It is of draft 4, and has nothing that later drafts read in another way but these two.
    delete schema.$schema;
    delete schema.id;
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    for (const name of [...INPUTS, "-"]) {
      const log = JSON.parse(run(["check", name, "--format", "sarif"], { input: read("document.yaml") }).stdout);
      assert.ok(validate(log), `${name}: ${JSON.stringify(validate.errors)}`);
      const [
        {
          results,
          tool: {
            driver: { rules },
          },
        },
      ] = log.runs;
      assert.ok(results.length > 0);
      for (const {
        ruleId,
        ruleIndex,
        locations: [
          {
            physicalLocation: { region },
          },
        ],
      } of results) {
        assert.equal(rules[ruleIndex].id, ruleId);
        assert.ok(rules[ruleIndex].help.markdown.includes("**Use instead**"));
        assert.ok(region.startLine >= 1 && region.startColumn >= 1);
      }
    }
    const [{ results }] = JSON.parse(run(["check", "document.yaml", "--format", "sarif"]).stdout).runs;
    const lines = read("document.yaml").split("\n");
    const fixes = results.filter(({ fixes }) => fixes !== undefined);
    assert.deepEqual(
      fixes.map(({ ruleId }) => ruleId),
      ["NET007", "NET011", "CLU013", "INT001"],
    );
    const [
      {
        artifactChanges: [
          {
            replacements: [{ deletedRegion, insertedContent }],
          },
        ],
      },
    ] = fixes[0].fixes;
    const line = lines[deletedRegion.startLine - 1];
    assert.equal(
      line.slice(0, deletedRegion.startColumn - 1) + insertedContent.text + line.slice(deletedRegion.endColumn - 1),
      '      cidrBlock: "10.20.0.0/16"',
    );
  });

  it("colours when they are asked for, and none by itself", () => {
    const colored = (env) => run(["check", "document.json"], { env }).stdout.includes("\u001b[");
    assert.equal(colored({}), false);
    assert.equal(colored({ FORCE_COLOR: "1" }), true);
    assert.equal(colored({ FORCE_COLOR: "0" }), false);
    assert.equal(colored({ FORCE_COLOR: "1", NO_COLOR: "1" }), false);
    const plain = run(["check", "document.json"]).stdout;
    assert.equal(
      run(["check", "document.json"], { env: { FORCE_COLOR: "1" } })
        .stdout.replace(/\u001b\[\d+m/g, "")
        .replace(/[ \t]+$/gm, ""),
      plain.replace(/[ \t]+$/gm, ""),
    );
  });
});

describe("check takes", () => {
  it("severities, a profile, an environment and a day", () => {
    const all = codes(["document.yaml"])[0];
    const without = codes(["document.yaml", "--severity", "NET011=off", "--severity", "stack006=off"])[0];
    assert.deepEqual(
      without,
      all.filter((line) => !/^(?:NET011|STACK006) /.test(line)),
    );
    assert.ok(codes(["document.json", "--profile", "advice"])[0].length > codes(["document.json"])[0].length);
    assert.ok(codes(["document.yaml", "--environment", "production"])[0].length > all.length);
    assert.equal(run(["check", "document.yaml", "--now", "today"]).status, 1);
  });

  it("additions to the catalogue, in JSON or YAML", () =>
    inFolder(
      {
        "more.yaml": "instanceTypes: [M512]\n",
        "a.yaml": read("document.yaml").replace("F1", "M512"),
      },
      (cwd) => {
        assert.ok(codes(["a.yaml"], { cwd })[0].some((line) => line.includes("instanceType")));
        // The provider's own list says the rest.
        const [added] = codes(["a.yaml", "--catalogue", "more.yaml"], { cwd });
        assert.deepEqual(
          added.filter((line) => line.includes("instanceType")).map((line) => line.split(" ")[0]),
          ["ARG006"],
        );
      },
    ));

  it("a number of warnings that are allowed", () => {
    const input = read("document.yaml")
      .replace("'us-east1'", "us-east-1")
      .replace("10.20.0.1/16", "10.20.0.0/16")
      .replace("diskIops: 3000", "diskIops: 3000\n      diskThroughput: 125")
      .replace("slak", "slack");
    assert.equal(run(["check", "-"], { input }).status, 0);
    assert.equal(run(["check", "-", "--max-warnings", "2"], { input }).status, 0);
    const { status, stderr } = run(["check", "-", "--max-warnings", "1"], { input });
    assert.deepEqual([status, stderr], [1, "2 warnings exceed the maximum of 1 set by --max-warnings\n"]);
  });

  it("patterns; what they find and is something else is left out", () => {
    const { status, stderr, stdout } = run(["check", "*.{json,yaml}", "--format", "json"]);
    assert.equal(status, 1);
    assert.deepEqual(
      JSON.parse(stdout).files.map(({ file }) => file),
      [...INPUTS].sort(),
    );
    assert.equal(stderr, "skipped 3 of 9 files: neither documents nor the output of Pulumi or Terraform\n");
    assert.equal(refused(["check", "*.toml"]), "no file matches the pattern *.toml");
  });

  it("patterns that find programs: they are left out", () =>
    inFolder({ "a.json": '{"resources":[]}', "index.ts": "import {} from 'a';", "main.tf": "{" }, (cwd) => {
      const { status, stderr } = run(["check", "*"], { cwd });
      assert.deepEqual(
        [status, stderr],
        [0, "skipped 2 of 3 files: neither documents nor the output of Pulumi or Terraform\n"],
      );
    }));

  it("hundreds of files", () =>
    inFolder(
      Object.fromEntries(
        Array.from({ length: 300 }, (_, i) => [
          `${i}.json`,
          JSON.stringify({ resources: [{ kind: "Project", name: "a", args: { name: "a" } }] }),
        ]),
      ),
      (cwd) => {
        const { status, stdout } = run(["check", "*.json"], { cwd });
        assert.equal(status, 0);
        assert.match(stdout, /^no problems in 300 resources of 300 files\n/);
      },
    ));

  it("files of which one cannot be read: the others are checked", () => {
    const { status, stdout, stderr } = run(["check", "nowhere.json", "document.json"]);
    assert.equal(status, 2);
    assert.equal(stderr, "error: nowhere.json: no such file\n");
    assert.match(stdout, /NET011/);
  });
});
