// What changes of values do under OpenTofu, by kind, spelling and version of the provider.
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { scenarios } from "./configurations/changes.mjs";
import { testsOf } from "./configurations/tests.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { skip } from "./rig/engines.mjs";

const judged = expectedFailures(EXPECTED_FAILURES, import.meta.url);

describe("OpenTofu: changes of values", { skip, concurrency: 2 }, () => {
  for (const scenario of scenarios) testsOf(scenario, judged);
});
