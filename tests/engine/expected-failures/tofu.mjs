/** Where the product is not right yet under OpenTofu: see `../expected-failures.mjs`. */

import { each } from "../../support/expected-failures.mjs";

/** One entry for tests of the same name about several things: `tainted: plan change says why`. */
const about = (what, entry, ...names) => each(entry, ...names.map((name) => `${name}: ${what}`));

const ACTIONS = "plan change gives the engine's actions";
const ENDS = "plan change ends as what is lost demands";
const WHY = "plan change says why";
const CHECK = "check finds no error in what was accepted";
const REFRESH = "plan change reads a plan that only refreshes";

const computedAgain = {
  reason: "the steps of a plan are computed again from its values, so that what only the engine knows comes out wrong",
  error: /the engine says \S+, the product/,
};
const lostUnseen = {
  reason: "a step that is computed again hides that the plan replaces or deletes a database",
  error: /is lost, and not called so/,
};
const deletionPasses = {
  reason: "the deletion of a database is no error, so that the command ends with 0",
  error: /exit code 0 instead of 1/,
};
const forgotten = {
  reason: "what is only forgotten, and lives on, is taken for deleted",
  error: /the engine says forget\S*, the product|is not lost, and called so/,
};
const imported = {
  reason: "an import has no word of its own",
  error: /of an import, the product none/,
};
const deposed = {
  reason: "what a replacement has left behind is in no step, and a state that has it counts as malformed",
  error: /deposed: the engine says delete, the product nothing|is lost, and not called so|DOC003/,
};
const withoutChanges = {
  reason: "a plan without `resource_changes`, which changes nothing, is not taken for a plan",
  error: /a document has only one state/,
};
const failedPlan = {
  reason: "a plan that failed, and so is not whole, ends with 0",
  error: /exit code 0 instead of 3/,
};
const notExplained = {
  reason: "the reason that the plan gives is not told",
  error: /did not match the regular expression/,
};
const secretsMissing = {
  reason: "the secrets of an integration, which no state has, are missed in it",
  error: /INT002/,
};
const tagCarried = {
  reason: "a computed `server_version_tag` that the plan carries along is judged as a written one",
  error: /VER009/,
};
const otherCase = {
  reason: "a word in another case is called refused, and not what it is: replaced in every run",
  error: /CLU002|PEER002/,
};
const retired = {
  reason: "what exists is judged as if it were to be created now",
  error: /VER004/,
};
const settings = {
  reason: "the settings of the provider are not looked at in a plan that they have ended",
  error: /no error names/,
};
const otherForm = {
  reason: "it is refused without the name of what to give instead",
  error: /did not match the regular expression/,
};

const BEFORE_VERSIONS = [
  "name with 1.5.7",
  "disk_type with 1.5.15",
  "server_version with 1.5.26",
  "instance_type with 1.5.27",
];
const SINCE_VERSIONS = [
  "name with 1.5.8",
  "disk_type with 1.5.16",
  "server_version with 1.5.27",
  "instance_type with 1.5.28",
];

const forms = (command, ...files) =>
  Object.fromEntries(
    files.map((file) => [`${command} refuses ${file} in one line that says what to give instead`, otherForm]),
  );

export const TOFU = {
  "tofu-changes.test.mjs": {
    ...about(ENDS, deletionPasses, "deletions"),
    ...about(ENDS, failedPlan, "gp3 in another case"),
    ...about(CHECK, secretsMissing, "every kind", "deletions", "secret of an integration"),
    ...about(CHECK, tagCarried, "server version alone"),
    ...about(CHECK, otherCase, "topology in another case", "peer provider in another case"),
    ...about(CHECK, retired, ...BEFORE_VERSIONS, ...SINCE_VERSIONS),
    ...about(REFRESH, withoutChanges, "every kind", "topology"),
  },
  "tofu-lifecycle.test.mjs": {
    ...about(ACTIONS, computedAgain, "create before destroy", "replace triggered by", "tainted", "replace option"),
    ...about(ACTIONS, forgotten, "removed", "not destroyed when removed", "not destroyed when replaced"),
    ...about(ACTIONS, imported, "import", "import of every kind"),
    ...about(ACTIONS, withoutChanges, "destroy option", "refresh only option"),
    ...about(ENDS, lostUnseen, "replace triggered by", "tainted", "replace option"),
    ...about(ENDS, forgotten, "removed", "not destroyed when removed", "not destroyed when replaced"),
    ...about(ENDS, deletionPasses, "removed and destroyed", "renamed without moved", "destroy option"),
    ...about(ENDS, deletionPasses, "count down", "for each", "count to for each"),
    ...about(ENDS, withoutChanges, "refresh only option"),
    ...about(WHY, notExplained, "replace triggered by", "removed", "moved", "count down", "for each"),
    ...about(WHY, notExplained, "tainted", "replace option"),
    ...about(CHECK, secretsMissing, "import of every kind"),
  },
  "tofu-failures.test.mjs": {
    ...about(ACTIONS, computedAgain, "protected and replaced", "defunct after its creation", "deleted behind the back"),
    ...about(ACTIONS, deposed, "deposed"),
    ...about(ENDS, lostUnseen, "defunct after its creation"),
    ...about(ENDS, deposed, "deposed"),
    ...about(ENDS, failedPlan, "not found any more", "one of many refused", "unknown IOPS"),
    ...about(ENDS, failedPlan, "data source that finds nothing"),
    ...about(WHY, notExplained, "deposed"),
    ...about(CHECK, deposed, "deposed"),
    ...about(REFRESH, withoutChanges, "smaller disk"),
  },
  "tofu-recorded.test.mjs": {
    ...about(ACTIONS, computedAgain, "cbd/plan.json", "replace_flag/plan.json", "tainted/plan.json"),
    ...about(ACTIONS, computedAgain, "by-hand/cbd.json", "by-hand/tainted.json"),
    ...about(ACTIONS, forgotten, "removed/plan.json", "by-hand/forget.json"),
    ...about(ACTIONS, imported, "import/plan.json"),
    ...about(ACTIONS, withoutChanges, "destroy/again.json"),
    ...about(ENDS, lostUnseen, "replace_flag/plan.json", "tainted/plan.json", "by-hand/tainted.json"),
    ...about(ENDS, forgotten, "removed/plan.json", "by-hand/forget.json"),
    ...about(ENDS, deletionPasses, "count_down/plan.json", "delete_all_but_project/plan.json", "destroy/plan.json"),
    ...about(ENDS, failedPlan, "for_each/plan.json", "by-hand/errored.json"),
    ...about(ENDS, withoutChanges, "destroy/again.json"),
  },
  "tofu-settings.test.mjs": {
    "check refuses an empty url": settings,
    "check refuses a blank url": settings,
    "check refuses a url with a space": settings,
    "check refuses a url with a bad escape": settings,
    "check refuses an identity_provider_url with a bad escape": settings,
    "check refuses an unknown url": settings,
    "check refuses an unknown token_store": settings,
  },
  "tofu-forms.test.mjs": {
    ...forms("check", "plan.log", "apply.log"),
    ...forms("plan change", "plan.log", "apply.log", "terraform.tfstate"),
  },
};
