import { InputError } from "./errors";
import type { ChangePlan, ChangeStep, Diagnostic, Edit, Report, Severity, TargetFrom } from "./generated/api";
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
  const { blocks, paint } = start(report, "report", "is no report of `check`", options);
  if (options?.summary !== false) blocks.push(summary(report, paint));
  return blocks.join("\n\n");
}

/**
 * A plan of changes as text for people: each resource to which something happens, with what changes and why, then what to
 * think of first, then the counts.
 */
export function formatPlan(plan: ChangePlan, options?: FormatOptions): string {
  if (!Array.isArray((plan as ChangePlan | null | undefined)?.steps)) throw new InputError("plan", "is no plan of `planChange`");
  const { blocks, paint } = start(plan, "plan", "is no plan of `planChange`", options);
  const steps = plan.steps.filter(({ action }) => action !== "none").map((step) => stepBlock(step, paint));
  if (options?.summary !== false) blocks.push(planSummary(plan, paint));
  return [...steps, ...blocks].join("\n\n");
}

/** The diagnostics of an answer as text, after a look at what was given. */
function start(
  answer: { diagnostics: Diagnostic[] }, path: string, fault: string, options: FormatOptions = {},
): { blocks: string[]; paint: Paints } {
  if (!Array.isArray((answer as Report | null | undefined)?.diagnostics)) throw new InputError(path, fault);
  if (typeof options !== "object" || options === null) throw new InputError("options", "is no object");
  const paint: Paints = (code) => (text) => options.color === true ? `\u001b[${CODES[code]}m${text}\u001b[0m` : text;
  return { blocks: answer.diagnostics.map((diagnostic) => block(diagnostic, options, paint)), paint };
}

function stepBlock(step: ChangeStep, paint: Paints): string {
  const isLoss = step.dataLoss || ["replace", "delete", "refused"].includes(step.action);
  const notes = [
    ...(step.order === undefined ? [] : [step.order === "deleteFirst" ? "the old one is deleted first" : "the new one is made first"]),
    ...(step.downtime === "none" ? [] : [`downtime: ${step.downtime}`]),
    ...(step.dataLoss ? ["data is lost"] : []),
  ];
  const head = [
    paint(isLoss ? "red" : "blue")(paint("bold")(step.action)),
    visible(`${step.resource.kind} ${step.resource.name}`.trim()),
    ...(notes.length === 0 ? [] : [notes.join(", ")]),
  ];
  const lines = [head.join("  ")];
  for (const { path, effect, from, to } of step.properties) {
    const values = from === undefined && to === undefined ? "" : ` ${JSON.stringify(from) ?? "nothing"} -> ${JSON.stringify(to) ?? "nothing"}`;
    lines.push(`  ${visible(`${path}:${values} (${effect})`)}`);
  }
  for (const reason of step.because) lines.push(`  ${paint("dim")("because:")} ${reason}`);
  if (step.route !== undefined) lines.push(`  ${paint("green")("way:")} ${step.route.hops.join(", then ")}`);
  return lines.join("\n");
}

function planSummary({ ok, steps, deferred, diagnostics, target, targetFrom }: ChangePlan, paint: Paints): string {
  const counts = new Map<string, number>();
  for (const { action } of steps) counts.set(action, (counts.get(action) ?? 0) + 1);
  const actions = [...counts].map(([action, count]) => `${count} ${action}`).join(", ");
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const found = ok ? paint("green")("no step is refused") : paint("red")(errors === 0 ? "a step is refused" : plural(errors, "error"));
  const open = deferred.length === 0 ? "" : `; ${plural(deferred.length, "change")} not known yet`;
  const facts = `planned for ${visible(target)}${TARGET_FROM[targetFrom]}`;
  return `${found} in ${plural(steps.length, "resource")} (${actions === "" ? "none" : actions})${open}\n${paint("dim")(facts)}`;
}

function block(diagnostic: Diagnostic, options: FormatOptions, paint: Paints): string {
  const severity: { [severity in Severity]: Paint } = { error: paint("red"), warning: paint("yellow"), info: paint("blue") };
  const place = options.locate?.(diagnostic);
  const { resource } = diagnostic;
  const named = resource !== undefined && options.resource !== false ? `${resource.kind} ${resource.name}`.trim() : "";
  const subject = [named, diagnostic.path].filter((part) => part !== "").join(" ");
  const head = [
    severity[diagnostic.severity](paint("bold")(diagnostic.severity)),
    paint("bold")(diagnostic.code),
    ...(subject === "" ? [] : [visible(subject)]),
    ...(place === undefined ? [] : [paint("cyan")(visible(place))]),
  ];
  const lines = [head.join("  "), `  ${diagnostic.message}`, `  ${paint("dim")("help:")} ${diagnostic.help}`];
  for (const edit of diagnostic.fix ?? []) lines.push(`  ${paint("green")("fix:")}  ${fixText(edit)}`);
  for (const { resource: other, path } of diagnostic.related ?? []) {
    lines.push(`  ${paint("dim")("see:")}  ${visible(`${other.kind} ${other.name} ${path}`.trim())}`);
  }
  const page = options.page?.(diagnostic);
  if (page !== undefined) lines.push(`  ${paint("dim")("page:")} ${visible(page)}`);
  return lines.join("\n");
}

function fixText(edit: Edit): string {
  return visible("value" in edit ? `${edit.path}: ${JSON.stringify(edit.value)}` : `remove ${edit.path}`);
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
  const changed = severities === undefined ? "" : `, ${severities.length === 1 ? "1 severity" : `${severities.length} severities`} changed`;
  const facts = `checked for ${visible(target)}${TARGET_FROM[targetFrom]}, catalogue of ${catalogue.asOf}${added}${changed}`;
  return `${found} in ${plural(counts.resources, "resource")}${deferred}\n${paint("dim")(facts)}`;
}

function plural(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
