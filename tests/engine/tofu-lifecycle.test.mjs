// What the language does under OpenTofu: meta-arguments, addresses, modules, imports, the options of a plan.
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { scenarios } from "./configurations/lifecycle.mjs";
import { testsOf } from "./configurations/tests.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { skip } from "./rig/engines.mjs";

const judged = expectedFailures(EXPECTED_FAILURES, import.meta.url);

describe("OpenTofu: the language", { skip, concurrency: 2 }, () => {
  for (const scenario of scenarios) testsOf(scenario, judged);
});
