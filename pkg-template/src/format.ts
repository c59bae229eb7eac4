import { InputError, orRefused } from "./errors";
import type {
  ChangePlan,
  ChangeStep,
  Diagnostic,
  Edit,
  Report,
  ResourceName,
  Severity,
  TargetFrom,
} from "./generated/api";
import { Limit } from "./generated/packed";
import { visible } from "./layout";

/** How a report is printed. */
export interface FormatOptions {
  /** Whether to colour the text with ANSI codes. Default: false. */
  color?: boolean;
  /** File and line of a diagnostic, such as `index.ts:7:5`, where the caller knows them. */
  locate?: (diagnostic: Diagnostic) => string | undefined;
  /** Where the page of a diagnostic's rule can be read, such as a file or a link. Default: nowhere. */
  page?: (diagnostic: Diagnostic) => string | undefined;
  /** Whether each diagnostic names its resource. Default: true. */
  resource?: boolean;
  /** Whether the counts and the age of the catalogue are printed at the end. Default: true. */
  summary?: boolean;
}

type Paint = (text: string) => string;
/** Colours text by the name of a colour. */
export type Paints = (code: keyof typeof CODES) => Paint;

const CODES = { red: 31, yellow: 33, blue: 34, cyan: 36, green: 32, bold: 1, dim: 2 };

/** A report as text for people: each problem with its place, code, message, advice and fix, then the counts. */
export function formatReport(report: Report, options?: FormatOptions): string {
  return printed(report, "report", "is no report of `check`", options, (blocks, paint, hasSummary) => {
    if (hasSummary) blocks.push(summaryText(report, [report], paint));
    return blocks;
  });
}

/**
 * A plan of changes as text for people: each resource to which something happens, with what changes and why, then what
 * to think of first, then the counts.
 */
export function formatPlan(plan: ChangePlan, options?: FormatOptions): string {
  return printed(plan, "plan", "is no plan of `planChange`", options, (blocks, paint, hasSummary) => {
    const steps = items(plan.steps)
      .filter(({ action }) => action !== "none")
      .map((step) => stepBlock(step, paint));
    if (hasSummary) blocks.push(planSummary(plan, paint));
    return [...steps, ...blocks];
  });
}

/**
 * An answer as text: `whole` puts the rest to the blocks of its diagnostics. The answer went through the caller's
 * hands, so whatever is wrong in it is refused; only what the caller's own functions throw is theirs.
 */
function printed(
  answer: { diagnostics: Diagnostic[] },
  path: string,
  fault: string,
  options: FormatOptions | undefined,
  whole: (blocks: string[], paint: Paints, hasSummary: boolean) => string[],
): string {
  const { color, locate, page, resource, summary } = orRefused("options", "is no object that can be read", () =>
    read(options),
  );
  const diagnostics = orRefused(path, fault, () => {
    bounded(answer);
    return items(answer.diagnostics);
  });
  const texts = diagnostics.map(
    (diagnostic) => [textOf(locate, "locate", diagnostic), textOf(page, "page", diagnostic)] as const,
  );
  const paint = paints(color === true);
  return orRefused(path, fault, () => {
    const blocks = diagnostics.map((diagnostic, at) => block(diagnostic, texts[at]!, resource !== false, paint));
    return whole(blocks, paint, summary !== false).join("\n\n");
  });
}

/** Text in the colours of a terminal, or as it is. */
export function paints(color: boolean): Paints {
  return (code) => (text) => (color ? `\u001b[${CODES[code]}m${text}\u001b[0m` : text);
}

/** A copy of a list of an answer, unless it is none or longer than any can be: a list can have a `map` of its own. */
function items<T>(list: readonly T[]): readonly T[] {
  if (!Array.isArray(list) || list.length > (Limit.Values as number)) throw new TypeError("no list");
  return Array.from({ length: list.length }, (_, at) => list[at] as T);
}

