// The planners in the built package: what they answer is what the builders take and the checks pass.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check, managedCluster, network, peering, planAddressSpace, recommendCluster } from "eventstorecloud-planner";
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

describe("planAddressSpace", () => {
  const request = {
    pools: [{ block: "10.20.0.0/15", name: "cloud" }],
    reserved: [{ block: "10.20.0.0/20", name: "office" }],
    requests: [
      { name: "orders", cloud: "aws", region: "us-east-1", prefixLength: 20, peers: ["office"] },
      { name: "invoices", cloud: "gcp", region: "us-east1", clusters: 40 },
      { name: "reports", cloud: "azure", region: "eastus", like: "orders" },
    ],
  };

  it("gives args that builders take as they are and the checks pass, with the routes of both sides", () => {
    const { ok, networks, routes, peers } = planAddressSpace(request);
    assert.ok(ok);
    const project = { kind: "Project", name: "p", args: { name: "p" } };
    const resources = networks.map(({ name, args }) => ({ kind: "Network", name, args: { ...args, projectId: { ref: "p" }, name } }));
    const [office] = peers;
    const args = { projectId: { ref: "p" }, networkId: { ref: "orders" }, name: "apps", peerResourceProvider: "aws", peerNetworkRegion: "us-east-1", peerAccountId: "012345678901", peerNetworkId: "vpc-0a1b2c3d", routes: office.routes };
    assert.deepEqual(check({ resources: [project, ...resources, { kind: "Peering", name: "apps", args }] }).diagnostics, []);
    for (const { args } of networks) assert.deepEqual(network({ ...args, projectId: "c2bq5k5o4t0gqrkt0030" }), { ...args, projectId: "c2bq5k5o4t0gqrkt0030" });
    assert.equal(peering({ ...args, projectId: "c2bq5k5o4t0gqrkt0030", networkId: "c2bq5k5o4t0gqrkt0040" }).routes, office.routes);
    assert.deepEqual(routes.map(({ network: of, peer }) => [of, peer]), [["orders", "office"]]);
  });

  it("is the lock of the next plan, through JSON and whatever the order", () => {
    const last = JSON.parse(JSON.stringify(planAddressSpace(request)));
    const [orders, invoices, reports] = request.requests;
    const next = planAddressSpace({ ...request, existing: last, requests: [{ name: "new", prefixLength: 18 }, reports, orders] });
    const of = (plan) => Object.fromEntries(plan.networks.map(({ name, block }) => [name, block]));
    assert.deepEqual({ ...of(next), invoices: of(last).invoices }, { ...of(last), new: of(next).new });
    assert.deepEqual(next.released, [{ name: "invoices", block: of(last).invoices }]);
    assert.deepEqual(of(planAddressSpace({ ...request, requests: [orders, invoices] })).orders, of(last).orders);
    const short = planAddressSpace({ ...request, existing: { networks: [{ name: "orders", block: "10.21.0.0/20" }] } });
    assert.equal(of(short).orders, "10.21.0.0/20");
  });

  it("says what does not fit, and refuses what cannot be used, with its path", () => {
    const full = planAddressSpace({ pools: ["10.20.0.0/24"], requests: [{ name: "a", prefixLength: 24 }, { name: "b", prefixLength: 24 }] });
    assert.deepEqual([full.ok, full.unplaced.map(({ name, missing, pool }) => [name, missing, pool])], [false, [["b", 256, "10.20.0.0/24"]]]);
    for (const [change, path] of [
      [{ pools: [] }, "request.pools"],
      [{ pools: ["8.8.8.0/24"] }, "request.pools[0]"],
      [{ pools: ["10.20.0.0/15", "10.21.0.0/16"] }, "request.pools[1]"],
      [{ reserved: ["10.20.0.1/20"] }, "request.reserved[0]"],
      [{ requests: [{ name: "a", prefixLength: 25 }] }, "request.requests[0].prefixLength"],
      [{ requests: [{ name: "a", prefixLength: 20 }, { name: "a", prefixLength: 20 }] }, "request.requests[1].name"],
      [{ requests: [{ name: "a", like: "b" }] }, "request.requests[0].like"],
      [{ requests: [{ name: "a", size: 5 }] }, "request.requests[0].size"],
      [{ existing: 5 }, "request.existing"],
      [{ polls: [] }, "request.polls"],
    ]) {
      refused(() => planAddressSpace({ ...request, ...change }), path);
    }
    refused(() => planAddressSpace(undefined), "request");
  });
});
