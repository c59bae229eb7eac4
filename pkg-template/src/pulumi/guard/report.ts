// What the guard says of the program: the checks, and their diagnostics in Pulumi's log.
import * as pulumi from "@pulumi/pulumi";
import { type Call, check, type Diagnostic, located, type Report } from "../../internal";
import { log, summaryOf, textsOf } from "../log";
import type { Entry, Program } from "../program";
import { configuration, GuardError } from "../sdk";
import type { Settings } from "./options";

/** Checks the program that has been collected, and shows every diagnostic once. */
export class Reporter {
  /** Whether the program ended with an error. */
  hasFailed = false;
  /** Whether a resource was stopped: its errors have been shown. */
  hasStopped = false;
  private readonly shown = new Set<string>();

  constructor(
    private readonly program: Program,
    private readonly settings: Settings,
  ) {}

  /** Checks the resources that have been collected so far. */
  check(rest: { partial: boolean }): Report {
    const environmentVariables = { ...process.env };
    const document = this.program.document({ ...rest, configuration: configuration(), environmentVariables });
    const report = check(document, this.settings.core);
    return {
      ...report,
      diagnostics: report.diagnostics.map((diagnostic) => located(diagnostic, this.callOf(diagnostic))),
    };
  }

  /** Those that have not been shown yet; from now on they have. */
  fresh(diagnostics: Diagnostic[]): Diagnostic[] {
    return diagnostics.filter((diagnostic) => {
      const key = JSON.stringify([diagnostic.code, diagnostic.resource, diagnostic.path, diagnostic.message]);
      if (this.shown.has(key)) return false;
      this.shown.add(key);
      this.settings.onDiagnostic?.(diagnostic);
      return true;
    });
  }

  /** Diagnostics as text. */
  textsOf(report: Report, diagnostics: Diagnostic[]): string {
    return textsOf(report, diagnostics, (diagnostic) => this.callOf(diagnostic));
  }

  /** The entry that a diagnostic is about. */
  entryOf({ resource }: Diagnostic): Entry | undefined {
    return resource && this.program.find(resource.kind, resource.name);
  }

  /** Shows what has not been shown yet. Gives the errors as one error, if there are any. */
  conclude(): GuardError | undefined {
    if (this.program.entries.length === 0) return undefined;
    const report = this.check({ partial: this.hasFailed });
    const fresh = this.fresh(report.diagnostics);
    log(
      report,
      fresh,
      (diagnostic) => this.callOf(diagnostic),
      (diagnostic) => {
        const entry = this.entryOf(diagnostic);
        // A message for a resource without a URN is never printed, nor is any that comes after it.
        return entry?.isRegistered === true ? entry.resource : undefined;
      },
    );
    const note = this.hasFailed ? "\nThe program stopped before its end: what comes after was not checked." : "";
    if (fresh.some(({ severity }) => severity === "error")) return new GuardError(`${summaryOf(report)}${note}`);
    if (!this.hasStopped && pulumi.runtime.isDryRun()) void pulumi.log.info(`${summaryOf(report)}${note}`);
    return undefined;
  }

  /** Where the resource of a diagnostic is constructed. */
  private callOf(diagnostic: Diagnostic): Call {
    return this.entryOf(diagnostic)?.call ?? {};
  }
}
