// What the published provider refuses when a resource is registered, and what it makes of the rest.
import { isUnknown, plain } from "../values.mjs";
import { refusedCidr } from "./cidr.mjs";
import { coerced, WrongType } from "./coerce.mjs";
import { attributesOf, GP3 } from "./kinds.mjs";

const terraformName = (property) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The inputs as the provider takes them, with its defaults, in its types and with a name; and the reasons for which it
 * refuses them. `old` are the inputs of the resource that exists, which keeps the name that it was given.
 */
export function check(type, name, args, old) {
  const attributes = attributesOf(type);
  if (attributes === undefined) return { inputs: args, failures: [] };
  const inputs = {};
  const failures = [];
  const refuse = (property, reason) => failures.push(`${reason}. Examine values at '${name}.${property}'.`);
  for (const [property, value] of Object.entries(args)) {
    const isKnown = property in attributes || property.startsWith("__") || property === "timeouts";
    if (!isKnown && value !== null) refuse(property, "Invalid or unknown key");
  }
  for (const [property, attribute] of Object.entries(attributes)) {
    const given = args[property] ?? undefined;
    if (plain(given) === undefined || plain(given) === null) {
      if (attribute.required) refuse(property, `Missing required property '${property}'`);
      else if (attribute.named) inputs[property] = old?.[property] ?? `${name}-${suffixOf(type, name)}`;
      else if (attribute.default !== undefined) inputs[property] = attribute.default;
      continue;
    }
    try {
      inputs[property] = coerced(attribute, given);
      const reason = refused(terraformName(property), attribute, plain(inputs[property]));
      if (reason !== undefined) refuse(property, reason);
    } catch (error) {
      if (!(error instanceof WrongType)) throw error;
      refuse(property, error.message);
    }
  }
  return { inputs, failures };
}

function refused(name, { accepts, range, cidr }, value) {
  if (isUnknown(value)) return undefined;
  if (accepts !== undefined && !accepts.some((word) => equalsFolded(word, value))) {
    return `expected ${name} to be one of [${accepts.map((word) => `"${word}"`).join(" ")}], got ${value}`;
  }
  if (range !== undefined && (value < range[0] || value > range[1])) {
    return `expected ${name} to be in the range (${range[0]} - ${range[1]}), got ${value}`;
  }
  if (cidr === undefined) return undefined;
  const blocks = [value].flat().filter((block) => block !== null);
  // Where one is unknown, the provider checks none.
  if (blocks.some(isUnknown)) return undefined;
  return blocks.map((block) => refusedCidr(name, block, cidr)).find((reason) => reason !== undefined);
}

/** Equal but for case, as Unicode folds it. */
const equalsFolded = (word, value) => new RegExp(`^${word}$`, "iu").test(value);

/** Seven digits, as the provider appends them to the name of a resource. They are random there. */
function suffixOf(type, name) {
  let sum = 0;
  for (const letter of `${type}::${name}`) sum = (sum * 31 + letter.codePointAt(0)) % 0xfffffff;
  return sum.toString(16).padStart(7, "0");
}

/**
 * What the provider refuses when it is to create or to compare the resource: the settings of a disk, where it reads an
 * unknown value as 0, or an empty text.
 */
export function refusedPlan(type, inputs) {
  if (!("diskType" in (attributesOf(type) ?? {}))) return undefined;
  const known = (property, otherwise) => {
    const value = plain(inputs[property]);
    return value === undefined || isUnknown(value) ? otherwise : value;
  };
  const isGp3 = known("diskType", "") === "gp3";
  const label = { diskIops: "iops", diskThroughput: "throughput" };
  for (const [property, [least, most]] of Object.entries(GP3)) {
    const value = known(property, 0);
    if (isGp3 && value === 0) return `'${label[property]}' must be set when 'type' is 'gp3'`;
    if (isGp3 && (value < least || value > most)) {
      return `'${label[property]}' must be between ${least} and ${most} when 'type' is 'gp3'`;
    }
    if (!isGp3 && value !== 0) return `'${label[property]}' must not be set unless 'type' is 'gp3'`;
  }
  return undefined;
}
