import { AsyncResource } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";
import { check, type Diagnostic, InputError, kindOf, type Options, type Report } from "../internal";
import { type ConstructorCall, missingProperty, watchConstructors } from "./constructors";
import { constructionOf, placed } from "./place";
import { type Entry, Program, type Registration, standsFor } from "./program";
import { log, summaryOf, textsOf } from "./report";
import {
  configuration,
  hasOtherCallbacks,
  hasResources,
  isRunByPulumi,
  programEnded,
  Refusal,
  registerLastTransformation,
  runningStack,
  unknownOutput,
} from "./sdk";

/** Options of the guard. */
export interface GuardOptions extends Options {
  /** Is given every diagnostic once, besides Pulumi's log. */
  onDiagnostic?: (diagnostic: Diagnostic) => void;
}

/** Time in ms that an inline program's last values are waited for once it has ended. */
const MOST_WAITING = 5_000;

/** The guards by the stack that they look at. */
const guards = new WeakMap<pulumi.Resource, Guard>();

/**
 * Checks every resource of the provider packages that this program makes from here on, and all of them together.
 *
 * In a preview, all problems of the program are shown at its end, then the preview fails. In an update, a resource with
 * an error never reaches the provider. Warnings and advice go to Pulumi's log and stop nothing.
 *
 * Call it before the first resource, or import `eventstorecloud-planner/pulumi/guard` as the first line, which does it.
 * A second call changes the options. Does nothing where no stack is running, as under Pulumi's mocks: there
 * `eventstorecloud-planner/testing` has the same checks.
 *
 * Throws an `InputError` for an option that cannot be used.
 */
export function guard(options: GuardOptions = {}): void {
  const { onDiagnostic, ...coreOptions } = placed(guard, () => checked(options));
  const stack = runningStack();
  if (stack === undefined) {
    void pulumi.log.debug("eventstorecloud-planner: no stack is running, so nothing is guarded");
    return;
  }
  const known = guards.get(stack);
  if (known !== undefined) {
    known.options = coreOptions;
    known.onDiagnostic = onDiagnostic;
    return;
  }
  const fresh = new Guard(stack, coreOptions, onDiagnostic);
  guards.set(stack, fresh);
  fresh.start();
}

/** The same options, if they can be used. */
function checked(options: GuardOptions): GuardOptions {
  if (typeof options !== "object" || options === null) throw new InputError("options", "is no object");
  const { onDiagnostic, ...coreOptions } = options;
  check({ resources: [] }, coreOptions);
  if (onDiagnostic !== undefined && typeof onDiagnostic !== "function")
    throw new InputError("options.onDiagnostic", "is no function");
  return options;
}

/** Whether the guard shows the problems of the program that is running, all of them at its end. */
export function isShownByGuard(): boolean {
  return pulumi.runtime.isDryRun() && isGuarded();
}

/** Whether a guard looks at the program that is running. */
export function isGuarded(): boolean {
  return currentGuard() !== undefined;
}

function currentGuard(): Guard | undefined {
  const stack = runningStack();
  return stack === undefined ? undefined : guards.get(stack);
}

class Guard {
  private readonly program = new Program();
  private readonly registered = new Set<Entry>();
  private readonly shown = new Set<string>();
  /** Entries whose resources nothing stopped. */
  private readonly passed = new Set<Entry>();
  /** Entries that were stopped: their errors have been shown. */
  private stopped = 0;
  private hasFailed = false;
  private hasTransform = false;
  /** Whether the engine shows resources to this guard. */
  private isAsked = false;
  /** Whether a resource has transforms of its own, which its children get too. */
  private hasOwnTransforms = false;
  /** The report that is about to be made. */
  private awaited: Promise<Report> | undefined;
  /** The constructor call that is running, and whether its resource has been seen. */
  private calling:
    | { call: ConstructorCall; place: string | undefined; standIns: Set<string>; entry?: Entry | undefined }
    | undefined;

  constructor(
    private readonly stack: pulumi.Resource,
    public options: Options,
    public onDiagnostic: ((diagnostic: Diagnostic) => void) | undefined,
  ) {}

  start(): void {
    watchConstructors(() => {
      const current = currentGuard();
      return current && ((call) => current.construct(call));
    });
    registerLastTransformation(this.stack, (args) => this.transformation(args));
    if (hasResources(this.stack)) this.registerTransform();
    void programEnded(this.stack).then((succeeded) => {
      this.hasFailed = !succeeded;
      if (!isRunByPulumi()) void this.finishInline();
    });
    if (isRunByPulumi()) process.once("beforeExit", () => this.finish());
  }

