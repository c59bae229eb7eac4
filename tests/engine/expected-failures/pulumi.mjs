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

const settingPasses = {
  reason: "a setting with which the provider cannot start is no error",
  error: /errors: none/,
};

export const PULUMI = {
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
};
