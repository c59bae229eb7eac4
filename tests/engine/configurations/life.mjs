/** The life of a configuration under OpenTofu: made, changed as its scenario says, looked at again, destroyed. */
import { projectOf } from "../rig/tofu.mjs";
import { required } from "./blocks.mjs";

/**
 * Plays a scenario:
 *
 * - `base`: the configuration that is deployed first, if any; `main`: the one that is planned then.
 * - `modules`: more files; `version` of the provider; `env`; `service`: its options; `planArguments`, and those
 *   of the second plan, `againArguments`.
 * - `prepare(project)`: what happens before anything is deployed; `meanwhile(project)`: what happens between the two
 *   configurations.
 * - `retried`, if it is there: the second plan is applied as well.
 *
 * Gives the states, plans and ends of commands: `base`, `plan`, `applied` (unless the plan failed), `after`, `again`,
 * `refreshOnly`, `retried`, `destroyed`; the requests of the apply, and what the service then had (`things`), had after
 * the retry (`thingsRetried`) and has at the end (`left`).
 */
export async function live(scenario) {
  const {
    version = "1.7.2",
    modules = {},
    base,
    main,
    env,
    service,
    planArguments = [],
    againArguments = [],
  } = scenario;
  const ends = [];
  try {
    const t = { after: (end) => ends.push(end) };
    const project = await projectOf(t, modules, { version, env, service });
    const write = async (text) => {
      project.write({ "main.tf": required(version) + text });
      if (Object.keys(modules).length > 0) await project.command("get");
    };
    const life = {};
    await scenario.prepare?.(project);
    if (base !== undefined) {
      await write(base);
      await project.command("apply", "-input=false", "-no-color", "-parallelism=1", "-auto-approve");
      life.base = await project.state();
    }
    await scenario.meanwhile?.(project);
    await write(main);
    life.plan = await project.plan({ args: planArguments });
    project.service.log.clear();
    if (life.plan.exitCode === 0) life.applied = await project.apply({ args: [life.plan.file] });
    life.requests = project.service.log.entries();
    life.things = thingsOf(project.service);
    life.after = await project.state();
    life.refreshOnly = await project.plan({ args: ["-refresh-only"] });
    life.again = await project.plan({ args: againArguments });
    if (scenario.retried !== undefined) {
      life.retried = await project.apply({ args: [life.again.file] });
      life.thingsRetried = thingsOf(project.service);
    }
    life.destroyed = await project.destroy();
    life.left = thingsOf(project.service);
    return life;
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

/** What the service has, without what is deleted. */
const thingsOf = (service) => service.state().filter(({ properties }) => properties.status !== "deleted");

/** Things in short, by kind and name: `cluster orders-db available`. */
export const named = (things) =>
  things
    .map(({ kind, properties: { name, description, status } }) =>
      [kind, description ?? name, status].filter((text) => text !== undefined).join(" "),
    )
    .sort();

const short = (address) => address.replaceAll("eventstorecloud_", "");

/**
 * What a plan does, a line for each resource that does not just stay: its address, the actions, the reason, the
 * attributes that force a replacement, and what else the plan says of it.
 */
export const linesOf = ({ json }) =>
  linesFor(
    (json?.resource_changes ?? []).map(({ address, change, action_reason, previous_address, deposed }) => ({
      address,
      actions: change.actions,
      reason: action_reason,
      replace_paths: change.replace_paths,
      importing: change.importing !== undefined,
      previous: previous_address,
      deposed: deposed !== undefined,
    })),
  );

/** The same of changes in the form of the recorded truth. */
export function linesFor(changes) {
  const lines = [];
  for (const { address, actions, reason, replace_paths = [], importing, previous, deposed } of changes) {
    const more = [reason, ...replace_paths.map((path) => path.join("."))];
    if (importing) more.push("imported");
    if (previous !== undefined) more.push(`was ${short(previous)}`);
    if (deposed) more.push("deposed");
    const line = [actions.join(), ...more].filter((text) => text !== undefined).join(" ");
    if (line !== "no-op") lines.push(`${short(address)} ${line}`);
  }
  return lines;
}

/** What a plan says to have happened outside of the engine. */
export const driftIn = ({ json }) =>
  (json?.resource_drift ?? []).map(({ address, change }) => `${short(address)} ${change.actions.join()}`);
