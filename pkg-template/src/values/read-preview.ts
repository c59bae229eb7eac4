// Whether a value is what `pulumi preview --json` prints, parsed. It comes from the caller, so it may be anything.
import { InputError } from "../errors";
import { Limit } from "../generated/boundary";
import { kindOf } from "../kinds";
import { own } from "./data";
import { fromPreview } from "./from-preview";
import { isData, isDefaultProvider, urnParts } from "./marks";
import type { Translation } from "./translation";

/** The documents and steps of a preview. Throws an `InputError` for what is not as the command prints it. */
export function readPreview(preview: unknown): Translation {
  const around = [objectAt("preview", preview)];
  const steps = at("preview.steps", () => own(preview, "steps"));
  if (steps === undefined) throw new InputError("preview.steps", "is required");
  if (!Array.isArray(steps)) throw wrong("preview.steps", "an array", steps);
  if (steps.length > (Limit.Values as number)) throw new InputError("preview.steps", "is beyond the size limit");
  for (let index = 0; index < steps.length; index++) {
    const path = `preview.steps[${index}]`;
    const step = at(path, () => steps[index] as unknown);
    assertStep(path, step, [...around, steps]);
  }
  return at("preview", () => fromPreview(preview));
}

function assertStep(path: string, step: unknown, around: object[]): void {
  const inside = [...around, objectAt(path, step, around)];
  const urn = at(`${path}.urn`, () => own(step, "urn"));
  if (urn === undefined) throw new InputError(`${path}.urn`, "is required");
  if (typeof urn !== "string") throw wrong(`${path}.urn`, "a string", urn);
  const parts = urnParts(urn);
  if (parts === undefined)
    throw new InputError(`${path}.urn`, "is not a URN such as `urn:pulumi:STACK::PROJECT::TYPE::NAME`");
  const kind = kindOf(parts.type);
  if (kind === undefined || isDefaultProvider(kind, parts.name)) return;
  for (const side of ["oldState", "newState"]) {
    const state = at(`${path}.${side}`, () => own(step, side));
    if (state !== undefined && state !== null) objectAt(`${path}.${side}`, state, inside);
  }
}

/** Does what reads something of the caller's, which may throw. */
function at<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw new InputError(path, "must be plain data that can be read");
  }
}

function objectAt(path: string, value: unknown, around: readonly object[] = []): object {
  if (typeof value !== "object" || value === null || !at(path, () => isData(value)))
    throw wrong(path, "an object", value);
  if (around.includes(value)) throw new InputError(path, "must be an object, not one that contains itself");
  return value;
}

function wrong(path: string, expected: string, value: unknown): InputError {
  return new InputError(path, `must be ${expected}, not ${typeName(value)}`);
}

/** What a value is, with its article. Reveals nothing of the value itself. */
function typeName(value: unknown): string {
  if (value === null || value === undefined) return "`null`";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object of a class" : `a ${typeof value}`;
}
