import { setFlagsFromString } from "node:v8";
import { check, type Options, type Report } from "../../internal";
import { Failure, messageOf } from "../failure";
import { recognise, recognised } from "../formats/recognise";
import type { Subject } from "../formats/subject";
import { filesOf, type Wanted } from "../input/files";
import { insteadOf, load } from "../input/load";
import { packageJsonOf } from "../input/package-json";
import { callLibrary, type CheckOptions, optionsOf } from "../options";
import { isColored, print, printError, Progress } from "../output";
import { located, type LocatedResult, type Result } from "../report/result";

export type FormatName = "pretty" | "json" | "sarif" | "junit" | "github";

interface CommandOptions extends CheckOptions {
  format: FormatName;
  maxWarnings?: number;
  fix?: true;
  fixDryRun?: true;
}

/** So few files are checked before an optimised core would be ready. */
const FEW = 20;

/**
 * Keeps V8 from optimising the core while it already runs: for a thousand resources that takes longer than it saves. A
 * version of Node that does not know the flag goes on without it.
 */
function startFast(): void {
  try {
    setFlagsFromString("--liftoff-only");
  } catch {
    // Then it takes a little longer.
  }
}

/** Checks files. The exit code: 0 without errors, 1 with errors, 2 when a file could not be read. */
export async function checkCommand(names: string[], flags: CommandOptions): Promise<void> {
  const files = await filesOf(names);
  if (files.length <= FEW) startFast();
  const options = await optionsOf(flags);
  const results: Result[] = [];
  let [unreadable, skipped] = [0, 0];
  const progress = new Progress("checked", files.length);
  for (const [at, file] of files.entries()) {
    try {
      const subject = await subjectOf(file);
      if (subject === undefined) skipped += 1;
      else results.push({ subject, report: reportOf(subject, options) });
    } catch (error) {
      if (!(error instanceof Failure) || files.length === 1) throw error;
      progress.end();
      printError(`error: ${messageOf(error)}`);
      unreadable += 1;
    }
    progress.step(at + 1);
  }
  progress.end();
  if (results.length === 0 && unreadable === 0)
    throw new Failure(`none of the ${files.length} matching files can be checked`);
  if (flags.fix === true || flags.fixDryRun === true) await fixAll(results, flags, options);
  if (results.length > 0) print(await written(results, flags.format));
  for (const { subject } of results) {
    if (subject.doubt !== undefined) printError(`warning: ${subject.parsed.shown}: ${subject.doubt}`);
    if (subject.note !== undefined) printError(`note: ${subject.parsed.shown}: ${subject.note}`);
  }
  if (skipped > 0)
    printError(`skipped ${skipped} of ${files.length} files: neither documents nor the output of Pulumi or Terraform`);
  const warnings = results.reduce((sum, { report }) => sum + report.counts.warnings, 0);
  const tooMany = flags.maxWarnings !== undefined && warnings > flags.maxWarnings;
  if (tooMany) printError(`${warnings} warnings exceed the maximum of ${flags.maxWarnings} set by --max-warnings`);
  const hasErrors = tooMany || results.some(({ report }) => !report.ok);
  const isIncomplete = results.some(({ subject }) => subject.doubt !== undefined);
  process.exitCode = unreadable > 0 ? 2 : hasErrors ? 1 : isIncomplete ? 3 : 0;
}

async function subjectOf({ name, byPattern }: Wanted): Promise<Subject | undefined> {
  if (byPattern && insteadOf(name) !== undefined) return undefined;
  const parsed = await load(name);
  return byPattern ? recognise(parsed) : recognised(parsed);
}

function reportOf(subject: Subject, options: Options): Report {
  const packageJson =
    subject.usesPackageJson && options.target === undefined ? packageJsonOf(subject.parsed.file) : undefined;
  return callLibrary(() =>
    check(subject.document, {
      ...options,
      ...(subject.dialect === undefined ? {} : { dialect: subject.dialect }),
      ...(packageJson === undefined ? {} : { packageJson }),
    }),
  );
}

async function fixAll(results: Result[], flags: CommandOptions, options: Options): Promise<void> {
  const { fixed, write } = await import("../fix/fix");
  let others = 0;
  for (const result of results) {
    const { subject, report } = result;
    const hasFix = report.diagnostics.some(({ fix }) => fix !== undefined);
    if (subject.format !== "document") others += hasFix ? 1 : 0;
    if (subject.format !== "document" || !hasFix) continue;
    if (subject.parsed.file === undefined && flags.fix === true)
      throw new Failure("standard input cannot be fixed; name a file, or use --fix-dry-run");
    await subject.parsed.locations();
    const change = await fixed(
      subject,
      report,
      (changed) => reportOf(changed, options),
      flags.format === "pretty" && isColored(),
    );
    if (change === undefined) continue;
    if (flags.fix === true) await write(subject.parsed.file ?? "", change.subject.parsed.text);
    const count = change.count === 1 ? "1 fix" : `${change.count} fixes`;
    const done = flags.fix === true ? `wrote ${count} to` : `${count} for`;
    const text = `${change.patch}\n${done} ${subject.parsed.shown}\n`;
    // Other formats are read by machines, which want nothing else on standard output.
    if (flags.format === "pretty") print(`${text}\n`);
    else printError(text.trimEnd());
    if (flags.fix === true) Object.assign(result, { subject: change.subject, report: change.report });
  }
  if (others > 0) printError("only documents can be fixed; for the output of Pulumi and Terraform, change the program");
}

async function written(results: Result[], format: FormatName): Promise<string> {
  return REPORTS[format](await Promise.all(results.map(located)));
}

/** Each format is loaded when it is callLibrary for. */
const REPORTS: Record<FormatName, (results: LocatedResult[]) => Promise<string>> = {
  pretty: async (results) => (await import("../report/pretty")).pretty(results, isColored()),
  json: async (results) => (await import("../report/json")).json(results),
  sarif: async (results) => (await import("../report/sarif")).sarif(results),
  junit: async (results) => (await import("../report/junit")).junit(results),
  github: async (results) => (await import("../report/github")).github(results),
};
