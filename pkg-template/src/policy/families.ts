// Which policies there are: rules by the letters of their codes, those that are errors apart from the rest.
import { type Options, type RuleMeta, rules, type Severity } from "../inside";

/** How Pulumi takes a violation: a mandatory one stops the deployment, an advisory one is only shown. */
export type Level = "mandatory" | "advisory";

/** The rules of one family that are on and of one level. */
export interface Share {
  readonly family: string;
  readonly level: Level;
  readonly rules: readonly RuleMeta[];
}

/** The profiles, each with the rules of those before it. */
const PROFILES = ["default", "strict", "advice"];

/** `NET011` -> `NET` */
export function familyOf(code: string): string {
  return code.replace(/\d{1,9}$/, "");
}

export function levelOf(severity: Severity): Level {
  return severity === "error" ? "mandatory" : "advisory";
}

/** All rules of a program that are on, by family and level. */
export function shares(options: Options): Share[] {
  const all = rules().filter(({ subject }) => subject === "program");
  const families = [...new Set(all.map(({ code }) => familyOf(code)))];
  const every = families.flatMap((family) => (["mandatory", "advisory"] as const).map((level) => ({ family, level })));
  return every
    .map(({ family, level }) => ({
      family,
      level,
      rules: all.filter((rule) => familyOf(rule.code) === family && levelUnder(options, rule) === level),
    }))
    .filter((share) => share.rules.length > 0);
}

/** The level of a rule under these options, or undefined when it is off. */
function levelUnder(options: Options, { code, profile, severity }: RuleMeta): Level | undefined {
  const chosen = options.severity?.[code];
  if (chosen === "off") return undefined;
  if (chosen !== undefined) return levelOf(chosen);
  return PROFILES.indexOf(profile) <= PROFILES.indexOf(options.profile ?? "default") ? levelOf(severity) : undefined;
}
