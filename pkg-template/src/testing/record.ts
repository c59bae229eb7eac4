import * as pulumi from "@pulumi/pulumi";
import type { Args, Options, Report } from "../internal";
import { checkRegistrations, type MockedRegistration } from "./check";

/** Mocks that note what is registered. */
export interface RecordedRegistrations extends pulumi.runtime.Mocks {
  /** What has been registered so far, with the ids that were given. */
  readonly registrations: MockedRegistration[];
  /**
   * Waits for the resources that are on their way, then checks all that were registered, as `checkRegistrations` does.
   */
  check(options?: Options): Promise<Report>;
}

/**
 * Mocks for `pulumi.runtime.setMocks` that note every resource. Give your own mocks to decide ids, outputs and answers
 * of calls; without them every resource gets an id made of its name, and its inputs as outputs.
 */
export function recordRegistrations(mocks: Partial<pulumi.runtime.Mocks> = {}): RecordedRegistrations {
  const registrations: MockedRegistration[] = [];
  return {
    registrations,
    newResource(args: pulumi.runtime.MockResourceArgs) {
      // Noted at once: the order is that of the program, whenever the answer comes.
      const registration: MockedRegistration = { type: args.type, name: args.name, inputs: args.inputs as object };
      registrations.push(registration);
      const note = (result: { id: string | undefined; state: object }): typeof result => {
        registration.id = result.id;
        return result;
      };
      if (mocks.newResource === undefined) return note({ id: `${args.name}-id`, state: args.inputs as object });
      const result = mocks.newResource(args) as
        | { id: string | undefined; state: object }
        | Promise<{ id: string | undefined; state: object }>;
      return "then" in result ? result.then(note) : note(result);
    },
    call: (args: pulumi.runtime.MockCallArgs) => (mocks.call === undefined ? (args.inputs as Args) : mocks.call(args)),
    async check(options?: Options): Promise<Report> {
      await allRegistered(registrations);
      return checkRegistrations(registrations, options);
    },
  } as RecordedRegistrations;
}

/** Resolves when no registration is on its way, and none has followed from the last one. */
async function allRegistered(registrations: readonly unknown[]): Promise<void> {
  const { waitForRPCs } = pulumi.runtime as unknown as { waitForRPCs?: () => Promise<void> };
  for (let seen = -1; seen !== registrations.length; ) {
    seen = registrations.length;
    await waitForRPCs?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
