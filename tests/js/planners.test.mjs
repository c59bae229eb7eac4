// The planners in the built package: what they answer is what the builders take and the checks pass.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  check,
  explain,
  formatPlan,
  managedCluster,
  network,
  peering,
  planAddressSpace,
  planBackups,
  planChange,
  planPreview,
  recommendCluster,
  rules,
  scheduledBackup,
  simulateBackups,
} from "eventstorecloud-planner";
import { refused, tried } from "./support/bad.mjs";

describe("recommendCluster", () => {
  const workload = {
    cloud: "aws",
    environment: "production",
    workingSetStreams: 8_000_000,
    clients: 100,
    dataGb: 400,
    growthGbPerMonth: 50,
  };

  it("gives args that the builder takes as they are and the checks pass", () => {
    const { ok, args, choices } = recommendCluster(workload);
    assert.ok(ok);
    const whole = { ...args, projectId: "c2bq5k5o4t0gqrkt0030", networkId: "c2bq5k5o4t0gqrkt0040", name: "orders" };
    assert.deepEqual(managedCluster(whole, { environment: "production", onDiagnostic: assert.fail }), whole);
    const document = {
      partial: true,
      environment: "production",
      resources: [{ kind: "ManagedCluster", name: "db", args: whole }],
    };
    assert.deepEqual(check(document).diagnostics, []);
    assert.deepEqual(
      choices.map(({ property, value }) => [property, value]).sort(),
      Object.entries(args)
        .filter(([key]) => key !== "protected")
        .sort(),
    );
  });

  it("knows what the user adds, and says what is missing", () => {
    const options = { catalogue: { instanceTypes: ["M256"] } };
    assert.deepEqual(recommendCluster(workload, options), recommendCluster(workload));
    const { ok, diagnostics } = recommendCluster({ ...workload, clients: 900 });
    assert.deepEqual([ok, diagnostics.map(({ path }) => path)], [false, ["workload.clients"]]);
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
      [
        Object.defineProperty({}, "cloud", {
          enumerable: true,
          get() {
            throw new Error("private");
          },
        }),
        "workload.cloud",
      ],
    ]) {
      refused(() => recommendCluster(request), path);
    }
    refused(() => recommendCluster(workload, { profil: "strict" }), "options.profil");
    assert.ok(
      tried(() => recommendCluster({ cloud: "aws", dataGb: 1e12, growthGbPerMonth: 1e12, months: 1200 })).diagnostics
        .length > 0,
    );
  });
});

