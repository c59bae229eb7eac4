// The guard as the first line, and again with every option.
import "eventstorecloud-planner/pulumi/guard";
import * as nothing from "eventstorecloud-planner/pulumi/guard";
import * as pulumi from "@pulumi/pulumi";
import { guard, GuardOptions } from "eventstorecloud-planner/pulumi";
import { Diagnostic } from "eventstorecloud-planner";

// That the first line finds no types is an error from TypeScript 6 on; here it is one with all.
// biome-ignore lint/complexity/noBannedTypes: a module that exports nothing.
export const exported: {} = nothing;

const seen: Diagnostic[] = [];
const options: GuardOptions = {
  target: "kurrentcloud@0.3.x",
  packageJson: { dependencies: { "@eventstore/pulumi-eventstorecloud": "0.2.20" } },
  environment: pulumi.getStack(),
  now: "2026-01-01",
  profile: "strict",
  severity: { CLU019: "off", STACK001: "warning", NET013: "info", ACL001: "error" },
  catalogue: {
    regions: [{ cloud: "aws", id: "us-new-1" }],
    instanceTypes: ["XL"],
    diskTypes: [{ cloud: "gcp", id: "hyper" }],
    serverVersions: ["27.0"],
  },
  vcpuQuota: 64,
  onDiagnostic: (diagnostic) => {
    seen.push(diagnostic);
  },
};

guard();
guard(options);
guard({ ...options, onDiagnostic: ({ code, message }) => console.log(`${code} ${message}`) });
