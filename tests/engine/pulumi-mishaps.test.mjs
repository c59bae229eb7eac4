// What fails under the real command line of Pulumi, and what its next run makes of it.
import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { MISHAPS } from "./stacks/mishaps.mjs";
import { testScenarios } from "./stacks/tests.mjs";

testScenarios(MISHAPS, expectedFailures(EXPECTED_FAILURES, import.meta.url));
