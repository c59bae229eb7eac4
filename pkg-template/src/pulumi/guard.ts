import { AsyncResource } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";
import { check, type Diagnostic, type Options, type Report } from "../inside";
import { type ConstructorCall, missingProperty, watchConstructors } from "./constructors";
import { constructionOf } from "./place";
import { type Entry, Program, standsFor } from "./program";
import { log, summaryOf, textOf } from "./report";
import { configuration, isRunByPulumi, programEnded, Refusal, runningStack, unknownOutput } from "./sdk";

/** Options of the guard. */
export interface GuardOptions extends Options {
  /** Is given every diagnostic once, besides Pulumi's log. */
  onDiagnostic?: (diagnostic: Diagnostic) => void;
}

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
  const { onDiagnostic, ...coreOptions } = options;
  check({ resources: [] }, coreOptions);
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
  /** Entries that were stopped: their errors have been shown. */
  private stopped = 0;
  private hasFailed = false;
  private stopsInTransform = false;
  /** The constructor call that is running, and whether its resource has been seen. */
  private calling: { call: ConstructorCall; place: string | undefined; standIns: Set<string>; entry?: Entry | undefined } | undefined;

  constructor(
    private readonly stack: pulumi.Resource, public options: Options, public onDiagnostic: ((diagnostic: Diagnostic) => void) | undefined,
  ) {}

  start(): void {
    watchConstructors(() => {
      const current = currentGuard();
      return current && ((call) => current.construct(call));
    });
    pulumi.runtime.registerStackTransformation((args) => this.transformation(args));
    this.registerTransform();
    void programEnded(this.stack).then((succeeded) => {
      this.hasFailed = !succeeded;
      if (!isRunByPulumi()) void this.finishInline();
    });
    if (isRunByPulumi()) process.once("beforeExit", () => this.finish());
  }

  /** Runs a constructor of a provider package. */
  private construct(call: ConstructorCall): object {
    const outer = this.calling;
    const calling = (this.calling = { call, place: constructionOf(call.name), standIns: new Set<string>(), entry: undefined as Entry | undefined });
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
    const props = (typeof call.args === "object" && call.args !== null ? call.args : {}) as { [property: string]: unknown };
    const entry = this.program.add({ type: call.type, name: String(call.name), props, opts: {}, place });
    return entry && this.errorsOf(entry);
  }

  /** Sees every resource of the program, in its constructor. */
  private transformation({ type, name, props, opts, resource }: pulumi.ResourceTransformationArgs): pulumi.ResourceTransformationResult | undefined {
    const { id, urn } = opts as { id?: unknown; urn?: unknown };
    // What is only read is not made by this program.
    if (id !== undefined || urn !== undefined) return undefined;
    const calling = this.calling?.call.type === type && this.calling.call.name === name ? this.calling : undefined;
    const entry = this.program.add({
      type, name, opts, resource, place: calling === undefined ? constructionOf(name) : calling.place, props: calling === undefined ? props : propsOf(calling, props),
    });
    if (entry === undefined) return undefined;
    if (calling !== undefined) calling.entry = entry;
    queueMicrotask(() => void (resource.urn as unknown as { promise(): Promise<unknown> }).promise().then(() => this.registered.add(entry), () => undefined));
    if (pulumi.runtime.isDryRun() || this.stopsInTransform) return undefined;
    return { props: this.gated(entry, props as { [property: string]: unknown }), opts };
  }

  /**
   * The same props, one of which waits for the verdict on all: if it is bad, the resource is never sent. Pulumi shows the
   * error as it is, which it does not when the engine brings it back from a transform.
   */
  private gated(entry: Entry, props: { [property: string]: unknown }): { [property: string]: unknown } {
    const property = Object.keys(props).find((key) => props[key] !== undefined);
    if (property === undefined) return props;
    const original = props[property];
    const verdict = entry.settled.then(() => {
      const refusal = this.errorsOf(entry);
      if (refusal !== undefined) throw refusal;
      return original;
    });
    const gate = pulumi.output(verdict);
    standsFor(gate, original);
    return { ...props, [property]: gate };
  }

  /** The errors that a resource has, or takes part in, among those seen so far. */
  private errorsOf(entry: Entry): Refusal | undefined {
    const report = this.check({ partial: true });
    const isOf = ({ resource, related }: Diagnostic): boolean =>
      [resource, ...(related ?? []).map((other) => other.resource)].some((named) => named?.kind === entry.kind && named.name === entry.name);
    const errors = this.fresh(report.diagnostics.filter((diagnostic) => diagnostic.severity === "error" && isOf(diagnostic)));
    if (errors.length === 0) return undefined;
    this.stopped += 1;
    return new Refusal(textOf(report, errors, "error", entry.place));
  }

  /**
   * The engine shows a resource to its transforms after all transformations, and also those that remote components make.
   * What was not seen in the program, or was changed since, is stopped here.
   *
   * In a program of the Automation API everything is: a resource that is never sent never gets an id, and such a program
   * would wait for it for ever.
   */
  private registerTransform(): void {
    try {
      const register = pulumi.runtime.registerResourceTransform as typeof pulumi.runtime.registerResourceTransform | undefined;
      if (register === undefined) return;
      // The engine calls from outside of the program, where the SDK does not know which stack is meant.
      const program = new AsyncResource("eventstorecloud-planner");
      register((args) => program.runInAsyncScope(() => this.transform(args)));
      this.stopsInTransform = !isRunByPulumi();
    } catch {
      // An engine without transforms has no remote components that make resources of ours either.
    }
  }

  private async transform({ type, name, props, opts }: pulumi.ResourceTransformArgs): Promise<undefined> {
    const seen = this.program.entries.find((entry) => entry.type === type && entry.logicalName === name);
    const entry = seen ?? this.program.add({ type, name, props: props as { [property: string]: unknown }, opts });
    if (entry === undefined) return undefined;
    await entry.settled;
    const isNews = seen === undefined || (await this.program.update(seen, props as { [property: string]: unknown }));
    if (pulumi.runtime.isDryRun() || !(isNews || this.stopsInTransform)) return undefined;
    const refusal = this.errorsOf(entry);
    if (refusal === undefined) return undefined;
    await pulumi.log.error(refusal.message);
    throw new Error(`eventstorecloud-planner: ${entry.kind} "${entry.name}" has errors, see above`);
  }

  private check(rest: { partial: boolean }): Report {
    const environmentVariables = { ...process.env };
    return check(this.program.document({ ...rest, configuration: configuration(), environmentVariables }), this.options);
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
    const entryOf = ({ resource }: Diagnostic): Entry | undefined => resource && this.program.find(resource.kind, resource.name);
    log(report, fresh, (diagnostic) => entryOf(diagnostic)?.place, (diagnostic) => {
      const entry = entryOf(diagnostic);
      // A message for a resource without a URN is never printed, nor is any that comes after it.
      return entry !== undefined && this.registered.has(entry) ? entry.resource : undefined;
    });
    const note = this.hasFailed ? "\nThe program stopped before its end: what comes after was not checked." : "";
    if (fresh.some(({ severity }) => severity === "error")) return new Refusal(`${summaryOf(report)}${note}`);
    if (this.stopped === 0 && pulumi.runtime.isDryRun()) void pulumi.log.info(`${summaryOf(report)}${note}`);
    return undefined;
  }

  private finish(): void {
    const refusal = this.conclude();
    if (refusal !== undefined) throw refusal;
  }

  /** The program of an Automation API call: its host goes on living, so nothing is thrown; errors in the log fail it. */
  private async finishInline(): Promise<void> {
    const done = (pulumi.runtime as unknown as { rpcKeepAlive?: () => () => void }).rpcKeepAlive?.();
    try {
      // Resources may still be on their way, and others may be made when they arrive.
      for (let seen = -1; seen !== this.program.entries.length;) {
        seen = this.program.entries.length;
        await Promise.all(this.program.entries.map(({ settled }) => settled));
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      const refusal = this.conclude();
      if (refusal !== undefined) await pulumi.log.error(refusal.message);
    } finally {
      done?.();
    }
  }
}

/** The props of a resource as the program wrote them: with the keys that the constructor drops, without stand-ins. */
function propsOf({ call, standIns }: { call: ConstructorCall; standIns: Set<string> }, props: object): { [property: string]: unknown } {
  const written = typeof call.args === "object" && call.args !== null ? (call.args as { [property: string]: unknown }) : {};
  const all: { [property: string]: unknown } = { ...written, ...props };
  for (const property of standIns) delete all[property];
  return all;
}
