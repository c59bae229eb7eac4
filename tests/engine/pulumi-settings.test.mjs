// Settings of a provider that a program makes, under the real command line of Pulumi.
import assert from "node:assert/strict";
import { after, describe, it } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { skip } from "./rig/engines.mjs";
import { errorsOf } from "./rig/planner.mjs";
import { stackOf } from "./rig/pulumi.mjs";
import { ORDERS, withV } from "./stacks/play.mjs";

const judged = expectedFailures(EXPECTED_FAILURES, import.meta.url);

/** A preview fails with them. */
const REFUSED = {
  "an empty url": { url: "" },
  "a blank url": { url: " " },
  "a url that cannot be read": { url: "http://[::1" },
  "an identity provider that cannot be read": { identityProviderUrl: "http://[::1" },
  "an empty token store": { tokenStore: "" },
};

/** They are taken as they are, and the first request fails. */
const FAILING = {
  "an empty organization": { organizationId: "" },
};

/** They are taken as they are; the SDK does not register an empty token, so that the environment's counts. */
const ACCEPTED = {
  "an empty token": { token: "" },
  "an empty identity provider": { identityProviderUrl: "" },
  "a blank token store": { tokenStore: " " },
  "a token store in the home": { tokenStore: "~/x" },
  "a token store that is no folder": { tokenStore: "/dev/null" },
  "a url without a scheme": { url: "api.eventstore.cloud" },
};

const program = (explicit) => ({
  without: ["net", "db", "backup"],
  explicit,
  options: { orders: { provider: "mine" } },
});

describe("settings of a provider", { skip }, () => {
  const ends = [];
  after(async () => {
    for (const end of ends) await end();
  });
  let made;
  const stack = () => (made ??= stackOf({ after: (end) => ends.push(end) }, { folder: ORDERS }));
  const previews = new Map();
  const previewed = async (what, settings) => {
    if (!previews.has(what)) previews.set(what, await (await stack()).previewJson(withV(program(settings))));
    return previews.get(what);
  };
  const wrong = async (preview) =>
    (await errorsOf({ "preview.json": preview.text })).filter((line) => / mine /.test(line));

  for (const [what, settings] of Object.entries({ ...REFUSED, ...FAILING, ...ACCEPTED })) {
    const isRefused = what in REFUSED;
    it(`${what}: the preview ${isRefused ? "fails" : "passes"}`, async () => {
      const { exitCode, stderr } = await previewed(what, settings);
      assert.equal(exitCode, isRefused ? 1 : 0, stderr);
    });
  }

  for (const [what, settings] of Object.entries({ ...REFUSED, ...FAILING })) {
    judged(`${what}: is an error`, async () => {
      const found = await wrong(await previewed(what, settings));
      assert.equal(found.length, 1, `errors: ${found.join() || "none"}`);
      assert.match(found[0], new RegExp(`mine ${Object.keys(settings)[0]}$`));
    });
  }

  for (const [what, settings] of Object.entries(ACCEPTED)) {
    judged(`${what}: is no error`, async () => {
      assert.deepEqual(await wrong(await previewed(what, settings)), []);
    });
  }

  it("an empty variable counts as one that is not set", async () => {
    const { env } = withV({ without: ["net", "db", "backup"] });
    const { exitCode, said } = await (await stack()).preview({ env: { ...env, ESC_URL: "", ESC_TOKEN_STORE: "" } });
    assert.equal(exitCode, 0, said);
  });

  for (const [what, settings] of Object.entries(FAILING)) {
    it(`${what}: the first request fails`, async () => {
      const { exitCode, said } = await (await stack()).up(withV(program(settings)));
      assert.notEqual(exitCode, 0, said);
      assert.deepEqual((await stack()).service.state(), []);
    });
  }
});
