// The options of the guard.
import { check, type Diagnostic, InputError, type Options } from "../../internal";

/** Options of the guard. */
export interface GuardOptions extends Options {
  /** Is given every diagnostic once, besides Pulumi's log. */
  onDiagnostic?: (diagnostic: Diagnostic) => void;
}

/** The options, each part for whom it concerns. A second call of `guard` changes them. */
export interface Settings {
  /** Those of every check. */
  core: Options;
  onDiagnostic: ((diagnostic: Diagnostic) => void) | undefined;
}

/** Reads the options. Throws an `InputError` for one that is invalid. */
export function settingsOf(options: GuardOptions): Settings {
  if (typeof options !== "object" || options === null) throw new InputError("options", "must be an object");
  const { onDiagnostic, ...core } = options;
  check({ resources: [] }, core);
  if (onDiagnostic !== undefined && typeof onDiagnostic !== "function")
    throw new InputError("options.onDiagnostic", "must be a function");
  return { core, onDiagnostic };
}
