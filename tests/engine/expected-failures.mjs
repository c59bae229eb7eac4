import { EXAMPLES } from "./expected-failures/examples.mjs";
import { GUARD } from "./expected-failures/guard.mjs";
import { PROGRAMS } from "./expected-failures/programs.mjs";
import { PULUMI } from "./expected-failures/pulumi.mjs";
import { TOFU } from "./expected-failures/tofu.mjs";

/**
 * Where the product is not right yet: by test file, the names of the tests that state what is right, each with the
 * reason and the error that it fails with. A listed test that passes fails the run, so that the list only gets shorter.
 */
export const EXPECTED_FAILURES = { ...EXAMPLES, ...GUARD, ...PROGRAMS, ...PULUMI, ...TOFU };
