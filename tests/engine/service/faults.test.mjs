// Faults, each of them as a client sees it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { startService } from "./server.ts";
import { bodies, expectProblem, inProcess, ORGANIZATION, overHttp, paths, projects } from "./support.mjs";

/** A service on a port with a network and a cluster, and a client; it is closed after the test. */
async function running(t, options) {
  const service = await startService(options);
  t.after(() => service.close());
  const { call } = await overHttp(service.url);
  const create = async (path, body) => (await call("POST", path, body)).body.id;
  const at = paths(await create(projects(), bodies.project()));
  const network = await create(at.network, bodies.network());
  const cluster = await create(at.cluster, bodies.cluster(network));
  return { service, call, create, at, network, cluster, here: `${at.cluster}/${cluster}` };
}

describe("modes over HTTP", () => {
  it("problem: nothing is done, and the problem is as asked for", async (t) => {
    const { service, call, at } = await running(t);
    const fields = { name: "is taken" };
    service.faults.add({ mode: "problem", method: "POST", status: 422, title: "No", detail: "never", fields });
    const answer = expectProblem(await call("POST", at.acl, bodies.acl()), 422);
    assert.deepEqual([answer.title, answer.detail, answer.fields], ["No", "never", fields]);
    assert.deepEqual((await call("GET", at.acl)).body, { acls: [] });
    service.faults.add({ mode: "problem" });
    expectProblem(await call("GET", at.acl), 500);
    assert.equal((await call("GET", at.acl)).status, 200);
  });

  it("html: a page instead of JSON", async (t) => {
    const { service, call, at } = await running(t);
    service.faults.add({ mode: "html" });
    service.faults.add({ mode: "html", status: 200 });
    for (const expected of [502, 200]) {
      const { status, type, body } = await call("GET", at.network);
      assert.deepEqual([status, type], [expected, "text/html"]);
      assert.match(body, /^<!DOCTYPE html>/);
    }
  });

  it("empty: no body", async (t) => {
    const { service, call, at } = await running(t);
    service.faults.add({ mode: "empty", status: 503 });
    service.faults.add({ mode: "empty" });
    for (const expected of [503, 500]) {
      const { status, body } = await call("GET", at.network);
      assert.deepEqual([status, body], [expected, ""]);
    }
  });

  it("drop: nothing is done, and there is no answer", async (t) => {
    const { service, call, at } = await running(t);
    service.faults.add({ mode: "drop", kind: "acl" });
    await assert.rejects(call("POST", at.acl, bodies.acl()), { code: "ECONNRESET" });
    assert.deepEqual((await call("GET", at.acl)).body, { acls: [] });
    assert.equal(service.log.entries().at(-2).status, "dropped");
  });

  it("lost: the work is done, and there is no answer", async (t) => {
    const { service, call, at } = await running(t);
    service.faults.add({ mode: "lost", kind: "acl", method: "POST" });
    await assert.rejects(call("POST", at.acl, bodies.acl()), { code: "ECONNRESET" });
    assert.equal((await call("GET", at.acl)).body.acls.length, 1);
    service.faults.add({ mode: "lost", kind: "acl", method: "POST", status: 504, title: "Gateway Timeout" });
    assert.equal(expectProblem(await call("POST", at.acl, bodies.acl()), 504).title, "Gateway Timeout");
    assert.equal((await call("GET", at.acl)).body.acls.length, 2);
  });

  it("slow: the work is done, and the answer comes later", async (t) => {
    const { service, call, here } = await running(t);
    service.faults.add({ mode: "slow", milliseconds: 1000, method: "PUT" });
    let isAnswered = false;
    const start = performance.now();
    const slow = call("PUT", here, { description: "slow" }).finally(() => (isAnswered = true));
    while ((await call("GET", here)).body.cluster.description !== "slow") assert.equal(isAnswered, false);
    assert.equal(isAnswered, false);
    assert.equal((await slow).status, 204);
    assert.ok(performance.now() - start >= 990);
  });

  it("slow: closing the service does not wait for it", async () => {
    const service = await startService();
    const { call } = await overHttp(service.url);
    service.faults.add({ mode: "slow", milliseconds: 60_000 });
    const slow = assert.rejects(call("GET", projects()), { code: "ECONNRESET" });
    while (service.log.entries().length < 2) await new Promise(setImmediate);
    const start = performance.now();
    await service.close();
    await slow;
    assert.ok(performance.now() - start < 30_000);
  });

  it("status: another success than the one that is documented, or another body", async (t) => {
    const { service, call, at } = await running(t);
    service.faults.add({ mode: "status", status: 201, method: "POST" });
    const { status, body } = await call("POST", at.acl, bodies.acl());
    assert.equal(status, 201);
    assert.equal((await call("GET", `${at.acl}/${body.id}`)).status, 200);
    service.faults.add({ mode: "status", body: '{"id":""}', method: "POST" });
    assert.deepEqual((await call("POST", at.acl, bodies.acl())).body, { id: "" });
    service.faults.add({ mode: "status", status: 204 });
    assert.deepEqual([(await call("GET", at.acl)).body, (await call("GET", at.acl)).body.acls.length], ["", 2]);
  });

  it("tokens have faults of their own", async (t) => {
    const { service, call } = await running(t);
    service.faults.add({ mode: "problem", status: 503 });
    service.faults.add({ mode: "problem", kind: "token", status: 403 });
    const form = "grant_type=refresh_token&client_id=c&refresh_token=r";
    expectProblem(await call("POST", "/oauth/token", form), 403);
    assert.equal((await call("POST", "/oauth/token", form)).status, 200);
    expectProblem(await call("GET", projects()), 503);
  });
});

