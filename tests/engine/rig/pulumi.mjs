/**
 * Pulumi programs, run by the real command line with the provider for the engines against a service of their own.
 *
 *     const stack = await stackOf(t, { files: { "index.js": "..." } });
 *     const preview = await stack.preview();
 *     assert.deepEqual(preview.operations, { net: ["create"] });
 *
 * Every stack has a folder, a state, a service and a token store of its own, so that tests can run side by side.
 */
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { prepare, VARIANTS } from "../../pulumi/installs/index.mjs";
import { codesIn } from "../../support/codes.mjs";
import { linkOrCopy, writeFiles } from "../../support/files.mjs";
import { LANGUAGE_HOST, PULUMI, PULUMI_PROVIDERS, REPOSITORY } from "./engines.mjs";
import { run } from "./processes.mjs";
import { clientOf, serviceFor, settingsOf } from "./service.mjs";

/** One operation at a time: the published provider's cache of tokens does not bear more. */
const ONE_AT_A_TIME = ["--parallel", "1"];
const UNATTENDED = ["--non-interactive", "--color", "never"];

const PLUGINS = { eventstorecloud: "0.2.20", kurrentcloud: "0.3.0" };

let home;

/**
 * A home of Pulumi for all stacks of this process, as its installer leaves it: the command line with the language host
 * beside it, and the plugins.
 */
function pulumiHome() {
  if (home !== undefined) return home;
  home = mkdtempSync(path.join(realpathSync(os.tmpdir()), "pulumi-home-"));
  process.once("exit", () => rmSync(home, { recursive: true, force: true }));
  for (const name of ["bin", "tmp"]) mkdirSync(path.join(home, name));
  linkOrCopy(PULUMI, path.join(home, "bin", path.basename(PULUMI)));
  symlinkSync(LANGUAGE_HOST, path.join(home, "bin", path.basename(LANGUAGE_HOST)));
  for (const [name, version] of Object.entries(PLUGINS)) {
    const folder = path.join(home, "plugins", `resource-${name}-v${version}`);
    mkdirSync(folder, { recursive: true });
    linkOrCopy(PULUMI_PROVIDERS[name], path.join(folder, `pulumi-resource-${name}`));
  }
  return home;
}

/** Where a stack's state is kept, in its folder. */
const STATE = ".state";

/**
 * As `nodeargs` of the runtime: the program lives a second and a half longer. An engine that ends a program for a value
 * that the provider refuses takes a moment, in which a short program on a busy machine may come to its own end.
 */
export const LINGERING = "--import data:text/javascript,setTimeout(()=>{},1500)";

/** The variant of Node, SDK and module format that programs run with when they do not say. */
const DEFAULT_VARIANT = "newest-commonjs-vendored";

/**
 * A project with one stack, gone with the test `t`. Options, all but `files` with a default:
 *
 * - `files`: the project's files, text by name; `folder`: a folder to copy first;
 * - `variant`: one of the installs of `tests/pulumi/installs`; `runtime`: more options of the Node.js runtime;
 * - `main`: where the program starts; `project`, `name`: of the project and the stack;
 * - `config`, `secrets`: the stack's configuration, `{ "project:key": "value" }`;
 * - `links`: more packages beside the program, each a folder or the name of one that is installed;
 * - `env`: more environment; `service`: options of `startService`, or a service that already runs;
 * - `like`: a stack to start from: this one then has its configuration, its state and a service with the same things,
 *   which is much faster than to deploy them again;
 * - `configured`: whether the provider's settings stand in the environment.
 */
