import { InputError, orInputError } from "./errors";
import type {
  ChangeAction,
  ChangePlan,
  ChangeStep,
  Diagnostic,
  Edit,
  ReplaceOrder,
  Report,
  ResourceName,
  Severity,
  TargetFrom,
} from "./generated/api";
import { Limit } from "./generated/boundary";
import { blocks, columns, indented, lines, spaced, visible } from "./layout";

/** How a report is printed. */
export interface FormatOptions {
  /** Whether to colour the text with ANSI codes. Default: false. */
  color?: boolean;
  /** The location of a diagnostic, such as `index.ts:7:5`. Default: none is printed. */
  locate?: (diagnostic: Diagnostic) => string | undefined;
  /** Where the page of a diagnostic's rule can be read, such as a file or a link. Default: none is printed. */
  page?: (diagnostic: Diagnostic) => string | undefined;
  /** Whether each diagnostic names its resource. Default: true. */
  resource?: boolean;
  /** Whether the counts and the age of the catalogue are printed at the end. Default: true. */
  summary?: boolean;
}

type Paint = (text: string) => string;
type Colour = keyof typeof CODES;
/** Colours text by the name of a colour. */
export type Paints = (colour: Colour) => Paint;

/** Codes of ANSI. */
const CODES = { red: 31, yellow: 33, blue: 34, cyan: 36, green: 32, bold: 1, dim: 2 };

/** A report as text: each diagnostic with its location, code, message, help and fix, then the counts. */
export function formatReport(report: Report, options?: FormatOptions): string {
  return printed(report, "report", "must be a report of `check`", options, (diagnostics, paint, hasSummary) =>
    hasSummary ? [...diagnostics, summaryText(report, [report], paint)] : diagnostics,
  );
}

/**
 * A plan of changes as text: the databases that are lost, each resource to which something happens, with what changes and
 * why, then the diagnostics, then the counts.
 */
export function formatPlan(plan: ChangePlan, options?: FormatOptions): string {
  return printed(plan, "plan", "must be a plan of `planChange`", options, (diagnostics, paint, hasSummary) => {
    const steps = items(plan.steps)
      .filter(({ action }) => action !== "none")
      .map((step) => stepBlock(step, paint));
    const headline = plan.headline === undefined ? [] : [paint("red")(paint("bold")(visible(plan.headline)))];
    return [...headline, ...steps, ...diagnostics, ...(hasSummary ? [planSummary(plan, paint)] : [])];
  });
}

/**
 * An answer as text: `whole` adds the rest to the blocks of its diagnostics. The answer went through the caller's
 * hands, so whatever is wrong in it is an `InputError`; only what the caller's own functions throw is theirs.
 */
function printed(
  answer: { diagnostics: Diagnostic[] },
  path: string,
  reason: string,
  options: FormatOptions | undefined,
  whole: (diagnostics: string[], paint: Paints, hasSummary: boolean) => string[],
): string {
  const { color, locate, page, resource, summary } = orInputError("options", "must be a readable object", () =>
    read(options),
  );
  const diagnostics = orInputError(path, reason, () => {
    bounded(answer);
    return items(answer.diagnostics);
  });
  const texts = diagnostics.map(
    (diagnostic) => [textOf(locate, "locate", diagnostic), textOf(page, "page", diagnostic)] as const,
  );
  const paint = paints(color === true);
  return orInputError(path, reason, () => {
    const found = diagnostics.map((diagnostic, at) => block(diagnostic, texts[at]!, resource !== false, paint));
    return blocks(whole(found, paint, summary !== false));
  });
}

/** The diagnostics of one resource as plain text. They come from the core: nothing of the caller's is read. */
export function diagnosticsOfResource(diagnostics: readonly Diagnostic[]): string {
  return blocks(diagnostics.map((diagnostic) => block(diagnostic, [undefined, undefined], false, paints(false))));
}

/** Text in the colours of a terminal, or as it is. */
export function paints(color: boolean): Paints {
  return (colour) => (text) => (color ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text);
}

