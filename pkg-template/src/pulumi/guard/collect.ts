// What the program constructs: every resource is seen in its constructor and in its transformation.
import * as pulumi from "@pulumi/pulumi";
import { type Args, type Call, kindOf } from "../../internal";
import { type ConstructorCall, missingProperty } from "../constructors";
import { constructionOf } from "../location";
import type { Entry, Program, Registration } from "../program";
import { unknownOutput } from "../sdk";
import type { Stopper } from "./stop";

/** A constructor call that is running. */
interface Construction {
  readonly constructorCall: ConstructorCall;
  readonly call: Call;
  /** Properties that were left out and have a stand-in, so that the constructor goes on. */
  readonly standIns: Set<string>;
  /** Its resource, once it has been seen. */
  entry: Entry | undefined;
}

/** Collects the resources of a program as they are constructed. */
export class Collector {
  private running: Construction | undefined;

  constructor(
    private readonly program: Program,
    private readonly stopper: Stopper,
  ) {}

  /** Runs a constructor of a provider package. */
  construct(constructorCall: ConstructorCall): object {
    const outer = this.running;
    const running: Construction = {
      constructorCall,
      call: constructionOf(constructorCall.name),
      standIns: new Set<string>(),
      entry: undefined,
    };
    this.running = running;
    let { args } = constructorCall;
    try {
      for (;;) {
        try {
          return constructorCall.make(args);
        } catch (error) {
          const missing = missingProperty(error);
          if (missing === undefined || running.entry !== undefined || running.standIns.has(missing)) throw error;
          if (!pulumi.runtime.isDryRun()) throw this.errorOf(running) ?? error;
          // The preview is going to fail; with a stand-in it shows what else is wrong.
          running.standIns.add(missing);
          args = { ...(args as object | undefined), [missing]: unknownOutput() };
        }
      }
    } finally {
      this.running = outer;
    }
  }

  /** What is wrong with a resource whose constructor throws, as the error to throw instead. */
  private errorOf({ constructorCall: { type, name, args }, call }: Construction): Error | undefined {
    const entry = this.program.add({ type, name: String(name), props: writtenArgs(args), opts: {}, call });
    return entry && this.stopper.errorNow(entry);
  }

  /** Sees every resource of the program, in its constructor. */
  transformation({
    type,
    name,
    props,
    opts,
    resource,
  }: pulumi.ResourceTransformationArgs): pulumi.ResourceTransformationResult | undefined {
    this.stopper.registerTransform();
    this.stopper.noteOptions(opts);
    const { id, urn } = opts as { id?: unknown; urn?: unknown };
    // What is only read is not created by this program.
    if (id !== undefined || urn !== undefined) return undefined;
    const { running } = this;
    const own = running?.constructorCall.type === type && running.constructorCall.name === name ? running : undefined;
    const entry = this.program.add({
      type,
      name,
      opts,
      resource,
      call: own?.call ?? (kindOf(type) === undefined ? {} : constructionOf(name)),
      ...(own === undefined ? { props } : writtenIn(own, props)),
    });
    if (entry === undefined) return undefined;
    if (own !== undefined) own.entry = entry;
    queueMicrotask(
      () =>
        void (resource.urn as unknown as { promise(): Promise<unknown> }).promise().then(
          () => {
            entry.isRegistered = true;
          },
          () => undefined,
        ),
    );
    if (pulumi.runtime.isDryRun() || this.stopper.stopsInTransform()) return undefined;
    return { props: this.stopper.gated(entry, props as Args), opts };
  }
}

/** The props of a resource as the program wrote them: with the keys that the constructor drops, without stand-ins. */
function writtenIn({ constructorCall, standIns }: Construction, kept: object): Pick<Registration, "props" | "dropped"> {
  const written = writtenArgs(constructorCall.args);
  const props: Args = { ...written, ...kept };
  for (const property of standIns) delete props[property];
  return { props, dropped: Object.keys(written).filter((property) => !(property in kept)) };
}

function writtenArgs(args: unknown): Args {
  return typeof args === "object" && args !== null ? (args as Args) : {};
}
