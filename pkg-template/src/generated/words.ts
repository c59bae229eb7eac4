// Generated from the Rust model by `npm run generate`; do not edit.

import type { DetectedAt } from "./api";

/** What reports a mistake without this package, at the earliest. */
export const DETECTED_BY: Record<DetectedAt, string> = {
  compiler: "the TypeScript compiler",
  preview: "`pulumi preview` or `terraform plan`",
  apply: "the provider, during the deployment",
  service: "the service, during the deployment",
  undetected: "nothing",
};