/** A copy of an array of an answer, if it is one and not longer than any can be: it may have a `map` of its own. */
function items<T>(list: readonly T[]): readonly T[] {
  if (!Array.isArray(list) || list.length > (Limit.Values as number)) throw new TypeError("not an array");
  return Array.from({ length: list.length }, (_, at) => list[at] as T);
}

/** Throws for what would take without end to print, such as an array of holes or an object with a cycle. */
function bounded(value: unknown, left = { values: Limit.Values as number }, levels = Limit.Depth as number): void {
  if (typeof value !== "object" || value === null) return;
  const inside = Array.isArray(value) ? items(value as unknown[]) : Object.values(value);
  left.values -= inside.length;
  if (left.values < 0 || levels === 0) throw new TypeError("too much");
  for (let i = 0; i < inside.length; i++) bounded(inside[i], left, levels - 1);
}

/** The value for a word of an answer. Throws for a word that no answer has. */
function given<Word extends string, T>(values: Record<Word, T>, word: Word): T {
  if (!Object.keys(values).includes(word)) throw new TypeError("an unknown word");
  return values[word];
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}

function read(options: FormatOptions = {}): FormatOptions {
  if (typeof options !== "object" || options === null) throw new TypeError("not an object");
  return { ...options };
}

function textOf(work: FormatOptions["locate"], name: string, diagnostic: Diagnostic): string | undefined {
  if (work === undefined) return undefined;
  if (typeof work !== "function") throw new InputError(`options.${name}`, "must be a function");
  const text: unknown = work(diagnostic);
  if (text !== undefined && typeof text !== "string") throw new InputError(`options.${name}`, "must return a string");
  return text;
}

function stepBlock(step: ChangeStep, paint: Paints): string {
  const notes = [
    ...(step.order === undefined ? [] : [given(REPLACE_ORDER, step.order)]),
    ...(step.downtime === "none" ? [] : [`downtime: ${step.downtime}`]),
    ...(step.dataLoss ? ["data is lost"] : []),
  ];
  const head = [
    paint(step.dataLoss ? "red" : given(ACTION_COLOURS, step.action))(paint("bold")(step.action)),
    visible(spaced(step.resource.kind, step.resource.name)),
    ...(notes.length === 0 ? [] : [notes.join(", ")]),
  ];
  const below: string[] = [];
  for (const { path, effect, from, to } of items(step.properties)) {
    const values = from === undefined && to === undefined ? "" : ` ${json(from)} -> ${json(to)}`;
    below.push(visible(`${path}:${values} (${effect})`));
  }
  for (const reason of items(step.reasons)) below.push(`${paint("dim")("because:")} ${reason}`);
  if (step.route !== undefined) below.push(`${paint("green")("way:")} ${items(step.route.hops).join(", then ")}`);
  return lines([columns(head), ...below.map(indented)]);
}

function planSummary(plan: ChangePlan, paint: Paints): string {
  const { ok, steps, unlisted, incomplete, deferred, diagnostics } = plan;
  const counts = new Map<string, number>();
  for (const { action } of steps) counts.set(action, (counts.get(action) ?? 0) + 1);
  const actions = [...counts].map(([action, count]) => `${count} ${action}`).join(", ");
  const errors = items(diagnostics).filter(({ severity }) => severity === "error").length;
  const refused = steps.some(({ action }) => action === "refused");
  const found = ok
    ? paint("green")("no step is refused")
    : paint("red")(errors > 0 ? plural(errors, "error") : refused ? "a step is refused" : "a database is deleted");
  const more = unlisted === 0 ? "" : `; ${unlisted} more ${unlisted === 1 ? "stays" : "stay"} unchanged`;
  const open = deferred.length === 0 ? "" : `; ${plural(deferred.length, "change")} not known yet`;
  const facts = `planned for ${targetsText([plan])}${notesText([plan])}`;
  return lines([
    `${found} in ${plural(steps.length, "resource")} (${actions === "" ? "none" : actions})${more}${open}`,
    ...(incomplete ? [paint("yellow")("the plan is incomplete: resources or operations may be missing")] : []),
    paint("dim")(facts),
  ]);
}

