import { fact } from "./core/core";
import { Fact } from "./generated/boundary";
import { InputError } from "./errors";
import type { RuleMeta } from "./generated/api";
import { pageText } from "./page-text";

/** The page of a rule: its facts, why, and two examples as one writes them in a program. */
export interface RulePage extends RuleMeta {
  /** Why it matters. */
  why: string;
  /**
   * What breaks the rule: a program of which only what matters is written, or a document in JSON. For a rule about changes
   * it is there twice, after `// before` and `// after`.
   */
  example: string;
  /** The same without the fault. */
  useInstead: string;
}

type Texts = { [code: string]: { why: string; example: string; useInstead: string } };

/** The facts of all rules. */
export function rules(): RuleMeta[] {
  return fact(Fact.Rules) as RuleMeta[];
}

/** The page of a rule, by its code such as `NET011`. Throws an `InputError` for an unknown code. */
export function explain(code: string): RulePage {
  const wanted = typeof code === "string" ? code.trim().toUpperCase() : code;
  const meta = rules().find((rule) => rule.code === wanted);
  const texts = meta && (JSON.parse(pageText()) as Texts)[meta.code];
  if (meta === undefined || texts === undefined) {
    throw new InputError("code", "must be the code of a rule; `rules()` lists all codes");
  }
  return { ...meta, ...texts };
}
