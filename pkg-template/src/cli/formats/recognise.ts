// What a file is, by what is in it.
import { Failure } from "../failure";
import type { Parsed } from "../input/parse";
import { documentOf, isDocument } from "./document";
import { engineOutputOf } from "./engine";
import { looksElse } from "./instead";
import type { Subject } from "./subject";

/** What the file is; undefined when it is nothing that could be checked. */
export function recognise(parsed: Parsed): Subject | undefined {
  const output = engineOutputOf(parsed);
  if (output !== undefined) return output;
  return looksElse(parsed.value) === undefined && isDocument(parsed.value) ? documentOf(parsed) : undefined;
}

/** The same for a file that was named: it has to be something. */
export function recognised(parsed: Parsed): Subject {
  const subject = recognise(parsed);
  if (subject !== undefined) return subject;
  const nothing =
    "must be a document with `resources`, or the output of `pulumi preview --json`, `pulumi stack export` or " +
    "`terraform show -json`";
  throw new Failure(`${parsed.shown}: ${looksElse(parsed.value) ?? nothing}`);
}
