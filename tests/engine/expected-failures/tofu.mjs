/** Where the product is not right yet under OpenTofu: see `../expected-failures.mjs`. */

import { each } from "../../support/expected-failures.mjs";

/** One entry for tests of the same name about several things: `tainted: plan change says why`. */
const about = (what, entry, ...names) => each(entry, ...names.map((name) => `${name}: ${what}`));

const CHECK = "check finds no error in what was accepted";

const otherCase = {
  reason: "a word in another case is called refused, and not what it is: replaced in every run",
  error: /CLU002|PEER002/,
};
const settings = {
  reason: "the settings of the provider are not looked at in a plan that they have ended",
  error: /no error names/,
};

export const TOFU = {
  "tofu-changes.test.mjs": {
    ...about(CHECK, otherCase, "topology in another case", "peer provider in another case"),
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
