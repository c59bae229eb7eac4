/** The package as it is built: its functions, and its command line on what an engine has written. */
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

import { writeFiles } from "../../support/files.mjs";
import { PACKAGE } from "./engines.mjs";
import { run } from "./processes.mjs";

/** What an import of it gives. */
export const library = createRequire(import.meta.url)(PACKAGE);

const COMMAND = path.join(PACKAGE, "cli.cjs");

/** What a test adds where the package said that a deployment fails, and the scenario does not say so. */
export const ifRefused = (isSo) => (isSo ? "; if the deployment does fail, list it in `refused`" : "");

/** Runs it in a folder that has these files, and nothing that says anything about a target. */
export async function planner(args, files = {}, input = "") {
  const folder = mkdtempSync(path.join(os.tmpdir(), "planner-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    writeFiles(folder, files);
    const env = { PATH: process.env.PATH };
    return await run(process.execPath, [COMMAND, ...args], { cwd: folder, env, input });
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** What `plan change` makes of one plan: `{ exitCode, plan }`, with `stderr` instead of the plan if it is not read. */
export async function planChangeOf(text) {
  const { exitCode, stdout, stderr } = await planner(["plan", "change", "plan.json", "--json"], { "plan.json": text });
  return stdout === "" ? { exitCode, stderr: stderr.trim() } : { exitCode, plan: JSON.parse(stdout) };
}

/**
 * The errors that `check` finds in files: `plan.json: CLU011 eventstorecloud_managed_cluster.db disk_iops`. With
 * `before: "apply"` only those that are said to stop a program or a plan, with `refused` those of what somebody refuses: an error
 * may also be what nobody refuses and destroys a database.
 */
export async function errorsOf(files, { before, refused = false } = {}) {
  const { exitCode, stdout, stderr } = await planner(["check", ...Object.keys(files), "--format", "json"], files);
  if (stdout === "") return [`exit code ${exitCode}: ${stderr}`];
  const counts = ({ severity, detectedAt }) =>
    severity === "error" &&
    !(refused && detectedAt === "undetected") &&
    (before !== "apply" || ["compiler", "preview"].includes(detectedAt));
  return JSON.parse(stdout).files.flatMap(({ file, diagnostics }) =>
    diagnostics
      .filter(counts)
      .map(({ code, resource, path }) => [`${file}: ${code}`, resource?.name, path].filter(Boolean).join(" ")),
  );
}
