// Plans and states of Terraform's side as real engines wrote them: the package has to say what they say.
import assert from "node:assert/strict";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { recorded } from "./captures/recorded.mjs";
import { disagreements, wrongEnds } from "./configurations/agreement.mjs";
import { linesFor, linesOf } from "./configurations/life.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { errorsOf, planChangeOf } from "./rig/planner.mjs";

/**
 * Of a folder's truth, by file: the changes that it has, `{ address, actions, reason, replace_paths, ... }`, and whether it
 * failed. Of some only the truth was kept, being like another one.
 */
const RECORDED = recorded("tofu");

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

/** What could not be applied: the package may say so beforehand. */
const REFUSED = {
  rename_network: ["eventstorecloud_network.main"],
  shrink: ["eventstorecloud_managed_cluster.db"],
};

/** Plans that nobody has applied, so that they say nothing of what the provider accepts. */
const BY_HAND = "by-hand";

describe("recorded plans and states of OpenTofu", { concurrency: 2 }, () => {
  for (const folder of RECORDED.folders) {
    const texts = RECORDED.files(folder);
    const truth = RECORDED.truth(folder);

    for (const file of Object.keys(texts).filter((name) => name in truth)) {
      const json = JSON.parse(texts[file]);
      let answer;
      const answered = () => (answer ??= planChangeOf(texts[file]));

      it(`${folder}/${file} has the actions of its truth`, () => {
        assert.deepEqual(linesOf({ json }), linesFor(truth[file].changes));
        assert.equal(json.errored === true, truth[file].errored);
      });

      it(`${folder}/${file}: plan change gives the engine's actions`, async () => {
        assert.deepEqual(disagreements(json, await answered(), REFUSED[folder]), []);
      });

      it(`${folder}/${file}: plan change ends as what is lost demands`, async () => {
        assert.deepEqual(wrongEnds(json, await answered(), REFUSED[folder]), []);
      });
    }

    const accepted = Object.entries(texts).filter(([file]) => truth[file]?.errored !== true);
    if (folder !== BY_HAND && accepted.length > 0)
      it(`${folder}: check finds no error in what was accepted`, async () => {
        assert.deepEqual(await errorsOf(Object.fromEntries(accepted)), []);
      });
  }
});