describe("modes that change what becomes of things", () => {
  for (const polls of [0, 2])
    it(`defunct and stuck, with ${polls} polls`, () => {
      const { service, call, create, project } = inProcess({ polls });
      const at = paths(project());
      const statuses = (path, name, times) =>
        Array.from({ length: times }, () => call("GET", path).body[name].status).join();
      const network = (cidrBlock) => `${at.network}/${create(at.network, bodies.network({ cidrBlock }))}`;
      service.faults.add({ mode: "defunct", kind: "network" });
      service.faults.add({ mode: "stuck", kind: "network" });
      const [defunct, stuck, fine] = ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16"].map(network);
      const way = (status) => [...Array(polls).fill("provisioning"), ...Array(5 - polls).fill(status)].join();
      assert.equal(statuses(defunct, "network", 5), way("defunct"));
      assert.equal(statuses(stuck, "network", 5), Array(5).fill("provisioning").join());
      assert.equal(statuses(fine, "network", 5), way("available"));
      // Both can still be deleted.
      for (const path of [defunct, stuck]) {
        assert.equal(call("DELETE", path).status, 204);
        assert.match(statuses(path, "network", 3), /deleted$/);
      }
    });

  it("a command or a delete that never ends, or ends badly", () => {
    const { service, call, setting } = inProcess();
    const { here } = setting();
    const status = () => call("GET", here).body.cluster.status;
    service.faults.add({ mode: "stuck", kind: "resize" });
    assert.equal(call("PUT", here, { description: "not a resize" }).status, 204);
    call("PUT", `${here}/commands/resize`, { targetSize: "c4" });
    assert.deepEqual([status(), status()], ["resizing", "resizing"]);
    expectProblem(call("PUT", `${here}/commands/upgrade`, { targetTag: "26.0.1" }), 409);
    service.faults.add({ mode: "stuck", kind: "cluster", method: "DELETE" });
    call("DELETE", here);
    assert.deepEqual([status(), status()], ["deleting", "deleting"]);
    assert.equal(service.drift(here.split("/").at(-1), { set: { status: "defunct" } }), true);
    assert.equal(status(), "defunct");
  });

  it("kinds without states cannot be defunct", () => {
    const { service, create, call, project } = inProcess();
    for (const kind of ["acl", "job", "integration", "project", "token", "credentials"])
      for (const mode of ["defunct", "stuck"]) assert.throws(() => service.faults.add({ mode, kind }), TypeError);
    // Without a kind, the fault waits for one that has states.
    service.faults.add({ mode: "defunct" });
    const at = paths(project());
    create(at.acl, bodies.acl());
    const network = create(at.network, bodies.network());
    assert.equal(call("GET", `${at.network}/${network}`).body.network.status, "defunct");
  });

  it("drift, when a request comes", () => {
    const { service, call, setting } = inProcess();
    const { at, network, here } = setting();
    service.faults.add({ mode: "drift", kind: "cluster", method: "GET", skip: 1, set: { instanceType: "m8" } });
    assert.equal(call("GET", here).body.cluster.instanceType, "f1");
    assert.equal(call("GET", here).body.cluster.instanceType, "m8");
    service.faults.add({ mode: "drift", kind: "acl", method: "POST", set: { description: "other" } });
    const { id } = call("POST", at.acl, bodies.acl()).body;
    assert.equal(call("GET", `${at.acl}/${id}`).body.acl.description, "other");
    service.faults.add({ mode: "drift", kind: "cluster", method: "PUT", set: { status: "deleted" } });
    expectProblem(call("PUT", here, { description: "late" }), 409);
    service.faults.add({ mode: "drift", kind: "network", vanish: true });
    expectProblem(call("GET", `${at.network}/${network}`), 404);
  });
});

