// What a unit test writes: mocks that note every resource, with or without mocks of its own.
import * as pulumi from "@pulumi/pulumi";
import { formatReport, Report } from "eventstorecloud-planner";
import {
  checkRegistrations,
  MockedRegistration,
  RecordedRegistrations,
  recordRegistrations,
} from "eventstorecloud-planner/testing";

const mocks: RecordedRegistrations = recordRegistrations();
pulumi.runtime.setMocks(mocks, "orders", "production", true);

const withOwn = recordRegistrations({
  newResource: (args: pulumi.runtime.MockResourceArgs) => ({
    id: args.id === undefined ? `${args.name}-id` : args.id,
    state: args.inputs,
  }),
  call: (args: pulumi.runtime.MockCallArgs) => args.inputs,
});
pulumi.runtime.setMocks(withOwn);
pulumi.runtime.setMocks(recordRegistrations({ newResource: async ({ inputs }) => ({ id: undefined, state: inputs }) }));

/** What a test looks at. */
export async function verdict(): Promise<string> {
  const report: Report = await withOwn.check({ environment: "production", profile: "advice" });
  return report.ok ? "" : formatReport(report);
}

// Mocks that were there before keep a list of their own.
const calls: pulumi.runtime.MockResourceArgs[] = [];
const registrations: MockedRegistration[] = [];
pulumi.runtime.setMocks({
  newResource(args: pulumi.runtime.MockResourceArgs) {
    const id = `${args.inputs.name}_id`;
    calls.push(args);
    registrations.push({ ...args, id });
    return { id, state: args.inputs };
  },
  call: (args: pulumi.runtime.MockCallArgs) => args.inputs,
});
export const errors: number[] = [calls, registrations, mocks.registrations, []].map(
  (list) => checkRegistrations(list).counts.errors,
);
