/**
 * Terraform configurations, planned and applied by the real OpenTofu with the provider for the engines.
 *
 *     const project = await projectOf(t, { "main.tf": "..." });
 *     const plan = await project.plan();
 *     assert.deepEqual(plan.actions, { "eventstorecloud_network.main": ["create"] });
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { writeFiles } from "../../support/files.mjs";
import { TERRAFORM_PROVIDER, TOFU } from "./engines.mjs";
import { run } from "./processes.mjs";
import { serviceFor, settingsOf } from "./service.mjs";

const UNATTENDED = ["-input=false", "-no-color"];
/** One operation at a time: the published provider's cache of tokens does not bear more. */
const ONE_AT_A_TIME = ["-parallelism=1"];

/** The head of every configuration. */
export const REQUIRED = `terraform {
  required_providers {
    eventstorecloud = {
      source = "EventStore/eventstorecloud"
    }
  }
}
`;

let projects;

/** Where this process has its projects, so that they are gone with it also when it is interrupted. */
function homeOfProjects() {
  if (projects === undefined) {
    projects = mkdtempSync(path.join(realpathSync(os.tmpdir()), "tofu-"));
    process.once("exit", () => rmSync(projects, { recursive: true, force: true }));
  }
  return projects;
}

/**
 * A folder with a configuration, gone with the test `t`. Options, all with a default: `version` of the provider; `env`:
 * more environment; `service`: options of `startService`, or a service that already runs.
 */
export async function projectOf(t, files, { version = "1.7.2", env = {}, ...options } = {}) {
  const folder = mkdtempSync(path.join(homeOfProjects(), "project-"));
  const provider = path.join(folder, ".provider");
  const home = path.join(folder, ".home");
  for (const made of [provider, home]) mkdirSync(made);
  // OpenTofu starts a provider without arguments; the version of this one is one.
  const script = `#!/bin/sh\nexec "${TERRAFORM_PROVIDER}" -version ${version} "$@"\n`;
  writeFileSync(path.join(provider, "terraform-provider-eventstorecloud"), script, { mode: 0o755 });
  const settings = path.join(home, "settings.tfrc");
  writeFileSync(
    settings,
    `provider_installation {\n  dev_overrides {\n    "EventStore/eventstorecloud" = "${provider}"\n  }\n}\n`,
  );
  const service = await serviceFor(t, options.service);
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const environment = {
    PATH: process.env.PATH,
    HOME: home,
    TF_CLI_CONFIG_FILE: settings,
    CHECKPOINT_DISABLE: "1",
    ...settingsOf(service, home),
    ...env,
  };
  const project = new Project({ folder, service, environment });
  project.write(files);
  return project;
}

class Project {
  #environment;

  constructor({ folder, service, environment }) {
    this.folder = folder;
    this.service = service;
    this.#environment = environment;
  }

  /** Changes the configuration, or whatever else lies in its folder. */
  write(files) {
    writeFiles(this.folder, files);
  }

  /** Any command: `{ exitCode, stdout, stderr, said }`. */
  run(args, { env = {} } = {}) {
    return run(TOFU, args, { cwd: this.folder, env: { ...this.#environment, ...env } });
  }

  /** A command that must not fail. Gives its output. */
  async command(...args) {
    const { exitCode, said, stdout } = await this.run(args);
    assert.equal(exitCode, 0, said);
    return stdout;
  }

  /**
   * Plans, and reads the plan as `tofu show -json` prints it: `{ exitCode, said, file, text, json, actions }`, actions by
   * the resource's address, without what stays the same. A plan that fails may still leave a file, with `errored`.
   */
  async plan({ args = [], env } = {}) {
    const file = path.join(this.folder, "plan.bin");
    rmSync(file, { force: true });
    const { exitCode, said } = await this.run(["plan", ...UNATTENDED, ...ONE_AT_A_TIME, `-out=${file}`, ...args], {
      env,
    });
    const shown = await this.run(["show", "-json", file]);
    if (shown.exitCode !== 0) return { exitCode, said, actions: {} };
    const json = JSON.parse(shown.stdout);
    return { exitCode, said, file, text: shown.stdout, json, actions: actionsIn(json) };
  }

  /** Applies the last plan that was made, or one of its own. */
  async apply({ args = [], env } = {}) {
    return this.run(["apply", ...UNATTENDED, ...ONE_AT_A_TIME, "-auto-approve", ...args], { env });
  }

  async destroy({ args = [] } = {}) {
    return this.run(["destroy", ...UNATTENDED, ...ONE_AT_A_TIME, "-auto-approve", ...args]);
  }

  /** The state as `tofu show -json` prints it. */
  async state() {
    const text = await this.command("show", "-json");
    return { text, json: JSON.parse(text) };
  }
}

const actionsIn = ({ resource_changes: changes = [] }) =>
  Object.fromEntries(
    changes
      .filter(({ change }) => change.actions.join() !== "no-op")
      .map(({ address, change }) => [address, change.actions]),
  );
