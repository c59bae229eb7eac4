// What the service refuses, and what it does not.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bodies, expectProblem, inProcess, ORGANIZATION, paths, projects } from "./support.mjs";

/** The fields that are wrong with a create or change. */
const wrong = (answer, ...fields) => assert.deepEqual(Object.keys(expectProblem(answer, 400).fields ?? {}), fields);

describe("tokens", () => {
  const form = (path, entries) => {
    const { service } = inProcess();
    const answer = service.answer({ method: "POST", target: path, body: new URLSearchParams(entries).toString() });
    return { ...answer, body: JSON.parse(answer.body) };
  };
  const refresh = { grant_type: "refresh_token", client_id: "c", refresh_token: "r" };
  const account = { grant_type: "client_credentials", client_id: "c", client_secret: "s" };

  it("of both endpoints look like those of the cloud", () => {
    for (const [path, entries] of [
      ["/oauth/token", refresh],
      ["/oauth2/token", account],
    ]) {
      const { status, body } = form(path, entries);
      assert.equal(status, 200);
      const [head, claims, signature] = body.access_token.split(".");
      const decoded = [head, claims].map((part) => JSON.parse(Buffer.from(part, "base64url").toString()));
      assert.equal(decoded[0].alg, "RS256");
      assert.ok(decoded[1].exp > Date.now() / 1000 && decoded[1].iat < Date.now() / 1000, JSON.stringify(decoded[1]));
      assert.ok(signature.length > 10);
      assert.ok(Number.isInteger(body.expires_in));
      assert.equal(body.token_type, "Bearer");
      assert.equal(typeof body.scope, "string");
      assert.equal("refresh_token" in body, path === "/oauth/token");
    }
  });

  it("need what the endpoint needs", () => {
    wrong(form("/oauth/token", { ...refresh, refresh_token: " " }), "refresh_token");
    wrong(form("/oauth/token", {}), "grant_type", "client_id", "refresh_token");
    wrong(form("/oauth/token", { ...refresh, grant_type: "client_credentials" }), "grant_type");
    wrong(form("/oauth2/token", { ...account, client_secret: "" }), "client_secret");
    wrong(form("/oauth2/token", { ...account, audience: "a", scope: "s" }), "audience", "scope");
  });

  it("are needed for all else, and only those that were issued here are taken", () => {
    const { service, authorization } = inProcess();
    const call = (value) => {
      const answer = service.answer({ method: "GET", target: projects(), authorization: value, body: "" });
      return { ...answer, body: JSON.parse(answer.body) };
    };
    assert.equal(call(authorization).status, 200);
    const forged = `${authorization.slice(0, -1)}${authorization.endsWith("A") ? "B" : "A"}`;
    for (const value of [undefined, "", "Bearer", "Bearer ", "Bearer r", "Bearer a.b.c", "Basic abc", forged])
      expectProblem(call(value), 401, value);
  });
});

