// What a change of values does under the real command line of Pulumi.
import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { CHANGES } from "./stacks/changes.mjs";
import { testScenarios } from "./stacks/tests.mjs";

testScenarios(CHANGES, expectedFailures(EXPECTED_FAILURES, import.meta.url));
