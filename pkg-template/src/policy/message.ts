// What a violation says. Pulumi prints it below the name of its policy, the resource, and the description of the
// policy.
import { type Diagnostic, formatReport, indented, lines } from "../internal";
import type { Verdict } from "./checks";

/** Below a diagnostic that shows no value although that need not be secret. */
const MAY_BE_SECRET =
  "note: Pulumi does not tell whether the value is secret, and it may be; with the option `showValues` of the " +
  "policies it is shown here";

/** One diagnostic as the text of a violation: code and path, what is wrong, what to do, and where the page is. */
export function textOf({ report, isUnsure }: Verdict, diagnostic: Diagnostic): string {
  const text = formatReport(
    { ...report, diagnostics: [diagnostic] },
    // In a console nobody knows the folders of the machine that it ran on, so the page is named inside its package.
    { summary: false, resource: false, page: ({ code }) => `eventstorecloud-planner/rules/${code}.md` },
  );
  return isUnsure && diagnostic.redacted === true ? lines([text, indented(MAY_BE_SECRET)]) : text;
}
