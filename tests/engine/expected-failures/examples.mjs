// The programs that users see first.
export const EXAMPLES = {
  "examples.test.mjs": {
    "writes a program without a problem of its own": {
      reason: "a service on the same machine is warned about as if others could read what is sent to it",
      error: /'PRV013'/,
    },
    "shows what the preview of index.ts says": {
      reason: "a preview ends at the first value that the provider refuses, and the guard reports at the end",
      error: /is not in\n[^\n]*cidr_block/,
    },
    "shows what the preview of options.ts says": {
      reason: "an addition to the catalogue does not change the provider's own list of instance types",
      error: /is not in\n[^\n]*instance_type/,
    },
  },
};
