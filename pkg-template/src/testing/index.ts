// "eventstorecloud-planner/testing": the same checks in unit tests, where Pulumi's mocks take the place of the engine.
export { checkRegistrations } from "./check";
export { recordRegistrations } from "./record";

export type { MockedRegistration } from "./check";
export type { RecordedRegistrations } from "./record";
