// The address plan of yesterday, from where a program keeps it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type * as pulumi from "@pulumi/pulumi";
import { type AddressPlan, type AddressRequest, InputError } from "../internal";

/** A plan that was made before: the `existing` of a new one. Networks in it keep their CIDR blocks. */
export type AddressLock = NonNullable<AddressRequest["existing"]>;

/**
 * The lock in a JSON file. Without the file nothing is locked yet.
 *
 * Throws an `InputError` that names the file when it cannot be read as JSON: planning without its lock would move
 * networks, and a network that moves is replaced with all that is in it.
 */
export function readAddressLock(file: string): AddressLock {
  if (!existsSync(file)) return { networks: [] };
  try {
    return JSON.parse(readFileSync(file, "utf8")) as AddressLock;
  } catch (error) {
    const why =
      error instanceof SyntaxError ? "must be JSON" : `cannot be read (${String((error as { code?: unknown }).code)})`;
    throw new InputError(file, `${why}; restore the committed version before you plan`);
  }
}

/**
 * Writes a plan as the lock, if the file does not hold it already; whether it was written. A plan that places less than
 * was asked for is not written.
 */
export function writeAddressLock(file: string, plan: AddressPlan): boolean {
  const text = `${JSON.stringify(plan, undefined, 2)}\n`;
  if (!plan.ok || (existsSync(file) && readFileSync(file, "utf8") === text)) return false;
  writeFileSync(file, text);
  return true;
}

/**
 * The lock that another stack, or an earlier deployment of this one, exports as an output. Without such an output
 * nothing is locked yet.
 *
 * Rejects with an `InputError` when the output is there and is not a plan.
 */
export async function addressLockOf(stack: pulumi.StackReference, output = "addresses"): Promise<AddressLock> {
  const { value, secretValue } = await stack.getOutputDetails(output);
  const lock: unknown = value ?? secretValue;
  if (lock === undefined || lock === null) return { networks: [] };
  if (!Array.isArray((lock as { networks?: unknown }).networks)) {
    throw new InputError(`output ${output}`, "must be an address plan with an array of `networks`");
  }
  return lock as AddressLock;
}