/** Throws for what would take without end to print, such as a list of holes or an object in a circle. */
function bounded(value: unknown, left = { values: Limit.Values as number }, levels = Limit.Depth as number): void {
  if (typeof value !== "object" || value === null) return;
  const inside = Array.isArray(value) ? items(value as unknown[]) : Object.values(value);
  left.values -= inside.length;
  if (left.values < 0 || levels === 0) throw new TypeError("too much");
  for (let i = 0; i < inside.length; i++) bounded(inside[i], left, levels - 1);
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}

function read(options: FormatOptions = {}): FormatOptions {
  if (typeof options !== "object" || options === null) throw new TypeError("no object");
  return { ...options };
}

function textOf(work: FormatOptions["locate"], name: string, diagnostic: Diagnostic): string | undefined {
  if (work === undefined) return undefined;
  if (typeof work !== "function") throw new InputError(`options.${name}`, "is no function");
  const text: unknown = work(diagnostic);
  if (text !== undefined && typeof text !== "string") throw new InputError(`options.${name}`, "gives what is no text");
  return text;
}

function stepBlock(step: ChangeStep, paint: Paints): string {
  const isLoss = step.dataLoss || ["replace", "delete", "refused"].includes(step.action);
  const notes = [
    ...(step.order === undefined
      ? []
      : [step.order === "deleteFirst" ? "the old one is deleted first" : "the new one is made first"]),
    ...(step.downtime === "none" ? [] : [`downtime: ${step.downtime}`]),
    ...(step.dataLoss ? ["data is lost"] : []),
  ];
  const head = [
    paint(isLoss ? "red" : "blue")(paint("bold")(step.action)),
    visible(`${step.resource.kind} ${step.resource.name}`.trim()),
    ...(notes.length === 0 ? [] : [notes.join(", ")]),
  ];
  const lines = [head.join("  ")];
  for (const { path, effect, from, to } of items(step.properties)) {
    const values = from === undefined && to === undefined ? "" : ` ${json(from)} -> ${json(to)}`;
    lines.push(`  ${visible(`${path}:${values} (${effect})`)}`);
  }
  for (const reason of items(step.because)) lines.push(`  ${paint("dim")("because:")} ${reason}`);
  if (step.route !== undefined) lines.push(`  ${paint("green")("way:")} ${items(step.route.hops).join(", then ")}`);
  return lines.join("\n");
}

function planSummary({ ok, steps, deferred, diagnostics, target, targetFrom }: ChangePlan, paint: Paints): string {
  const counts = new Map<string, number>();
  for (const { action } of steps) counts.set(action, (counts.get(action) ?? 0) + 1);
  const actions = [...counts].map(([action, count]) => `${count} ${action}`).join(", ");
  const errors = items(diagnostics).filter(({ severity }) => severity === "error").length;
  const found = ok
    ? paint("green")("no step is refused")
    : paint("red")(errors === 0 ? "a step is refused" : plural(errors, "error"));
  const open = deferred.length === 0 ? "" : `; ${plural(deferred.length, "change")} not known yet`;
  const facts = `planned for ${visible(target)}${TARGET_FROM[targetFrom]}`;
  return (
    `${found} in ${plural(steps.length, "resource")} (${actions === "" ? "none" : actions})${open}\n` +
    `${paint("dim")(facts)}`
  );
}

function block(
  diagnostic: Diagnostic,
  [location, page]: readonly [string | undefined, string | undefined],
  isNamed: boolean,
  paint: Paints,
): string {
  const { resource, path } = diagnostic;
  const nameOf = ({ kind, name }: ResourceName): string => `${kind} ${name}`.trim();
  const subject = [resource !== undefined && isNamed ? nameOf(resource) : "", path]
    .filter((part) => part !== "")
    .join(" ");
  const { head, body } = diagnosticText(diagnostic, { subject, location, page, nameOf }, paint);
  return `${head}\n${body}`;
}

