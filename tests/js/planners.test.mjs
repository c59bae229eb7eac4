// The planners in the built package: what they answer is what the builders take and the checks pass.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check, managedCluster, recommendCluster } from "eventstorecloud-planner";
import { refused, tried } from "./support/bad.mjs";

describe("recommendCluster", () => {
  const workload = { cloud: "aws", environment: "production", workingSetStreams: 8_000_000, clients: 100, dataGb: 400, growthGbPerMonth: 50 };

  it("gives args that the builder takes as they are and the checks pass", () => {
    const { ok, args, choices } = recommendCluster(workload);
    assert.ok(ok);
    const whole = { ...args, projectId: "c2bq5k5o4t0gqrkt0030", networkId: "c2bq5k5o4t0gqrkt0040", name: "orders" };
    assert.deepEqual(managedCluster(whole, { environment: "production", onDiagnostic: assert.fail }), whole);
    const document = { partial: true, environment: "production", resources: [{ kind: "ManagedCluster", name: "db", args: whole }] };
    assert.deepEqual(check(document).diagnostics, []);
    assert.deepEqual(choices.map(({ property, value }) => [property, value]).sort(), Object.entries(args).filter(([key]) => key !== "protected").sort());
  });

  it("knows what the user adds, and says what is missing", () => {
    const options = { catalogue: { instanceTypes: ["M256"] } };
    assert.deepEqual(recommendCluster(workload, options), recommendCluster(workload));
    const { ok, problems } = recommendCluster({ ...workload, clients: 900 });
    assert.deepEqual([ok, problems.map(({ path }) => path)], [false, ["workload.clients"]]);
  });

  it("refuses what cannot be used, with its path", () => {
    for (const [request, path] of [
      [undefined, "workload"],
      [null, "workload"],
      [[], "workload"],
      [{}, "workload.cloud"],
      [{ cloud: "ibm" }, "workload.cloud"],
      [{ cloud: "aws", clients: -1 }, "workload.clients"],
      [{ cloud: "aws", clients: Infinity }, "workload.clients"],
      [{ cloud: "aws", clients: 1e300 }, "workload.clients"],
      [{ cloud: "aws", dataGb: 5n }, "workload.dataGb"],
      [{ cloud: "aws", months: 0.5 }, "workload.months"],
      [{ cloud: "aws", growth: 1 }, "workload.growth"],
      [{ cloud: "aws", now: "soon" }, "workload.now"],
      [Object.defineProperty({}, "cloud", { enumerable: true, get() { throw new Error("private"); } }), "workload.cloud"],
    ]) {
      refused(() => recommendCluster(request), path);
    }
    refused(() => recommendCluster(workload, { profil: "strict" }), "options.profil");
    assert.ok(tried(() => recommendCluster({ cloud: "aws", dataGb: 1e12, growthGbPerMonth: 1e12, months: 1200 })).problems.length > 0);
  });
});
