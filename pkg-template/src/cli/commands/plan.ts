import {
  type AddressRequest,
  type BackupRequest,
  type ChangePlan,
  formatPlan,
  type Options,
  planAddressSpace,
  planBackups,
  planChange,
  planPreview,
  planTranslated,
  type PulumiPreview,
  recommendCluster,
  type ResourceName,
  type Workload,
} from "../../internal";
import { table } from "../../layout";
import { Failure } from "../failure";
import { isDocument } from "../formats/document";
import { isPlan, isPreview, isStackExport } from "../formats/engine";
import { looksElse } from "../formats/instead";
import { recognised } from "../formats/recognise";
import { own } from "../../values/data";
import { fromPlan } from "../../values/from-terraform";
import { load } from "../input/load";
import { packageJsonOf } from "../input/package-json";
import { callLibrary, type CheckOptions, optionsOf } from "../options";
import { isColored, print, printJson } from "../output";

interface RequestOptions {
  json?: true;
  catalogue?: string;
}

export async function addressesCommand(file: string, flags: RequestOptions): Promise<void> {
  const { request, shown, options } = await requestOf(file, flags);
  const plan = callLibrary(() => planAddressSpace(request as AddressRequest, options), { file: shown });
  printPlan(plan, flags, () => [
    table([
      ["network", "CIDR block", "status", "pool"],
      ...plan.networks.map(({ name, cidrBlock, status, pool }) => [name, cidrBlock, status, pool ?? ""]),
    ]),
    ...plan.unplaced.map(
      ({ name, missing, pool, help }) =>
        `${name} does not fit in ${pool}: ${missing} more addresses are needed\n  help: ${help}`,
    ),
    ...plan.diagnostics.map(({ name, message, help }) => `${name}: ${message}\n  help: ${help}`),
    ...plan.free.map(
      ({ pool, cidrBlocks }) =>
        `free in ${pool}: ` +
        `${cidrBlocks.length === 0 ? "nothing" : cidrBlocks.slice(0, 8).join(", ")}${cidrBlocks.length > 8 ? ", ..." : ""}`,
    ),
  ]);
}

export async function backupsCommand(file: string, flags: RequestOptions): Promise<void> {
  const { request, shown, options } = await requestOf(file, flags);
  const plan = callLibrary(() => planBackups(request as BackupRequest, options), { file: shown });
  printPlan(plan, flags, () => [
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
    ...(plan.worstLossMinutes === undefined ? [] : [`maximum loss of data: ${duration(plan.worstLossMinutes)}`]),
    ...plan.notes.map(({ message }) => `note: ${message}`),
  ]);
}

function duration(minutes: number): string {
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, "hour"] : [minutes, "minute"];
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}

export async function clusterCommand(file: string, flags: RequestOptions): Promise<void> {
  const { request, shown, options } = await requestOf(file, flags);
  const plan = callLibrary(() => recommendCluster(request as Workload, options), { file: shown });
  printPlan(plan, flags, () => [
    table(plan.choices.map(({ property, value, reason }) => [`${property}: ${JSON.stringify(value)}`, reason])),
    ...plan.diagnostics.map(({ path, message, help }) => `${path}: ${message}\n  help: ${help}`),
    `headroom: ${Object.entries(plan.headroom)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(", ")}; ${plan.vcpu} vCPUs`,
    ...plan.assumptions.map((text) => `assumed: ${text}`),
  ]);
}

/** The options of `plan change`. */
interface ChangeOptions extends CheckOptions {
  json?: true;
  allowDataLoss?: string[];
  allowAllDataLoss?: true;
  state?: string;
}

/** Plans a change: of two files, or of one that has both states. */
export async function changeCommand(before: string, after: string | undefined, flags: ChangeOptions): Promise<void> {
  if ([before, after, flags.state].filter((name) => name === "-").length > 1)
    throw new Failure("only one of BEFORE, AFTER and --state can be standard input");
  const { plan, byAddress } = await plannedChange(before, after, flags);
  if (flags.json === true) printJson(plan);
  else print(formatPlan(byAddress ? withoutKinds(plan) : plan, { color: isColored() }));
  process.exitCode = plan.ok ? (plan.incomplete || plan.mayLoseDatabase ? 3 : 0) : 1;
}

/** A plan, and whether the names of its resources are addresses of Terraform. */
interface PlannedChange {
  plan: ChangePlan;
  byAddress: boolean;
}