/** What stands around the sentences of a diagnostic. */
export interface Around {
  /** What it is about. */
  subject: string;
  /** Where that is. */
  location: string | undefined;
  /** Where its rule is explained. */
  page: string | undefined;
  /** What another resource is called. */
  nameOf: (resource: ResourceName) => string;
}

const SEVERITY_COLORS: Record<Severity, keyof typeof CODES> = { error: "red", warning: "yellow", info: "blue" };

/** A diagnostic as text: its first line, and the lines below it. */
export function diagnosticText(
  diagnostic: Diagnostic,
  { subject, location, page, nameOf }: Around,
  paint: Paints,
): { head: string; body: string } {
  const { severity, code, message, help, fix, related } = diagnostic;
  if (!Object.keys(SEVERITY_COLORS).includes(severity)) throw new TypeError("no severity");
  const head = [
    paint(SEVERITY_COLORS[severity])(paint("bold")(severity)),
    paint("bold")(code),
    ...(subject === "" ? [] : [visible(subject)]),
    ...(location === undefined ? [] : [paint("cyan")(visible(location))]),
  ];
  const body = [`  ${message}`, `  ${paint("dim")("help:")} ${help}`];
  for (const edit of items(fix ?? [])) body.push(`  ${paint("green")("fix:")}  ${fixText(edit)}`);
  for (const { resource, path } of items(related ?? [])) {
    body.push(`  ${paint("dim")("see:")}  ${visible(`${nameOf(resource)} ${path}`.trim())}`);
  }
  if (page !== undefined) body.push(`  ${paint("dim")("page:")} ${visible(page)}`);
  return { head: head.join("  "), body: body.join("\n") };
}

function fixText(edit: Edit): string {
  return visible("value" in edit ? `${edit.path}: ${json(edit.value)}` : `remove ${edit.path}`);
}

/** Why the target was taken, for people. */
const TARGET_FROM: Record<TargetFrom, string> = {
  options: "",
  document: "",
  packageJson: " (from package.json)",
  packages: " (from the imports)",
  resources: " (from the types of the resources)",
  default: " (by default)",
};

/** The counts of one report, or of the reports of several files together, and what they were checked with. */
export function summaryText(
  { counts, catalogue, severities }: Pick<Report, "counts" | "catalogue" | "severities">,
  reports: readonly Pick<Report, "target" | "targetFrom">[],
  paint: Paints,
): string {
  const parts = [
    counts.errors > 0 ? paint("red")(plural(counts.errors, "error")) : "",
    counts.warnings > 0 ? paint("yellow")(plural(counts.warnings, "warning")) : "",
    counts.infos > 0 ? paint("blue")(`${counts.infos} info`) : "",
  ].filter((part) => part !== "");
  const found = parts.length === 0 ? paint("green")("no problems") : parts.join(", ");
  const files = reports.length === 1 ? "" : ` of ${reports.length} files`;
  const deferred = counts.deferred === 0 ? "" : `; ${plural(counts.deferred, "value")} not known yet and not checked`;
  const added = catalogue.additions.length === 0 ? "" : `, ${plural(catalogue.additions.length, "addition")} of yours`;
  const changed =
    severities === undefined
      ? ""
      : `, ${severities.length === 1 ? "1 severity" : `${severities.length} severities`} changed`;
  const facts = `checked for ${targetsText(reports)}, catalogue of ${catalogue.asOf}${added}${changed}`;
  return `${found} in ${plural(counts.resources, "resource")}${files}${deferred}\n${paint("dim")(facts)}`;
}

/** Where one target was taken for all, that is said too. */
function targetsText(reports: readonly Pick<Report, "target" | "targetFrom">[]): string {
  const targets = [...new Set(reports.map(({ target }) => target))].sort();
  const [first] = reports;
  const from = targets.length === 1 && first !== undefined ? TARGET_FROM[first.targetFrom] : "";
  return `${visible(targets.join(" and "))}${from}`;
}

function plural(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
