// The options of these commands: `--name value`, each with a default, which says whether it is a number.
import { parseArgs } from "node:util";

export function given(defaults) {
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: "string" }]));
  const { values } = parseArgs({ options });
  return Object.fromEntries(
    Object.entries(defaults).map(([name, usual]) => [
      name,
      values[name] === undefined ? usual : read(name, values[name], usual),
    ]),
  );
}

function read(name, text, usual) {
  if (typeof usual !== "number") return text;
  const number = Number(text.replaceAll("_", ""));
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} is a whole number`);
  return number;
}
