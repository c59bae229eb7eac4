// The package `kurrentcloud`, by its stand-in, under the real command line of Pulumi. What the engine does here is
// evidence about our product and about the stand-in, not about the published provider.
import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { KURRENT } from "./stacks/kurrent.mjs";
import { testScenarios } from "./stacks/tests.mjs";

testScenarios(KURRENT, expectedFailures(EXPECTED_FAILURES, import.meta.url));