describe("routes", () => {
  it("that are unknown are answered with a problem document", () => {
    const { call, project } = inProcess();
    const at = paths(project());
    for (const [method, path] of [
      ["GET", "/"],
      ["GET", ""],
      ["GET", "*"],
      ["GET", "//"],
      ["GET", "/oauth/token"],
      ["PATCH", at.project],
      ["HEAD", at.project],
      ["GET", `${at.project}/`],
      ["GET", `${at.cluster}/a/b`],
      ["PUT", at.cluster],
      ["POST", `${at.cluster}/a/commands/restart`],
      ["GET", `/infra/v1/organizations//projects/p/networks`],
      ["GET", `/resources/v1/organizations/projects`],
      ["GET", `/integrate/v1/organizations/${ORGANIZATION}/projects//integrations`],
      ["GET", `${at.network}/%E0%A4%A`],
      ["GET", `${at.network}/%20`],
      ["GET", "/_control/state"],
    ])
      expectProblem(call(method, path), 404, `${method} ${path}`);
    for (const organization of ["", "%20"]) expectProblem(call("POST", projects(organization), bodies.project()), 404);
  });

  it("that are long are not repeated whole", () => {
    const { call } = inProcess();
    assert.equal(expectProblem(call("GET", `/${"a".repeat(5000)}`), 404).instance.length, 512);
    const { detail } = expectProblem(call("GET", paths("a".repeat(5000)).project), 404);
    assert.ok(detail.length < 100, detail);
  });

  it("are found behind a whole URL and before a query", () => {
    const { call, project } = inProcess();
    const { project: path } = paths(project());
    for (const target of [`http://localhost:1${path}`, `${path}?a=b`, `${path}#c`])
      assert.equal(call("GET", target).status, 200, target);
  });

  it("take an organization's things only from itself", () => {
    const { call, setting } = inProcess();
    const { project, network, cluster } = setting();
    const other = paths(project, "corg00000000000000b0");
    for (const path of [other.project, other.network, `${other.network}/${network}`, `${other.cluster}/${cluster}`])
      expectProblem(call("GET", path), 404, path);
    assert.deepEqual(call("GET", projects("corg00000000000000b0")).body, { projects: [] });
    assert.equal(call("POST", projects("corg00000000000000b0"), bodies.project()).status, 200);
  });

  it("take a project's things only from itself", () => {
    const { call, setting, project } = inProcess();
    const { network, cluster } = setting();
    const other = paths(project("other"));
    expectProblem(call("GET", `${other.network}/${network}`), 404);
    expectProblem(call("DELETE", `${other.cluster}/${cluster}`), 404);
    expectProblem(call("POST", other.cluster, bodies.cluster(network)), 404);
    expectProblem(call("POST", other.job, bodies.job(cluster)), 404);
  });
});

describe("bodies", () => {
  const { service, authorization, project } = inProcess();
  const at = paths(project());
  const post = (target, body) => {
    const answer = service.answer({ method: "POST", target, authorization, body });
    return { ...answer, body: JSON.parse(answer.body) };
  };

  it("must be JSON objects", () => {
    for (const body of ["{", "nonsense", "[]", "5", "null", '"a"', "\u0000", "{'a':1}"])
      assert.equal(expectProblem(post(projects(), body), 400, body).fields, undefined);
  });

  it("are told all that is wrong with them at once", () => {
    wrong(post(at.network, "{}"), "provider", "region", "description", "cidrBlock");
    const kinds = { provider: 5, region: [], description: {}, cidrBlock: true, publicAccess: "yes" };
    wrong(post(at.network, JSON.stringify(kinds)), "provider", "region", "description", "publicAccess", "cidrBlock");
  });

  it("may have properties that mean nothing", () => {
    const body = { ...bodies.acl(), OrganizationID: "o", ProjectID: "p", more: [1], __proto__: null };
    assert.equal(post(at.acl, JSON.stringify(body)).status, 200);
  });

  it("with a thousand wrong entries get twenty lines", () => {
    const cidrBlocks = Array.from({ length: 1000 }, () => ({ address: "x" }));
    assert.equal(Object.keys(post(at.acl, JSON.stringify({ description: "a", cidrBlocks })).body.fields).length, 20);
  });
});

describe("projects", () => {
  it("have names that nobody else in the organization has", () => {
    const { call, project } = inProcess();
    const first = project("a");
    const second = project("b");
    expectProblem(call("POST", projects(), { name: "a" }), 409);
    expectProblem(call("PUT", paths(second).project, { name: "a" }), 409);
    assert.equal(call("PUT", paths(first).project, { name: "a" }).status, 204);
    assert.equal(call("POST", projects(), { name: "A" }).status, 200);
    for (const name of ["", " ", undefined, null, 5]) wrong(call("POST", projects(), { name }), "name");
    call("DELETE", paths(first).project);
    assert.equal(call("POST", projects(), { name: "a" }).status, 200);
  });

  it("with networks, clusters or access lists cannot be deleted", () => {
    const { call, project, create } = inProcess();
    const at = paths(project());
    const acl = create(at.acl, bodies.acl());
    expectProblem(call("DELETE", at.project), 409);
    call("DELETE", `${at.acl}/${acl}`);
    const network = create(at.network, bodies.network());
    expectProblem(call("DELETE", at.project), 409);
    call("DELETE", `${at.network}/${network}`);
    assert.equal(call("DELETE", at.project).status, 204);
  });
});

