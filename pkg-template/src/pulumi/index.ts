// "eventstorecloud-planner/pulumi": the guard, builders that wait for Outputs, and helpers for planning in a program.
export { guard } from "./guard/guard";
export { addressLockOf, readAddressLock, writeAddressLock } from "./lock";
export { planFromConfig } from "./config";
export * from "../generated/pulumi-builders";

export type { GuardOptions } from "./guard/options";
export type { AddressLock } from "./lock";
