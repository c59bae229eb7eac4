// expect: TS2322 "is not assignable to type 'CheckedKind'"
import { CheckedKind, kindOf } from "eventstorecloud-planner";

export const kind: CheckedKind = kindOf("aws:ec2/vpc:Vpc"); // here
