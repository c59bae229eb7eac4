// Policies by their shape, as far as we have to do with it: what is written here, `@pulumi/policy` takes, of whatever
// version. Its own declarations name exports that they do not declare, so none are imported.

/** A resource, as a policy is given it. */
export interface PolicySubject {
  type: string;
  name: string;
  urn: string;
  /** Reading a value throws as long as it is unknown. */
  // biome-ignore lint/suspicious/noExplicitAny: as `@pulumi/policy` declares it, so that its own types can be given.
  props: { [property: string]: any };
  /** Older versions of `@pulumi/policy` have none. */
  opts?: { additionalSecretOutputs?: string[] };
  // biome-ignore lint/suspicious/noExplicitAny: as `@pulumi/policy` declares it, so that its own types can be given.
  provider?: { props: { [property: string]: any } };
}

/** A resource of a whole stack. */
export interface StackSubject extends PolicySubject {
  parent?: StackSubject;
  dependencies: StackSubject[];
  propertyDependencies: { [property: string]: StackSubject[] };
}

/** Reports a violation. */
export type ReportViolation = (message: string, urn?: string) => void;

interface Policy {
  name: string;
  description: string;
  enforcementLevel: "mandatory" | "advisory" | "remediate";
}

/** A policy about resources one by one. */
export interface ResourcePolicy extends Policy {
  validateResource?: (resource: PolicySubject, report: ReportViolation) => void;
  // biome-ignore lint/suspicious/noExplicitAny: as `@pulumi/policy` declares it, so that its own types can be given.
  remediateResource?: (resource: PolicySubject) => { [property: string]: any } | undefined;
}

/** A policy about all resources of a stack. */
export interface StackPolicy extends Policy {
  validateStack: (stack: { resources: StackSubject[] }, report: ReportViolation) => void;
}
