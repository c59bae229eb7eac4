import * as pulumi from "@pulumi/pulumi";
export type Severity = "info" | "warning" | "error";
export type DetectedAt = "compiler" | "preview" | "apply" | "service" | "undetected";
export interface ResourceName {
    kind: string;
    name: string;
}
export type FixValue = string | number | boolean;
export interface Suggestion {
    path: string;
    value: FixValue;
}
export interface Position {
    line: number;
    column: number;
    offset?: number;
}
export interface Location {
    file: string;
    start: Position;
    end?: Position;
    via?: Array<Location>;
}
export type Profile = "default" | "strict" | "advice";
export type Edit = {
    path: string;
    value: FixValue;
} | {
    path: string;
    remove: true;
};
export interface Related {
    resource: ResourceName;
    path: string;
}
export interface Diagnostic {
    code: string;
    name: string;
    severity: Severity;
    resource?: ResourceName;
    path: string;
    message: string;
    help: string;
    suggestions?: Array<Suggestion>;
    redacted?: boolean;
    location?: Location;
    fix?: Array<Edit>;
    related?: Array<Related>;
    source: Array<string>;
    detectedAt: DetectedAt;
}
export interface Deferred {
    resource: ResourceName;
    path: string;
    codes: Array<string>;
}
export interface Counts {
    resources: number;
    errors: number;
    warnings: number;
    infos: number;
    deferred: number;
}
export interface Added {
    what: string;
    id: string;
}
export interface CatalogueNote {
    asOf: string;
    additions: Array<Added>;
}
export type TargetFrom = "options" | "document" | "packageJson" | "packages" | "resources" | "default";
export interface ChangedSeverity {
    code: string;
    severity: string;
}
export interface Report {
    ok: boolean;
    diagnostics: Array<Diagnostic>;
    deferred: Array<Deferred>;
    counts: Counts;
    catalogue: CatalogueNote;
    target: string;
    targetFrom: TargetFrom;
    targetNote?: string;
    profile: string;
    severities?: Array<ChangedSeverity>;
    version: string;
}
export type Cloud = "aws" | "gcp" | "azure";
export interface Options {
    target?: string;
    packageJson?: object;
    environment?: string;
    now?: string;
    profile?: Profile;
    severity?: {
        [code: string]: Severity | "off";
    };
    catalogue?: CatalogueAdditions;
    dialect?: "pulumi" | "terraform";
    vcpuQuota?: number;
    allowDataLoss?: readonly string[] | true;
}
export interface CatalogueAdditions {
    regions?: Array<CloudAddition>;
    instanceTypes?: Array<string>;
    diskTypes?: Array<CloudAddition>;
    serverVersions?: Array<string>;
}
export interface CloudAddition {
    cloud: Cloud;
    id: string;
}
export interface MockedRegistration {
    type: string;
    name: string;
    inputs: object;
    id?: string | undefined;
}
export declare function checkRegistrations(calls: readonly MockedRegistration[], options?: Options): Report;
export interface RecordedRegistrations extends pulumi.runtime.Mocks {
    readonly registrations: MockedRegistration[];
    check(options?: Options): Promise<Report>;
}
export declare function recordRegistrations(mocks?: Partial<pulumi.runtime.Mocks>): RecordedRegistrations;
export {};
