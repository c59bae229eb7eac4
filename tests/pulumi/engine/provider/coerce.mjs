// From the value that a program has to the type that the provider has: `"500"` is 500, `7.9` is 7, `5` is `"5"`.
import { hasUnknown, isObject, isUnknown, mapContent } from "../values.mjs";

const TRUE = ["1", "t", "T", "TRUE", "true", "True"];
const FALSE = ["", "0", "f", "F", "FALSE", "false", "False"];

/** Thrown for a value that has no such form. As the provider's own, most of the messages have the value in them. */
export class WrongType extends Error {}

/** The value in the type of the attribute. What is unknown stays so, what is secret too. */
export function coerced({ type, items = "string" }, value) {
  return mapContent(value, (content) => {
    if (isUnknown(content) || content === null) return content;
    if (type === "list" || type === "set") {
      return (Array.isArray(content) ? content : [content]).map((item) => coerced({ type: items }, item));
    }
    if (type === "map") return map(content);
    return { int, bool, string }[type](content);
  });
}

function map(value) {
  if (Array.isArray(value) && value.length === 0) return {};
  if (!isObject(value)) throw new WrongType("must be a map");
  const known = Object.entries(value).filter(([, item]) => item !== null);
  // The provider looks at none of them when one is unknown.
  if (hasUnknown(value)) return Object.fromEntries(known);
  return Object.fromEntries(known.map(([key, item]) => [key, coerced({ type: "string" }, item)]));
}

function int(value) {
  if (typeof value === "number") return Math.trunc(value);
  if (value === "") return 0;
  if (typeof value === "string" && /^[+-]?\d+$/.test(value)) return Number(value);
  throw new WrongType(`cannot be parsed as a whole number: ${JSON.stringify(value)}`);
}

function bool(value) {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (TRUE.includes(String(value))) return true;
  if (FALSE.includes(String(value))) return false;
  throw new WrongType(`cannot be parsed as a boolean: ${JSON.stringify(value)}`);
}

function string(value) {
  if (typeof value === "object") throw new WrongType(`cannot be converted to text: ${JSON.stringify(value)}`);
  return String(value);
}
