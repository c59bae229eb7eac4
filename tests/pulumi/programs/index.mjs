/**
 * Small JavaScript programs, run by Pulumi's own runner over the stand-in for its engine, and what can be seen of them.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { runProgram } from "../engine/index.mjs";
import { prepare, VARIANTS } from "../installs/index.mjs";

const VALID = readFileSync(new URL("valid.cjs", import.meta.url), "utf8");

/** What every program has, all in its first line: the SDKs, the package, and args that nothing is wrong with. */
const BEFORE = `const pulumi = require("@pulumi/pulumi"), esc = require("@eventstore/pulumi-eventstorecloud");
  const planner = require("eventstorecloud-planner/pulumi"), { guard } = planner, { made, ...valid } = require("./valid.cjs");`.replace(
  "\n",
  "",
);

const variantNamed = (name) => VARIANTS.find((variant) => variant.name === name);

/** The SDKs that programs are run with: that of today, and the oldest that is supported. */
export const newest = variantNamed("newest-commonjs-vendored");
export const oldest = variantNamed("oldest-commonjs-vendored");

/** Why programs cannot be run here, for `node:test`. */
export const skip = newest.skip ?? false;

let count = 0;

/** A folder with a program in it, and the Node to run it with. */
async function written(text, sdk, files) {
  const { node, projectFolder } = await prepare(sdk);
  return {
    node,
    folder: projectFolder(`program-${(count += 1)}`, {
      "index.js": `${BEFORE}\n${text}`,
      "valid.cjs": VALID,
      ...files,
    }),
  };
}

/**
 * Runs a program. `sdk` is one of those above, `family` the package that the configuration is for, `files` are beside
 * the program; `config` and `secrets` are more configuration. Other options are those of `runProgram`.
 */
export async function run(
  text,
  { sdk = newest, family = "eventstorecloud", files, config, secrets = {}, ...options } = {},
) {
  const { node, folder } = await written(text, sdk, files);
  const token = `${family}:token`;
  return seen(
    await runProgram({
      node,
      folder,
      typescript: false,
      config: { [`${family}:organizationId`]: "bt77lfqrh41uaatmh200", [token]: "token-MARKER", ...config, ...secrets },
      secretKeys: [token, ...Object.keys(secrets)],
      ...options,
    }),
  );
}

export const preview = (text, options) => run(text, { ...options, preview: true });
export const update = (text, options) => run(text, { ...options, preview: false });

/** Runs a program as Node does, without Pulumi's runner and its engine. */
export async function alone(text, { sdk = newest, files } = {}) {
  const { node, folder } = await written(text, sdk, files);
  const { status, stdout, stderr } = spawnSync(node, ["index.js"], { cwd: folder, encoding: "utf8", timeout: 30_000 });
  return { status, stdout, stderr };
}

/** An outcome without the debug messages, which are Pulumi's own and have the inputs in them. */
function seen({ exitCode, timedOut, logs, registrations, stdout, stderr }) {
  const visible = logs.filter(({ severity }) => severity !== "debug");
  const messages = (wanted) => visible.filter(({ severity }) => severity === wanted).map(({ message }) => message);
  const made = registrations.filter(({ type }) => type !== "pulumi:pulumi:Stack");
  return {
    exitCode: timedOut ? "timed out" : exitCode,
    errors: messages("error"),
    warnings: messages("warning"),
    infos: messages("info"),
    /** The codes of the findings, sorted. */
    codes: visible.flatMap(({ message }) => codesIn(message)).sort(),
    registered: made.map(({ name }) => name).sort(),
    registrations: made,
    /** All that anybody can read of the run. */
    said: [...visible.map(({ severity, message }) => `[${severity}] ${message}`), stdout, stderr].join("\n"),
    stdout,
    stderr,
  };
}

/** The codes of the findings in a message. */
export const codesIn = (message) =>
  [...message.matchAll(/^(?:error|warning|info) {2}([A-Z]+\d+)/gm)].map(([, code]) => code);
