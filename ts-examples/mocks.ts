/** What the examples share: running a program under Pulumi's own mocks, and printing what it registers. */
import { isDeepStrictEqual } from "node:util";
import * as pulumi from "@pulumi/pulumi";

/** The key by which Pulumi marks a secret or another special value in what a mock receives. */
const SPECIAL_VALUE = "4dabf18193072939515e22adb298388d";

/**
 * Runs a program as a deployment of a stack and gives what it registers: what would be sent to the provider. The id of
 * a resource is its name with `-id`. Needs no account, no engine and no network.
 */
export async function registered<T>(
  project: string,
  stack: string,
  program: () => Promise<T>,
): Promise<{ registrations: pulumi.runtime.MockResourceArgs[]; exports: T }> {
  const registrations: pulumi.runtime.MockResourceArgs[] = [];
  const mocks: pulumi.runtime.Mocks = {
    newResource(args) {
      registrations.push(args);
      return { id: `${args.name}-id`, state: args.inputs };
    },
    call: (args) => ({ ...args.inputs }),
  };
  await pulumi.runtime.setMocks(mocks, project, stack, false);
  const exports = await program();
  await pulumi.runtime.disconnect();
  return { registrations, exports };
}

/** `eventstorecloud:index/network:Network` -> `Network`. */
export function kindOf(type: string): string {
  return type.slice(type.lastIndexOf(":") + 1);
}

/** One value as JSON. Throws when it has no plain form. */
export function show(place: string, value: unknown): string {
  const marked = typeof value === "object" && value !== null && SPECIAL_VALUE in value;
  if (pulumi.containsUnknowns(value) || marked) throw new Error(`${place} has no plain value`);
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined || !isDeepStrictEqual(JSON.parse(text), value))
    throw new Error(`${place} is more than JSON can hold`);
  return text;
}

/** A registration in readable lines, its arguments sorted by name. */
export function describe({ type, name, inputs }: pulumi.runtime.MockResourceArgs): string {
  const keys = Object.keys(inputs).sort();
  const width = Math.max(...keys.map((key) => key.length));
  const lines = keys.map((key) => `  ${key.padEnd(width)}  ${show(`${name}.${key}`, inputs[key])}`);
  return [`${name}  (${type})`, ...lines].join("\n");
}
