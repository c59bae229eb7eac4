// What becomes of a resource that exists already.
import { isDeepStrictEqual } from "node:util";

import { hasUnknown, isUnknown, plain } from "../values.mjs";
import { attributesOf } from "./kinds.mjs";

/** `same`, `update` or `replace`: what the program says now is compared with the last outputs. */
export function diff(type, outputs, inputs, oldInputs) {
  const attributes = attributesOf(type);
  if (attributes === undefined) return isDeepStrictEqual(plain(inputs), plain(oldInputs)) ? "same" : "update";
  const changed = Object.entries(attributes).filter(
    ([property, attribute]) =>
      (property in inputs || property in oldInputs) &&
      differs(attribute, plain(outputs[property]), plain(inputs[property])),
  );
  if (changed.length === 0) return "same";
  return changed.some(([, { replaces }]) => replaces) ? "replace" : "update";
}

function differs({ type, folded }, old, wanted) {
  if (isUnknown(wanted) || hasUnknown(wanted)) return true;
  const comparable = (value) => {
    if (type === "set") return [...new Set(value ?? [])].sort();
    return folded && typeof value === "string" ? value.toLowerCase() : (value ?? "");
  };
  return !isDeepStrictEqual(comparable(old), comparable(wanted));
}
