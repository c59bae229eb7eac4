import { schedule } from "../../internal";
import { asked } from "../options";
import { say, sayJson } from "../output";

interface NextGiven {
  after?: string;
  count?: number;
  json?: boolean;
}

export function nextCommand(text: string, given: NextGiven): void {
  // The library never reads the clock; a person who asks for the next run means from now on.
  const after = given.after ?? new Date().toISOString().replace(/\.\d+Z$/, "Z");
  const runs = asked(() => schedule.next(text, { after, count: given.count ?? 1 }), "", "the schedule");
  if (given.json === true) sayJson(runs);
  else say(runs.join("\n"));
}

export function describeCommand(text: string, given: { json?: boolean }): void {
  const facts = asked(() => schedule.parse(text), "", "the schedule");
  if (given.json === true) return sayJson(facts);
  say(`${facts.description}\nas five fields: ${facts.schedule}\nruns in a week: ${facts.runsPerWeek}`);
}