function block(
  diagnostic: Diagnostic,
  [location, page]: readonly [string | undefined, string | undefined],
  isNamed: boolean,
  paint: Paints,
): string {
  const { resource, path } = diagnostic;
  const nameOf = ({ kind, name }: ResourceName): string => spaced(kind, name);
  const subject = spaced(resource !== undefined && isNamed ? nameOf(resource) : "", path);
  const { head, body } = diagnosticText(diagnostic, { subject, location, page, nameOf }, paint);
  return lines([head, body]);
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

/** A diagnostic as text: its first line, and the lines below it. The command line shows the source between the two. */
export function diagnosticText(
  diagnostic: Diagnostic,
  { subject, location, page, nameOf }: Around,
  paint: Paints,
): { head: string; body: string } {
  const { severity, code, message, help, fix, related } = diagnostic;
  const head = [
    paint(given(SEVERITY_COLOURS, severity))(paint("bold")(severity)),
    paint("bold")(code),
    ...(subject === "" ? [] : [visible(subject)]),
    ...(location === undefined ? [] : [paint("cyan")(visible(location))]),
  ];
  const body = [message, `${paint("dim")("help:")} ${help}`];
  for (const edit of items(fix ?? [])) body.push(`${paint("green")("fix:")}  ${fixText(edit)}`);
  for (const { resource, path } of items(related ?? [])) {
    body.push(`${paint("dim")("see:")}  ${visible(spaced(nameOf(resource), path))}`);
  }
  if (page !== undefined) body.push(`${paint("dim")("page:")} ${visible(page)}`);
  return { head: columns(head), body: lines(body.map(indented)) };
}

function fixText(edit: Edit): string {
  return visible("value" in edit ? `${edit.path}: ${json(edit.value)}` : `remove ${edit.path}`);
}

const SEVERITY_COLOURS: Record<Severity, Colour> = { error: "red", warning: "yellow", info: "blue" };

/** Actions after which something is gone are red, and what is not going to happen at all. */
const ACTION_COLOURS: Record<ChangeAction, Colour> = {
  none: "blue",
  undecided: "blue",
  create: "blue",
  update: "blue",
  disk: "blue",
  resize: "blue",
  upgrade: "blue",
  replace: "red",
  delete: "red",
  import: "blue",
  read: "blue",
  forget: "yellow",
  refused: "red",
};

const REPLACE_ORDER: Record<ReplaceOrder, string> = {
  deleteFirst: "the old one is deleted first",
  createFirst: "the new one is created first",
};

/** Where the target comes from. */
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
  reports: readonly TargetOf[],
  paint: Paints,
): string {
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
  const files = reports.length === 1 ? "" : ` of ${reports.length} files`;
  const facts = `checked for ${targetsText(reports)}, catalogue of ${catalogue.asOf}${added}${changed}${notesText(reports)}`;
  return lines([`${found} in ${plural(counts.resources, "resource")}${files}${deferred}`, paint("dim")(facts)]);
}

/** What a report or a plan says of its target. */
type TargetOf = Pick<Report, "target" | "targetFrom" | "targetNote">;

/** The targets of reports. If there is only one, where it comes from is said too. */
function targetsText(reports: readonly TargetOf[]): string {
  const targets = [...new Set(reports.map(({ target }) => visible(target)))].sort();
  const [first] = reports;
  const from = targets.length === 1 && first !== undefined ? given(TARGET_FROM, first.targetFrom) : "";
  return `${targets.join(" and ")}${from}`;
}

/** What is to be known of the versions of the targets, once each. */
function notesText(reports: readonly TargetOf[]): string {
  const notes = [...new Set(reports.flatMap(({ targetNote }) => targetNote ?? []))].sort();
  return notes.map((note) => `; ${visible(note)}`).join("");
}

function plural(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
