// Where a finding in a preview or a stack is in the program: the line that the engine names, with the lines around it only
// where they are a program's inside the project, and without what is written in quotes there. A preview may be anybody's.
import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";

import { literalsIn } from "../../pkg-template/src/cli/input/literals.ts";
import { inFolder, run } from "./support/run.mjs";

const URN = "urn:pulumi:dev::shop::eventstorecloud:index/network:Network::net";
/** A preview that creates a network in a region that does not exist, written where the engine says. */
const preview = (sourcePosition, { inputs, ...more } = {}) => {
  const region = { projectId: "c2bq5k5o4t0gqrkt0030", resourceProvider: "aws", region: "us-east-11", ...inputs };
  const newState = { urn: URN, custom: true, inputs: { cidrBlock: "10.20.0.0/16", name: "net", ...region }, ...more };
  return JSON.stringify({ steps: [{ op: "create", urn: URN, newState: { ...newState, sourcePosition } }] });
};
const PROGRAM = `import * as esc from "@eventstore/pulumi-eventstorecloud";
const password = "SECRET-of-the-program"; // SECRET-in-a-comment
const where = "us-east-11";
new esc.Network("net", { region: "us-east-11", name: \`SECRET-\${where}-template\` });
export const pattern = /SECRET-"pattern/;
`;
const AT = "project:///index.ts#4,1";

/** What a check prints of a project with these files: texts, and links as `{ to }`. */
const checked = (files, { args = [], cwd = "." } = {}) =>
  inFolder({}, (folder) => {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      if (typeof content === "string") writeFileSync(path, content);
      else symlinkSync(join(folder, content.to), path);
    }
    const { stdout, stderr } = run(["check", join(folder, "project/preview.json"), ...args], {
      cwd: join(folder, cwd),
    });
    assert.doesNotMatch(stdout + stderr, /SECRET/);
    return stdout;
  });
const project = (files) => ({
  "project/Pulumi.yaml": "name: shop\nruntime: nodejs\n",
  "project/preview.json": preview(AT),
  ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`project/${name}`, content])),
});

