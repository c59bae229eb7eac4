import {
  type AddressRequest,
  type BackupRequest,
  formatPlan,
  type Options,
  planAddressSpace,
  planBackups,
  planChange,
  planPreview,
  type PulumiPreview,
  recommendCluster,
  type Workload,
} from "../../internal";
import { Failure } from "../failure";
import { isDocument } from "../formats/document";
import { isPreview } from "../formats/pulumi";
import { recognised } from "../formats/recognise";
import { own } from "../formats/subject";
import { isPlan, planOf } from "../formats/terraform";
import { byAddress, planInTerraform } from "../formats/terraform-words";
import { load } from "../input/load";
import { packageJsonOf } from "../input/package-json";
import { asked, type Given, optionsOf } from "../options";
import { isColored, say, sayJson, table } from "../output";

interface PlanGiven extends Given {
  json?: boolean;
}

export async function addressesCommand(file: string, given: PlanGiven): Promise<void> {
  const { request, shown, options } = await requestOf(file, given);
  const plan = asked(() => planAddressSpace(request as AddressRequest, options), shown);
  answer(plan, given, () => [
    table([
      ["network", "block", "status", "pool"],
      ...plan.networks.map(({ name, cidrBlock, status, pool }) => [name, cidrBlock, status, pool ?? ""]),
    ]),
    ...plan.unplaced.map(
      ({ name, missing, pool, help }) =>
        `no room for ${name}: ${missing} addresses are missing in ${pool}\n  help: ${help}`,
    ),
    ...plan.diagnostics.map(({ name, message, help }) => `${name}: ${message}\n  help: ${help}`),
    ...plan.free.map(
      ({ pool, cidrBlocks }) =>
        `free in ${pool}: ` +
        `${cidrBlocks.length === 0 ? "nothing" : cidrBlocks.slice(0, 8).join(", ")}${cidrBlocks.length > 8 ? ", ..." : ""}`,
    ),
  ]);
}

export async function backupsCommand(file: string, given: PlanGiven): Promise<void> {
  const { request, shown, options } = await requestOf(file, given);
  const plan = asked(() => planBackups(request as BackupRequest, options), shown);
  answer(plan, given, () => [
    table([
      ["job", "schedule", "keeps", "runs"],
      ...plan.jobs.map(({ name, args, scheduleDescription }) => [
        name,
        args.schedule,
        String(args.maxBackupCount),
        scheduleDescription,
      ]),
    ]),
    ...plan.diagnostics.map(
      ({ cluster, path, message, help }) => `${[cluster, path].filter(Boolean).join(" ")}: ${message}\n  help: ${help}`,
    ),
    ...(plan.worstLossMinutes === undefined ? [] : [`at worst ${hours(plan.worstLossMinutes)} of data are lost`]),
    ...plan.notes.map(({ message }) => `note: ${message}`),
  ]);
}

function hours(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`;
}

export async function clusterCommand(file: string, given: PlanGiven): Promise<void> {
  const { request, shown, options } = await requestOf(file, given);
  const plan = asked(() => recommendCluster(request as Workload, options), shown);
  answer(plan, given, () => [
    table(plan.choices.map(({ property, value, reason }) => [`${property}: ${JSON.stringify(value)}`, reason])),
    ...plan.diagnostics.map(
      (problem) => `it does not fit: ${"message" in problem ? String(problem.message) : JSON.stringify(problem)}`,
    ),
    `left: ${Object.entries(plan.headroom)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(", ")}; ${plan.vcpu} vCPUs`,
    ...plan.assumptions.map((text) => `assumed: ${text}`),
  ]);
}

/** What a change does. Of two files, or of one that has both states. */
export async function changeCommand(before: string, after: string | undefined, given: PlanGiven): Promise<void> {
  if (before === "-" && after === "-") throw new Failure("only one of the two can be standard input");
  const options = await optionsOf(given);
  const first = await load(before);
  const withTarget = (file: string | undefined, target: string | undefined): typeof options => {
    const packageJson = options.target === undefined && target === undefined ? packageJsonOf(file) : undefined;
    return { ...options, ...(packageJson === undefined ? {} : { packageJson }) };
  };
  let isTerraform = false;
  const plan = await (async () => {
    if (after !== undefined) {
      const [from, to] = [recognised(first), recognised(await load(after))];
      const plan = asked(
        () =>
          planChange(
            from.document,
            to.document,
            withTarget(to.usesPackageJson ? to.parsed.file : undefined, to.document.target),
          ),
        `${first.shown} and ${to.parsed.shown}`,
      );
      isTerraform = from.byAddress === true && to.byAddress === true;
      return isTerraform ? planInTerraform(plan) : plan;
    }
    if (isPreview(first.value))
      return asked(() => planPreview(first.value as PulumiPreview, withTarget(first.file, undefined)), first.shown);
    if (isPlan(first.value)) {
      isTerraform = true;
      return planInTerraform(
        asked(() => planChange(planOf(first, "before").document, planOf(first).document, options), first.shown),
      );
    }
    if (isDocument(first.value))
      throw new Failure(`${first.shown}: it is one state only; write \`plan change BEFORE AFTER\``);
    throw new Failure(
      `${first.shown}: it is no \`pulumi preview --json\` and no \`terraform show -json PLAN\`; write \`plan ` +
        `change BEFORE AFTER\` for two files`,
    );
  })();
  if (given.json === true) sayJson(plan);
  else say(formatPlan(isTerraform ? byAddress(plan) : plan, { color: isColored() }));
  process.exitCode = plan.ok ? 0 : 1;
}

async function requestOf(
  file: string,
  given: PlanGiven,
): Promise<{ request: unknown; shown: string; options: Pick<Options, "catalogue"> }> {
  const { value, shown } = await load(file);
  if (typeof value !== "object" || value === null)
    throw new Failure(`${shown}: it has no object in it; see \`--help\` for an example of a request`);
  if (own(value, "resources") !== undefined)
    throw new Failure(`${shown}: it is a document, not a request; see \`--help\` for an example`);
  const { catalogue } = await optionsOf(given);
  return { request: value, shown, options: catalogue === undefined ? {} : { catalogue } };
}

/** Prints an answer: as data, or as blocks of text. One that does not give what was asked for ends with 1. */
function answer(plan: { ok: boolean }, given: PlanGiven, blocks: () => string[]): void {
  if (given.json === true) sayJson(plan);
  else
    say(
      blocks()
        .filter((block) => block !== "")
        .join("\n"),
    );
  process.exitCode = plan.ok ? 0 : 1;
}
