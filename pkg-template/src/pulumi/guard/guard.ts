// The guard of a running program. Its parts: `collect.ts` sees what the program constructs, `report.ts` checks and
// shows it, `finish.ts` knows when, `stop.ts` keeps resources with errors from the provider.
import * as pulumi from "@pulumi/pulumi";
import { watchConstructors } from "../constructors";
import { withCall } from "../location";
import { Program } from "../program";
import { hasResources, registerLastTransformation, runningStack } from "../sdk";
import { Collector } from "./collect";
import { reportAtEnd } from "./finish";
import { type GuardOptions, type Settings, settingsOf } from "./options";
import { Reporter } from "./report";
import { Stopper } from "./stop";

/** The guards by the stack that they look at. */
const guards = new WeakMap<pulumi.Resource, Guard>();

/**
 * Checks every resource of the provider packages that this program constructs from here on, and all of them together.
 *
 * In a preview, all diagnostics of the program are shown at its end, then the preview fails. In an update, a resource
 * with an error never reaches the provider. Warnings and advice go to Pulumi's log and stop nothing.
 *
 * Call it before the first resource, or import `eventstorecloud-planner/pulumi/guard` as the first line, which does it.
 * A second call changes the options. Does nothing where no stack is running, as under Pulumi's mocks: there
 * `eventstorecloud-planner/testing` has the same checks.
 *
 * Throws an `InputError` for an option that is invalid.
 */
export function guard(options: GuardOptions = {}): void {
  const settings = withCall(guard, () => settingsOf(options));
  const stack = runningStack();
  if (stack === undefined) {
    void pulumi.log.debug("eventstorecloud-planner: no stack is running, so nothing is guarded");
    return;
  }
  const known = guards.get(stack);
  if (known !== undefined) {
    Object.assign(known.settings, settings);
    return;
  }
  const fresh = new Guard(settings);
  guards.set(stack, fresh);
  fresh.start(stack);
}

/** Whether the guard shows the diagnostics of the program that is running, all of them at its end. */
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
  private readonly reporter: Reporter;
  private readonly stopper: Stopper;
  private readonly collector: Collector;

  constructor(readonly settings: Settings) {
    this.reporter = new Reporter(this.program, settings);
    this.stopper = new Stopper(this.program, this.reporter);
    this.collector = new Collector(this.program, this.stopper);
  }

  start(stack: pulumi.Resource): void {
    watchConstructors(() => {
      const current = currentGuard();
      return current && ((call) => current.collector.construct(call));
    });
    registerLastTransformation(stack, (args) => this.collector.transformation(args));
    if (hasResources(stack)) this.stopper.registerTransform();
    reportAtEnd(stack, this.program, this.reporter);
  }
}