async function plannedChange(before: string, after: string | undefined, flags: ChangeOptions): Promise<PlannedChange> {
  const { allowDataLoss, allowAllDataLoss, state } = flags;
  const allowed = allowAllDataLoss === true || allowDataLoss;
  const options: Options = {
    ...(await optionsOf(flags)),
    ...(allowed === undefined ? {} : { allowDataLoss: allowed }),
  };
  const repeated = { allowDataLoss: allowDataLoss ?? [] };
  const first = await load(before);
  if (state !== undefined && (after !== undefined || !isPreview(first.value)))
    throw new Failure("--state: must be given with the output of `pulumi preview --json` alone");
  const withPackageJson = (file: string | undefined): Options => {
    const packageJson = options.target === undefined ? packageJsonOf(file) : undefined;
    return { ...options, ...(packageJson === undefined ? {} : { packageJson }) };
  };
  if (after !== undefined) {
    const [from, to] = [recognised(first), recognised(await load(after))];
    const byAddress = from.byAddress === true && to.byAddress === true;
    const usesPackageJson = to.usesPackageJson && to.document.target === undefined;
    const all: Options = {
      ...(usesPackageJson ? withPackageJson(to.parsed.file) : options),
      ...(byAddress ? { dialect: "terraform" } : {}),
    };
    const names = { arguments: { before: first.shown, after: to.parsed.shown }, repeated };
    return { plan: callLibrary(() => planChange(from.document, to.document, all), names), byAddress };
  }
  const names = { file: first.shown, repeated };
  if (isPreview(first.value)) {
    const preview = first.value as PulumiPreview;
    const stack = state === undefined ? undefined : await stackIn(state);
    const both = { ...names, ...(state === undefined ? {} : { arguments: { stack: `--state ${state}` } }) };
    const plan = callLibrary(() => planPreview(preview, withPackageJson(first.file), stack), both);
    return { plan, byAddress: false };
  }
  if (isPlan(first.value)) {
    const translation = fromPlan(first.value);
    return {
      plan: callLibrary(() => planTranslated(translation, { ...options, dialect: "terraform" }), names),
      byAddress: true,
    };
  }
  const instead = looksElse(first.value);
  if (instead !== undefined) throw new Failure(`${first.shown}: ${instead}`);
  if (isStackExport(first.value))
    throw new Failure(`${first.shown}: is what a stack is now; use the output of \`pulumi preview --json\``);
  if (isDocument(first.value))
    throw new Failure(`${first.shown}: a document has only one state; use \`plan change BEFORE AFTER\``);
  throw new Failure(
    `${first.shown}: must be the output of \`pulumi preview --json\` or \`terraform show -json PLAN\`; ` +
      "for two files, use `plan change BEFORE AFTER`",
  );
}

/** A stack, from a file. */
async function stackIn(file: string): Promise<unknown> {
  const { value, shown } = await load(file);
  if (!isStackExport(value)) throw new Failure(`${shown}: must be the output of \`pulumi stack export\``);
  return value;
}

/** A plan for people: an address has the type in it, so that the kind is not said again. */
function withoutKinds(plan: ChangePlan): ChangePlan {
  const short = <T extends { resource?: ResourceName }>(about: T): T =>
    about.resource === undefined ? about : { ...about, resource: { ...about.resource, kind: "" } };
  return {
    ...plan,
    steps: plan.steps.map(short),
    diagnostics: plan.diagnostics.map((diagnostic) => ({
      ...short(diagnostic),
      ...(diagnostic.related === undefined ? {} : { related: diagnostic.related.map(short) }),
    })),
  };
}

async function requestOf(
  file: string,
  flags: RequestOptions,
): Promise<{ request: unknown; shown: string; options: Pick<Options, "catalogue"> }> {
  const { value, shown } = await load(file);
  if (typeof value !== "object" || value === null)
    throw new Failure(`${shown}: must be an object; see \`--help\` for an example of a request`);
  if (own(value, "resources") !== undefined)
    throw new Failure(`${shown}: must be a request, not a document; see \`--help\` for an example`);
  const { catalogue } = await optionsOf(flags);
  return { request: value, shown, options: catalogue === undefined ? {} : { catalogue } };
}

/** Prints a plan: as data, or as blocks of text. A plan that is not `ok` ends with 1. */
function printPlan(plan: { ok: boolean }, flags: RequestOptions, blocks: () => string[]): void {
  if (flags.json === true) printJson(plan);
  else
    print(
      blocks()
        .filter((block) => block !== "")
        .join("\n"),
    );
  process.exitCode = plan.ok ? 0 : 1;
}
