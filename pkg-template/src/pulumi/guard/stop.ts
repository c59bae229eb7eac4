// Keeps resources with errors from the provider in an update.
import { AsyncResource } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";
import type { Args, Diagnostic, Report } from "../../internal";
import { type Entry, type Program, standsFor } from "../program";
import { GuardError, hasOtherCallbacks, isRunByPulumi } from "../sdk";
import type { Reporter } from "./report";

/** Stops resources with errors before they are sent, or where the engine shows them. */
export class Stopper {
  /** Entries whose resources nothing stopped. */
  private readonly passed = new Set<Entry>();
  private hasTransform = false;
  /** Whether the engine shows resources to this guard. */
  private isAsked = false;
  /** Whether a resource has transforms of its own, which its children get too. */
  private hasOwnTransforms = false;
  /** The report that is about to be made. */
  private pending: Promise<Report> | undefined;

  constructor(
    private readonly program: Program,
    private readonly reporter: Reporter,
  ) {}

  /**
   * The same props, one of which waits for the verdict on all: if it is bad, the resource is never sent. Pulumi shows
   * the error as it is, which it does not when the engine brings it back from a transform.
   */
  gated(entry: Entry, props: Args): Args {
    const property = Object.keys(props).find((key) => props[key] !== undefined);
    if (property === undefined) return props;
    const original = props[property];
    const verdict = entry.resolved
      .then(() => this.nextReport())
      .then((report) => {
        const error = this.stopsInTransform() ? undefined : this.errorFor(entry, report);
        if (error !== undefined) throw error;
        return original;
      });
    const gate = pulumi.output(verdict);
    standsFor(gate, original);
    return { ...props, [property]: gate };
  }

  /** The error that stops a resource at once, if it has errors. */
  errorNow(entry: Entry): GuardError | undefined {
    return this.errorFor(entry, this.reporter.check({ partial: true }));
  }

  /** Notes the options of a resource. */
  noteOptions(options: pulumi.ResourceOptions): void {
    this.hasOwnTransforms ||= ((options as { transforms?: unknown[] }).transforms ?? []).length > 0;
  }

  /**
   * Whether resources are stopped where the engine shows them, and not before. In a program of the Automation API they
   * are: a resource that is never sent never gets an id, and such a program would wait for it for ever. Where the
   * program has transforms of its own they are, too: these may fix what is wrong.
   */
  stopsInTransform(): boolean {
    return this.isAsked && (!isRunByPulumi() || this.hasOwnTransforms || hasOtherCallbacks());
  }

  /**
   * The engine shows a resource to its transforms after all transformations, and also those that remote components
   * construct. What was not seen in the program, or was changed since, is stopped here. Registered as late as it can
   * be, after the program's own.
   */
  registerTransform(): void {
    if (this.hasTransform) return;
    this.hasTransform = true;
    try {
      const register = pulumi.runtime.registerResourceTransform as
        | typeof pulumi.runtime.registerResourceTransform
        | undefined;
      if (register === undefined) return;
      // The engine calls from outside of the program, where the SDK does not know which stack is meant.
      const program = new AsyncResource("eventstorecloud-planner");
      register((args) => program.runInAsyncScope(() => this.transform(args)));
      this.isAsked = true;
    } catch {
      // An engine without transforms has no remote components that construct resources of the provider packages either.
    }
  }

  private async transform({ type, name, props, opts }: pulumi.ResourceTransformArgs): Promise<undefined> {
    const sent = props as Args;
    const namesakes = this.program.entries.filter((entry) => entry.type === type && entry.logicalName === name);
    const seen = await this.program.whichOf(namesakes, sent);
    const entry = namesakes.length === 0 ? this.program.add({ type, name, props: sent, opts, isSent: true }) : seen;
    if (entry === undefined) return undefined;
    await entry.resolved;
    const isNews = seen === undefined || (await this.program.update(seen, sent));
    if (pulumi.runtime.isDryRun() || !(isNews || this.stopsInTransform())) return undefined;
    const error = this.errorFor(entry, await this.nextReport());
    if (error === undefined) return undefined;
    await pulumi.log.error(error.message);
    throw new Error(seeAbove(entry));
  }

  /** A report of the resources seen so far. Many resolve at the same time: they share one. */
  private nextReport(): Promise<Report> {
    return (this.pending ??= new Promise((resolve) => setImmediate(resolve)).then(() => {
      this.pending = undefined;
      return this.reporter.check({ partial: true });
    }));
  }

  /**
   * What stops a resource: errors that it has, and those that it takes part in where the resource that has them was let
   * through, because nothing was known of them then.
   */
  private errorFor(entry: Entry, report: Report): GuardError | undefined {
    const isIt = (named: Diagnostic["resource"]): boolean => named?.kind === entry.kind && named.name === entry.name;
    const stops = (diagnostic: Diagnostic): boolean => {
      const other = this.reporter.entryOf(diagnostic);
      const takesPart = (diagnostic.related ?? []).some(({ resource }) => isIt(resource));
      return isIt(diagnostic.resource) || (takesPart && (other === undefined || this.passed.has(other)));
    };
    const errors = report.diagnostics.filter((diagnostic) => diagnostic.severity === "error" && stops(diagnostic));
    if (errors.length === 0) {
      this.passed.add(entry);
      return undefined;
    }
    this.reporter.hasStopped = true;
    const fresh = this.reporter.fresh(errors);
    return new GuardError(fresh.length === 0 ? seeAbove(entry) : this.reporter.textsOf(report, fresh));
  }
}

function seeAbove({ kind, name }: Entry): string {
  return `eventstorecloud-planner: ${kind} "${name}" has errors, see above`;
}
