// The block of the provider: which settings end a plan, which pass, and whether the package says the same.
import assert from "node:assert/strict";
import { after, describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { block, configuration, expression, project, required } from "./configurations/blocks.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { skip } from "./rig/engines.mjs";
import { errorsOf } from "./rig/planner.mjs";
import { projectOf } from "./rig/tofu.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const unknown = expression("terraform_data.later.output");
const KNOWN_LATER = block('resource "terraform_data" "later"', { input: "http://127.0.0.1" });

/** Settings that end a plan, with the one that the package has to name. */
const REFUSED = [
  ["an empty url", { url: "" }, "url"],
  ["a blank url", { url: " " }, "url"],
  ["a url with a space", { url: "http://a b" }, "url"],
  ["a url with a bad escape", { url: "http://%zz" }, "url"],
  ["an identity_provider_url with a bad escape", { identity_provider_url: "http://%zz" }, "identity_provider_url"],
  ["an unknown url", { url: unknown }, "url"],
  ["an unknown token_store", { token_store: unknown }, "token_store"],
];

/** Settings that a plan does not mind, whatever the first request makes of them. */
const ACCEPTED = [
  ["no settings", {}],
  ["a url without TLS", { url: "http://api.example.com" }],
  ["a url without a scheme", { url: "localhost" }],
  ["a url of FTP", { url: "ftp://127.0.0.1" }],
  ["a url with port 99999", { url: "http://127.0.0.1:99999" }],
  ["a url with a path", { url: "http://127.0.0.1/api" }],
  ["an empty token", { token: "" }],
  ["an unknown token", { token: unknown }],
  ["an empty organization_id", { organization_id: "" }],
  ["a blank token_store", { token_store: " " }],
  ["a token_store that is no folder", { token_store: "/dev/null" }],
];

describe("OpenTofu: settings of the provider", { skip }, () => {
  const ends = [];
  after(async () => {
    for (const end of ends.reverse()) await end();
  });
  let engine;
  const plans = new Map();
  /** The plan with these settings, made once for its tests, which run one after the other. */
  async function planWith(what, settings) {
    engine ??= await projectOf({ after: (end) => ends.push(end) }, {});
    if (!plans.has(what)) {
      const later = Object.values(settings).includes(unknown) ? [KNOWN_LATER] : [];
      const blocks = [block('provider "eventstorecloud"', settings), ...later, project()];
      engine.write({ "main.tf": configuration(required("1.7.2"), ...blocks) });
      plans.set(what, await engine.plan());
    }
    return plans.get(what);
  }

  for (const [what, settings, setting] of REFUSED) {
    it(`the provider refuses ${what}`, async () => {
      const { exitCode, said, json } = await planWith(what, settings);
      assert.equal(exitCode, 1, said);
      assert.equal(json.errored, true);
    });

    it(`check refuses ${what}`, async () => {
      const errors = await errorsOf({ "plan.json": (await planWith(what, settings)).text });
      const named = errors.filter((error) => error.endsWith(` provider.eventstorecloud.${setting}`));
      assert.equal(named.length > 0, true, `no error names ${setting}: ${errors.join("; ")}`);
    });
  }

  for (const [what, settings] of ACCEPTED) {
    it(`the provider accepts ${what}`, async () => {
      const { exitCode, said, json } = await planWith(what, settings);
      assert.equal(exitCode, 0, said);
      assert.equal(json.errored, false);
    });

    it(`check does not claim that a plan fails with ${what}`, async () => {
      assert.deepEqual(await errorsOf({ "plan.json": (await planWith(what, settings)).text }, { before: "apply" }), []);
    });
  }
});
