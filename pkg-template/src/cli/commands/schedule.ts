import { schedule } from "../../internal";
import { callLibrary, type Names } from "../options";
import { print, printJson } from "../output";

const NAMES: Names = { arguments: { text: "SCHEDULE" } };

export function nextCommand(text: string, options: { after?: string; count: number; json?: true }): void {
  // The library never reads the clock; a person who asks for the next run means from now on.
  const after = options.after ?? new Date().toISOString().replace(/\.\d+Z$/, "Z");
  const runs = callLibrary(() => schedule.next(text, { after, count: options.count }), NAMES);
  if (options.json === true) printJson(runs);
  else print(runs.join("\n"));
}

export function describeCommand(text: string, options: { json?: true }): void {
  const facts = callLibrary(() => schedule.parse(text), NAMES);
  if (options.json === true) printJson(facts);
  else print(`${facts.description}\nas five fields: ${facts.schedule}\nruns in a week: ${facts.runsPerWeek}`);
}
