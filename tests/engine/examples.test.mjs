// The programs that users see first (README, docs, examples, what `init` writes), deployed by the real command line.
import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { writeFiles } from "../support/files.mjs";
import { ADDRESSES, PLAN, programs, runs } from "../support/pulumi-page.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { REPOSITORY, skip } from "./rig/engines.mjs";
import { livesWell } from "./rig/life.mjs";
import { planner } from "./rig/planner.mjs";
import { LINGERING, stackOf } from "./rig/pulumi.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);
const read = (file) => readFileSync(path.join(REPOSITORY, file), "utf8");

/** As `pulumi new typescript` sets a project up: ts-node checks the types and compiles. */
const TYPESCRIPT = { variant: "newest-commonjs-5.9", runtime: { typescript: true } };
const stackWith = (t, files, options) => stackOf(t, { ...TYPESCRIPT, files, ...options });

describe("README", { skip }, () => {
  const shown = [...read("README.md").matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text]) => text);
  const block = (part) => shown.find((text) => text.includes(part));

  it("has a first program that the builder stops", async (t) => {
    const stack = await stackWith(t, { "index.ts": block("us-east1") });
    const preview = await stack.preview();
    assert.equal(preview.exitCode, 1);
    assert.match(preview.said, /NET007[^]*NET011/);
    // The project was registered before.
    const update = await stack.up();
    assert.equal(update.exitCode, 1);
    assert.deepEqual(update.operations, { orders: ["create"] });
  });

  it("has a fixed program that is deployed and gone again", async (t) => {
    const stack = await stackWith(t, { "index.ts": block('"us-east-1"') });
    await livesWell(stack, ["orders", "orders-net"]);
  });

  it("has a builder program that is deployed and gone again", async (t) => {
    const [fixed, builder] = [block('"us-east-1"'), block("managedCluster(")];
    const [, ...rest] = builder.split("\n");
    const stack = await stackWith(t, { "index.ts": [fixed, ...rest].join("\n") });
    const { up } = await livesWell(stack, ["orders", "orders-net", "db"]);
    assert.deepEqual(
      up.warnings.filter(({ message }) => !/PRV|CLU|NET/.test(message)),
      [],
    );
  });
});

describe("eventstorecloud-planner init", { skip }, () => {
  const RESOURCES = ["orders", "orders-net", "orders-apps", "orders-db", "orders-daily"];

  it("writes a program that is deployed and gone again", async (t) => {
    const { preview } = await livesWell(await started(t), RESOURCES);
    assert.match(preview.said, /eventstorecloud-planner: .* in 5 resources/);
  });

  it("writes a program without a problem of its own", async (t) => {
    const { codes } = await (await started(t)).preview();
    assert.deepEqual(codes, []);
  });

  /** A stack of what it writes; the packages that npm would install are there. */
  async function started(t) {
    const stack = await stackWith(t, {});
    const folder = path.join(stack.folder, "started");
    const init = await planner(["init", folder]);
    assert.equal(init.exitCode, 0, init.stderr);
    for (const name of ["index.ts", "tsconfig.json", "package.json"]) {
      cpSync(path.join(folder, name), path.join(stack.folder, name));
    }
    return stack;
  }
});

describe("docs/pulumi.md", { skip }, () => {
  const SETTINGS = {
    production: { name: "production" },
    addresses: { config: ADDRESSES },
  };

  for (const { args, text } of runs) {
    const [kind, name, setting] = args;
    it(`shows what the ${kind} of ${name} says`, async (t) => {
      const { config, ...more } = SETTINGS[setting] ?? {};
      const secrets = { "demo:region": "East US" };
      const runtime = { typescript: true, nodeargs: LINGERING };
      const stack = await stackWith(t, { "index.ts": programs[name] }, { ...more, runtime, config, secrets });
      if (setting === "stack") await deployAddresses(stack);
      const run = kind === "preview" ? await stack.preview() : await stack.up();
      const said = [...run.errors, ...run.warnings].map(({ message }) => message.trim()).join("\n");
      for (const message of messagesIn(text, name))
        assert.ok(said.includes(message), `${message}\n\nis not in\n${said}`);
      assert.equal(run.exitCode, /^error: /m.test(text) ? 1 : 0, run.said);
    });
  }

  /** Another project's stack of the same organisation, whose output the program reads. */
  async function deployAddresses(stack) {
    const folder = path.join(stack.folder, "addresses");
    writeFiles(folder, {
      "Pulumi.yaml": JSON.stringify({ name: "addresses", runtime: stack.runtime }),
      "index.ts": `export const addresses = ${JSON.stringify(PLAN)};`,
    });
    for (const args of [
      ["stack", "init", "production"],
      ["up", "--yes", "--skip-preview", "--stack", "production"],
    ]) {
      const { exitCode, said } = await stack.run([...args, "--cwd", folder]);
      assert.equal(exitCode, 0, said);
    }
  }

  /** Errors and warnings, each as the engine shows it: without its level in front, and named as it is run here. */
  const messagesIn = (text, name) =>
    text
      .replaceAll(`${name}:`, "index.ts:")
      .replaceAll("node_modules/", "../node_modules/")
      .split(/^(?=(?:error|warning|info): )/m)
      .filter((message) => !message.startsWith("info"))
      .map((message) => message.replace(/^\w+: /, "").trim());
});

