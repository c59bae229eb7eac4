import { check, InputError, type Options } from "../internal";

/** Options of the policies. */
export interface PolicyOptions extends Options {
  /**
   * Provider package and version, as in `Options`. What a resource's own provider tells wins, so this counts only where
   * it tells nothing.
   */
  target?: string;
  /**
   * Whether one policy, of the level `remediate`, writes documented defaults and usual spellings into resources, as the
   * builders do. It is also how the others learn which values a program keeps secret; without it, they show none.
   * Default: true.
   */
  remediate?: boolean;
  /**
   * Whether violations show values that may be secret. Pulumi tells a policy which values are secret only when it may
   * remediate; where it did not tell, a violation says which rule is broken and where, but no value. With this option
   * it says all, and so may put secrets into logs and into Pulumi Cloud. Values that are known to be secret and those
   * that are so by their nature, such as tokens, are never shown. Default: false.
   */
  showValues?: boolean;
}

/** The options, each part for whom it concerns. */
export interface Settings {
  /** Those of every check. */
  readonly core: Options;
  readonly remediate: boolean;
  readonly showValues: boolean;
}

/** Reads the options. Throws an `InputError` for one that is invalid. */
export function settingsOf(options: PolicyOptions): Settings {
  if (typeof options !== "object" || options === null) throw new InputError("options", "must be an object");
  const { remediate = true, showValues = false, ...core } = options;
  if (typeof remediate !== "boolean") throw new InputError("options.remediate", "must be a boolean");
  if (typeof showValues !== "boolean") throw new InputError("options.showValues", "must be a boolean");
  check({ resources: [] }, core);
  return { core, remediate, showValues };
}