  /** Runs a constructor of a provider package. */
  private construct(call: ConstructorCall): object {
    const outer = this.calling;
    const calling = (this.calling = {
      call,
      place: constructionOf(call.name),
      standIns: new Set<string>(),
      entry: undefined as Entry | undefined,
    });
    let args = call.args;
    try {
      for (;;) {
        try {
          return call.make(args);
        } catch (error) {
          const missing = missingProperty(error);
          if (missing === undefined || calling.entry !== undefined || calling.standIns.has(missing)) throw error;
          if (!pulumi.runtime.isDryRun()) throw this.refusalOf(calling) ?? error;
          // The preview is going to fail; with a stand-in it shows what else is wrong.
          calling.standIns.add(missing);
          args = { ...(args as object | undefined), [missing]: unknownOutput() };
        }
      }
    } finally {
      this.calling = outer;
    }
  }

  /** What is wrong with a resource that its constructor refused, as the error to throw. */
  private refusalOf({ call, place }: { call: ConstructorCall; place: string | undefined }): Refusal | undefined {
    const props = (typeof call.args === "object" && call.args !== null ? call.args : {}) as {
      [property: string]: unknown;
    };
    const entry = this.program.add({ type: call.type, name: String(call.name), props, opts: {}, place });
    return entry && this.errorsOf(entry, this.check({ partial: true }));
  }

  /** Sees every resource of the program, in its constructor. */
  private transformation({
    type,
    name,
    props,
    opts,
    resource,
  }: pulumi.ResourceTransformationArgs): pulumi.ResourceTransformationResult | undefined {
    this.registerTransform();
    this.hasOwnTransforms ||= ((opts as { transforms?: unknown[] }).transforms ?? []).length > 0;
    const { id, urn } = opts as { id?: unknown; urn?: unknown };
    // What is only read is not made by this program.
    if (id !== undefined || urn !== undefined) return undefined;
    const calling = this.calling?.call.type === type && this.calling.call.name === name ? this.calling : undefined;
    const place = calling?.place ?? (kindOf(type) === undefined ? undefined : constructionOf(name));
    const entry = this.program.add({
      type,
      name,
      opts,
      resource,
      place,
      ...(calling === undefined ? { props } : writtenIn(calling, props)),
    });
    if (entry === undefined) return undefined;
    if (calling !== undefined) calling.entry = entry;
    queueMicrotask(
      () =>
        void (resource.urn as unknown as { promise(): Promise<unknown> }).promise().then(
          () => this.registered.add(entry),
          () => undefined,
        ),
    );
    if (pulumi.runtime.isDryRun() || this.stopsInTransform()) return undefined;
    return { props: this.gated(entry, props as { [property: string]: unknown }), opts };
  }

  /**
   * The same props, one of which waits for the verdict on all: if it is bad, the resource is never sent. Pulumi shows
   * the error as it is, which it does not when the engine brings it back from a transform.
   */
  private gated(entry: Entry, props: { [property: string]: unknown }): { [property: string]: unknown } {
    const property = Object.keys(props).find((key) => props[key] !== undefined);
    if (property === undefined) return props;
    const original = props[property];
    const verdict = entry.settled
      .then(() => this.nextReport())
      .then((report) => {
        const refusal = this.stopsInTransform() ? undefined : this.errorsOf(entry, report);
        if (refusal !== undefined) throw refusal;
        return original;
      });
    const gate = pulumi.output(verdict);
    standsFor(gate, original);
    return { ...props, [property]: gate };
  }

  /** A report of the resources seen so far. Many settle at the same time: they share one. */
  private nextReport(): Promise<Report> {
    return (this.awaited ??= new Promise((resolve) => setImmediate(resolve)).then(() => {
      this.awaited = undefined;
      return this.check({ partial: true });
    }));
  }

  /**
   * What stops a resource: errors that it has, and those that it takes part in where the resource that has them was let
   * through, because nothing was known of them then.
   */
  private errorsOf(entry: Entry, report: Report): Refusal | undefined {
    const isIt = (named: Diagnostic["resource"]): boolean => named?.kind === entry.kind && named.name === entry.name;
    const stops = (diagnostic: Diagnostic): boolean => {
      const other = this.entryOf(diagnostic);
      const takesPart = (diagnostic.related ?? []).some(({ resource }) => isIt(resource));
      return isIt(diagnostic.resource) || (takesPart && (other === undefined || this.passed.has(other)));
    };
    const errors = report.diagnostics.filter((diagnostic) => diagnostic.severity === "error" && stops(diagnostic));
    if (errors.length === 0) {
      this.passed.add(entry);
      return undefined;
    }
    this.stopped += 1;
    const fresh = this.fresh(errors);
    return new Refusal(
      fresh.length === 0 ? seeAbove(entry) : textsOf(report, fresh, (diagnostic) => this.entryOf(diagnostic)?.place),
    );
  }

  /** The entry that a diagnostic is about. */
  private entryOf({ resource }: Diagnostic): Entry | undefined {
    return resource && this.program.find(resource.kind, resource.name);
  }

