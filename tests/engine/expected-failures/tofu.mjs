/** Where the product is not right yet under OpenTofu: see `../expected-failures.mjs`. */

import { each } from "../../support/expected-failures.mjs";

/** One entry for tests of the same name about several things: `tainted: plan change says why`. */
const about = (what, entry, ...names) => each(entry, ...names.map((name) => `${name}: ${what}`));

const CHECK = "check finds no error in what was accepted";

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

export const TOFU = {
  "tofu-changes.test.mjs": {
    ...about(CHECK, secretsMissing, "every kind", "deletions", "secret of an integration"),
    ...about(CHECK, tagCarried, "server version alone"),
    ...about(CHECK, otherCase, "topology in another case", "peer provider in another case"),
    ...about(CHECK, retired, ...BEFORE_VERSIONS, ...SINCE_VERSIONS),
  },
  "tofu-lifecycle.test.mjs": {
    ...about(CHECK, secretsMissing, "import of every kind"),
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
};
