// How property values travel between the engine and a policy pack.
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** A value that is not known yet. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A value that the program keeps secret. */
export const secret = (value) => ({ [SIGNATURE]: SECRET, value });

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Marks what is at these paths (`data.token`, `routes[0]`) as secret. */
export function withSecrets(properties, paths) {
  const marks = new Set(paths);
  const mark = (value, path) => {
    const inside = Array.isArray(value)
      ? value.map((item, index) => mark(item, `${path}[${index}]`))
      : isObject(value)
        ? Object.fromEntries(
            Object.entries(value).map(([key, item]) => [key, mark(item, path === "" ? key : `${path}.${key}`)]),
          )
        : value;
    return marks.has(path) ? secret(inside) : inside;
  };
  return mark(properties, "");
}

/** The values with all that is secret taken out. */
export function withoutSecrets(value) {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isObject(value)) return value;
  if (value[SIGNATURE] === SECRET) return "secret";
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutSecrets(item)]));
}

/**
 * What the engine leaves out when it asks for a verdict: notes of providers, whose names begin with two underscores.
 */
export function withoutNotes(value) {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (!isObject(value)) return value;
  if (value[SIGNATURE] === SECRET) return secret(withoutNotes(value.value));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith("__"))
      .map(([key, item]) => [key, withoutNotes(item)]),
  );
}
