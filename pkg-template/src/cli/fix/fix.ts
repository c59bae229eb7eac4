// `check --fix`: writes the fixes into documents, and shows what has changed.
import { realpathSync } from "node:fs";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { visible, type Report } from "../../internal";
import { Failure } from "../failure";
import { documentOf } from "../formats/document";
import type { Subject } from "../formats/subject";
import { parse } from "../input/parse";
import { shown } from "../report/secrets";
import { fixedText } from "./text";

/** One fix may make another one possible; more rounds than this are a circle. */
const ROUNDS = 20;

/** A document with its fixes. */
export interface Fixed {
  subject: Subject;
  report: Report;
  /** How many fixes there were. */
  count: number;
  /** What changes, as a patch; secrets are hidden. */
  patch: string;
}

/** Applies fixes until there are none left. Undefined where there are none. */
export async function fixed(
  before: Subject,
  report: Report,
  check: (subject: Subject) => Report,
  color: boolean,
): Promise<Fixed | undefined> {
  let subject = before;
  let count = 0;
  for (let round = 0; round < ROUNDS; round++) {
    // From the last resource to the first, each property once: what was found before still holds then.
    const done = new Set<string>();
    let changed = false;
    for (const diagnostic of report.diagnostics) {
      const paths = (diagnostic.fix ?? []).map(
        ({ path }) =>
          `${diagnostic.resource?.kind ?? ""} ${diagnostic.resource?.name ?? ""} ${path.split(/[.[]/)[0] ?? ""}`,
      );
      if (paths.length === 0 || paths.some((path) => done.has(path))) continue;
      const text = await fixedText(subject, diagnostic);
      if (text === undefined) continue;
      subject = documentOf(await parse({ ...subject.parsed, text }));
      await subject.parsed.locations();
      for (const path of paths) done.add(path);
      count += 1;
      changed = true;
    }
    if (!changed) break;
    report = check(subject);
  }
  return count === 0 ? undefined : { subject, report, count, patch: await patchOf(before, subject, color) };
}

async function patchOf(before: Subject, after: Subject, color: boolean): Promise<string> {
  const { createTwoFilesPatch } = await import("diff");
  const [old, now] = [before, after].map((subject) => shown(subject, 0, subject.parsed.text.length).text);
  const name = before.parsed.shown;
  const patch = createTwoFilesPatch(name, name, old ?? "", now ?? "", "", "", { context: 2 });
  const lines = patch.slice(patch.indexOf("--- ")).trimEnd().split("\n");
  const paint = (line: string): string => {
    const code = line.startsWith("+") ? 32 : line.startsWith("-") ? 31 : line.startsWith("@@") ? 36 : undefined;
    return color && code !== undefined ? `\u001b[${code}m${line}\u001b[0m` : line;
  };
  return lines.map((line) => paint(line.replace(/\t$/, ""))).join("\n");
}

/** Writes a file at once: what reads it sees the old text or the new one, and nothing between. */
export async function write(file: string, text: string): Promise<void> {
  try {
    const real = realpathSync(file);
    const beside = `${real}.${process.pid}.tmp`;
    try {
      await writeFile(beside, text, { mode: (await stat(real)).mode });
      await rename(beside, real);
    } finally {
      await rm(beside, { force: true });
    }
  } catch (error) {
    throw new Failure(
      `${visible(file)}: cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown reason"})`,
    );
  }
}
