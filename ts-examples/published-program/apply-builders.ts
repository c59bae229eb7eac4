/** What the builders of a program make of its arguments, without running the program. */
import * as planner from "eventstorecloud-planner";
import { ValidationError, type BuilderOptions, type Document } from "eventstorecloud-planner";
import type { Program } from "./read-program.js";

type Args = NonNullable<Document["resources"][number]["args"]>;

/** A builder whose arguments come from a program's text, so that no type is known here. */
type Builder = (args: never, options: BuilderOptions) => object;

const NAMES = new Set(planner.kinds().map(({ builder }) => builder));
/** The builders by name: one for each kind of resource. */
const BUILDERS = new Map(Object.entries(planner).filter(([name]) => NAMES.has(name)) as [string, Builder][]);

/** Whether a value is one of the document's marks for what is not written as plain data. */
function isMark(value: unknown): boolean {
  return typeof value === "object" && value !== null && ("ref" in value || "unknown" in value || "secret" in value);
}

/**
 * The arguments as the builder returns them: spelling normalised, documented
 * defaults completed. References and unknown values come back as they went in.
 * Arguments which the builder refuses stay as they are written.
 */
function build(builder: Builder, name: string, args: Args): Args {
  const waiting = new Map<unknown, unknown>();
  const given = Object.entries(args).map(([key, value]): [string, unknown] => {
    if (!isMark(value)) return [key, value];
    const later = new Promise<never>(() => undefined);
    waiting.set(later, value);
    return [key, later];
  });
  try {
    const built = builder(Object.fromEntries(given) as never, { name, onDiagnostic: () => undefined });
    return Object.fromEntries(
      Object.entries(built).map(([key, value]) => [key, waiting.get(value) ?? (value as unknown)]),
    ) as Args;
  } catch (error) {
    if (error instanceof ValidationError) return args;
    throw error;
  }
}

/** The document of a program as its builders would hand it to the provider; that is what is to be checked. */
export function applyBuilders({ document, builders }: Program): Document {
  const resources = document.resources.map((resource, index) => {
    const builder = BUILDERS.get(builders.get(index) ?? "");
    return builder === undefined ? resource : { ...resource, args: build(builder, resource.name, resource.args ?? {}) };
  });
  return { ...document, resources };
}
