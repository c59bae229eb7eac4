import { InputError, orRefused } from "./errors";
import type { ChangePlan, ChangeStep, Diagnostic, Edit, Report, Severity, TargetFrom } from "./generated/api";
import { Limit } from "./generated/packed";
import { visible } from "./visible";

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
type Paints = (code: keyof typeof CODES) => Paint;

const CODES = { red: 31, yellow: 33, blue: 34, cyan: 36, green: 32, bold: 1, dim: 2 };

/** A report as text for people: each problem with its place, code, message, advice and fix, then the counts. */
export function formatReport(report: Report, options?: FormatOptions): string {
  return printed(report, "report", "is no report of `check`", options, (blocks, paint, hasSummary) => {
    if (hasSummary) blocks.push(summary(report, paint));
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
  const paint: Paints = (code) => (text) => (color === true ? `\u001b[${CODES[code]}m${text}\u001b[0m` : text);
  return orRefused(path, fault, () => {
    const blocks = diagnostics.map((diagnostic, at) => block(diagnostic, texts[at]!, resource !== false, paint));
    return whole(blocks, paint, summary !== false).join("\n\n");
  });
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
      : [step.order === "deleteFirst" ? "the old one is deleted first" : "the new one is created first"]),
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
  for (const reason of items(step.reasons)) lines.push(`  ${paint("dim")("because:")} ${reason}`);
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
  [place, page]: readonly [string | undefined, string | undefined],
  isNamed: boolean,
  paint: Paints,
): string {
  const severity = new Map<Severity, Paint>([
    ["error", paint("red")],
    ["warning", paint("yellow")],
    ["info", paint("blue")],
  ]);
  const { resource } = diagnostic;
  const named = resource !== undefined && isNamed ? `${resource.kind} ${resource.name}`.trim() : "";
  const subject = [named, diagnostic.path].filter((part) => part !== "").join(" ");
  const head = [
    severity.get(diagnostic.severity)!(paint("bold")(diagnostic.severity)),
    paint("bold")(diagnostic.code),
    ...(subject === "" ? [] : [visible(subject)]),
    ...(place === undefined ? [] : [paint("cyan")(visible(place))]),
  ];
  const lines = [head.join("  "), `  ${diagnostic.message}`, `  ${paint("dim")("help:")} ${diagnostic.help}`];
  for (const edit of items(diagnostic.fix ?? [])) lines.push(`  ${paint("green")("fix:")}  ${fixText(edit)}`);
  for (const { resource: other, path } of items(diagnostic.related ?? [])) {
    lines.push(`  ${paint("dim")("see:")}  ${visible(`${other.kind} ${other.name} ${path}`.trim())}`);
  }
  if (page !== undefined) lines.push(`  ${paint("dim")("page:")} ${visible(page)}`);
  return lines.join("\n");
}

function fixText(edit: Edit): string {
  return visible("value" in edit ? `${edit.path}: ${json(edit.value)}` : `remove ${edit.path}`);
}

/** Why the target was taken, for people. */
const TARGET_FROM: { [from in TargetFrom]: string } = {
  options: "",
  document: "",
  packageJson: " (from package.json)",
  packages: " (from the imports)",
  resources: " (from the types of the resources)",
  default: " (by default)",
};

function summary({ counts, catalogue, target, targetFrom, severities }: Report, paint: Paints): string {
  const parts = [
    counts.errors > 0 ? paint("red")(plural(counts.errors, "error")) : "",
    counts.warnings > 0 ? paint("yellow")(plural(counts.warnings, "warning")) : "",
    counts.infos > 0 ? paint("blue")(`${counts.infos} info`) : "",
  ].filter((part) => part !== "");
  const found = parts.length === 0 ? paint("green")("no problems") : parts.join(", ");
  const deferred = counts.deferred === 0 ? "" : `; ${plural(counts.deferred, "value")} not known yet and not checked`;
  const added = catalogue.additions.length === 0 ? "" : `, ${plural(catalogue.additions.length, "addition")} of yours`;
  const changed =
    severities === undefined
      ? ""
      : `, ${severities.length === 1 ? "1 severity" : `${severities.length} severities`} changed`;
  const facts =
    `checked for ${visible(target)}${TARGET_FROM[targetFrom]}, ` + `catalogue of ${catalogue.asOf}${added}${changed}`;
  return `${found} in ${plural(counts.resources, "resource")}${deferred}\n${paint("dim")(facts)}`;
}

function plural(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
