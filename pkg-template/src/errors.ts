import type { Diagnostic, Report } from "./generated/api";
import { version } from "./version";
import { visible } from "./layout";

/**
 * A bug in this package: the core stopped in the middle of a call. The next call works again, on a fresh instance of
 * the core. Carries nothing of what was passed in.
 */
export class InternalError extends Error {
  override readonly name: string = "InternalError";
  /** The engine's word for what stopped the core, such as `unreachable`. */
  readonly trap: string;

  constructor(trap: string) {
    super(
      `eventstorecloud-planner ${version} stopped because of a bug of its own (${trap}), so your values were not ` +
        "checked. The next call works again. Please report it, with this version and the smallest input that shows it.",
    );
    this.trap = trap;
  }
}

/** The environment does not let the core start. Says what to change; nothing was checked. */
export class EnvironmentError extends Error {
  override readonly name: string = "EnvironmentError";
  /** What the engine said, if it said something. */
  readonly said: string | undefined;

  constructor(why: string, said?: string) {
    const engine = said === undefined ? "" : ` (The engine said: ${said})`;
    super(`eventstorecloud-planner ${version} cannot start here: ${why}${engine}`);
    this.said = said;
  }
}

/** An option, or an argument of a function of this package, that is invalid. Says where and why. */
export class InputError extends TypeError {
  override readonly name: string = "InputError";
  /** Where it is, such as `options.profile`. */
  readonly path: string;
  /** What is wrong with it. */
  readonly reason: string;
  /** Makes Pulumi print the message alone, without a stack. */
  readonly __pulumiRunError = true;

  constructor(path: string, reason: string) {
    super(`${visible(path)}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

/**
 * What a builder throws: every error of one resource at once. The message lists them, with the file and line of the
 * caller.
 */
export class ValidationError extends Error {
  override readonly name: string = "ValidationError";
  /** The report of the resource, warnings included. */
  readonly report: Report;
  /** All diagnostics of the resource: errors, warnings, and advice if asked for. */
  readonly diagnostics: Diagnostic[];
  /** Makes Pulumi print the message alone, without a stack. */
  readonly __pulumiRunError = true;

  constructor(message: string, report: Report) {
    super(message);
    this.report = report;
    this.diagnostics = report.diagnostics;
  }
}

/**
 * Does what reads objects of the caller's: what their code throws, and what the language throws where something cannot
 * be done, becomes an `InputError` with this path and reason.
 */
export function orInputError<T>(path: string, reason: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof InputError) throw thrown;
    throw new InputError(path, reason);
  }
}