export async function stackOf(t, options) {
  const {
    variant: wanted = DEFAULT_VARIANT,
    project = "demo",
    name = "dev",
    files = {},
    folder: from,
    runtime = {},
    main,
    config = {},
    secrets = {},
    env = {},
    like,
    configured = true,
    links = {},
  } = options;
  const variant = VARIANTS.find((known) => known.name === wanted);
  assert.ok(variant, `no variant is called ${wanted}`);
  const { node, nodeArgs, projectFolder } = await prepare(variant);
  const folder = projectFolder(`engine-${process.pid}-${(count += 1)}`, {});
  if (from !== undefined) cpSync(from, folder, { recursive: true });
  const nodeargs = [...nodeArgs, ...(runtime.nodeargs ? [runtime.nodeargs] : [])].join(" ");
  const settings = { typescript: false, ...runtime, ...(nodeargs === "" ? {} : { nodeargs }) };
  writeFiles(folder, {
    "Pulumi.yaml": JSON.stringify({ name: project, main, runtime: { name: "nodejs", options: settings } }),
    ...files,
  });

  for (const [name, to] of Object.entries(links)) {
    const link = path.join(folder, "node_modules", name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.isAbsolute(to) ? to : path.join(folder, "..", "node_modules", to), link, "junction");
  }

  const service = await serviceFor(t, options.service);
  const state = path.join(folder, STATE);
  mkdirSync(state);
  const environment = {
    PATH: [path.join(pulumiHome(), "bin"), process.env.PATH].join(path.delimiter),
    HOME: folder,
    // ts-node leaves a folder behind for every program.
    TMPDIR: path.join(pulumiHome(), "tmp"),
    PULUMI_HOME: pulumiHome(),
    PULUMI_BACKEND_URL: `file://${state}`,
    PULUMI_STACK: name,
    PULUMI_CONFIG_PASSPHRASE: "",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // Only so does the command line know `--event-log`.
    PULUMI_DEBUG_COMMANDS: "true",
    ENGINE_TESTS_NODE: node,
    // A seventh of the time of a command goes into compiling the same modules again.
    NODE_COMPILE_CACHE: path.join(REPOSITORY, "target", "engines", "compiled"),
    ...(configured ? settingsOf(service, folder) : {}),
    ...env,
  };
  const stack = new Stack({ folder, name, service, environment, settings, node: [node, ...nodeArgs] });
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  if (like === undefined) await stack.command("stack", "init", name);
  else await stack.become(like);
  const flags = (kind, values) => Object.entries(values).flatMap(([key, value]) => [kind, `${key}=${value}`]);
  const all = [...flags("--plaintext", config), ...flags("--secret", secrets)];
  if (all.length > 0) await stack.command("config", "set-all", ...all);
  return stack;
}

let count = 0;

class Stack {
  #environment;
  #node;

  constructor({ folder, name, service, environment, settings, node }) {
    /** As in Pulumi.yaml, for another project beside this one. */
    this.runtime = { name: "nodejs", options: settings };
    this.folder = folder;
    this.name = name;
    this.service = service;
    this.#environment = environment;
    this.#node = node;
  }

  /** Changes the program, or whatever else lies in its folder. */
  write(files) {
    writeFiles(this.folder, files);
  }

