import type { Args } from "./json";
import { InputError, orInputError } from "./errors";
import type { Edit } from "./generated/api";
import { Limit } from "./generated/boundary";

export type Step = string | number;

const NOT_EDITS = "must be an array of edits, such as the `fix` of a diagnostic";
const DOES_NOT_FIT = "cannot be applied: it does not fit the args, or they cannot be read";

/**
 * A copy of args with edits written into it, such as the `fix` of a diagnostic. The edits of one fix belong together.
 * Only the objects and arrays on the way to an edit are copied; everything else, Outputs and promises included, stays
 * the very value it was. For a diagnostic without a resource the paths are those of the document.
 */
export function applyEdits<T extends object>(args: T, edits: readonly Edit[]): T {
  if (typeof args !== "object" || args === null) throw new InputError("args", "must be an object");
  const count = orInputError("edits", NOT_EDITS, () => (Array.isArray(edits) ? edits.length : undefined));
  if (count === undefined) throw new InputError("edits", NOT_EDITS);
  let result: unknown = orInputError("args", "cannot be read", () => ({ ...args }));
  for (let index = 0; index < count; index++) {
    result = orInputError(`edits[${index}]`, DOES_NOT_FIT, () => {
      const edit = edits[index] as Edit | null;
      if (typeof edit?.path !== "string") throw new InputError(`edits[${index}]`, "must be an edit with a `path`");
      const way = steps(edit.path);
      // Of all that is read, nothing is deeper.
      if (way.length > 2 * (Limit.Depth as number)) throw new RangeError("a path to nowhere");
      return edited(result, way, edit);
    });
  }
  return result as T;
}

function edited(value: unknown, [step, ...rest]: Step[], edit: Edit): unknown {
  if (step === undefined) return "value" in edit ? edit.value : undefined;
  const copy = copied(value);
  if (rest.length === 0 && !("value" in edit)) {
    if (Array.isArray(copy) && typeof step === "number") copy.splice(step, 1);
    else Reflect.deleteProperty(copy, step);
    return copy;
  }
  const inside = edited((copy as Args)[step], rest, edit);
  // A key such as `__proto__` is a key like others.
  Object.defineProperty(copy, step, { value: inside, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** A copy of what has something inside; anything else has nothing that would stay. */
function copied(value: unknown): Args | unknown[] {
  if (typeof value !== "object" || value === null) return {};
  if (!Array.isArray(value)) return { ...value };
  if (value.length > (Limit.Values as number)) throw new RangeError("more items than any input can have");
  return [...(value as unknown[])];
}

/** The steps of a path: `cidrBlocks[0].address` or `data["odd key"]`. */
export function steps(path: string): Step[] {
  const parts = path.match(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]|[^.[\]]+/g) ?? [];
  return parts.map((part) => {
    if (!part.startsWith("[")) return part;
    const inside = part.slice(1, -1);
    return inside.startsWith('"')
      ? inside.slice(1, -1).replace(/\\(u\{[0-9a-f]+\}|.)/g, (_, escaped: string) => unescaped(escaped))
      : Number(inside);
  });
}

function unescaped(escaped: string): string {
  if (escaped.length === 1) return escaped;
  const point = parseInt(escaped.slice(2, -1), 16);
  return point > 0x10ffff ? "\ufffd" : String.fromCodePoint(point);
}