describe("networks", () => {
  const attempt = (change, ...before) => {
    const { call, project, create } = inProcess();
    const at = paths(project());
    for (const other of before) create(at.network, bodies.network(other));
    return call("POST", at.network, bodies.network(change));
  };

  it("lie in private address space", () => {
    for (const cidrBlock of ["10.0.0.0/8", "10.255.0.0/16", "172.16.0.0/12", "172.31.255.0/24", "192.168.0.0/16"])
      assert.equal(attempt({ cidrBlock }).status, 200, cidrBlock);
    for (const cidrBlock of [
      "9.0.0.0/8",
      "10.0.0.0/7",
      "172.16.0.0/11",
      "172.32.0.0/16",
      "192.168.0.0/15",
      "0.0.0.0/0",
      "100.64.0.0/10",
      "fd00::/16",
      "10.0.0/8",
      "10.0.0.0/33",
      "10.0.0.256/16",
      "010.0.0.0/8",
      " 10.0.0.0/8",
      "",
    ])
      wrong(attempt({ cidrBlock }), "cidrBlock");
  });

  it("of one region do not overlap", () => {
    const first = { cidrBlock: "10.0.0.0/16" };
    expectProblem(attempt({ cidrBlock: "10.0.128.0/17" }, first), 409);
    expectProblem(attempt({ cidrBlock: "10.0.0.0/8" }, first), 409);
    assert.equal(attempt({ cidrBlock: "10.1.0.0/16" }, first).status, 200);
    assert.equal(attempt({ ...first, region: "us-east-2" }, first).status, 200);
    assert.equal(attempt({ ...first, provider: "gcp" }, first).status, 200);
  });

  it("may use what a deleted one used", () => {
    const { call, project, create } = inProcess();
    const at = paths(project());
    call("DELETE", `${at.network}/${create(at.network, bodies.network())}`);
    assert.equal(call("POST", at.network, bodies.network()).status, 200);
  });

  it("are in a cloud, and have a block unless they are public", () => {
    wrong(attempt({ provider: "ibm" }), "provider");
    wrong(attempt({ provider: "__proto__" }), "provider");
    wrong(attempt({ publicAccess: true }), "cidrBlock");
    wrong(attempt({ cidrBlock: undefined }), "cidrBlock");
  });

  it("with clusters cannot be deleted", () => {
    const { call, setting } = inProcess();
    const { at, network, here } = setting();
    const { detail } = expectProblem(call("DELETE", `${at.network}/${network}`), 409);
    assert.equal(detail, "Networks with clusters cannot be deleted");
    call("DELETE", here);
    assert.equal(call("DELETE", `${at.network}/${network}`).status, 204);
  });
});

describe("access lists", () => {
  const { call, project, create } = inProcess();
  const at = paths(project());
  const attempt = (address) => call("POST", at.acl, bodies.acl({ cidrBlocks: [{ address, comment: " " }] }));

  it("hold public IPv4 ranges", () => {
    for (const address of ["9.9.9.9", "9.9.9.9/32", "0.0.0.0/0", "9.9.9.9/24", "172.0.0.0/8"])
      assert.equal(attempt(address).status, 200, address);
    for (const address of ["10.0.0.1", "192.168.1.0/24", "172.20.0.0/16", "2001:db8::/32", "office", "", undefined, 5])
      wrong(attempt(address), "cidrBlocks[0].address");
    wrong(call("POST", at.acl, bodies.acl({ cidrBlocks: ["9.9.9.9"] })), "cidrBlocks[0]", "cidrBlocks[0].address");
    wrong(call("POST", at.acl, bodies.acl({ cidrBlocks: {} })), "cidrBlocks");
  });

  it("that a cluster uses cannot be deleted", () => {
    const acl = create(at.acl, bodies.acl());
    const network = create(at.network, bodies.publicNetwork());
    const cluster = create(at.cluster, bodies.cluster(network, { publicAccess: true, aclId: acl }));
    expectProblem(call("DELETE", `${at.acl}/${acl}`), 409);
    call("DELETE", `${at.cluster}/${cluster}`);
    assert.equal(call("DELETE", `${at.acl}/${acl}`).status, 204);
    assert.equal(call("PUT", `${at.acl}/${acl}`, bodies.acl()).status, 409);
  });
});

