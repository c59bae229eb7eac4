// What is used of Pulumi's SDK beyond its public types: members that it marks as internal and that every 3.x has.
import * as pulumi from "@pulumi/pulumi";
import type { Args } from "../internal";
import type { OutputInside } from "../values/from-pulumi";
import { secret } from "../values/marks";

/** The resources that an Output was made from. */
export async function resourcesOf(output: OutputInside): Promise<pulumi.Resource[]> {
  const all = await output.allResources?.();
  return [...(all ?? output.resources())] as pulumi.Resource[];
}

type OutputClass = new (
  resources: Iterable<pulumi.Resource>,
  value: Promise<unknown>,
  isKnown: Promise<boolean>,
  isSecret: Promise<boolean>,
  allResources: Promise<Iterable<pulumi.Resource>>,
) => pulumi.Output<unknown>;

/** An Output whose value is unknown. */
export function unknownOutput(): pulumi.Output<unknown> {
  const no = Promise.resolve(false);
  return new (pulumi.Output as unknown as OutputClass)(
    new Set(),
    Promise.resolve(undefined),
    no,
    no,
    Promise.resolve(new Set()),
  );
}

/** The stack that is running, if the program runs in one: not under bare mocks. */
export function runningStack(): pulumi.Resource | undefined {
  return pulumi.runtime.getStackResource() as pulumi.Resource | undefined;
}

/** Whether the program has constructed resources already. */
export function hasResources(stack: pulumi.Resource): boolean {
  const { __childResources: children } = stack as unknown as { __childResources?: Set<pulumi.Resource> };
  return children !== undefined && children.size > 0;
}

/** Whether the engine calls other functions of the program than the one of this package. */
export function hasOtherCallbacks(): boolean {
  const { getCallbacks } = pulumi.runtime as unknown as {
    getCallbacks?: () => { _callbacks?: Map<string, unknown> } | undefined;
  };
  return (getCallbacks?.()?._callbacks?.size ?? 0) > 1;
}

/** Registers a transformation that runs after all others of the stack, also after those that are registered later. */
export function registerLastTransformation(stack: pulumi.Resource, last: pulumi.ResourceTransformation): void {
  pulumi.runtime.registerStackTransformation(last);
  const { __transformations: all } = stack as unknown as { __transformations?: pulumi.ResourceTransformation[] };
  if (!Array.isArray(all)) return;
  let others = all;
  Object.defineProperty(stack, "__transformations", {
    get: () => [...others.filter((one) => one !== last), last],
    set: (changed: pulumi.ResourceTransformation[]) => (others = changed),
    enumerable: true,
    configurable: true,
  });
}

/** Resolves when the program of the stack, its outputs included, has come to its end. `false` when it failed. */
export async function programEnded(stack: pulumi.Resource): Promise<boolean> {
  try {
    await (stack as unknown as { outputs: OutputInside }).outputs.promise(true);
    return true;
  } catch {
    return false;
  }
}

/** Whether Pulumi's own program runner is running this process. It is not in programs of the Automation API. */
export function isRunByPulumi(): boolean {
  return Boolean(process.env.PULUMI_NODEJS_MONITOR);
}

/**
 * The configuration of the stack as a document has it. An SDK that does not say which values are secret may have any.
 */
export function configuration(): Args {
  const { isConfigSecret = () => true } = pulumi.runtime as unknown as { isConfigSecret?: (key: string) => boolean };
  const entries = Object.entries(pulumi.runtime.allConfig());
  return Object.fromEntries(entries.map(([key, value]) => [key, isConfigSecret(key) ? secret(value) : value]));
}

/**
 * An error of which Pulumi prints the message alone. The SDK writes "error serializing property ..." in front of the
 * message of every error that passes through it; this one keeps its message.
 */
export class GuardError extends Error {
  override readonly name: string = "GuardError";
  readonly __pulumiRunError = true;

  constructor(message: string) {
    super(message);
    keepMessage(this);
  }
}

/** Makes the message of an error unchangeable, without a failure where somebody tries. */
export function keepMessage<E extends Error>(error: E): E {
  const { message } = error;
  Object.defineProperty(error, "message", {
    get: () => message,
    set: () => undefined,
    enumerable: false,
    configurable: true,
  });
  error.stack = message;
  return error;
}