describe("ts-examples", { skip }, () => {
  const SITES = ["america", "asia", "europe"];

  const planOf = (environment, ...jobs) => [
    "orders",
    ...SITES.map((site) => `${site}-${environment}`).flatMap((name) => [
      `${name}-net`,
      `${name}-apps`,
      name,
      ...jobs.map((job) => `${name}-${job}`),
    ]),
  ];

  it("planned-program: staging is deployed from its lock and gone again", async (t) => {
    await livesWell(await planned(t, "staging"), planOf("staging", "daily"));
  });

  it("planned-program: production is deployed from its lock, and its clusters are protected", async (t) => {
    const stack = await planned(t, "production");
    const up = await stack.up();
    assert.equal(up.exitCode, 0, up.said);
    const created = planOf("production", "every-6-hours", "daily", "weekly");
    assert.deepEqual(up.operations, Object.fromEntries(created.map((name) => [name, ["create"]])));
    assert.deepEqual((await stack.preview()).operations, {});
    const destroy = await stack.destroy();
    assert.equal(destroy.exitCode, 1, destroy.said);
    assert.match(destroy.said, /the cluster is protected/);
  });

  it("planned-program: the output of the stack is its lock", async (t) => {
    const stack = await planned(t, "staging");
    const up = await stack.up();
    assert.equal(up.exitCode, 0, up.said);
    const output = JSON.parse(await stack.command("stack", "output", "addresses", "--json"));
    const lock = JSON.parse(read("ts-examples/planned-program/addresses.lock.json"));
    assert.deepEqual(output.networks, lock.networks);
    stack.write({ "addresses.lock.json": JSON.stringify(output) });
    assert.deepEqual((await stack.preview()).operations, {});
  });

  /** Compiled by esbuild: the example says `./plans.js`, which the SDK's own TypeScript does not look for. */
  async function planned(t, name) {
    const example = path.join(REPOSITORY, "ts-examples", "planned-program");
    return stackOf(t, {
      ...TYPESCRIPT,
      runtime: { typescript: false, nodeargs: "--import tsx" },
      folder: example,
      name,
      files: { "package.json": JSON.stringify({ main: "index.ts" }) },
      links: { tsx: path.join(REPOSITORY, "node_modules", "tsx") },
    });
  }

  it("published-program: the provider refuses it", async (t) => {
    const stack = await stackWith(
      t,
      { "index.ts": read("ts-examples/published-program/index.ts") },
      {
        links: { "@pulumi/eventstorecloud": "@eventstore/pulumi-eventstorecloud" },
      },
    );
    const preview = await stack.preview();
    assert.equal(preview.exitCode, 1);
    assert.match(preview.said, /backupDescription/);
  });

  it("published-program: its corrected form is deployed and gone again", async (t) => {
    const stack = await stackWith(t, { "index.ts": read("ts-examples/published-program/corrected/index.ts") });
    await livesWell(stack, ["my-project", "my-network", "my-peering", "my-cluster", "my-backup"]);
  });

  it("unit-tests: the program under test is deployed and gone again", async (t) => {
    // Whoever wants a protected cluster to be gone says so first.
    const program = read("ts-examples/unit-tests/index.ts").replace("protected: true", "protected: false");
    const stack = await stackWith(t, { "index.ts": program });
    await livesWell(stack, ["orders", "orders-net", "orders-apps", "orders-db", "orders-nightly"]);
  });
});
