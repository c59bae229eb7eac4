// expect: TS2345 "is not assignable to parameter of type 'StackReference'"
import { addressLockOf } from "eventstorecloud-planner/pulumi";

export const lock = addressLockOf("orders/network/production"); // here
