// What is said about the resources of Terraform, in its own words: `cidrBlock` is `cidr_block` there.
import { type ChangePlan, type Diagnostic, propertiesOf, type Report, steps } from "../../internal";

/** `cidrBlock` -> `cidr_block` */
export function snake(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A report with Terraform's names of the properties. */
export function inTerraform(report: Report): Report {
  return {
    ...report,
    diagnostics: report.diagnostics.map(diagnosticInTerraform),
    deferred: report.deferred.map((open) => ({ ...open, path: pathOf(open.resource.kind, open.path) })),
  };
}

/** A plan with Terraform's names of the properties. */
export function planInTerraform(plan: ChangePlan): ChangePlan {
  return {
    ...plan,
    steps: plan.steps.map((step) => ({
      ...step,
      properties: step.properties.map((property) => ({ ...property, path: pathOf(step.resource.kind, property.path) })),
      reasons: step.reasons.map((text) => sentence(step.resource.kind, text)),
    })),
    diagnostics: plan.diagnostics.map(diagnosticInTerraform),
    deferred: plan.deferred.map((open) => ({ ...open, path: pathOf(open.resource.kind, open.path) })),
  };
}

/** A plan for people: an address has the type in it, so that the kind is not said again. */
export function byAddress(plan: ChangePlan): ChangePlan {
  const short = <T extends { resource?: { kind: string; name: string } }>(about: T): T =>
    about.resource === undefined ? about : { ...about, resource: { ...about.resource, kind: "" } };
  return {
    ...plan,
    steps: plan.steps.map(short),
    diagnostics: plan.diagnostics.map((diagnostic) => ({
      ...short(diagnostic),
      ...(diagnostic.related === undefined ? {} : { related: diagnostic.related.map(short) }),
    })),
  };
}

function diagnosticInTerraform(diagnostic: Diagnostic): Diagnostic {
  const { resource, path, message, help, fix, related } = diagnostic;
  // What belongs to no resource is about the settings of the provider.
  const kind = resource?.kind ?? "Provider";
  return {
    ...diagnostic,
    path: resource === undefined ? settingOf(path) : pathOf(kind, path),
    message: sentence(kind, message),
    help: sentence(kind, help),
    ...(fix === undefined ? {} : { fix: fix.map((edit) => ({ ...edit, path: pathOf(kind, edit.path) })) }),
    ...(related === undefined
      ? {}
      : { related: related.map((other) => ({ ...other, path: pathOf(other.resource.kind, other.path) })) }),
  };
}

/** `routes[0]` of a kind: the property is the first word of a path, what follows is spelt alike. */
function pathOf(kind: string, path: string): string {
  return path.replace(/^\w+/, (word) => nameOf(kind, word));
}

/** `configuration["kurrentcloud:tokenStore"]` -> `provider.kurrentcloud.token_store` */
function settingOf(path: string): string {
  const [first, setting] = steps(path);
  if (first !== "configuration" || typeof setting !== "string") return path;
  const [namespace = "", property = ""] = setting.split(":");
  return ["provider", namespace, ...(property === "" ? [] : [snake(property)])].join(".");
}

/** The names that stand in quotes by themselves, or with a value: `diskIops` or `diskIops: 3000`. */
function sentence(kind: string, text: string): string {
  return text.replace(/`([a-zA-Z]+)(?:(: )([^`]+))?`/g, (quoted, word: string, colon?: string, value?: string) => {
    const name = nameOf(kind, word);
    if (name === word && colon === undefined) return quoted;
    if (!isProperty(kind, word)) return quoted;
    return colon === undefined ? `\`${name}\`` : `\`${name} = ${value ?? ""}\``;
  });
}

function nameOf(kind: string, property: string): string {
  return isProperty(kind, property) ? snake(property) : property;
}

function isProperty(kind: string, word: string): boolean {
  return propertiesOf(kind).some(({ name }) => name === word);
}