  /**
   * The engine shows a resource to its transforms after all transformations, and also those that remote components
   * make. What was not seen in the program, or was changed since, is stopped here. Registered as late as it can be,
   * after the program's own.
   */
  private registerTransform(): void {
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
      // An engine without transforms has no remote components that make resources of ours either.
    }
  }

  /**
   * Whether resources are stopped where the engine shows them, and not before. In a program of the Automation API they
   * are: a resource that is never sent never gets an id, and such a program would wait for it for ever. Where the
   * program has transforms of its own they are, too: these may mend what is wrong.
   */
  private stopsInTransform(): boolean {
    return this.isAsked && (!isRunByPulumi() || this.hasOwnTransforms || hasOtherCallbacks());
  }

  private async transform({ type, name, props, opts }: pulumi.ResourceTransformArgs): Promise<undefined> {
    const sent = props as { [property: string]: unknown };
    const namesakes = this.program.entries.filter((entry) => entry.type === type && entry.logicalName === name);
    const seen = await this.program.whichOf(namesakes, sent);
    const entry = namesakes.length === 0 ? this.program.add({ type, name, props: sent, opts, isSent: true }) : seen;
    if (entry === undefined) return undefined;
    await entry.settled;
    const isNews = seen === undefined || (await this.program.update(seen, sent));
    if (pulumi.runtime.isDryRun() || !(isNews || this.stopsInTransform())) return undefined;
    const refusal = this.errorsOf(entry, await this.nextReport());
    if (refusal === undefined) return undefined;
    await pulumi.log.error(refusal.message);
    throw new Error(seeAbove(entry));
  }

  private check(rest: { partial: boolean }): Report {
    const environmentVariables = { ...process.env };
    return check(
      this.program.document({ ...rest, configuration: configuration(), environmentVariables }),
      this.options,
    );
  }

  /** Those that have not been shown yet; from now on they have. */
  private fresh(diagnostics: Diagnostic[]): Diagnostic[] {
    return diagnostics.filter((diagnostic) => {
      const key = JSON.stringify([diagnostic.code, diagnostic.resource, diagnostic.path, diagnostic.message]);
      if (this.shown.has(key)) return false;
      this.shown.add(key);
      this.onDiagnostic?.(diagnostic);
      return true;
    });
  }

  /** Shows what has not been shown yet. Gives the errors as one error, if there are any. */
  private conclude(): Refusal | undefined {
    if (this.program.entries.length === 0) return undefined;
    const report = this.check({ partial: this.hasFailed });
    const fresh = this.fresh(report.diagnostics);
    log(
      report,
      fresh,
      (diagnostic) => this.entryOf(diagnostic)?.place,
      (diagnostic) => {
        const entry = this.entryOf(diagnostic);
        // A message for a resource without a URN is never printed, nor is any that comes after it.
        return entry !== undefined && this.registered.has(entry) ? entry.resource : undefined;
      },
    );
    const note = this.hasFailed ? "\nThe program stopped before its end: what comes after was not checked." : "";
    if (fresh.some(({ severity }) => severity === "error")) return new Refusal(`${summaryOf(report)}${note}`);
    if (this.stopped === 0 && pulumi.runtime.isDryRun()) void pulumi.log.info(`${summaryOf(report)}${note}`);
    return undefined;
  }

  private finish(): void {
    const refusal = this.conclude();
    if (refusal !== undefined) throw refusal;
  }

  /**
   * The program of an Automation API call: its host goes on living, so nothing is thrown; errors in the log fail it.
   */
  private async finishInline(): Promise<void> {
    const done = (pulumi.runtime as unknown as { rpcKeepAlive?: () => () => void }).rpcKeepAlive?.();
    try {
      // Resources may still be on their way, and others may be made when they arrive.
      for (let seen = -1; seen !== this.program.entries.length; ) {
        seen = this.program.entries.length;
        const all = Promise.all(this.program.entries.map(({ settled }) => settled));
        // A value may never come, of a resource that failed: it is not waited for without end.
        await Promise.race([all, new Promise((resolve) => setTimeout(resolve, MOST_WAITING).unref())]);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      const refusal = this.conclude();
      if (refusal !== undefined) await pulumi.log.error(refusal.message);
    } finally {
      done?.();
    }
  }
}

function seeAbove({ kind, name }: Entry): string {
  return `eventstorecloud-planner: ${kind} "${name}" has errors, see above`;
}

/** The props of a resource as the program wrote them: with the keys that the constructor drops, without stand-ins. */
function writtenIn(
  { call, standIns }: { call: ConstructorCall; standIns: Set<string> },
  kept: object,
): Pick<Registration, "props" | "dropped"> {
  const written =
    typeof call.args === "object" && call.args !== null ? (call.args as { [property: string]: unknown }) : {};
  const props: { [property: string]: unknown } = { ...written, ...kept };
  for (const property of standIns) delete props[property];
  return { props, dropped: Object.keys(written).filter((property) => !(property in kept)) };
}
