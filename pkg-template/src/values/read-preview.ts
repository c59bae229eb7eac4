// What `pulumi preview --json` prints, from a caller who may pass anything.
import { askPlanner } from "../core/planner";
import { InputError } from "../errors";
import { Limit, Question } from "../generated/boundary";
import type { Args } from "../json";
import { own, put } from "./data";
import { fromPreview, leftBehind } from "./from-preview";
import { isData } from "./marks";
import type { Translation } from "./translation";

/** The documents and steps of a preview. Throws an `InputError` for what is not as the command prints it. */
export function readPreview(preview: unknown): Translation {
  askPlanner(Question.CheckPreview, preview);
  return fromPreview(copied(preview));
}

/** A stack from a caller who may pass anything. Throws an `InputError` for what is not as the command prints it. */
export function readStack(stack: unknown): unknown {
  const read = copied(stack);
  const deployment = own(read, "deployment");
  const resources = own(deployment, "resources");
  // One that has nothing in it has no list. What is not read would be taken for a stack with nothing left behind.
  const isRead = typeof deployment === "object" && deployment !== null && !Array.isArray(deployment);
  if (!isRead || (resources !== undefined && !Array.isArray(resources)))
    throw new InputError("stack", "must be the output of `pulumi stack export`, parsed");
  return read;
}

/** A preview with what the next run does besides: it deletes what earlier replacements have left behind. */
export function withStack(translation: Translation, stack: unknown): Translation {
  const { plan } = translation;
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
      report: { ...plan.report, others: [...(plan.report.others ?? []), ...more.map(({ step }) => step)] },
      others: { resources: [...plan.others.resources, ...more.map(({ resource }) => resource)] },
    },
  };
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
