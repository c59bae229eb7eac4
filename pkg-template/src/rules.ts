import { call } from "./core/instance";
import { InputError } from "./errors";
import type { RuleMeta } from "./generated/api";
import { pageText } from "./page-text";
import { changeRules } from "./planners";

/** The page of a rule: its facts, why, and two examples in JSON. */
export interface RulePage extends RuleMeta {
  /** Why it matters. */
  why: string;
  /** JSON that breaks the rule: a resource of which only what matters is written, or a document. */
  example: string;
  /** JSON that does not break it. */
  useInstead: string;
}

type Texts = { [code: string]: { why: string; example: string; useInstead: string } };

/** The facts of all rules. */
export function rules(): RuleMeta[] {
  return call((core) => core.rules()) as RuleMeta[];
}

/** The page of a rule, by its code such as `NET011`. Throws an `InputError` for an unknown code. */
export function explain(code: string): RulePage {
  const wanted = typeof code === "string" ? code.trim().toUpperCase() : code;
  const meta = rules().find((rule) => rule.code === wanted);
  const texts = meta && (JSON.parse(pageText()) as Texts)[meta.code];
  if (changeRules().some((rule) => rule.code === wanted)) {
    throw new InputError("code", "is the code of a rule about changes; `changeRules()` lists its facts");
  }
  if (meta === undefined || texts === undefined) {
    throw new InputError("code", "must be the code of a rule; `rules()` lists all codes");
  }
  return { ...meta, ...texts };
}
