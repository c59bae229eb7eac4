// The entry point `eventstorecloud-planner/schedule`: only arithmetic.wasm is loaded.
export * from "../schedule-functions";
export { EnvironmentError, InputError, InternalError } from "../errors";
export { init } from "../init";
export type { WasmSource } from "../init";
export type { ScheduleFacts } from "../generated/api";
