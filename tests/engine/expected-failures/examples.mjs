// The programs that users see first.
export const EXAMPLES = {
  "examples.test.mjs": {
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
