// What the rules say of one resource, and of all of them together.
import {
  type Args,
  check,
  type Diagnostic,
  type Document,
  type DocumentResource,
  Names,
  type Options,
  type Report,
} from "../internal";
import { isStack, urnParts } from "../values/marks";
import { Links, type Member } from "./links";
import type { Settings } from "./options";
import { configurationOf, isDefault, targetOf } from "./providers";
import { Secrets } from "./secrets";
import { given, type Ours, ours } from "./subject";
import type { PolicySubject, StackSubject } from "./types";
import { Writing } from "./writing";

/** A report, and whether values are hidden in it because nobody knows whether they are secret. */
export interface Verdict {
  readonly report: Report;
  readonly isUnsure: boolean;
}

/** What only several resources show, and the resources by the names that it uses. */
export interface Together extends Verdict {
  readonly members: readonly Member[];
}

/**
 * The checks of one policy pack. Each of its policies asks for all of them; an answer is kept until the values change.
 */
export class Checks {
  readonly secrets = new Secrets();
  private readonly kept = new Map<string, { question: string; verdict: Verdict }>();

  /** `isReportedAlone`: whether there is a policy for single resources that reports it. */
  constructor(
    private readonly settings: Settings,
    private readonly isReportedAlone: (diagnostic: Diagnostic) => boolean,
  ) {}

  /** What is wrong with one resource, as a part of a program of which nothing else is known. */
  alone(subject: PolicySubject): Verdict | undefined {
    const resource = ours(subject);
    if (resource === undefined) return undefined;
    const target = targetOf([resource]);
    // Which settings there are depends on the package.
    const configured = target === undefined ? [] : [resource];
    return this.verdict(`alone ${subject.urn}`, target, (writing) =>
      isDefault(resource)
        ? partOf(configurationOf(configured, writing))
        : partOf({
            resources: [
              { kind: subject.type, name: subject.name, args: writing.args(resource, given(resource, "inputs")) },
            ],
          }),
    );
  }

  /** What is wrong with the resources of a stack together, less what is wrong with each of them alone. */
  together(all: readonly StackSubject[]): Together {
    const { members, providers } = sorted(all);
    const target = targetOf([...members.map(({ resource }) => resource), ...providers]);
    const configured = target === undefined ? [] : providers;
    const links = new Links(members);
    const args = ({ resource }: Member, writing: Writing): Args => writing.args(resource, given(resource, "outputs"));
    const entry = ({ source, name }: Member, args: Args): DocumentResource => ({ kind: source.type, name, args });

    const whole = this.verdict("whole", target, (writing) => ({
      ...configurationOf(configured, writing),
      resources: members.map((member) => ({
        ...entry(member, links.linked(member, args(member, writing))),
        dependsOn: links.dependsOn(member),
      })),
    }));
    const parts = [
      this.verdict("configuration", target, (writing) => partOf(configurationOf(configured, writing))),
      ...members.map((member) =>
        this.verdict(`part ${member.source.urn}`, target, (writing) =>
          partOf({ resources: [entry(member, args(member, writing))] }),
        ),
      ),
    ];
    const alone = parts.flatMap(({ report }) => report.diagnostics).filter(this.isReportedAlone);
    return { ...whole, report: { ...whole.report, diagnostics: without(whole.report.diagnostics, alone) }, members };
  }

  private verdict(about: string, target: string | undefined, documentOf: (writing: Writing) => Document): Verdict {
    const writing = new Writing(this.secrets, "hide");
    const document = documentOf(writing);
    const question = JSON.stringify([target, document]);
    const kept = this.kept.get(about);
    if (kept?.question === question) return kept.verdict;
    const options = this.options(target);
    const report = check(document, options);
    const verdict =
      writing.isUnsure && this.settings.showValues
        ? { report: surely(check(documentOf(new Writing(this.secrets, "show")), options), report), isUnsure: false }
        : { report, isUnsure: writing.isUnsure };
    this.kept.set(about, { question, verdict });
    return verdict;
  }

  /** What a resource's own provider says wins: the options speak of all programs that the pack is ever used for. */
  private options(target: string | undefined): Options {
    if (target === undefined) return this.settings.core;
    const { packageJson: _, ...rest } = this.settings.core;
    return { ...rest, target };
  }
}

function partOf(content: Partial<Document>): Document {
  return { resources: [], ...content, partial: true };
}

/**
 * A report that shows values, less what the report that takes them for secrets does not say: whether a value is marked
 * as secret is what some rules ask, and nobody knows.
 */
function surely(shown: Report, hidden: Report): Report {
  const isSure = (diagnostic: Diagnostic): boolean =>
    hidden.diagnostics.some((other) => isOfOne(other, diagnostic) && diagnostic.path.startsWith(other.path));
  return { ...shown, diagnostics: shown.diagnostics.filter(isSure) };
}

/** The diagnostics less others, one for one: those with the same words first. */
function without(diagnostics: readonly Diagnostic[], others: readonly Diagnostic[]): Diagnostic[] {
  const left = [...diagnostics];
  for (const other of others) {
    const alike = left.filter((diagnostic) => isOfOne(diagnostic, other) && diagnostic.path === other.path);
    const same = alike.find(({ message }) => message === other.message) ?? alike[0];
    if (same !== undefined) left.splice(left.indexOf(same), 1);
  }
  return left;
}

/** Whether both are of one rule and about one resource. */
function isOfOne(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.resource?.kind === b.resource?.kind && a.resource?.name === b.resource?.name;
}

/**
 * The resources of the provider packages, in an order of their own: the engine gives them in none. Those in components
 * come last.
 */
function sorted(all: readonly StackSubject[]): { members: Member[]; providers: Ours[] } {
  const names = new Names();
  const members: Member[] = [];
  const providers: Ours[] = [];
  const depth = ({ urn }: StackSubject): number => urnParts(urn)?.depth ?? 0;
  for (const source of [...all].sort((a, b) => depth(a) - depth(b) || (a.urn < b.urn ? -1 : 1))) {
    const resource = ours(source);
    if (resource === undefined) continue;
    if (isDefault(resource)) providers.push(resource);
    else {
      const { kind } = resource;
      members.push({ resource, source, kind, name: names.free(kind, source.name, componentOf(source)) });
    }
  }
  return { members, providers };
}

/** The name of the component that a resource is in. */
function componentOf({ parent }: StackSubject): string | undefined {
  return parent === undefined || isStack(parent.type) ? undefined : parent.name;
}
