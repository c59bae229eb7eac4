// What a violation says. Pulumi prints it below the name of its policy, the resource, and the description of the
// policy.
import { type Diagnostic, formatReport, type Report } from "../internal";
import type { Verdict } from "./checks";

/** One diagnostic as the text of a violation: code and place, what is wrong, what to do, and where the page is. */
export function textOf({ report, isUnsure }: Verdict, diagnostic: Diagnostic): string {
  const shown: Report = { ...report, diagnostics: [isUnsure ? unsure(diagnostic) : diagnostic] };
  // In a console nobody knows the folders of the machine that it ran on, so the page is named inside its package.
  return formatReport(shown, {
    summary: false,
    resource: false,
    page: ({ code }) => `eventstorecloud-planner/rules/${code}.md`,
  });
}

/** Says of a value that is not shown that it need not be secret, and what to do about it. */
function unsure(diagnostic: Diagnostic): Diagnostic {
  const message = diagnostic.message.replace(/^the value is secret\b/, "the value may be secret");
  if (message === diagnostic.message) return diagnostic;
  return {
    ...diagnostic,
    message,
    help: `${diagnostic.help}; with the option \`showValues\` of the policies it is shown here`,
  };
}