describe("peerings", () => {
  const { call, project, create } = inProcess();
  const at = paths(project());
  const network = create(at.network, bodies.network());
  const attempt = (change) => call("POST", at.peering, bodies.peering(network, change));

  it("need a network, and routes that do not overlap it", () => {
    for (const routes of [[], ["10.1.0.0/16", "9.0.0.0/8"], ["fd00::/16"]])
      assert.equal(attempt({ routes }).status, 200, String(routes));
    for (const route of ["10.0.0.0/8", "10.0.3.0/24", "nonsense", "", 5])
      wrong(attempt({ routes: [route] }), "routes[0]");
    wrong(attempt({ routes: "10.1.0.0/16" }), "routes");
    expectProblem(attempt({ networkId: project("another") }), 404);
    for (const key of ["networkId", "description", "peerAccountId", "peerNetworkId", "peerNetworkRegion"])
      wrong(attempt({ [key]: " " }), key);
  });
});

describe("clusters", () => {
  const attempt = (change, network = {}) => {
    const { call, project, create } = inProcess();
    const at = paths(project());
    const id = create(at.network, network.publicAccess ? bodies.publicNetwork() : bodies.network(network));
    const aclId = change.aclId === "one" ? create(at.acl, bodies.acl()) : (change.aclId ?? "");
    return call("POST", at.cluster, bodies.cluster(id, { ...change, aclId }));
  };

  it("need what they are made of", () => {
    for (const key of [
      "networkId",
      "description",
      "topology",
      "instanceType",
      "diskSizeGb",
      "diskType",
      "serverVersion",
    ])
      for (const value of [undefined, null, "", key === "diskSizeGb" ? 0 : " ", []])
        wrong(attempt({ [key]: value }), key);
    for (const diskSizeGb of [7.5, -1, "16", 1e300]) wrong(attempt({ diskSizeGb }), "diskSizeGb");
    for (const key of ["protected", "publicAccess"]) wrong(attempt({ [key]: "true" }), key);
  });

  it("stand in a network of their kind, public ones with an access list", () => {
    wrong(attempt({ publicAccess: true, aclId: "one" }), "publicAccess");
    wrong(attempt({ publicAccess: false }, { publicAccess: true }), "publicAccess");
    wrong(attempt({ publicAccess: true }, { publicAccess: true }), "aclId");
    expectProblem(attempt({ publicAccess: true, aclId: "other" }, { publicAccess: true }), 404);
    assert.equal(attempt({ publicAccess: true, aclId: "one" }, { publicAccess: true }).status, 200);
  });

  it("have disks as their cloud has them", () => {
    wrong(attempt({ diskType: "gp2" }), "diskType");
    wrong(attempt({ diskType: "GP2" }), "diskType");
    wrong(attempt({ diskIops: 0, diskThroughput: 0 }), "diskIops", "diskThroughput");
    wrong(attempt({ diskSizeGb: 7 }), "diskSizeGb");
    assert.equal(attempt({ diskSizeGb: 8 }).status, 200);
    for (const [provider, diskType] of [
      ["gcp", "ssd"],
      ["azure", "premium-ssd-lrs"],
    ]) {
      wrong(attempt({ diskSizeGb: 9, diskType }, { provider }), "diskSizeGb");
      assert.equal(attempt({ diskSizeGb: 10, diskType }, { provider }).status, 200);
    }
    const { call, setting } = inProcess({ retiredDiskTypes: [] });
    const { here } = setting({ diskType: "gp2", diskIops: 0, diskThroughput: 0 });
    assert.ok(!("diskIops" in call("GET", here).body.cluster));
  });

  it("run the full version of what was asked for", () => {
    for (const [serverVersion, tag] of [
      ["24.10", "24.10.5"],
      ["99.1", "99.1.0"],
      ["24.10.3", "24.10.3"],
    ]) {
      const { call, setting } = inProcess();
      const { here } = setting({ serverVersion });
      const { cluster } = call("GET", here).body;
      assert.deepEqual([cluster.serverVersion, cluster.serverVersionTag], [serverVersion, tag]);
    }
  });

  it("wait for their network", () => {
    const { call, project, create } = inProcess({ polls: 1 });
    const at = paths(project());
    const network = create(at.network, bodies.network());
    expectProblem(call("POST", at.cluster, bodies.cluster(network)), 409);
    call("GET", `${at.network}/${network}`);
    call("GET", `${at.network}/${network}`);
    assert.equal(call("POST", at.cluster, bodies.cluster(network)).status, 200);
  });

  it("that are protected cannot be deleted", () => {
    const { call, setting } = inProcess();
    const { here } = setting({ protected: true });
    expectProblem(call("DELETE", here), 409);
    assert.equal(call("GET", here).body.cluster.status, "available");
    call("PUT", here, { protected: false });
    assert.equal(call("DELETE", here).status, 204);
  });

  it("change only when they are available", () => {
    const { call, setting, service } = inProcess();
    const { here } = setting();
    service.polls = 1;
    const changes = [
      [`${here}/commands/resize`, { targetSize: "c4" }],
      [`${here}/commands/upgrade`, { targetTag: "26.0.1" }],
      [`${here}/disk/expand`, { diskSizeGb: 20 }],
      [here, { projectionLevel: "system" }],
    ];
    for (const [path, body] of changes) {
      assert.ok(call("PUT", path, body).status < 300, path);
      for (const [other, otherBody] of changes.slice(0, 3)) expectProblem(call("PUT", other, otherBody), 409, other);
      expectProblem(call("PUT", here, { projectionLevel: "all" }), 409);
      assert.equal(call("PUT", here, { description: "a" }).status, 204);
      call("GET", here);
      assert.equal(call("GET", here).body.cluster.status, "available");
      service.advance(6 * 3600);
    }
    call("DELETE", here);
    expectProblem(call("PUT", here, { description: "b" }), 409);
  });

  it("have disks that only grow, and in AWS not twice in six hours", () => {
    const { call, setting, service } = inProcess();
    const { here } = setting();
    const expand = (change) => call("PUT", `${here}/disk/expand`, { diskSizeGb: 20, diskType: "gp3", ...change });
    wrong(expand({ diskSizeGb: 15 }), "diskSizeGb");
    wrong(expand({ diskType: "gp2" }), "diskType");
    wrong(expand({ diskSizeGb: undefined }), "diskSizeGb");
    assert.equal(expand({}).status, 204);
    assert.match(expectProblem(expand({ diskSizeGb: 30 }), 429).detail, /in \d+ minutes/);
    service.advance(6 * 3600);
    assert.equal(expand({ diskSizeGb: 30 }).status, 204);
    assert.equal(call("GET", here).body.cluster.diskSizeGb, 30);
    const other = inProcess({ diskPause: 0 });
    const { here: there } = other.setting();
    for (const diskSizeGb of [20, 30])
      assert.equal(other.call("PUT", `${there}/disk/expand`, { diskSizeGb }).status, 204);
  });

  it("need a size to become, and a full version", () => {
    const { call, setting } = inProcess();
    const { here } = setting();
    wrong(call("PUT", `${here}/commands/resize`, {}), "targetSize");
    for (const targetTag of [undefined, "26", "26.0", "v26.0.0"])
      wrong(call("PUT", `${here}/commands/upgrade`, { targetTag }), "targetTag");
  });
});

