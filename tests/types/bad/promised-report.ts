// expect: TS2339 "Property 'ok' does not exist on type 'Promise<Report>'"
import { recordRegistrations } from "eventstorecloud-planner/testing";

export const isFine = recordRegistrations().check().ok; // here
