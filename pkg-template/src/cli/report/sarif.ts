// SARIF 2.1.0, the format of code scanning: results with regions, fixes, and the facts of the rules.
import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import type { Fix, Log, ReportingDescriptor, Result as SarifResult } from "sarif";
import { explain, type Location, type RulePage, type Severity, version } from "../../internal";
import { fixedText } from "../fix/text";
import type { Subject } from "../formats/subject";
import { Lines } from "../input/lines";
import { fileOf, type LocatedDiagnostic, type LocatedResult, locate, subjectLine } from "./result";

const LEVELS: Record<Severity, "error" | "warning" | "note"> = { error: "error", warning: "warning", info: "note" };
/** Results of GitHub's code scanning have at most this many fixes in a file; all of them cost time. */
const MOST_FIXES = 500;

export async function sarif(results: readonly LocatedResult[]): Promise<string> {
  const codes = [...new Set(results.flatMap(({ report }) => report.diagnostics.map(({ code }) => code)))].sort();
  let fixes = 0;
  const found: SarifResult[] = [];
  for (const { subject, report } of results) {
    for (const diagnostic of report.diagnostics) {
      const fix = diagnostic.fix !== undefined && fixes < MOST_FIXES ? await fixOf(subject, diagnostic) : undefined;
      if (fix !== undefined) fixes += 1;
      found.push({ ...resultOf(subject, diagnostic, codes), ...(fix === undefined ? {} : { fixes: [fix] }) });
    }
  }
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "eventstorecloud-planner",
            version,
            semanticVersion: version,
            informationUri: "https://www.npmjs.com/package/eventstorecloud-planner",
            rules: codes.map((code) => ruleOf(explain(code))),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { uri: `${pathToFileURL(process.cwd()).href}/` } },
        artifacts: results.map(({ subject }) => ({ location: artifact(subject.parsed.file) })),
        results: found,
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function ruleOf(page: RulePage): ReportingDescriptor {
  const text = `${page.title}\n\n${page.why}`;
  return {
    id: page.code,
    name: page.name,
    shortDescription: { text: `${page.title}.` },
    fullDescription: { text: page.title },
    help: {
      text: `${text}\n\nExample:\n${page.example}\n\nUse instead:\n${page.useInstead}`,
      markdown:
        `${text}\n\n**Example**\n\n\`\`\`ts\n${page.example}\n\`\`\`\n\n**Use instead**\n\n\`\`\`ts\n` +
        `${page.useInstead}\n\`\`\``,
    },
    defaultConfiguration: { level: LEVELS[page.severity] },
    properties: {
      tags: ["eventstore-cloud", page.category],
      precision: page.confidence === "high" ? "very-high" : page.confidence,
      detectedAt: page.detectedAt,
      since: page.since,
      source: page.source,
    },
  };
}

function artifact(file: string | undefined): { uri: string; uriBaseId?: string } {
  if (file === undefined) return { uri: "stdin:" };
  // Relative to the folder of the run, as code scanning wants it; what is outside goes by its whole path.
  const [base, url] = [`${pathToFileURL(process.cwd()).href}/`, pathToFileURL(file).href];
  return url.startsWith(base) ? { uri: url.slice(base.length), uriBaseId: "SRCROOT" } : { uri: url };
}

function resultOf(subject: Subject, diagnostic: LocatedDiagnostic, codes: string[]): SarifResult {
  const name = subjectLine(subject, diagnostic);
  const fingerprint = createHash("sha256")
    .update([diagnostic.code, name, artifact(subject.parsed.file).uri].join("\0"))
    .digest("hex")
    .slice(0, 32);
  return {
    ruleId: diagnostic.code,
    ruleIndex: codes.indexOf(diagnostic.code),
    level: LEVELS[diagnostic.severity],
    message: { text: `${diagnostic.message}. Help: ${diagnostic.help}` },
    locations: [
      {
        physicalLocation: physical(subject, diagnostic.location),
        ...(name === "" ? {} : { logicalLocations: [{ fullyQualifiedName: name, kind: "resource" }] }),
      },
    ],
    ...(diagnostic.related === undefined
      ? {}
      : {
          relatedLocations: diagnostic.related.map((related, id) => ({
            id,
            message: { text: subjectLine(subject, related) },
            physicalLocation: physical(subject, locate(subject, related)),
          })),
        }),
    partialFingerprints: { "eventstorecloudPlanner/v1": fingerprint },
  };
}

function physical(
  subject: Subject,
  location: Location,
): { artifactLocation: { uri: string }; region: { startLine: number } } {
  const { start, end } = location;
  const region = {
    startLine: start.line,
    startColumn: start.column,
    ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
  };
  return { artifactLocation: artifact(fileOf(subject, location)), region };
}

/** A fix as one replacement: from the first character that differs to the last. */
async function fixOf(subject: Subject, diagnostic: LocatedDiagnostic): Promise<Fix | undefined> {
  const text = await fixedText(subject, diagnostic);
  if (text === undefined) return undefined;
  const old = subject.parsed.text;
  let [start, end] = [0, 0];
  while (start < old.length && old[start] === text[start]) start++;
  while (end < old.length - start && end < text.length - start && old.at(-1 - end) === text.at(-1 - end)) end++;
  const lines = new Lines(old);
  const [from, to] = [lines.position(start), lines.position(old.length - end)];
  return {
    description: { text: diagnostic.help },
    artifactChanges: [
      {
        artifactLocation: artifact(subject.parsed.file),
        replacements: [
          {
            deletedRegion: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
            insertedContent: { text: text.slice(start, text.length - end) },
          },
        ],
      },
    ],
  };
}
