// expect: TS2561 (before 5: TS2345) "Did you mean to write 'environment'?"
import { recordRegistrations } from "eventstorecloud-planner/testing";

export const report = recordRegistrations().check({
  enviroment: "production", // here
});
