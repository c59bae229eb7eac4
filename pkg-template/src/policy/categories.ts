// Which policies there are: rules by category, those that are errors apart from the rest.
import { type Options, type Profile, type RuleMeta, rules, type Severity } from "../internal";

/** How Pulumi takes a violation: a mandatory one stops the deployment, an advisory one is only shown. */
export type Level = "mandatory" | "advisory";

/** The rules of one category that are on and of one level. */
export interface Share {
  readonly category: string;
  readonly level: Level;
  readonly rules: readonly RuleMeta[];
  /** The codes of all rules of the category. */
  readonly codes: ReadonlySet<string>;
}

/** A profile has the rules of those of a lower rank. */
const RANKS: Record<Profile, number> = { default: 0, strict: 1, advice: 2 };

const LEVELS: Record<Severity, Level> = { error: "mandatory", warning: "advisory", info: "advisory" };

export function levelOf(severity: Severity): Level {
  return LEVELS[severity];
}

/** The letters that the codes of a category begin with, which name its policies: `NET011` -> `net`. */
export function lettersOf(code: string): string {
  return code.replace(/\d{1,9}$/, "").toLowerCase();
}

/** All rules that are on, by category and level. */
export function shares(options: Options): Share[] {
  const all = rules();
  const categories = [...new Set(all.map(({ category }) => category))];
  return categories
    .flatMap((category) => {
      const own = all.filter((rule) => rule.category === category);
      const codes = new Set(own.map(({ code }) => code));
      return (["mandatory", "advisory"] as const).map((level) => ({
        category,
        level,
        rules: own.filter((rule) => levelUnder(options, rule) === level),
        codes,
      }));
    })
    .filter((share) => share.rules.length > 0);
}

/** Whether a diagnostic is one of a share. */
export function covers({ codes, level }: Share, { code, severity }: { code: string; severity: Severity }): boolean {
  return codes.has(code) && levelOf(severity) === level;
}

/** The level of a rule under these options, or undefined when it is off. */
function levelUnder(options: Options, { code, profile, severity }: RuleMeta): Level | undefined {
  const chosen = options.severity?.[code];
  if (chosen === "off") return undefined;
  if (chosen !== undefined) return levelOf(chosen);
  return RANKS[profile] <= RANKS[options.profile ?? "default"] ? levelOf(severity) : undefined;
}
