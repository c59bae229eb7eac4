import { explain, type RuleMeta, type RulePage, rules, type Severity, visible } from "../../internal";
import { DETECTED_BY } from "../../generated/words";
import { blocks, indentedLines, table } from "../../layout";
import { Failure } from "../failure";
import { print, printJson } from "../output";
import { closest } from "../suggest";

/** Prints the page of a rule, by its code or its name. */
export function explainCommand(wanted: string, options: { json?: true }): void {
  const page = explain(ruleOf(wanted).code);
  if (options.json === true) printJson(page);
  else print(pageText(page));
}

function ruleOf(wanted: string): RuleMeta {
  const all = rules();
  const [code, name] = [wanted.trim().toUpperCase(), wanted.trim().toLowerCase()];
  const rule = all.find((known) => known.code === code || known.name === name);
  if (rule !== undefined) return rule;
  const codes = all.map((known) => known.code);
  const names = all.map((known) => known.name);
  const near = closest(code, codes) ?? closest(name, names);
  throw new Failure(
    `unknown rule \`${visible(wanted)}\`; ` +
      (near === undefined ? "see `eventstorecloud-planner rules` for all rules" : `did you mean \`${near}\`?`),
  );
}

/** A page as text. */
export function pageText(page: RulePage): string {
  return blocks([
    `${page.code} ${page.name} (${severityText(page)})`,
    `What it checks\n${indentedLines(`${page.title}.`)}`,
    `Why\n${indentedLines(page.why)}`,
    `Example\n${indentedLines(page.example)}`,
    `Use instead\n${indentedLines(page.useInstead)}`,
    `Detected by: ${DETECTED_BY[page.detectedAt]}`,
    `Source\n${indentedLines(page.source.join("\n"))}`,
  ]);
}

/** The severity, with the profile from which on it is checked where that is not every one. */
function severityText({ severity, profile }: RuleMeta): string {
  return profile === "default" ? severity : `${severity}, profile ${profile}`;
}

/** Lists the rules. */
export function rulesCommand(options: { json?: true; kind?: string; severity?: Severity }): void {
  const isWanted = ({ kinds, severity }: RuleMeta): boolean =>
    (options.kind === undefined || kinds.some((kind) => kind.toLowerCase() === options.kind?.toLowerCase())) &&
    (options.severity === undefined || severity === options.severity);
  const wanted = rules().filter(isWanted);
  if (wanted.length === 0 && options.kind !== undefined) {
    const near = closest(options.kind, [...new Set(rules().flatMap(({ kinds }) => kinds))]);
    throw new Failure(
      `no rule is about the kind \`${visible(options.kind)}\`` +
        (near === undefined ? "" : `; did you mean \`${near}\`?`),
    );
  }
  if (options.json === true) printJson(wanted);
  else print(table(wanted.map((rule) => [rule.code, severityText(rule), rule.title])));
}
