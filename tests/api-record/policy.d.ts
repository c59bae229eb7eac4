export type Severity = "info" | "warning" | "error";
export type Profile = "default" | "strict" | "advice";
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
export interface PolicyOptions extends Options {
    target?: string;
    remediate?: boolean;
    showValues?: boolean;
}
export interface PolicySubject {
    type: string;
    name: string;
    urn: string;
    props: {
        [property: string]: any;
    };
    opts?: {
        additionalSecretOutputs?: string[];
    };
    provider?: {
        props: {
            [property: string]: any;
        };
    };
}
export interface StackSubject extends PolicySubject {
    parent?: StackSubject;
    dependencies: StackSubject[];
    propertyDependencies: {
        [property: string]: StackSubject[];
    };
}
export type ReportViolation = (message: string, urn?: string) => void;
export interface Policy {
    name: string;
    description: string;
    enforcementLevel: "mandatory" | "advisory" | "remediate";
}
export interface ResourcePolicy extends Policy {
    validateResource?: (resource: PolicySubject, report: ReportViolation) => void;
    remediateResource?: (resource: PolicySubject) => {
        [property: string]: any;
    } | undefined;
}
export interface StackPolicy extends Policy {
    validateStack: (stack: {
        resources: StackSubject[];
    }, report: ReportViolation) => void;
}
export declare function eventstoreCloudPolicies(options?: PolicyOptions): (ResourcePolicy | StackPolicy)[];
export {};