describe("drift by hand", () => {
  it("changes, deletes and forgets", () => {
    const { service, call, setting } = inProcess();
    const { at, cluster, network, here, project } = setting();
    assert.ok(service.drift(cluster, { set: { diskSizeGb: 999, aclId: "a", protected: true } }));
    const { diskSizeGb, aclId, protected: isProtected } = call("GET", here).body.cluster;
    assert.deepEqual([diskSizeGb, aclId, isProtected], [999, "a", true]);
    call("POST", `${here}/replicaset`, { replicaCount: 1 });
    assert.ok(service.drift(cluster, { set: { replicaCount: 2 } }, "replicaset"));
    assert.equal(call("GET", `${here}/replicaset`).body.readOnlyReplicaSet.replicaCount, 2);
    assert.ok(service.drift(cluster, { set: { status: "deleted" } }));
    assert.equal(call("GET", here).body.cluster.status, "deleted");
    assert.ok(service.drift(network, { vanish: true }));
    expectProblem(call("GET", `${at.network}/${network}`), 404);
    assert.equal(service.drift(network, { vanish: true }), false);
    assert.ok(service.drift(project, { vanish: true }));
    expectProblem(call("GET", at.project), 404);
    assert.deepEqual(service.state(), []);
  });

  it("refuses what the thing cannot be", () => {
    const { service, setting } = inProcess();
    const { cluster, project } = setting();
    const before = service.state();
    for (const set of [{ discSizeGb: 5 }, { diskSizeGb: "5" }, { status: 5 }, { __proto__x: 1 }, { description: null }])
      assert.throws(() => service.drift(cluster, { set: { protected: true, ...set } }), TypeError, JSON.stringify(set));
    assert.throws(() => service.drift(project, { set: { status: "deleted" } }), TypeError);
    assert.deepEqual(service.state(), before);
    service.drift(cluster, { set: { status: "deleted" } });
    assert.throws(() => service.drift(cluster, { set: { status: "available" } }), TypeError);
  });
});

describe("which requests a fault applies to", () => {
  const problem = { mode: "problem" };
  const hit = (call, ...args) => call(...args).status === 500;

  it("by method, kind, text and organization", () => {
    const { service, call, setting } = inProcess();
    const { at, network, here } = setting();
    const body = bodies.acl({ description: "find me" });
    for (const [fault, hits, misses] of [
      [{ method: "PUT" }, ["PUT", here, {}], ["GET", here]],
      [{ kind: "cluster" }, ["GET", here], ["GET", at.network]],
      [{ kind: "resize" }, ["PUT", `${here}/commands/resize`], ["PUT", here, {}]],
      [{ kind: "unknown" }, ["GET", "/x"], ["GET", here]],
      [{ match: network }, ["GET", `${at.network}/${network}`], ["GET", here]],
      [{ match: "find me" }, ["POST", at.acl, body], ["POST", at.acl, bodies.acl()]],
      [{ organization: ORGANIZATION }, ["GET", here], ["GET", projects("corg00000000000000b0")]],
    ]) {
      const id = service.faults.add({ ...problem, ...fault });
      assert.equal(hit(call, ...misses), false, JSON.stringify(fault));
      assert.deepEqual(
        service.faults.list().map((listed) => listed.id),
        [id],
      );
      assert.equal(hit(call, ...hits), true, JSON.stringify(fault));
      assert.deepEqual(service.faults.list(), []);
    }
  });

  it("how many, and after how many", () => {
    const { service, call } = inProcess();
    const hits = (count) => Array.from({ length: count }, () => hit(call, "GET", projects()));
    service.faults.add({ ...problem, times: 2, skip: 1 });
    assert.deepEqual(hits(5), [false, true, true, false, false]);
    const id = service.faults.add({ ...problem, times: "always" });
    assert.deepEqual(service.faults.list(), [{ id, fault: { ...problem, times: "always" }, left: "always" }]);
    assert.deepEqual(new Set(hits(20)), new Set([true]));
    service.faults.remove(id);
    assert.deepEqual(hits(1), [false]);
    service.faults.add({ ...problem, times: "always" });
    service.faults.clear();
    assert.deepEqual(hits(1), [false]);
  });

  it("those that could never apply are refused", () => {
    const { service } = inProcess();
    for (const fault of [
      undefined,
      [],
      {},
      { mode: "other" },
      { mode: "__proto__" },
      { mode: "problem", kind: "clusters" },
      { mode: "problem", status: 99 },
      { mode: "problem", status: "500" },
      { mode: "problem", times: 0 },
      { mode: "problem", times: 1.5 },
      { mode: "problem", skip: -1 },
      { mode: "problem", milliseconds: 5 },
      { mode: "problem", fields: { a: 1 } },
      { mode: "slow", status: 500 },
      { mode: "drop", detail: "a" },
      { mode: "problem", more: 1 },
      { mode: "drift", set: [] },
    ])
      assert.throws(() => service.faults.add(fault), TypeError, JSON.stringify(fault));
    assert.deepEqual(service.faults.list(), []);
  });

  it("a fault is a copy of what was given", () => {
    const { service, call } = inProcess();
    const fields = { a: "b" };
    service.faults.add({ ...problem, fields });
    fields.a = 5;
    assert.deepEqual(call("GET", projects()).body.fields, { a: "b" });
  });
});

