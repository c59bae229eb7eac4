// What goes wrong under OpenTofu: refusals, applies that stop halfway, changes behind the engine's back.
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { scenarios } from "./configurations/failures.mjs";
import { testsOf } from "./configurations/tests.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { skip } from "./rig/engines.mjs";

const judged = expectedFailures(EXPECTED_FAILURES, import.meta.url);

describe("OpenTofu: failures", { skip, concurrency: 2 }, () => {
  for (const scenario of scenarios) testsOf(scenario, judged);
});
