import type { Diagnostic, RuleMeta } from "../internal";
import { Checks, type Together } from "./checks";
import { covers, lettersOf, type Level, levelOf, type Share, shares } from "./categories";
import { textOf } from "./message";
import { type PolicyOptions, settingsOf } from "./options";
import { remediated } from "./remediation";
import type { ResourcePolicy, StackPolicy } from "./types";

/**
 * Policies with all rules about resources of the provider packages, for `new PolicyPack(name, { policies })`: for each
 * category of rules one with its errors (`eventstorecloud-net`, mandatory) and one with its warnings and advice
 * (`eventstorecloud-net-advice`, advisory), two for what only several resources together show
 * (`eventstorecloud-program` and `eventstorecloud-program-advice`), and one that writes documented defaults and usual
 * spellings into resources (`eventstorecloud-remediate`).
 *
 * The options decide which rules are on and which of them are errors. The target is the package and version that a
 * resource's own provider tells, else what the options say.
 *
 * Throws an `InputError` for an option that is invalid.
 */
export function eventstoreCloudPolicies(options: PolicyOptions = {}): (ResourcePolicy | StackPolicy)[] {
  const settings = settingsOf(options);
  const all = shares(settings.core);
  const ofResources = all.filter(({ rules }) => rules.some(({ kinds }) => kinds.length > 0));
  const checks = new Checks(settings, (diagnostic) => ofResources.some((share) => covers(share, diagnostic)));

  const remediation: ResourcePolicy = {
    name: "eventstorecloud-remediate",
    description:
      "Writes documented defaults and usual spellings into resources of Event Store Cloud, as the builders of " +
      "eventstorecloud-planner do",
    enforcementLevel: "remediate",
    remediateResource: (args) => remediated(args, settings, checks.secrets),
  };
  const levels = (["mandatory", "advisory"] as const).filter((level) => all.some((share) => share.level === level));
  return [
    ...(settings.remediate ? [remediation] : []),
    ...ofResources.map((share) => resourcePolicy(share, checks)),
    ...levels.map((level) =>
      stackPolicy(
        level,
        all.filter((share) => share.level === level).flatMap(({ rules }) => rules),
        checks,
      ),
    ),
  ];
}

/** The policy for one share of the rules, one resource at a time. */
function resourcePolicy(share: Share, checks: Checks): ResourcePolicy {
  const { category, level, rules } = share;
  return {
    name: named(lettersOf(rules[0]?.code ?? category), level),
    description: `${level === "mandatory" ? "Errors in" : "Warnings and advice on"} ${category}: ${counted(rules)}`,
    enforcementLevel: level,
    validateResource(args, report) {
      const verdict = checks.alone(args);
      if (verdict === undefined) return;
      for (const diagnostic of verdict.report.diagnostics) {
        if (covers(share, diagnostic)) report(textOf(verdict, diagnostic));
      }
    },
  };
}

/** The policy for what only several resources show. */
function stackPolicy(level: Level, rules: readonly RuleMeta[], checks: Checks): StackPolicy {
  return {
    name: named("program", level),
    description:
      `${level === "mandatory" ? "Errors" : "Warnings and advice"} that only several resources together show: ` +
      `${counted(rules)}`,
    enforcementLevel: level,
    validateStack({ resources }, report) {
      const verdict = checks.together(resources);
      for (const diagnostic of verdict.report.diagnostics) {
        if (levelOf(diagnostic.severity) === level) report(textOf(verdict, diagnostic), urnOf(diagnostic, verdict));
      }
    },
  };
}

function named(name: string, level: Level): string {
  return `eventstorecloud-${name}${level === "advisory" ? "-advice" : ""}`;
}

/** How many rules there are, and where to read about them. */
function counted(rules: readonly RuleMeta[]): string {
  const codes = rules.map(({ code }) => code);
  const isCategory = new Set(rules.map(({ category }) => category)).size === 1;
  const names = isCategory ? ` (${codes[0]}${codes.length > 1 ? ` to ${codes[codes.length - 1]}` : ""})` : "";
  return (
    `${codes.length === 1 ? "1 rule" : `${codes.length} rules`}${names}, with pages in the npm package ` +
    "eventstorecloud-planner, folder rules"
  );
}

function urnOf({ resource }: Diagnostic, { members }: Together): string | undefined {
  if (resource === undefined) return undefined;
  return members.find((member) => member.resource.kind === resource.kind && member.name === resource.name)?.source.urn;
}
