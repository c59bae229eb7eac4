// Programs that need no engine: a unit test under mocks, and what the package says of values by itself.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe } from "node:test";

import { prepare, VARIANTS } from "../pulumi/installs/index.mjs";
import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { distance, placeOf } from "./programs/places.mjs";
import { library } from "./rig/planner.mjs";
import { run } from "./rig/processes.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);
const { CASES } = createRequire(import.meta.url)("./programs/spellings.cjs");

const variant = VARIANTS.find(({ name }) => name === "newest-commonjs-vendored");

describe("a unit test under mocks", { skip: variant.skip ?? false }, () => {
  /** What the program prints, and how it ends. */
  async function outcome(BUILDER) {
    const { node, projectFolder } = await prepare(variant);
    const text = readFileSync(new URL("programs/under-mocks.js", import.meta.url), "utf8");
    const cwd = projectFolder(`mocks-${BUILDER}`, { "index.js": text });
    const { exitCode, stdout, stderr } = await run(node, ["index.js"], { cwd, env: { BUILDER } });
    const report = stdout === "" ? undefined : JSON.parse(stdout);
    return { exitCode, stderr, report };
  }

  const RIGHT = { exitCode: 0, stderr: "", report: { ok: false, found: ["NET011 region"] } };

  it("finds a wrong value that the mocks are given", async () => {
    assert.deepEqual(await outcome("false"), RIGHT);
  });

  it("finds a wrong value that a builder has refused, without an unhandled rejection", async () => {
    assert.deepEqual(await outcome("true"), RIGHT);
  });
});

describe("a plan of what builders change in spellings", () => {
  it("says what the engine does, as far as that does not depend on the service", () => {
    const id = "c2bq5k5o4t0gqrkt0030";
    const ids = {
      Peering: { networkId: id },
      ManagedCluster: { networkId: id },
      ScheduledBackup: { sourceClusterId: id },
    };
    const wrong = CASES.flatMap(({ kind, name, args, spelled, then }) => {
      const before = { projectId: id, ...ids[kind], ...args };
      const builder = kind[0].toLowerCase() + kind.slice(1);
      const after = library[builder](before, { onDiagnostic: () => undefined });
      const { steps } = library.planChange({ kind, name, args: before }, { kind, name, args: after });
      // A builder that leaves a spelling alone changes nothing.
      const isChanged = JSON.stringify(after) !== JSON.stringify(before);
      // An engine compares with what the service has answered. Ours answers what was sent, so that another spelling of a
      // region replaces; one that answers in its own spelling has it already, and nothing changes. Which of the two the
      // real service does is not known, and documents do not say it, so that the plan has to leave it open.
      const isOfRegion = args.region === spelled || args.peerNetworkRegion === spelled;
      const right = !isChanged ? "none" : then === "replace" && isOfRegion ? "undecided" : (then ?? "none");
      return steps[0].action === right ? [] : [`${name}: ${steps[0].action}, not ${right}`];
    });
    assert.deepEqual(wrong, []);
  });
});

describe("a region of another cloud", () => {
  const { regions } = library.catalogue();
  const clouds = ["aws", "gcp", "azure"];

  /** For each region that is given to another cloud: the region that is suggested instead, if any. */
  const suggestions = clouds.flatMap((cloud) =>
    regions.flatMap((region) => {
      if (region.cloud === cloud) return [];
      const args = {
        projectId: { unknown: true },
        resourceProvider: cloud,
        region: region.id,
        cidrBlock: "10.0.0.0/16",
      };
      const { diagnostics } = library.check({ resources: [{ kind: "Network", name: "net", args }] });
      const found = diagnostics.find(({ path, severity }) => path === "region" && severity === "error");
      assert.ok(found, `${region.id} is refused for ${cloud}`);
      const edits = [...(found.fix ?? []), ...(found.suggestions ?? [])].filter(({ path }) => path === "region");
      const theirs = regions.filter((other) => other.cloud === cloud);
      const named = edits.map(({ value }) => value);
      return [...new Set(named)].flatMap((id) => {
        const suggested = theirs.find((other) => other.id === id);
        return suggested === undefined ? [] : [{ region, suggested, theirs }];
      });
    }),
  );

  const line = ({ region, suggested }) => `${suggested.id} (${suggested.city}) for ${region.id} (${region.city})`;

  it("is never answered with a region on another continent", () => {
    const wrong = suggestions.filter(
      ({ region, suggested }) => placeOf(region.city).continent !== placeOf(suggested.city).continent,
    );
    assert.deepEqual(wrong.map(line), []);
  });

  it("is answered with the region in the same place, or the nearest", () => {
    assert.ok(suggestions.length > 100);
    const wrong = suggestions.filter(({ region, suggested, theirs }) => {
      const far = ({ city }) => distance(region.city, city);
      const nearest = Math.min(...theirs.map(far));
      // Cities are known by the degree: a few are as near as the nearest.
      return far(suggested) > nearest * 1.25 + 100;
    });
    assert.deepEqual(wrong.map(line), []);
  });
});