describe("replica sets", () => {
  it("need a cluster of three nodes", () => {
    const { call, setting } = inProcess();
    const { here } = setting({ topology: "single-node" });
    const { detail } = expectProblem(call("POST", `${here}/replicaset`, { replicaCount: 1 }), 409);
    assert.equal(detail, "operation cannot be performed in the current state");
  });

  it("have at least one replica", () => {
    const { call, setting } = inProcess();
    const { here } = setting();
    for (const replicaCount of [undefined, 0, -1, 1.5, "1"])
      wrong(call("POST", `${here}/replicaset`, { replicaCount }), "replicaCount");
  });
});

describe("scheduled backups", () => {
  it("need a cluster and a schedule of five fields", () => {
    const { call, setting } = inProcess();
    const { at, cluster, network, here } = setting();
    const attempt = (change) => call("POST", at.job, bodies.job(cluster, change));
    assert.equal(attempt({ schedule: "0 12 * * */1" }).status, 200);
    for (const schedule of ["", " ", "0 12 * *", "@daily", 5]) wrong(attempt({ schedule }), "schedule");
    wrong(attempt({ type: "Other" }), "type");
    wrong(attempt({ data: "x" }), "data", "data.clusterId", "data.maxBackupCount");
    wrong(attempt({ data: undefined }), "data.clusterId", "data.maxBackupCount");
    expectProblem(call("POST", at.job, bodies.job(network)), 404);
    call("DELETE", here);
    expectProblem(attempt({}), 404);
  });
});