  /** Any command of the command line: `{ exitCode, stdout, stderr, said }`. */
  run(args, { env = {}, input } = {}) {
    const options = { cwd: this.folder, env: { ...this.#environment, ...env }, input };
    return run(path.join(pulumiHome(), "bin", path.basename(PULUMI)), [...args, ...UNATTENDED], options);
  }

  /** Takes over another stack's configuration and state, and gives the service what that one's has. */
  async become({ folder, name, service }) {
    cpSync(path.join(folder, STATE), path.join(this.folder, STATE), { recursive: true });
    cpSync(path.join(folder, `Pulumi.${name}.yaml`), path.join(this.folder, `Pulumi.${name}.yaml`));
    await repeat(service, this.service);
  }

  /** A script of the folder, run by the Node.js that programs run with: `{ exitCode, stdout, stderr, said }`. */
  script(file, { args = [], env = {} } = {}) {
    const [node, ...nodeArgs] = this.#node;
    const options = { cwd: this.folder, env: { ...this.#environment, ...env } };
    return run(node, [...nodeArgs, file, ...args], options);
  }

  /** A command that must not fail. Gives its output. */
  async command(...args) {
    const { exitCode, said, stdout } = await this.run(args);
    assert.equal(exitCode, 0, said);
    return stdout;
  }

  preview = (options) => this.#operation(["preview"], options);
  up = (options) => this.#operation(["up", "--yes", "--skip-preview"], options);
  refresh = (options) => this.#operation(["refresh", "--yes", "--skip-preview"], options);
  destroy = (options) => this.#operation(["destroy", "--yes", "--skip-preview"], options);

  /**
   * What `pulumi preview --json` prints, as text and parsed; with `of`, what `pulumi refresh` or `pulumi destroy` prints
   * when it only previews.
   */
  async previewJson({ of, args = [], env } = {}) {
    const command = of === undefined ? ["preview"] : [of, "--preview-only"];
    const { exitCode, stdout, stderr } = await this.run([...command, "--json", ...ONE_AT_A_TIME, ...args], { env });
    assert.match(stdout, /^\{/, stderr);
    return { exitCode, text: stdout, stderr, json: JSON.parse(stdout) };
  }

  async export() {
    return JSON.parse(await this.command("stack", "export"));
  }

  async import(state) {
    const { exitCode, said } = await this.run(["stack", "import"], { input: JSON.stringify(state) });
    assert.equal(exitCode, 0, said);
  }

  /**
   * Runs it and reads the engine's own events beside what people see. Gives `{ exitCode, said, stdout, stderr, events,
   * operations, errors, warnings, codes, violations }`: operations by the resource's name, in their order, without what
   * stays the same; errors and warnings as the engine's diagnostics `{ urn, name, message }`; the codes of our findings
   * among them; violations of policies `{ policy, level, name, message }`.
   */
  async #operation(command, { args = [], env } = {}) {
    const log = path.join(this.folder, `.events-${(count += 1)}`);
    const result = await this.run([...command, ...ONE_AT_A_TIME, "--event-log", log, ...args], { env });
    const events = existsSync(log) ? readFileSync(log, "utf8").split("\n").filter(Boolean).map(JSON.parse) : [];
    return { ...result, events, ...seen(events) };
  }
}

/** Asks a service for all that another one was asked to do: the same requests make the same things with the same ids. */
async function repeat(from, to) {
  const ask = await clientOf(to);
  for (const { method, path, kind, body } of from.log.entries()) {
    if (method !== "GET" && kind !== "token") await ask(method, path, body);
  }
  const things = (service) => service.state().map(({ kind, id }) => `${kind} ${id}`);
  assert.deepEqual(things(to), things(from));
}

const nameOf = (urn = "") => urn.split("::").at(-1);

function seen(events) {
  const operations = {};
  for (const { resourcePreEvent } of events) {
    const { op, urn, type } = resourcePreEvent?.metadata ?? {};
    if (op === undefined || op === "same" || type === "pulumi:pulumi:Stack") continue;
    if (type.startsWith("pulumi:providers:")) continue;
    (operations[nameOf(urn)] ??= []).push(op);
  }
  const all = (kind) => events.flatMap(({ [kind]: event }) => (event === undefined ? [] : [event]));
  const diagnostics = all("diagnosticEvent");
  const of = (severity) =>
    diagnostics
      .filter((diagnostic) => diagnostic.severity === severity)
      .map(({ urn, message }) => ({ urn, name: nameOf(urn), message: withoutColor(message) }));
  const [errors, warnings] = [of("error"), of("warning")];
  const codes = [...errors, ...warnings].flatMap(({ message }) => codesIn(message)).sort();
  const violations = all("policyEvent").map(({ policyName, enforcementLevel, resourceUrn, message }) => ({
    policy: policyName,
    level: enforcementLevel,
    name: nameOf(resourceUrn),
    message: withoutColor(message),
  }));
  return { operations, errors, warnings, codes, violations };
}

/** A message of an event, without the marks that stand for its colors. */
const withoutColor = (message) => message.replace(/<\{%[^%]*%\}>/g, "");