describe("planAddressSpace", () => {
  const request = {
    pools: [{ cidrBlock: "10.20.0.0/15", name: "cloud" }],
    reserved: [{ cidrBlock: "10.20.0.0/20", name: "office" }],
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
    const resources = networks.map(({ name, args }) => ({
      kind: "Network",
      name,
      args: { ...args, projectId: { ref: "p" }, name },
    }));
    const [office] = peers;
    const args = {
      projectId: { ref: "p" },
      networkId: { ref: "orders" },
      name: "apps",
      peerResourceProvider: "aws",
      peerNetworkRegion: "us-east-1",
      peerAccountId: "012345678901",
      peerNetworkId: "vpc-0a1b2c3d",
      routes: office.routes,
    };
    assert.deepEqual(
      check({ resources: [project, ...resources, { kind: "Peering", name: "apps", args }] }).diagnostics,
      [],
    );
    for (const { args } of networks)
      assert.deepEqual(network({ ...args, projectId: "c2bq5k5o4t0gqrkt0030" }), {
        ...args,
        projectId: "c2bq5k5o4t0gqrkt0030",
      });
    assert.equal(
      peering({ ...args, projectId: "c2bq5k5o4t0gqrkt0030", networkId: "c2bq5k5o4t0gqrkt0040" }).routes,
      office.routes,
    );
    assert.deepEqual(
      routes.map(({ network: of, peer }) => [of, peer]),
      [["orders", "office"]],
    );
  });

  it("is the lock of the next plan, through JSON and whatever the order", () => {
    const last = JSON.parse(JSON.stringify(planAddressSpace(request)));
    const [orders, invoices, reports] = request.requests;
    const next = planAddressSpace({
      ...request,
      existing: last,
      requests: [{ name: "new", prefixLength: 18 }, reports, orders],
    });
    const of = (plan) => Object.fromEntries(plan.networks.map(({ name, cidrBlock }) => [name, cidrBlock]));
    assert.deepEqual({ ...of(next), invoices: of(last).invoices }, { ...of(last), new: of(next).new });
    assert.deepEqual(next.released, [{ name: "invoices", cidrBlock: of(last).invoices }]);
    assert.deepEqual(of(planAddressSpace({ ...request, requests: [orders, invoices] })).orders, of(last).orders);
    const short = planAddressSpace({
      ...request,
      existing: { networks: [{ name: "orders", cidrBlock: "10.21.0.0/20" }] },
    });
    assert.equal(of(short).orders, "10.21.0.0/20");
  });

  it("says what does not fit, and refuses what cannot be used, with its path", () => {
    const full = planAddressSpace({
      pools: ["10.20.0.0/24"],
      requests: [
        { name: "a", prefixLength: 24 },
        { name: "b", prefixLength: 24 },
      ],
    });
    assert.deepEqual(
      [full.ok, full.unplaced.map(({ name, missing, pool }) => [name, missing, pool])],
      [false, [["b", 256, "10.20.0.0/24"]]],
    );
    for (const [change, path] of [
      [{ pools: [] }, "request.pools"],
      [{ pools: ["8.8.8.0/24"] }, "request.pools[0]"],
      [{ pools: ["10.20.0.0/15", "10.21.0.0/16"] }, "request.pools[1]"],
      [{ reserved: ["10.20.0.1/20"] }, "request.reserved[0]"],
      [{ requests: [{ name: "a", prefixLength: 25 }] }, "request.requests[0].prefixLength"],
      [
        {
          requests: [
            { name: "a", prefixLength: 20 },
            { name: "a", prefixLength: 20 },
          ],
        },
        "request.requests[1].name",
      ],
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

describe("planBackups", () => {
  const request = {
    clusters: [
      "orders",
      { name: "invoices", projectId: "c2bq5k5o4t0gqrkt0030", sourceClusterId: "c2bq5k5o4t0gqrkt0040" },
    ],
    objectives: { maxLossHours: 6, keep: { daily: 7, weekly: 4 } },
  };

  it("gives args that the builder takes as they are and the checks pass", () => {
    const { ok, jobs, worstLossMinutes } = planBackups(request);
    assert.deepEqual([ok, worstLossMinutes <= 360], [true, true]);
    const ids = { projectId: "c2bq5k5o4t0gqrkt0030", sourceClusterId: "c2bq5k5o4t0gqrkt0050" };
    const resources = jobs.map(({ name, args }) => ({ kind: "ScheduledBackup", name, args: { ...ids, ...args } }));
    assert.deepEqual(check({ partial: true, resources }).diagnostics, []);
    for (const { args } of resources) assert.deepEqual(scheduledBackup(args, { onDiagnostic: assert.fail }), args);
    assert.equal(jobs.find(({ cluster }) => cluster === "invoices").args.sourceClusterId, "c2bq5k5o4t0gqrkt0040");
  });

  it("is what the simulation says of its jobs", () => {
    const plan = planBackups({ ...request, clusters: ["orders"] });
    const jobs = plan.jobs.map(({ name, args: { schedule, maxBackupCount } }) => ({ name, schedule, maxBackupCount }));
    const seen = simulateBackups({ jobs, from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z" });
    assert.deepEqual([seen.worstLossMinutes, seen.keptBackups], [plan.worstLossMinutes, plan.keptBackups]);
    assert.ok(seen.oldestRestorePointMinutes >= plan.oldestRestorePointMinutes);
    assert.equal(seen.keptAt.length, seen.keptBackups);
  });

  it("says which objective cannot be met, and refuses what cannot be used, with its path", () => {
    const { ok, diagnostics } = planBackups({ ...request, window: { from: "01:00", to: "04:00" } });
    assert.deepEqual([ok, diagnostics.map(({ path }) => path)], [false, ["request.objectives.maxLossHours"]]);
    for (const [change, path] of [
      [{ clusters: [] }, "request.clusters"],
      [{ clusters: ["a", "a"] }, "request.clusters[1]"],
      [{ objectives: {} }, "request.objectives"],
      [{ objectives: { keep: { daily: 0 } } }, "request.objectives.keep.daily"],
      [{ objectives: { keep: { yearly: 1 } } }, "request.objectives.keep.yearly"],
      [{ window: { from: "1:00", to: "04:00" } }, "request.window.from"],
      [{ offsetMinutes: 0.5 }, "request.offsetMinutes"],
    ]) {
      refused(() => planBackups({ ...request, ...change }), path);
    }
    refused(() => planBackups(undefined), "request");
    refused(
      () =>
        simulateBackups({
          jobs: [{ schedule: "0 0 1 * *", maxBackupCount: 1 }],
          from: "2026-01-01T00:00:00Z",
          to: "2026-01-02T00:00:00Z",
        }),
      "request.jobs[0].schedule",
    );
    refused(
      () =>
        simulateBackups({
          jobs: [{ schedule: "0 0 * * *", maxBackupCount: 1 }],
          from: "2026-01-01T00:00:00Z",
          to: "soon",
        }),
      "request.to",
    );
  });
});

describe("planChange", () => {
  const id = "c2bq5k5o4t0gqrkt0030";
  const program = (cidrBlock, isProtected = false) => ({
    resources: [
      { kind: "Project", name: "p", args: { name: "p" } },
      {
        kind: "Network",
        name: "net",
        args: { projectId: { ref: "p" }, name: "net", resourceProvider: "aws", region: "us-east-1", cidrBlock },
      },
      {
        kind: "ManagedCluster",
        name: "db",
        args: {
          projectId: { ref: "p" },
          networkId: { ref: "net" },
          name: "db",
          topology: "single-node",
          instanceType: "F1",
          diskSize: 20,
          diskType: "gp3",
          diskIops: 3000,
          diskThroughput: 125,
          serverVersion: "26.0",
          protected: isProtected,
        },
      },
    ],
  });

  it("tells what a new block of a network takes along, and prints it", () => {
    const plan = planChange(program("10.8.0.0/21"), program("10.9.0.0/21"));
    const [project, net, db] = plan.steps;
    assert.deepEqual(
      [plan.ok, project.action, net.action, db.action, db.dataLoss],
      [false, "none", "replace", "replace", true],
    );
    assert.deepEqual(net.properties, [
      { path: "cidrBlock", effect: "replace", from: "10.8.0.0/21", to: "10.9.0.0/21" },
    ]);
    assert.deepEqual(db.cascade, [{ kind: "Network", name: "net" }]);
    const text = formatPlan(plan);
    for (const part of [
      "replace  Network net  the old one is deleted first",
      'cidrBlock: "10.8.0.0/21" -> "10.9.0.0/21" (replace)',
      "data is lost",
      "1 database is deleted: db\n",
      "error  PLAN001  ManagedCluster db networkId",
      "warning  PLAN003  Network net cidrBlock",
      "planned for eventstorecloud@0.2.20",
    ]) {
      assert.ok(text.includes(part), `${part}\n${text}`);
    }
    assert.equal(formatPlan(plan, { color: true }).replace(/\u001b\[\d+m/g, ""), text);
  });

  it("says that what is protected is refused, and that nothing happens where nothing changes", () => {
    const refusal = planChange(program("10.8.0.0/21", true), program("10.9.0.0/21", true));
    assert.equal(refusal.steps[2].action, "refused");
    assert.ok(refusal.diagnostics.some(({ code }) => code === "PLAN004"));
    const same = planChange(program("10.8.0.0/21"), program("10.8.0.0/21"));
    assert.deepEqual(
      [same.ok, same.diagnostics, same.steps.every(({ action }) => action === "none")],
      [true, [], true],
    );
    assert.match(formatPlan(same), /^no step is refused in 3 resources \(3 none\)\n/);
    assert.deepEqual(
      planChange(null, program("10.8.0.0/21")).steps.map(({ action }) => action),
      ["create", "create", "create"],
    );
  });

  it("takes one resource, never shows a secret, and leaves open what is not known", () => {
    const acl = (name) => ({ kind: "Acl", args: { projectId: id, name, cidrBlocks: [{ address: "9.9.9.0/24" }] } });
    const renamed = planChange(acl({ secret: "hush-one" }), acl({ secret: "hush-two" }));
    assert.deepEqual(renamed.steps[0].properties, [{ path: "name", effect: "inPlace" }]);
    assert.ok(!JSON.stringify(renamed).includes("hush"));
    const open = planChange(program("10.8.0.0/21"), program({ unknown: true }));
    assert.deepEqual(
      [open.steps[1].action, open.deferred[0].path, open.deferred[0].effect],
      ["undecided", "cidrBlock", "replace"],
    );
    const upgrade = planChange(
      ...["21.10", "26.0"].map((line) => ({
        kind: "ManagedCluster",
        args: { serverVersion: line, serverVersionTag: `${line}.1` },
      })),
    );
    assert.ok(upgrade.steps[0].route.hops.length > 1);
    assert.ok(formatPlan(upgrade).includes(`  way: ${upgrade.steps[0].route.hops.join(", then ")}`));
  });

  it("refuses what cannot be read, with its path", () => {
    for (const [before, after, path] of [
      [undefined, null, "before"],
      [null, undefined, "after"],
      [3, null, "before"],
      [null, { kind: "Clustre" }, "after.kind"],
      [{ kind: "Acl" }, { kind: "Project" }, "after.kind"],
      [{ resources: [] }, { kind: "Project" }, "after"],
      [null, { resources: [{ kind: "Project", name: "p", args: 5 }] }, "after.resources[0].args"],
    ]) {
      refused(() => planChange(before, after), path);
    }
    refused(() => planChange(null, null, { profil: "strict" }), "options.profil");
    refused(() => formatPlan({ diagnostics: [] }), "plan");
  });

  it("has rules of its own, whose codes can be switched off", () => {
    const codes = rules().flatMap(({ code, subject }) => (subject === "change" ? [code] : []));
    assert.ok(codes.length > 0 && codes.every((code) => code.startsWith("PLAN")));
    const severity = Object.fromEntries(codes.map((code) => [code, "off"]));
    assert.deepEqual(planChange(program("10.8.0.0/21"), program("10.9.0.0/21"), { severity }).diagnostics, []);
    // What only an engine can say is in the example as data.
    const isOfEngine = (example) => example.startsWith("{") && "engine" in JSON.parse(example);
    const examples = codes.map((code) => explain(code).example);
    assert.ok(examples.every((example) => example.includes("// before\n") !== isOfEngine(example)));
  });
});

describe("planPreview", () => {
  const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  const urn = (type, name) => `urn:pulumi:production::shop::${type}::${name}`;
  const kind = (name) => `eventstorecloud:index/${name[0].toLowerCase()}${name.slice(1)}:${name}`;
  const URNS = {
    p: urn(kind("Project"), "p"),
    net: urn(`shop:cloud:Site$${kind("Network")}`, "net"),
    db: urn(`shop:cloud:Site$${kind("ManagedCluster")}`, "db"),
  };
  const state = (of, inputs, more) => ({
    urn: of,
    custom: true,
    id: `id-of-${of.split("::").at(-1)}`,
    inputs: { __defaults: [], ...inputs },
    outputs: { status: "available" },
    ...more,
  });
  const same = (of, inputs) => ({ op: "same", urn: of, oldState: state(of, inputs), newState: state(of, inputs) });
  const cluster = (networkId, more) => ({
    projectId: "id-of-p",
    networkId,
    name: "db",
    topology: "single-node",
    instanceType: "F1",
    diskSize: 20,
    diskType: "gp3",
    diskIops: 3000,
    diskThroughput: 125,
    serverVersion: "26.0",
    ...more,
  });
  const network = (cidrBlock, more) => ({
    projectId: "id-of-p",
    name: "net-1a2b3c4",
    resourceProvider: "aws",
    region: "us-east-1",
    cidrBlock,
    __defaults: ["name"],
    ...more,
  });
  const dependencies = { propertyDependencies: { projectId: [URNS.p], networkId: [URNS.net], name: null } };

  /** What the command prints when the network gets another block. */
  const preview = {
    config: { "eventstorecloud:organizationId": "bt77lfqrh41uaatmh200" },
    steps: [
      {
        op: "same",
        urn: urn("pulumi:pulumi:Stack", "shop-production"),
        oldState: state(urn("pulumi:pulumi:Stack", "shop-production"), {}),
        newState: state(urn("pulumi:pulumi:Stack", "shop-production"), {}),
      },
      {
        op: "same",
        urn: urn("pulumi:providers:eventstorecloud", "default_0_2_20"),
        newState: state(urn("pulumi:providers:eventstorecloud", "default_0_2_20"), {
          version: "0.2.20",
          token: "[secret]",
        }),
        oldState: state(urn("pulumi:providers:eventstorecloud", "default_0_2_20"), {
          version: "0.2.20",
          token: "[secret]",
        }),
      },
      same(URNS.p, { name: "p" }),
      same(urn("aws:ec2/vpc:Vpc", "apps"), { cidrBlock: "172.20.0.0/16" }),
      ...["create-replacement", "replace"].map((op) => ({
        op,
        urn: URNS.net,
        oldState: state(URNS.net, network("10.8.0.0/21")),
        newState: state(URNS.net, network("10.9.0.0/21"), { id: "" }),
        replaceReasons: ["cidrBlock"],
      })),
      {
        op: "replace",
        urn: URNS.db,
        oldState: state(URNS.db, cluster("id-of-net")),
        newState: state(URNS.db, cluster(UNKNOWN), dependencies),
      },
      { op: "delete-replaced", urn: URNS.net, oldState: state(URNS.net, network("10.8.0.0/21")) },
    ],
    changeSummary: { same: 4, replace: 2 },
  };
  const step = (plan, name) => plan.steps.find(({ resource }) => resource.name === name);

  it("finds what is replaced and what goes with it", () => {
    const plan = planPreview(preview);
    assert.deepEqual(
      plan.steps.map(({ resource }) => resource.kind),
      ["Project", "Network", "ManagedCluster"],
    );
    const [net, db] = [step(plan, "net"), step(plan, "db")];
    assert.deepEqual(
      [step(plan, "p").action, net.action, db.action, db.dataLoss],
      ["none", "replace", "replace", true],
    );
    assert.deepEqual(net.properties, [
      { path: "cidrBlock", effect: "replace", from: "10.8.0.0/21", to: "10.9.0.0/21" },
    ]);
    assert.deepEqual(db.cascade, [{ kind: "Network", name: "net" }]);
    // The name was filled in by the provider, so that both can exist; only that of the cluster was chosen.
    assert.ok(!plan.diagnostics.some(({ code, resource }) => code === "PLAN002" && resource.name === "net"));
    assert.ok(plan.diagnostics.some(({ code }) => code === "PLAN003"));
    assert.equal(plan.target, "eventstorecloud@0.2.20");
  });

  it("sees what is made and deleted, and never says that a secret changes", () => {
    const gone = { op: "delete", urn: URNS.db, oldState: state(URNS.db, cluster("id-of-net")) };
    const made = {
      op: "create",
      urn: urn(kind("Acl"), "acl"),
      newState: state(
        urn(kind("Acl"), "acl"),
        { projectId: "id-of-p", name: "[secret]", cidrBlocks: [{ address: "9.9.9.0/24", __defaults: [] }] },
        { id: "" },
      ),
    };
    const mark = (value) => ({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value });
    const renamed = {
      op: "replace",
      urn: URNS.net,
      oldState: state(URNS.net, network("10.8.0.0/21", { region: mark("hush-one") })),
      newState: state(URNS.net, network("10.8.0.0/21", { region: mark("hush-two") })),
      replaceReasons: ["region"],
    };
    const plan = planPreview({ steps: [same(URNS.p, { name: "[secret]" }), renamed, gone, made] });
    assert.deepEqual([step(plan, "db").action, step(plan, "acl").action], ["delete", "create"]);
    assert.deepEqual(step(plan, "net").properties, [{ path: "region", effect: "replace" }]);
    assert.ok(!JSON.stringify(plan).includes("hush"));
    // The engine has decided what it does not show.
    assert.equal(step(plan, "p").action, "none");
    assert.deepEqual(plan.deferred, []);
  });

  it("leaves out the providers that Pulumi makes by itself, and no others", () => {
    const names = ["default", "default_0_2_20", "default_0_2_20_https_//get.example", "defaults", "production"];
    const providers = names.map((name) => {
      const of = urn("pulumi:providers:eventstorecloud", name);
      return { op: "create", urn: of, newState: state(of, { token: "[secret]", version: "0.2.20" }, { id: "" }) };
    });
    const named = {
      op: "create",
      urn: urn(kind("Project"), "default"),
      newState: state(urn(kind("Project"), "default"), { name: "default" }, { id: "" }),
    };
    const plan = planPreview({ steps: [...providers, named] });
    assert.deepEqual(
      plan.steps.map(({ resource }) => `${resource.kind} ${resource.name}`),
      ["Provider defaults", "Provider production", "Project default"],
    );
  });

  it("tells resources of one name apart, as a check does", () => {
    const twins = ["a", "b"].map((site) => {
      const of = urn(`shop:cloud:${site}$${kind("Project")}`, "p");
      const parent = { parent: urn(`shop:cloud:${site}`, site) };
      return { op: "same", urn: of, oldState: state(of, { name: site }), newState: state(of, { name: site }, parent) };
    });
    const removed = { op: "delete", urn: urn(kind("Project"), "p"), oldState: state(urn(kind("Project"), "p"), {}) };
    assert.deepEqual(
      planPreview({ steps: [removed, ...twins, same(urn(kind("Acl"), "p"), {})] }).steps.map(
        ({ resource }) => resource,
      ),
      [
        { kind: "Project", name: "p" },
        { kind: "Project", name: "b/p" },
        { kind: "Acl", name: "p" },
        { kind: "Project", name: removed.urn },
      ],
    );
  });

  it("refuses what the command does not print, with its path", () => {
    for (const [input, path] of [
      [undefined, "preview"],
      ["{}", "preview"],
      [{}, "preview.steps"],
      [{ steps: {} }, "preview.steps"],
      [{ steps: [7] }, "preview.steps[0]"],
      [{ steps: [{ op: "same" }] }, "preview.steps[0].urn"],
      [{ steps: [{ urn: "net" }] }, "preview.steps[0].urn"],
      [{ steps: [{ urn: URNS.net, oldState: 7 }] }, "preview.steps[0].oldState"],
    ]) {
      refused(() => planPreview(input), path, JSON.stringify(input));
    }
    assert.deepEqual(planPreview({ steps: [] }).steps, []);
  });
});
