// Requests to the planners from the configuration of a stack.
import type * as pulumi from "@pulumi/pulumi";
import { InputError } from "../internal";

/**
 * Plans from an object in the configuration of the stack, such as `planFromConfig(config, "backups", planBackups)`.
 * `rest` is added to the request, and wins.
 *
 * Throws an `InputError` whose path begins with the key in the configuration, and which Pulumi prints without a stack.
 */
export function planFromConfig<Request extends object, Plan>(
  config: pulumi.Config,
  key: string,
  planner: (request: Request) => Plan,
  rest: Partial<Request> = {},
): Plan {
  const request = config.requireObject<object>(key);
  const path = `${config.name}:${key}`;
  if (typeof request !== "object" || request === null || Array.isArray(request))
    throw new InputError(path, "must be an object");
  try {
    return planner({ ...request, ...rest } as Request);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Planners name their argument, which is what the key holds.
    const inside = error.path.startsWith("request") ? error.path.slice("request.".length) : error.path;
    throw new InputError(inside === "" ? path : `${path} ${inside}`, error.reason);
  }
}
