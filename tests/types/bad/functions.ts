import * as pulumi from "@pulumi/pulumi";
import { PolicyPack } from "@pulumi/policy";
import { BackupPlan, CheckedKind, kindOf, kinds, planAddressSpace, planBackups, recommendCluster, schedule } from "eventstorecloud-planner";
import { eventstoreCloudPolicies } from "eventstorecloud-planner/policy";
import { addressLockOf, guard, planFromConfig, writeAddressLock } from "eventstorecloud-planner/pulumi";
import { checkRegistrations, recordRegistrations } from "eventstorecloud-planner/testing";

// kind of any type
const kind: CheckedKind = kindOf("aws:ec2/vpc:Vpc"); // TS2322 "is not assignable to type 'CheckedKind'"

// lock of another plan
declare const plan: BackupPlan;
writeAddressLock("addresses.lock.json", plan); // TS2345 (from 7: TS2740) "is missing the following properties from type 'AddressPlan'"

// misspelt guard option
guard({
  profil: "strict", // TS2561 (before 5: TS2345) "Did you mean to write 'profile'?"
});

// misspelt option of check
recordRegistrations().check({
  enviroment: "production", // TS2561 (before 5: TS2345) "Did you mean to write 'environment'?"
});

// misspelt request of planner
planFromConfig(new pulumi.Config(), "backups", planBackups, {
  cluster: ["db"], // TS2561 (before 5: TS2345) "Did you mean to write 'clusters'?"
});

// mock without state
recordRegistrations({
  newResource: (args) => ({ id: args.name }), // TS2322 "Property 'state' is missing"
});

// mocks for registrations
checkRegistrations(recordRegistrations()); // TS2345 (from 7: TS2740) "Type 'RecordedRegistrations' is missing the following properties from type 'readonly MockedRegistration[]'"

// name of stack
addressLockOf("orders/network/production"); // TS2345 "is not assignable to parameter of type 'StackReference'"

// planner without request
planFromConfig(new pulumi.Config(), "schedule", schedule.describe); // TS2345 "is not assignable to parameter of type"

// policies in a list
new PolicyPack("eventstorecloud", {
  policies: [eventstoreCloudPolicies()], // TS2322 "is not assignable to type"
});

// policy option of other type
eventstoreCloudPolicies({
  remediate: "never", // TS2322 "Type 'string' is not assignable to type 'boolean"
});

// promised lock
planAddressSpace({
  pools: ["10.20.0.0/16"],
  requests: [],
  existing: addressLockOf(new pulumi.StackReference("network")), // TS2322 "Promise<"
});

// promised report
recordRegistrations().check().ok; // TS2339 "Property 'ok' does not exist on type 'Promise<Report>'"

// request of other planner
planFromConfig(new pulumi.Config(), "addresses", planAddressSpace, {
  clusters: ["db"], // TS2353 (before 5: TS2345) "'clusters' does not exist in type 'Partial<AddressRequest>'"
});

// text for config
planFromConfig("orders", "cluster", recommendCluster); // TS2345 "is not assignable to parameter of type 'Config'"

// type for kind
kinds().filter(({ kind }) => kind === "eventstorecloud:index/network:Network"); // TS2367 "no overlap"

// unknown policy option
eventstoreCloudPolicies({
  enforcementLevel: "advisory", // TS2353 (before 5: TS2345) "'enforcementLevel' does not exist in type 'PolicyOptions'"
});

// wrong profile word
guard({
  profile: "everything", // TS2322 "Type '"everything"' is not assignable to type"
});

// wrong severity word
guard({
  severity: { CLU019: "warn" }, // TS2322 "Type '"warn"' is not assignable to type"
});
