// The policies go into a real pack as they are, alone and beside a program's own.
import { PolicyPack, StackValidationPolicy } from "@pulumi/policy";
import { eventstoreCloudPolicies, PolicyOptions } from "eventstorecloud-planner/policy";

const options: PolicyOptions = {
  target: "kurrentcloud@0.3.x",
  environment: "production",
  profile: "advice",
  severity: { CLU019: "off", STACK001: "error" },
  remediate: false,
  showValues: true,
};
const own: StackValidationPolicy = {
  name: "few-resources",
  description: "At most fifty resources",
  enforcementLevel: "advisory",
  validateStack: ({ resources }, reportViolation) => {
    if (resources.length > 50) reportViolation("too many resources");
  },
};

new PolicyPack("eventstorecloud", { policies: eventstoreCloudPolicies() });
new PolicyPack("eventstorecloud", { policies: eventstoreCloudPolicies(options), enforcementLevel: "mandatory" });
new PolicyPack("eventstorecloud", { policies: [...eventstoreCloudPolicies({ remediate: true }), own] });
export const names: string[] = eventstoreCloudPolicies().map(
  ({ name, enforcementLevel }) => `${name}: ${enforcementLevel}`,
);
