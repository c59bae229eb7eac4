// The whole public API of the package root, spelled out.
import * as cidr from "./cidr-functions";
import * as schedule from "./schedule-functions";

export { cidr, schedule };
export { check } from "./check";
export { catalogue } from "./catalogue";
export { applyEdits } from "./edits";
export { EnvironmentError, InputError, InternalError, ValidationError } from "./errors";
export { formatPlan, formatReport } from "./format";
export * from "./generated/builders";
export { init } from "./init";
export { kindOf, kinds } from "./kinds";
export {
  planAddressSpace,
  planBackups,
  planChange,
  planPreview,
  recommendCluster,
  simulateBackups,
} from "./planners";
export { explain, rules } from "./rules";
export { version } from "./version";

export type { FormatOptions } from "./format";
export type * from "./generated/api";
export type * from "./generated/args";
export type * from "./generated/requests";
export type { Document, DocumentResource, ExistingResource } from "./document";
export type { Input, OpenString, OutputLike } from "./input";
export type { WasmSource } from "./init";
export type { BuilderOptions } from "./options";
export type { PulumiPreview } from "./planners";
export type { RulePage } from "./rules";
