// The entry point `eventstorecloud-planner/cidr`: only arithmetic.wasm is loaded.
export * from "../cidr-functions";
export { EnvironmentError, InputError, InternalError } from "../errors";
export { init } from "../init";
export type { WasmSource } from "../init";
export type { CidrFacts, OverlappingCidr } from "../generated/api";