describe("where a finding is in the program", () => {
  it("is the line that the engine names, shown without what is in quotes, but with the reported value", async () => {
    const said = await checked(project({ "index.ts": PROGRAM }));
    assert.match(said, /NET012 {2}Network net region {2}index\.ts:4:1\n/);
    assert.match(said, /^ {2}> 4 \| new esc\.Network\("…", \{ region: "us-east-11", name: `…\$\{where\}…` \}\);$/m);
    assert.match(said, /^ {4}2 \| const password = "…"; \/\/…$/m);
    assert.match(said, /^ {4}5 \| export const pattern = \/…\/;$/m);
    assert.match(said, /^ +\| \^$/m);
  });

  it("is found from another folder, and from a folder of the project", async () => {
    for (const cwd of ["project", "."]) {
      const files = project({ "index.ts": PROGRAM });
      assert.match(await checked(files, { cwd }), /> 4 \| new/, cwd);
    }
    const elsewhere = { ...project({ "index.ts": PROGRAM, "deep/preview.json": preview(AT) }) };
    assert.match(await checked(elsewhere, { args: ["deep/preview.json"], cwd: "project" }), /> 4 \| new/);
  });

  it("is the position alone where the file is none that may be shown", async () => {
    const nothing = {
      "no file": project({}),
      "no project": { "project/preview.json": preview(AT), "project/index.ts": PROGRAM },
      "a file of another language": project({
        "index.py": PROGRAM,
        "preview.json": preview("project:///index.py#4,1"),
      }),
      "a file without an extension": project({ hosts: PROGRAM, "preview.json": preview("project:///hosts#4,1") }),
      "a link out of the project": { ...project({ "index.ts": { to: "outside.ts" } }), "outside.ts": PROGRAM },
      "a folder that is a link": {
        ...project({ src: { to: "other" }, "preview.json": preview("project:///src/a.ts#4,1") }),
        "other/a.ts": PROGRAM,
      },
      "a link to a file of another kind": project({ ".env": PROGRAM, "index.ts": { to: "project/.env" } }),
      "a link to what is installed": project({
        "node_modules/a/index.ts": PROGRAM,
        "index.ts": { to: "project/node_modules/a/index.ts" },
      }),
      "a folder": project({ "index.ts/a.txt": PROGRAM }),
      "a line that is not there": project({ "index.ts": PROGRAM, "preview.json": preview("project:///index.ts#99,1") }),
      "a column that is not there": project({
        "index.ts": PROGRAM,
        "preview.json": preview("project:///index.ts#4,999"),
      }),
      "a text that is no program": project({ "index.ts": `it's SECRET\n\n\n${PROGRAM}` }),
      "a file that is too large": project({ "index.ts": `${PROGRAM}// ${"x".repeat(1024 * 1024)}` }),
    };
    for (const [what, files] of Object.entries(nothing)) {
      const said = await checked(files);
      assert.match(said, /NET012 {2}Network net region {2}[\w./]+:\d+:\d+\n {2}the AWS region/, `${what}\n${said}`);
    }
  });

  it("is in the preview where the engine names only what is outside of the program", async () => {
    for (const position of [
      "project:///../../etc/passwd#1,1",
      "project:///node_modules/a/b.ts#1,1",
      "file:///x.ts#1,1",
      7,
    ]) {
      const said = await checked(project({ "index.ts": PROGRAM, "preview.json": preview(position) }));
      assert.match(said, /preview\.json:1:\d+/, String(position));
    }
    // The call in the program that led there is its line.
    const stackTrace = [{ sourcePosition: "project:///node_modules/a/b.ts#1,1" }, {}, { sourcePosition: AT }];
    const led = preview("project:///node_modules/a/b.ts#1,1", { stackTrace });
    assert.match(await checked(project({ "index.ts": PROGRAM, "preview.json": led })), /> 4 \| new/);
  });

  it("hides the reported value where it is secret", async () => {
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "SECRET-region" };
    const program = PROGRAM.replace('region: "us-east-11"', 'region: "SECRET-region"');
    const said = await checked(
      project({ "index.ts": program, "preview.json": preview(AT, { inputs: { region: secret } }) }),
    );
    assert.match(said, /> 4 \| new esc\.Network\("…", \{ region: "…"/);
  });

  it("is told to machines with the file's path from where they run", async () => {
    const files = project({ "index.ts": PROGRAM });
    const { diagnostics } = JSON.parse(await checked(files, { args: ["--format", "json"] })).files[0];
    assert.deepEqual(diagnostics[0].location, { file: "index.ts", start: { line: 4, column: 1 } });
    assert.match(
      await checked(files, { args: ["--format", "github"] }),
      /file=project\/index\.ts,line=4,col=1,title=NET012/,
    );
    const [found] = JSON.parse(await checked(files, { args: ["--format", "sarif"] })).runs[0].results;
    const { artifactLocation, region } = found.locations[0].physicalLocation;
    assert.deepEqual(artifactLocation, { uri: "project/index.ts", uriBaseId: "SRCROOT" });
    assert.deepEqual(region, { startLine: 4, startColumn: 1 });
    assert.match(await checked(files, { args: ["--format", "junit"] }), /index\.ts:4:1/);
  });
});

describe("what is written in quotes", () => {
  const inside = (text) => literalsIn(text)?.map(({ start, end }) => text.slice(start, end));

  it("is found wherever it may stand", () => {
    const texts = {
      "a = 'b' + \"c\\\"d\" + 'e\\\\'": ["b", 'c\\"d', "e\\\\"],
      "a = 'b\\\nc'": ["b\\\nc"],
      "`a${b + `c${'d'}e` + { f: { g: 'h' } }.f}i`": ["a", "c", "d", "e", "h", "i"],
      "a = b / c / 'd'": ["d"],
      "a = /b\"[/'](\\/)/g.test('c')": ["b\"[/'](\\/)", "c"],
      "return /'/": ["'"],
      "a = (b) / 2; c = 'd'": ["d"],
      "a = [1] / 2 / 'b'": ["b"],
      "/* it's */ a // don't\n'b'": [" it's ", " don't", "b"],
      "#!/usr/bin/env node 'x'\n'a'": ["a"],
      "class A { #b = 'c' }": ["c"],
      "ä = 'ö'": ["ö"],
      "": [],
    };
    for (const [text, expected] of Object.entries(texts)) assert.deepEqual(inside(text), expected, text);
  });

  it("is not guessed", () => {
    const unclear = [
      "'a",
      "'a\nb'",
      "`a",
      "`a${b",
      "`${'a'}",
      "/* a",
      "a = /b\nc/",
      "if (a) /'/.test('b')",
      "<!-- 'a'",
    ];
    for (const text of unclear) assert.equal(inside(text), undefined, text);
  });

  it("takes no longer for a long text", () => {
    for (const text of ["'a' ", "`${", "/a/ ", "// a\n", "a / ", "{ "])
      assert.ok(literalsIn(text.repeat(200_000)) !== null);
  });
});
