// States as the real command line of Pulumi makes them: all kinds, taint, import, get.
import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { STATES } from "./stacks/states.mjs";
import { testScenarios } from "./stacks/tests.mjs";

testScenarios(STATES, expectedFailures(EXPECTED_FAILURES, import.meta.url));
