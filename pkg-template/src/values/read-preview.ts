// What `pulumi preview --json` prints, from a caller who may pass anything.
import { askPlanner } from "../core/planner";
import { InputError } from "../errors";
import { Limit, Question } from "../generated/boundary";
import type { Args } from "../json";
import { list, own, put, textOf } from "./data";
import { fromPreview, leftBehind } from "./from-preview";
import { isData } from "./marks";
import type { Translation } from "./translation";

/**
 * The documents and steps of a preview, with what the next run does besides to a stack. Throws an `InputError` for what is
 * not as the commands print it.
 */
export function readPreview(preview: unknown, stack?: unknown): Translation {
  askPlanner(Question.CheckPreview, preview);
  const read = copied(preview);
  const translation = fromPreview(read);
  return stack === undefined ? translation : withStack(translation, read, readStack(stack));
}

/** A stack from a caller who may pass anything. Throws an `InputError` for what is not as the command prints it. */
function readStack(stack: unknown): unknown {
  const read = copied(stack);
  if (!isObject(read)) throw new InputError("stack", "must be what `pulumi stack export` prints, parsed");
  const deployment = own(read, "deployment");
  if (!isObject(deployment)) throw new InputError("stack.deployment", "must be an object");
  const resources = own(deployment, "resources");
  // A stack without resources has none.
  if (resources === undefined || resources === null) return read;
  if (!Array.isArray(resources))
    throw new InputError("stack.deployment.resources", "must be an array that can be read");
  for (const [index, state] of resources.entries()) {
    const path = `stack.deployment.resources[${index}]`;
    if (!isObject(state)) throw new InputError(path, "must be an object within the size limit");
    if (textOf(own(state, "urn")) === undefined) throw new InputError(`${path}.urn`, "must be a string");
  }
  return read;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A preview with what the next run does besides: it deletes what earlier replacements have left behind. */
function withStack(translation: Translation, preview: unknown, stack: unknown): Translation {
  const { plan } = translation;
  const [ofPreview, ofStack] = [own(preview, "steps"), own(own(stack, "deployment"), "resources")].map(stackOf);
  if (ofPreview !== undefined && ofStack !== undefined && ofPreview !== ofStack)
    throw new InputError("stack", `must be the stack of the preview: \`${ofPreview}\`, not \`${ofStack}\``);
  const left = leftBehind(stack);
  if (plan === undefined || left.steps.length === 0) return translation;
  // A preview may show one of them already.
  const shown = new Set((plan.report.others ?? []).map(({ id }) => id));
  const more = left.steps
    .map((step, at) => ({ step, resource: left.resources[at]! }))
    .filter(({ step }) => !shown.has(step.id));
  return {
    ...translation,
    plan: {
      ...plan,
      report: { ...plan.report, others: [...(plan.report.others ?? []), ...more.map(({ step }) => step)] },
      others: { resources: [...plan.others.resources, ...more.map(({ resource }) => resource)] },
    },
  };
}

/** Stack and project of the first resource that has them, as its URN begins. */
function stackOf(resources: unknown): string | undefined {
  const urns = list(resources).map((one) => textOf(own(one, "urn")) ?? "");
  return urns.map((urn) => /^urn:pulumi:(.+?::.+?)::/s.exec(urn)?.[1]).find((found) => found !== undefined);
}

/** Stands for what is no data, or cannot be read: no property of ours can be that. */
const UNREADABLE = Symbol("unreadable");

/** A copy of which nothing is the caller's own: reading it runs no code, ends, and gives the same again. */
function copied(value: unknown): unknown {
  const open: object[] = [];
  let left: number = Limit.Values;
  const copy = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (open.length >= Limit.Depth || open.includes(value)) return UNREADABLE;
    open.push(value);
    try {
      return Array.isArray(value) ? items(value) : isData(value) ? entries(value) : UNREADABLE;
    } catch {
      return UNREADABLE;
    } finally {
      open.pop();
    }
  };
  /** A property that throws is the only thing that is lost. */
  const read = (value: object, key: string | number): unknown => {
    try {
      return copy((value as Args)[key]);
    } catch {
      return UNREADABLE;
    }
  };
  const items = (value: readonly unknown[]): unknown => {
    const said: unknown = value.length;
    const length = typeof said === "number" && said > 0 ? Math.floor(said) : 0;
    if (length > left) return UNREADABLE;
    left -= length;
    return Array.from({ length }, (_, index) => read(value, index));
  };
  const entries = (value: object): unknown => {
    const keys = Object.keys(value);
    if (keys.length > left) return UNREADABLE;
    left -= keys.length;
    const result = {};
    for (const key of keys) put(result, key, read(value, key));
    return result;
  };
  return copy(value);
}
