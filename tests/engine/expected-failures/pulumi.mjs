/** Where the product is not right yet under Pulumi: see `../expected-failures.mjs`. */

import { each } from "../../support/expected-failures.mjs";

/** One entry for tests of the same name about several things: `tainted: the plan has the engine's steps (change)`. */
function about(what, entry, ...names) {
  const tests = names.map((name) => {
    const [, scenario, round] = /^(.*?)(?: \((\w+)\))?$/.exec(name);
    return `${scenario}: ${what}${round === undefined ? "" : ` (${round})`}`;
  });
  return each(entry, ...tests);
}

const STEPS = "the plan has the engine's steps";
const STEP = "the plan has the engine's step";
const ENDS = "the plan ends with the right exit code";
const CHECK = "nothing that was accepted is an error";

const permanent = {
  reason: "a change that the engine sees in every run, since an answer never equals what was sent, is not seen",
  error: /the engine says (?:update|replace deleteFirst(?:, lost)?), the product nothing/,
};
const computedAgain = {
  reason: "steps are computed again from values, so that what only the engine knows comes out wrong",
  error: /the engine says (?:create|update|replace)[^']*, the product (?:nothing|update|replace)/,
};
const lostUnseen = {
  reason: "a step that is computed again hides that a database is replaced",
  error: /exit code 0 instead of 1/,
};
const order = {
  reason: "what comes first in a replacement is guessed from the name, whatever options say",
  error: /the engine says replace (\w+)First, lost, the product replace (?!\1)\w+First, lost/,
};
const refreshed = {
  reason: "of several steps of a resource the states of the first one count, which is its refresh",
  error: /the engine says (?:create|replace)[^']*, the product nothing/,
};
const deletionPasses = {
  reason: "the deletion of a database is no error, so that the command ends with 0",
  error: /exit code 0 instead of 1/,
};
const protection = {
  reason: "what the engine refuses, because it is protected, is taken for done",
  error: /the engine says refused, the product (?:delete|replace)/,
};
const protectionPasses = {
  reason: "what the engine refuses, because it is protected, is no error",
  error: /exit code 0 instead of 1/,
};
const forgotten = {
  reason: "what is only forgotten, and lives on, is taken for deleted",
  error: /the engine says (?:forget, the product delete|replace deleteFirst, the product replace deleteFirst), lost/,
};
const imported = {
  reason: "an import has no word of its own",
  error: /the engine says import, the product create/,
};
const readOnly = {
  reason: "a resource that is only read has no step",
  error: /the engine says read, the product nothing/,
};
const alongWithRefused = {
  reason:
    "of what is replaced along with a cluster that the service refuses to delete nothing is said, though it is deleted first",
  error: /the engine says replace deleteFirst, the product nothing/,
};
const shrunkInState = {
  reason: "that a disk shrinks is computed from inputs alone, which are the wanted ones after a run that failed",
  error: /the engine says refused, the product nothing/,
};
const secretsOfIntegration = {
  reason: "a refreshed state lacks the secret of an integration, which is taken for missing in the program",
  error: /INT002 slack data/,
};
const unspoken = {
  reason: "what a state says of the next run, beside its values, is not looked at",
  error: /check says nothing of it/,
};
const stream = {
  reason: "that a file is a stream of events is said, but not what to give instead",
  error: /use one file for each, not a log or a stream of events/,
};
const settingPasses = {
  reason: "a setting with which the provider cannot start is no error",
  error: /errors: none/,
};

export const PULUMI = {
  "pulumi-changes.test.mjs": {
    ...about(
      STEPS,
      permanent,
      "moved-region (change)",
      "moved-region (again)",
      "acl-name (change)",
      "acl-name (again)",
    ),
    ...about(STEPS, permanent, "version-alone (again)"),
    ...about(ENDS, deletionPasses, "delete-network (change)", "delete-cluster (change)"),
  },
  "pulumi-options.test.mjs": {
    ...about(ENDS, deletionPasses, "renamed-no-alias (change)", "into-component (change)", "deleted-with (change)"),
    ...about(STEPS, order, "dbr (change)", "dbr-false (change)"),
    ...about(STEPS, computedAgain, "replace-on-changes (change)", "replace-flag (change)", "target-replace (change)"),
    ...about(ENDS, lostUnseen, "replace-on-changes (change)", "replace-flag (change)", "target-replace (change)"),
    ...about(STEPS, forgotten, "retain-replace (change)", "retain-delete (change)"),
    ...about(ENDS, { ...forgotten, error: /exit code 1 instead of 0/ }, "retain-replace (change)"),
    ...about(STEPS, protection, "protect-delete (change)", "protect-delete (again)", "protect-replace (change)"),
    ...about(ENDS, protectionPasses, "protect-delete (change)", "protect-delete (again)"),
    ...about(STEPS, alongWithRefused, "protected-replace (change)", "protected-replace (again)"),
    ...about(STEPS, refreshed, "refresh-topology (change)"),
    ...about(ENDS, lostUnseen, "refresh-topology (change)"),
  },
  "pulumi-mishaps.test.mjs": {
    ...about(STEPS, computedAgain, "defunct-create (retry)"),
    ...about(STEPS, shrunkInState, "disk-shrink (third)"),
    ...about(ENDS, { ...shrunkInState, error: /exit code 0 instead of 1/ }, "disk-shrink (third)"),
    ...about(STEPS, refreshed, "drift-deleted (change)"),
  },
  "pulumi-states.test.mjs": {
    ...about(STEPS, permanent, "everything (again)", "everything (sames)"),
    ...about(CHECK, secretsOfIntegration, "everything (refresh)"),
    ...about(ENDS, deletionPasses, "everything (destroy)"),
    ...about(STEPS, computedAgain, "tainted (change)", "tainted (replaced)"),
    ...about(ENDS, lostUnseen, "tainted (change)", "tainted (replaced)"),
    ...about(STEPS, imported, "import-option (change)"),
    ...about(STEPS, protection, "import-command (change)"),
    ...about(ENDS, protectionPasses, "import-command (change)"),
    ...about(STEPS, readOnly, "get (change)", "get (again)"),
    ...about("check speaks of it", unspoken, "a state with taint", "a state with initErrors"),
    ...about("check speaks of it", unspoken, "a state with pendingReplacement", "a state with delete"),
  },
  "pulumi-references.test.mjs": about(STEPS, readOnly, "resources that are read"),
  "pulumi-kurrent.test.mjs": {
    ...about(ENDS, deletionPasses, "replica-set (destroy)"),
    ...about(
      CHECK,
      {
        reason:
          "a replica set has the id of its cluster, and is taken for what it refers to where the cluster is not listed",
        error: /STACK001 replicas clusterId/,
      },
      "replica-set (change)",
    ),
  },
  "pulumi-spelling.test.mjs": {
    ...about(STEP, permanent, "Integration.data: name of a key (again)"),
    ...about(STEP, computedAgain, "Network.region: case (then)", "Peering.peerNetworkRegion: case (then)"),
  },
  "pulumi-settings.test.mjs": {
    ...about("is an error", settingPasses, "an empty url", "a blank url", "a url that cannot be read"),
    ...about("is an error", settingPasses, "an identity provider that cannot be read"),
    "an empty token: is no error": {
      reason: "a token that the program does not give may stand in the environment, and is called missing",
      error: /PRV009 mine token/,
    },
    "a blank token store: is no error": {
      reason: "a blank path is one that the provider uses as it is",
      error: /PRV010 mine tokenStore/,
    },
  },
  "pulumi-outputs.test.mjs": {
    ...about("the plan has the engine's steps (plain)", permanent, "a preview"),
    ...about("the plan has the engine's steps (sames)", permanent, "a preview"),
    ...about("the plan has the engine's steps (refreshed)", refreshed, "a preview"),
    ...about("the plan ends with 1, since a database is lost (refreshed)", lostUnseen, "a preview"),
    ...about(
      "plan change reads it, or says in one line what to give instead",
      stream,
      "the streamed preview",
      "the update",
    ),
    ...about("check reads it, or says in one line what to give instead", stream, "the streamed preview", "the update"),
  },
  "pulumi-recorded.test.mjs": {
    ...recorded(STEPS, permanent, "acl_name/again", "acl_name/change", "acl_no_comment/again", "acl_no_comment/third"),
    ...recorded(STEPS, permanent, "everything/again"),
    ...recorded(STEPS, order, "dbr_false/change"),
    ...recorded(STEPS, computedAgain, "defunct_create/retry", "replace_flag/change", "replace_flag/again"),
    ...recorded(STEPS, computedAgain, "state_ops/tainted"),
    ...recorded(ENDS, lostUnseen, "replace_flag/change", "replace_flag/again", "state_ops/tainted"),
    ...recorded(STEPS, refreshed, "drift_deleted/change", "refresh_topology/change"),
    ...recorded(ENDS, lostUnseen, "refresh_topology/change"),
    ...recorded(ENDS, deletionPasses, "delete_cluster_keep_backup/change", "delete_network/change"),
    ...recorded(ENDS, deletionPasses, "everything/destroy", "prog-published-dev/destroy"),
    ...recorded(ENDS, deletionPasses, "into_component/change", "renamed_no_alias/change"),
    ...recorded(STEPS, protection, "protect_delete/change", "protect_delete/again"),
    ...recorded(STEPS, protection, "protect_replace/change", "protect_replace/again"),
    ...recorded(ENDS, protectionPasses, "protect_delete/change", "protect_delete/again"),
    ...recorded(STEPS, alongWithRefused, "protected_replace/change", "protected_replace/again"),
    ...recorded(STEPS, forgotten, "retain_delete/change"),
    ...about(CHECK, secretsOfIntegration, "everything"),
  },
};

function recorded(what, entry, ...files) {
  return about(what, entry, ...files.map((file) => `${file}.preview.json`));
}
