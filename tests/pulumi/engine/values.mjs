// How property values travel between a program and its engine. Besides JSON there are objects with a signature, and one
// string which stands for a value that is not known yet.
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";

/** A value that is not known yet. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isSigned = (value, signature) => isObject(value) && value[SIGNATURE] === signature;
const secret = (value) => ({ [SIGNATURE]: SECRET, value });

export const isUnknown = (value) => value === UNKNOWN;

/** Applies `change` to a value, or to what is inside of its mark when it is secret. */
export const mapContent = (value, change) =>
  isSigned(value, SECRET) ? secret(mapContent(value.value, change)) : change(value);

/** The value without its marks of secrets, deep inside too. */
export const plain = (value) => (isSigned(value, SECRET) ? plain(value.value) : inside(value, plain));

/** Applies `change` to what is directly inside a list or an object. */
function inside(value, change) {
  if (Array.isArray(value)) return value.map(change);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));
}

/** Unknown and secret values become output values: what the engine does before it calls a transform. */
export function upgrade(value) {
  if (value === UNKNOWN) return { [SIGNATURE]: OUTPUT };
  if (isSigned(value, SECRET)) {
    const content = upgrade(value.value);
    return isSigned(content, OUTPUT)
      ? { ...content, secret: true }
      : { [SIGNATURE]: OUTPUT, value: content, secret: true };
  }
  return inside(value, upgrade);
}

/** The way back, after the transforms. Dependencies inside of values are lost. */
export function downgrade(value) {
  if (!isSigned(value, OUTPUT)) return inside(value, downgrade);
  const content = "value" in value ? downgrade(value.value) : UNKNOWN;
  return value.secret ? secret(content) : content;
}

/** An output value that knows the resources it comes from, unless there are none. */
export function dependingOn(value, urns) {
  if (urns.length === 0) return value;
  const output = isSigned(value, OUTPUT) ? value : { [SIGNATURE]: OUTPUT, value };
  return { ...output, dependencies: [...new Set([...(output.dependencies ?? []), ...urns])] };
}

/** All resources that the output values inside of this one come from. */
export function dependenciesOf(value) {
  if (!isObject(value) && !Array.isArray(value)) return [];
  const own = isSigned(value, OUTPUT) ? (value.dependencies ?? []) : [];
  return [...new Set([...own, ...Object.values(value).flatMap(dependenciesOf)])];
}

/** Marks properties as secret, as the resource option `additionalSecretOutputs` asks for. */
export function markSecret(properties, names) {
  const marked = { ...properties };
  for (const name of names) if (name in marked && !isSigned(marked[name], SECRET)) marked[name] = secret(marked[name]);
  return marked;
}

/** What a program can be sent that does not understand all of this. */
export function understoodBy({ partialValues, secrets, resources }, properties) {
  const simplify = (value) => {
    if (!secrets && isSigned(value, SECRET)) return simplify(value.value);
    if (!resources && isSigned(value, RESOURCE)) return value.id ?? value.urn;
    return inside(value, simplify);
  };
  const complete = Object.entries(properties).filter(([, value]) => partialValues || !hasUnknown(value));
  return simplify(Object.fromEntries(complete));
}

/** Whether the value is unknown, or something inside of it is. */
export const hasUnknown = (value) =>
  value === UNKNOWN || ((isObject(value) || Array.isArray(value)) && Object.values(value).some(hasUnknown));

/**
 * For tests: the values without their wrappings, and the paths (`data.token`, `routes[0]`) of those that are secret.
 */
export function unwrapped(properties) {
  const secrets = [];
  const unwrap = (value, path) => {
    if (isSigned(value, SECRET)) {
      secrets.push(path);
      return unwrap(value.value, path);
    }
    if (Array.isArray(value)) return value.map((item, index) => unwrap(item, `${path}[${index}]`));
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([key, item]) => [
      key,
      unwrap(item, path === "" ? key : `${path}.${key}`),
    ]);
    return Object.fromEntries(entries);
  };
  return { props: unwrap(properties, ""), secrets };
}
