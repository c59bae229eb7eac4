// expect: TS2345 (from 7: TS2740) "is missing the following properties from type 'AddressPlan'"
import { BackupPlan } from "eventstorecloud-planner";
import { writeAddressLock } from "eventstorecloud-planner/pulumi";

declare const plan: BackupPlan;

writeAddressLock("addresses.lock.json", plan); // here
