/** Where the product is not right yet under OpenTofu: see `../expected-failures.mjs`. */

export const TOFU = {};