describe("the log", () => {
  it("tells of requests, their bodies and faults, in their order", () => {
    const { service, call, setting } = inProcess();
    const { here } = setting();
    service.log.clear();
    service.faults.add({ mode: "html", method: "PUT" });
    call("PUT", here, { description: "a" });
    call("GET", `${here}?secret=abc`);
    call("GET", "/x");
    const [first, second, third] = service.log.entries().map(({ number, ...rest }) => rest);
    const common = { path: here, kind: "cluster", organization: ORGANIZATION, bug: undefined };
    assert.deepEqual(first, { ...common, method: "PUT", body: { description: "a" }, status: 502, fault: "html" });
    assert.deepEqual(second, { ...common, method: "GET", body: undefined, status: 200, fault: undefined });
    assert.deepEqual([third.kind, third.status, third.organization], ["unknown", 404, undefined]);
  });

  it("has no secrets, wherever they were sent", () => {
    const { service, call, authorization, project } = inProcess();
    const at = paths(project());
    const secret = "hidden-hidden";
    const data = { sink: "slack", channelId: "#c", token: secret, apiKey: secret, other: secret, source: [secret, 1] };
    for (const body of [
      { description: "d", data },
      { description: { a: secret }, data, token: secret },
      { data: secret },
      { data: [secret] },
      { data: { sink: { a: secret } } },
      [secret],
    ])
      call("POST", at.integration, body);
    call("POST", "/unknown", { a: { apiKey: secret, list: [{ Password: secret }] }, client_secret: secret });
    const form = `grant_type=refresh_token&client_id=c&refresh_token=${secret}`;
    for (const target of ["/oauth/token", `/oauth/token?refresh_token=${secret}`, "/oauth/other"])
      service.answer({ method: "POST", target, authorization, body: form });
    service.answer({ method: "GET", target: projects(), authorization: `Bearer ${secret}`, body: "" });
    const known = JSON.stringify([service.log.entries(), service.state()]);
    assert.ok(!known.includes(secret), known);
    assert.ok(known.includes("#c"));
    assert.ok(!known.includes(authorization.slice(20)));
  });

  it("keeps the newest entries only, and of long texts the beginning", () => {
    const { service, call } = inProcess({ logKept: 100 });
    for (let number = 0; number < 1000; number += 1) call("GET", "/x");
    const entries = service.log.entries();
    assert.deepEqual([entries.length, entries[0].number, entries.at(-1).number], [100, 902, 1001]);
    call("POST", `/${"y".repeat(10_000)}`, { a: "b".repeat(10_000) });
    const { path, body } = service.log.entries().at(-1);
    assert.deepEqual([path.length, body], [512, "(10008 characters)"]);
  });
});
