/** Where the product is not right yet under Pulumi: see `../expected-failures.mjs`. */

export const PULUMI = {};
