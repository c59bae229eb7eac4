/** Where the product is not right yet under Pulumi: see `../expected-failures.mjs`. */

/** One entry for tests of the same name about several things: `tainted: the plan has the engine's steps (change)`. */
const each = (what, entry, ...names) =>
  Object.fromEntries(
    names.map((name) => {
      const [, scenario, round] = /^(.*?)(?: \((\w+)\))?$/.exec(name);
      return [`${scenario}: ${what}${round === undefined ? "" : ` (${round})`}`, entry];
    }),
  );

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
    ...each(STEPS, permanent, "moved-region (change)", "moved-region (again)", "acl-name (change)", "acl-name (again)"),
    ...each(STEPS, permanent, "peering-upper (again)", "version-alone (again)"),
    ...each(STEPS, computedAgain, "version-alone (change)"),
    ...each(ENDS, deletionPasses, "delete-network (change)", "delete-cluster (change)"),
  },
  "pulumi-options.test.mjs": {
    ...each(ENDS, deletionPasses, "renamed-no-alias (change)", "into-component (change)", "deleted-with (change)"),
    ...each(STEPS, order, "dbr (change)", "dbr-false (change)"),
    ...each(STEPS, computedAgain, "replace-on-changes (change)", "replace-flag (change)", "target-replace (change)"),
    ...each(ENDS, lostUnseen, "replace-on-changes (change)", "replace-flag (change)", "target-replace (change)"),
    ...each(STEPS, forgotten, "retain-replace (change)", "retain-delete (change)"),
    ...each(ENDS, { ...forgotten, error: /exit code 1 instead of 0/ }, "retain-replace (change)"),
    ...each(STEPS, protection, "protect-delete (change)", "protect-delete (again)", "protect-replace (change)"),
    ...each(ENDS, protectionPasses, "protect-delete (change)", "protect-delete (again)"),
    ...each(STEPS, alongWithRefused, "protected-replace (change)", "protected-replace (again)"),
    ...each(STEPS, refreshed, "refresh-topology (change)"),
    ...each(ENDS, lostUnseen, "refresh-topology (change)"),
  },
  "pulumi-mishaps.test.mjs": {
    ...each(STEPS, computedAgain, "defunct-create (retry)"),
    ...each(STEPS, shrunkInState, "disk-shrink (third)"),
    ...each(ENDS, { ...shrunkInState, error: /exit code 0 instead of 1/ }, "disk-shrink (third)"),
    ...each(STEPS, refreshed, "drift-deleted (change)"),
  },
  "pulumi-states.test.mjs": {
    ...each(STEPS, permanent, "everything (again)", "everything (sames)"),
    ...each(CHECK, secretsOfIntegration, "everything (refresh)"),
    ...each(ENDS, deletionPasses, "everything (destroy)"),
    ...each(STEPS, computedAgain, "tainted (change)", "tainted (replaced)"),
    ...each(ENDS, lostUnseen, "tainted (change)", "tainted (replaced)"),
    ...each(STEPS, imported, "import-option (change)"),
    ...each(STEPS, protection, "import-command (change)"),
    ...each(ENDS, protectionPasses, "import-command (change)"),
    ...each(STEPS, readOnly, "get (change)", "get (again)"),
    ...each("check speaks of it", unspoken, "a state with taint", "a state with initErrors"),
    ...each("check speaks of it", unspoken, "a state with pendingReplacement", "a state with delete"),
  },
  "pulumi-references.test.mjs": each(STEPS, readOnly, "resources that are read"),
  "pulumi-kurrent.test.mjs": {
    ...each(ENDS, deletionPasses, "replica-set (destroy)"),
    ...each(
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
    ...each(STEP, permanent, "Peering.peerResourceProvider: case (again)", "ManagedCluster.topology: case (again)"),
    ...each(STEP, permanent, "Integration.data: name of a key (again)"),
    ...each(STEP, computedAgain, "Network.region: case (then)", "Peering.peerNetworkRegion: case (then)"),
    ...each(STEP, computedAgain, "ManagedCluster.serverVersion: release (then)"),
  },
  "pulumi-settings.test.mjs": {
    ...each("is an error", settingPasses, "an empty url", "a blank url", "a url that cannot be read"),
    ...each("is an error", settingPasses, "an identity provider that cannot be read"),
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
    ...each("the plan has the engine's steps (plain)", permanent, "a preview"),
    ...each("the plan has the engine's steps (sames)", permanent, "a preview"),
    ...each("the plan has the engine's steps (refreshed)", refreshed, "a preview"),
    ...each("the plan ends with 1, since a database is lost (refreshed)", lostUnseen, "a preview"),
    ...each(
      "plan change reads it, or says in one line what to give instead",
      stream,
      "the streamed preview",
      "the update",
    ),
    ...each("check reads it, or says in one line what to give instead", stream, "the streamed preview", "the update"),
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
    ...each(CHECK, secretsOfIntegration, "everything"),
  },
};

function recorded(what, entry, ...files) {
  return each(what, entry, ...files.map((file) => `${file}.preview.json`));
}
