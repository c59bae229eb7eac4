import { InputError } from "./errors";
import type { Edit } from "./generated/api";

export type Step = string | number;

/**
 * A copy of args with edits written into it, such as the `fix` of a diagnostic. The edits of one fix belong together.
 * Only the objects and arrays on the way to an edit are copied; everything else, Outputs and promises included, stays
 * the very thing it was. For a diagnostic without a resource the paths are those of the document.
 */
export function applyEdits<T extends object>(args: T, edits: readonly Edit[]): T {
  if (typeof args !== "object" || args === null) throw new InputError("args", "is no object");
  if (!Array.isArray(edits)) throw new InputError("edits", "is no array of edits, such as the `fix` of a diagnostic");
  let result: unknown = { ...args };
  for (const [place, edit] of (edits as readonly Edit[]).entries()) {
    if (typeof (edit as Edit | null)?.path !== "string") throw new InputError(`edits[${place}]`, "is no edit with a path");
    result = edited(result, steps(edit.path), edit);
  }
  return result as T;
}

function edited(value: unknown, [step, ...rest]: Step[], edit: Edit): unknown {
  if (step === undefined) return "value" in edit ? edit.value : undefined;
  const copy: { [key: string]: unknown } | unknown[] = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  if (rest.length === 0 && !("value" in edit)) {
    if (Array.isArray(copy)) copy.splice(Number(step), 1);
    else delete copy[step];
    return copy;
  }
  const inside = edited((copy as { [key: string]: unknown })[step], rest, edit);
  // A key such as `__proto__` is a key like others.
  Object.defineProperty(copy, step, { value: inside, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** The steps of a path: `cidrBlocks[0].address` or `data["odd key"]`. */
export function steps(path: string): Step[] {
  const parts = path.match(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]|[^.[\]]+/g) ?? [];
  return parts.map((part) => {
    if (!part.startsWith("[")) return part;
    const inside = part.slice(1, -1);
    return inside.startsWith('"') ? inside.slice(1, -1).replace(/\\(u\{[0-9a-f]+\}|.)/g, (_, escaped: string) => unescaped(escaped)) : Number(inside);
  });
}

function unescaped(escaped: string): string {
  return escaped.length > 1 ? String.fromCodePoint(parseInt(escaped.slice(2, -1), 16)) : escaped;
}
