/** Where guard and policies are not right yet: see `../expected-failures.mjs`. */

import { each } from "../../support/expected-failures.mjs";

/** The provider's message stands where ours should. */
const ENDS_EARLY = {
  reason: "a preview ends at the first value that the provider refuses, and the guard reports at the end",
  error: /has a problem: |Preview failed: diffing/,
};

const JUDGES_WHAT_EXISTS = {
  reason: "the guard does not know what exists, and judges what is not changed as if it were to be created",
  error: /VER004/,
};

const REWRITES_WHAT_EXISTS = {
  reason: "the usual spelling is written over what exists in another one, which replaces it",
  error: /the network is replaced without a word/,
};

export const GUARD = {
  "guard-automation.test.mjs": {
    "says once in an update what is wrong": {
      reason: "an inline program is stopped by an error in a transform, which the SDK shows again with its stack",
      error: /failed to register new resource/,
    },
    "leaves no rejection unhandled in an update": {
      reason: "whatever waits for a resource that is stopped in an inline program is rejected, and nothing handles it",
      error: /\d+ unhandled rejections/,
    },
    "shows in a preview what the provider refuses": ENDS_EARLY,
  },
  "guard-connected.test.mjs": {
    ...each(
      {
        reason: "a preview sends a secret value that is wrong to the provider, which prints it",
        error: /expected cidr_block to contain a valid network Value, expected 10\.\d2\.0\.0/,
      },
      "never lets the provider print a secret of another stack",
      "never lets the provider print a secret of the configuration",
    ),
    "shows no stack trace beside its report": {
      reason:
        "beside transforms of the program a resource is stopped by an error in a transform, which the SDK shows too",
      error: /at Object\.registerResource/,
    },
  },
  "guard-existing.test.mjs": {
    ...each(
      JUDGES_WHAT_EXISTS,
      "warns of an old line of a cluster that exists",
      "refreshes with warnings where nothing is changed",
      "updates another resource with warnings where nothing else is changed",
      "destroys with warnings where nothing is changed",
    ),
    "does not judge what is ignored": {
      reason: "the guard judges arguments whose changes are ignored",
      error: /NET011/,
    },
    "names the switch where the program has a bad value now": {
      reason: "there is no switch with which the guard only warns",
      error: /did not match the regular expression \/EVENTSTORECLOUD_PLANNER_GUARD/,
    },
    "warns of a bad value when the switch says so": {
      reason: "there is no switch with which the guard only warns",
      error: /NET011/,
    },
  },
  "guard-kinds.test.mjs": each(
    ENDS_EARLY,
    "shows a block with host bits",
    "shows a block without a prefix",
    "shows a cloud that does not exist",
    "shows a name that is an object",
    "shows a topology that does not exist",
    "shows an instance type that does not exist",
    "shows a disk type with IOPS that has none",
    "shows a disk that is too small",
    "shows a disk of a negative size",
    "shows a disk size that is not a number",
    "shows a gp3 disk without IOPS",
    "shows a projection level that does not exist",
  ),
  "guard-loaded.test.mjs": each(
    ENDS_EARLY,
    "shows what the provider refuses with everything else, as CommonJS",
    "shows what the provider refuses with everything else, as an ES module",
    "shows what the provider refuses with everything else, by ts-node",
    "shows what the provider refuses with everything else, by ts-node as an ES module",
    "shows what the provider refuses with everything else, by tsx",
    "shows what the provider refuses with everything else, compiled to JavaScript",
  ),
  "guard-provider.test.mjs": {
    "the guard says what the provider needs besides": {
      reason: "an addition to the catalogue does not change the provider's own list of instance types",
      error: /expected instance_type to be one of/,
    },
  },
  "guard-report.test.mjs": {
    "shows all of them in one preview": ENDS_EARLY,
    "leaves the lock as it is in the next preview": {
      reason: "a plan says of a network whether it is new, so the lock changes once more in the next run",
      error: /"status": "kept"/,
    },
    "has what a builder refuses in its report": {
      reason: "under mocks a resource is never registered if a builder refuses an Output, and the report lacks it",
      error: /NET011 built/,
    },
    "has no rejection that nobody handles": {
      reason: "under mocks whatever waits for an Output that a builder refuses is rejected, and nothing handles it",
      error: /\d+ unhandled rejections/,
    },
  },
  "guard-spelling.test.mjs": each(
    REWRITES_WHAT_EXISTS,
    "the builders leave it alone, or it is said as an error",
    "the builders leave it alone under the guard, or it is said as an error",
    "the policies leave it alone, or it is said as an error",
  ),
  "guard-transforms.test.mjs": each(
    {
      reason: "the guard's transform may reach the engine before the program's own, and then judges what these change",
      error: /run \d+: NET011 mended/,
    },
    "judges in every preview what the transforms leave",
    "stops in every update what the transforms have spoilt",
  ),
  "policy.test.mjs": {
    "show in a preview what takes two resources to see, one of them new": {
      reason: "the policies know what a resource refers to only where the id is known",
      error: /✅ eventstorecloud@v1/,
    },
    "let nothing be created where two resources do not go together": {
      reason: "the policies know what a resource refers to only where the id is known, which is after it is created",
      error: /ERR_ASSERTION\]: created/,
    },
  },
};
