// What options of resources and commands do under the real command line of Pulumi.
import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { OPTIONS } from "./stacks/options.mjs";
import { testScenarios } from "./stacks/tests.mjs";

testScenarios(OPTIONS, expectedFailures(EXPECTED_FAILURES, import.meta.url));
