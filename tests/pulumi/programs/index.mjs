/**
 * Small JavaScript programs, run by Pulumi's SDK over the stand-in for its engine, and what can be seen of them.
 *
 * The SDK is today's. The tests in `thorough` run the same programs with PULUMI_SDK=oldest, and each in a process.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { runProgram } from "../engine/index.mjs";
import { prepare, VARIANTS } from "../installs/index.mjs";
import { codesIn } from "../../support/codes.mjs";
import { inHost } from "./inline.mjs";

const VALID = readFileSync(new URL("valid.cjs", import.meta.url), "utf8");

/** What every program has, all in its first line: the SDKs, the package, and args that nothing is wrong with. */
const BEFORE = `const pulumi = require("@pulumi/pulumi"), esc = require("@eventstore/pulumi-eventstorecloud");
  const planner = require("eventstorecloud-planner/pulumi"), { guard } = planner, { made, ...valid } = require("./valid.cjs");`.replace(
  "\n",
  "",
);

const { PULUMI_SDK } = process.env;
/** The SDK that programs are run with. */
export const SDK = PULUMI_SDK ?? "newest";
export const variant = VARIANTS.find(({ name }) => name === `${SDK}-commonjs-vendored`);

/** Why programs cannot be run here, for `node:test`. */
export const skip = variant.skip ?? false;
/** The same, with a reason not to try something with the oldest SDK. */
export const skipInOldest = (why) => (SDK === "oldest" ? why : skip);

let count = 0;

/** A folder with a program in it, and the Node to run it with. */
async function written(text, files) {
  const { node, projectFolder } = await prepare(variant);
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
 * Runs a program. `family` is the package that the configuration is for, `files` are beside the program; `config` and
 * `secrets` are more configuration. Other options are those of `runProgram`.
 */
async function run(runProgram, text, { family = "eventstorecloud", files, config, secrets = {}, ...options } = {}) {
  const { node, folder } = await written(text, files);
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

/** Each in a process of its own, by Pulumi's own program runner. */
export const preview = (text, options) => run(runProgram, text, { ...options, preview: true });
export const update = (text, options) => run(runProgram, text, { ...options, preview: false });

/**
 * The same as inline programs of the Automation API, in one process: for what depends on the program, and not on how it
 * is started and ends. A start takes twenty times as long as the rest.
 */
export const inline =
  PULUMI_SDK === undefined
    ? {
        preview: (text, options) => run(inHost, text, { ...options, preview: true }),
        update: (text, options) => run(inHost, text, { ...options, preview: false }),
      }
    : { preview, update };

/** Runs a program as Node does, without Pulumi's runner and its engine. */
export async function alone(text, { files } = {}) {
  const { node, folder } = await written(text, files);
  const { status, stdout, stderr } = spawnSync(node, ["index.js"], { cwd: folder, encoding: "utf8", timeout: 30_000 });
  return { status, stdout, stderr };
}

/** An outcome without the debug messages, which are Pulumi's own and have the inputs in them. */
function seen({ exitCode, timedOut, logs, registrations, state, stdout, stderr }) {
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
    /** What an update leaves behind, for the option `existing` of the next run. */
    state,
    /** All that anybody can read of the run. */
    said: [...visible.map(({ severity, message }) => `[${severity}] ${message}`), stdout, stderr].join("\n"),
    stdout,
    stderr,
  };
}