describe("integrations", () => {
  const { call, project, create } = inProcess();
  const at = paths(project());
  const attempt = (data) => call("POST", at.integration, bodies.integration(data));

  it("need a known sink with its settings and secrets", () => {
    for (const sink of [undefined, "Slack", "toString", "__proto__", "constructor", 5])
      wrong(attempt({ sink }), "data.sink");
    wrong(attempt({ sink: "slack" }), "data.channelId", "data.token");
    wrong(attempt({ sink: "opsGenie" }), "data.apiKey");
    wrong(
      attempt({ sink: "awsCloudWatchLogs" }),
      ...["groupName", "region", "accessKeyId", "secretAccessKey"].map((key) => `data.${key}`),
    );
    wrong(attempt("slack"), "data", "data.sink");
    const keys = { accessKeyId: "a", secretAccessKey: "b", groupName: "g", region: "r" };
    wrong(attempt({ sink: "awsCloudWatchLogs", ...keys, clusterIds: "c" }), "data.clusterIds");
  });

  it("send only what their sink can take", () => {
    wrong(attempt({ sink: "opsGenie", apiKey: "k", source: "notifications" }), "data.source");
    wrong(attempt({ sink: "slack", token: "t", channelId: "c", source: "logs" }), "data.source");
  });

  it("that change their sink need its secrets", () => {
    const id = create(at.integration, bodies.integration({ sink: "opsGenie", apiKey: "k" }));
    const here = `${at.integration}/${id}`;
    wrong(call("PUT", here, { data: { sink: "slack", channelId: "c" } }), "data.token");
    const logs = { sink: "awsCloudWatchLogs", groupName: "g", region: "r", accessKeyId: "a", secretAccessKey: "b" };
    const there = `${at.integration}/${create(at.integration, bodies.integration(logs))}`;
    const metrics = { sink: "awsCloudWatchMetrics", namespace: "n", region: "r" };
    wrong(call("PUT", there, { data: metrics }), "data.accessKeyId", "data.secretAccessKey");
    assert.equal(call("PUT", here, { data: { sink: "slack", channelId: "c", token: "12345678" } }).status, 204);
    assert.deepEqual(call("GET", here).body.integration.data, {
      sink: "slack",
      source: "issues",
      channelId: "c",
      tokenDisplay: "****5678",
    });
  });
});
