/** Where the product is not right yet under Pulumi: see `../expected-failures.mjs`. */

export const PULUMI = {
  "pulumi-settings.test.mjs": {
    "an empty token: is no error": {
      reason: "a token that the program does not give may stand in the environment, and is called missing",
      error: /PRV009 mine token/,
    },
  },
};
