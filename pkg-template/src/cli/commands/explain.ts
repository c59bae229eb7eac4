import { explain, type RuleMeta, type RulePage, rules, visible } from "../../internal";
import { Failure } from "../failure";
import { say, sayJson, table } from "../output";
import { closest } from "../suggest";

interface RulesGiven {
  json?: boolean;
  kind?: string;
  severity?: string;
}

/** The page of a rule, by its code or its name. */
export function explainCommand(wanted: string, given: { json?: boolean }): void {
  const code = wanted.trim().toUpperCase();
  const matches = (rule: { code: string; name: string }): boolean =>
    rule.code === code || rule.name === wanted.trim().toLowerCase();
  const rule = rules().find(matches);
  if (rule === undefined) {
    const all = rules();
    const near =
      closest(
        code,
        all.map((known) => known.code),
      ) ??
      closest(
        wanted,
        all.map(({ name }) => name),
      );
    throw new Failure(
      `no rule has the code \`${visible(wanted)}\`${near === undefined ? "" : `; did you mean \`${near}\``}; ` +
        `\`eventstorecloud-planner rules\` lists them all`,
    );
  }
  const page = explain(rule.code);
  if (given.json === true) sayJson(page);
  else say(pageText(page));
}

const CAUGHT: { [where: string]: string } = {
  compile: "the compiler",
  preview: "`pulumi preview`",
  api: "the service, during `pulumi up`",
  never: "nothing",
};

function pageText(page: RulePage): string {
  const off = page.profile === "default" ? "" : `, on in profile ${page.profile}`;
  return [
    `${page.code} ${page.name} (${page.severity}${off})`,
    `${page.title}.`,
    `What it checks\n${indented(page.title)}`,
    `Why\n${indented(page.why)}`,
    `Example\n${indented(page.example)}`,
    `Use instead\n${indented(page.useInstead)}`,
    `Caught today by ${CAUGHT[page.detectedAt] ?? page.detectedAt}\nSource\n${indented(page.source.join("\n"))}`,
  ].join("\n\n");
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`.trimEnd())
    .join("\n");
}

export function rulesCommand(given: RulesGiven): void {
  const isWanted = ({ kinds, severity }: RuleMeta): boolean =>
    (given.kind === undefined || kinds.some((kind) => kind.toLowerCase() === given.kind?.toLowerCase())) &&
    (given.severity === undefined || severity === given.severity);
  const wanted = rules().filter(isWanted);
  if (wanted.length === 0 && given.kind !== undefined) {
    const near = closest(given.kind, [...new Set(rules().flatMap(({ kinds }) => kinds))]);
    throw new Failure(
      `no rule is about \`${visible(given.kind)}\`${near === undefined ? "" : `; did you mean \`${near}\`?`}`,
    );
  }
  if (given.json === true) sayJson(wanted);
  else
    say(
      table(
        wanted.map(({ code, severity, profile, title }) => [
          code,
          profile === "default" ? severity : `${severity} (${profile})`,
          title,
        ]),
      ),
    );
}
