// expect: TS2561 (before 5: TS2345) "Did you mean to write 'profile'?"
import { guard } from "eventstorecloud-planner/pulumi";

guard({
  profil: "strict", // here
});
