import type { Diagnostic } from "./generated/api";
import type { NamedOptions } from "./generated/requests";

/** Options of a builder. */
export interface BuilderOptions extends NamedOptions {
  /** Is given warnings and advice. Default: they are printed with `console.warn`. Errors are thrown. */
  onDiagnostic?: (diagnostic: Diagnostic) => void;
}
