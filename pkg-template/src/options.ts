import type { Cloud, Diagnostic, Profile, Severity } from "./generated/api";

/** Options of a check. An unknown or invalid option throws an `InputError`; none is ignored. */
export interface Options {
  /**
   * Provider package and version the program uses, such as `eventstorecloud@0.2.20` or `kurrentcloud@0.3.x`, or a
   * Terraform provider such as `kurrent-io/kurrentcloud@3.1.0`. Default: what `packageJson` would install, else what
   * the document says or imports, else `eventstorecloud@0.2.20`; the report says which was used and why.
   */
  target?: string;
  /** The parsed `package.json` of the program. Only the names and versions of the provider's packages are read. */
  packageJson?: object;
  /** What the program is for. `production` (or `prod`) turns on the rules about production clusters. */
  environment?: string;
  /**
   * ISO date or time that rules about support periods count from. Default: the date of the catalogue, so that the
   * same input always gives the same report.
   */
  now?: string;
  /**
   * Which rules are on. `default`: errors and likely warnings. `strict`: warnings of low confidence too. `advice`: everything.
   * Default: `default`.
   */
  profile?: Profile;
  /** Severities by rule code, such as `{ CLU019: "off", STACK001: "warning" }`. They win over the profile. */
  severity?: { [code: string]: Severity | "off" };
  /** What exists and is unknown to this version. The report lists it. */
  catalogue?: CatalogueAdditions;
  /**
   * Whose names of properties the report has: `cidrBlock` as in Pulumi and in documents, or `cidr_block` as in
   * Terraform. Default: `pulumi`.
   */
  dialect?: "pulumi" | "terraform";
  /** The vCPUs that the organisation may use. With it, the clusters of a program are added up (`STACK009`). */
  vcpuQuota?: number;
}

/** What a user adds to the catalogue. */
export interface CatalogueAdditions {
  /** Regions; they count as having three zones and as enabled by default. */
  regions?: { cloud: Cloud; id: string }[];
  /** Instance sizes; no rule about sizing applies to them. */
  instanceTypes?: string[];
  /** Disk types without IOPS or throughput settings. */
  diskTypes?: { cloud: Cloud; id: string }[];
  /** Release lines of the server such as `26.2`; they count as offered and supported. */
  serverVersions?: string[];
}

/** Options of a builder. */
export interface BuilderOptions extends Options {
  /** Name of the resource in messages. Default: its `name`, if that is a plain string. */
  name?: string;
  /** Is given warnings and advice. Default: they are printed with `console.warn`. Errors are thrown. */
  onDiagnostic?: (diagnostic: Diagnostic) => void;
}
