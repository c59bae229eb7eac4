// expect: TS2345 (from 7: TS2740) "Type 'RecordedRegistrations' is missing the following properties from type 'readonly MockedRegistration[]'"
import { checkRegistrations, recordRegistrations } from "eventstorecloud-planner/testing";

export const report = checkRegistrations(recordRegistrations()); // here
