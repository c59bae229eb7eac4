// expect: TS2322 "Property 'state' is missing"
import { recordRegistrations } from "eventstorecloud-planner/testing";

export const mocks = recordRegistrations({
  newResource: (args) => ({ id: args.name }), // here
});
