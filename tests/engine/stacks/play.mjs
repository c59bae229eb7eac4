/**
 * Scenarios: what a program has deployed, what is changed, and what the engine then says and does. They are data, so
 * that the tests and the command that captures what the engine writes play the same ones.
 *
 * A scenario has a `name`, `about` in words, a `base`, `rounds`, more `files` of the program and options of the
 * `service`. The base is in what the program that is deployed
 * first differs (`V` of orders/index.js); absent it differs in nothing, null: nothing is deployed first. The rounds, by
 * name, come one after the other, each a preview and an update:
 *
 * - `program`: in what the program differs from then on, or a function that gives it for the stack;
 * - `command`: `refresh` or `destroy` in place of an update;
 * - `meanwhile(stack)`: what happens before the preview; `inBetween(stack)`: between preview and update;
 * - `args`: more words for both commands; `previewArgs`: for the preview alone;
 * - `steps`: what the preview has, as `linesOf` writes it; `error` of a preview that fails;
 * - `up`: false if there is none; else in what it is not as previewed: `{ operations, error }`;
 * - `left`: what the service has of the named kinds after it, `{ cluster: ["orders-db"] }`;
 * - `refused`: names of resources (`db`) that the provider or the service refuses to change;
 * - `isWrong`: whether the program has values that are errors;
 * - `keeps`: whether the stack after it is captured too.
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

import { stackOf } from "../rig/pulumi.mjs";

export const ORDERS = fileURLToPath(new URL("orders", import.meta.url));

/** The usual scenario: the program is changed and deployed, and then nothing is left to do. */
export const changed = (name, about, program, steps, { base, files, service, again = [], ...round } = {}) => ({
  name,
  about,
  base,
  files,
  service,
  rounds: {
    change: { program, steps, ...round },
    ...(again && { again: { up: false, ...(Array.isArray(again) ? { steps: again } : again) } }),
  },
});

/** One that is only previewed, being like another one in what it does. */
export const previewed = (name, about, program, steps, more) =>
  changed(name, about, program, steps, { up: false, again: null, ...more });

/** The words of a command that runs the program with these differences. */
export const withV = (program = {}, args = []) => ({ args, env: { V: JSON.stringify(program) } });

const bases = new Map();

/** A stack on which a program was deployed; deployed once for all who start from it. */
function baseOf(program, service) {
  const key = JSON.stringify([program, service]);
  if (!bases.has(key)) bases.set(key, deployed(program, service));
  return bases.get(key);
}

async function deployed(program, service) {
  // Its folder goes with the process.
  const stack = await stackOf({ after: () => undefined }, { folder: ORDERS, service });
  const { exitCode, said } = await stack.up(withV(program));
  await stack.service.close();
  assert.equal(exitCode, 0, said);
  return stack;
}

/**
 * Plays a scenario for the test `t`. Gives by round `{ preview, up, stack, left }`: what `previewJson` and `up` of the
 * stack give, its export if it is kept, and what the service has then.
 */
export async function play(t, { base = {}, files, service, rounds }) {
  const like = base === null ? undefined : await baseOf(base, service);
  const stack = await stackOf(t, { folder: ORDERS, files, like, service });
  const played = {};
  let program = base ?? {};
  for (const [name, round] of Object.entries(rounds)) {
    const { args = [], previewArgs = [], command } = round;
    program = typeof round.program === "function" ? await round.program(stack) : (round.program ?? program);
    await round.meanwhile?.(stack);
    const preview = await stack.previewJson({ ...withV(program, [...args, ...previewArgs]), of: command });
    await round.inBetween?.(stack);
    const up = round.up === false ? undefined : await stack[command ?? "up"](withV(program, args));
    played[name] = {
      preview,
      up,
      left: stack.service.state().filter(({ properties: { status } }) => status !== "deleted"),
      ...(round.keeps ? { stack: await stack.export() } : {}),
    };
  }
  return played;
}

const OPERATIONS = {
  "replace deleteFirst": ["delete-replaced", "replace", "create-replacement"],
  "replace createFirst": ["create-replacement", "replace", "delete-replaced"],
};

/** What an update does to each resource by its name, if it does what the lines of its preview say. */
export function operationsOf(lines) {
  const operations = {};
  for (const line of lines) {
    const [op, name, order] = line.split(" ");
    (operations[name] ??= []).push(...(OPERATIONS[`${op} ${order}`] ?? [op]));
  }
  return operations;
}
