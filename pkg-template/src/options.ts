import type { Diagnostic } from "./generated/api";
import type { Options } from "./generated/requests";

/** Options of a builder. */
export interface BuilderOptions extends Options {
  /** Name of the resource in messages. Default: its `name`, if that is a plain string. */
  name?: string;
  /** Is given warnings and advice. Default: they are printed with `console.warn`. Errors are thrown. */
  onDiagnostic?: (diagnostic: Diagnostic) => void;
}
