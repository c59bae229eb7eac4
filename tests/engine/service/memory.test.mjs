// The service keeps no more the longer it runs.
import assert from "node:assert/strict";
import { Agent } from "node:http";
import { describe, it } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { startService } from "./server.ts";
import { bodies, inProcess, overHttp, paths, projects } from "./support.mjs";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

/** Bytes that are in use once all garbage is collected. */
function used() {
  for (let round = 0; round < 4; round += 1) collect();
  return process.memoryUsage().heapUsed;
}

/** 20 bytes for each of 100,000 requests: less than the smallest thing that could be left behind. */
const BOUND = 2_000_000;

/** A life of everything in a project, 25 requests, some of which fail; `round` makes it differ from the others. */
function* life(round) {
  const at = paths(yield ["POST", projects(), bodies.project(`project ${round}`)]);
  const acl = yield ["POST", at.acl, bodies.acl({ description: `acl ${round}` })];
  const network = yield ["POST", at.network, bodies.network()];
  yield ["POST", at.network, bodies.network()];
  const cluster = yield ["POST", at.cluster, bodies.cluster(network, { description: `cluster ${round}` })];
  const here = `${at.cluster}/${cluster}`;
  const peering = yield ["POST", at.peering, bodies.peering(network)];
  yield ["POST", at.job, bodies.job(cluster)];
  const integration = yield ["POST", at.integration, bodies.integration({ sink: "opsGenie", apiKey: "k" })];
  yield ["POST", `${here}/replicaset`, { replicaCount: 1 }];
  yield ["GET", here];
  yield ["PUT", here, { description: `renamed ${round}` }];
  yield ["PUT", `${here}/commands/resize`, { targetSize: `c${round}` }];
  yield ["PUT", `${at.acl}/${acl}`, bodies.acl()];
  yield ["GET", `${at.network}/unknown-${round}`];
  yield ["GET", `/unknown-${round}`];
  yield ["GET", projects(`organization-${round}`)];
  yield ["POST", projects(`organization-${round}`), { name: "" }];
  yield ["DELETE", `${at.network}/${network}`];
  yield ["DELETE", here];
  yield ["GET", here];
  yield ["DELETE", `${at.peering}/${peering}`];
  yield ["DELETE", `${at.integration}/${integration}`];
  yield ["DELETE", `${at.network}/${network}`];
  yield ["DELETE", `${at.acl}/${acl}`];
  // One project in two stays with what was deleted in it, until that is forgotten; its name is taken.
  yield round % 2 === 0 ? ["DELETE", at.project] : ["PUT", at.project, { name: `done ${round}` }];
  return at.project;
}

/** Carries out whole lives until there were so many requests. Projects that stay are deleted in the next life. */
async function live(call, requests, first = 0) {
  let count = 0;
  let round = first;
  let left;
  while (count < requests) {
    const steps = life(round);
    let step = steps.next();
    while (!step.done) {
      const { body } = await call(...step.value);
      count += 1;
      step = steps.next(body?.id);
    }
    if (left !== undefined) await call("DELETE", left);
    left = round % 2 === 0 ? undefined : step.value;
    round += 1;
  }
  return round;
}

describe("memory", () => {
  it("is the same after 100,000 requests", async () => {
    const { call } = inProcess();
    const round = await live(call, 30_000);
    const before = used();
    await live(call, 100_000, round);
    const growth = used() - before;
    assert.ok(growth < BOUND, `${growth} bytes more`);
  });

  it("is the same after 10,000 requests over HTTP", async (t) => {
    const service = await startService({ logKept: 1000, deletedKept: 300 });
    t.after(() => service.close());
    const agent = new Agent({ keepAlive: true });
    const { call } = await overHttp(service.url, { agent });
    const round = await live(call, 3000);
    const before = used();
    await live(call, 10_000, round);
    const growth = used() - before;
    agent.destroy();
    assert.ok(growth < BOUND / 4, `${growth} bytes more`);
  });

  it("that is kept would be seen", async () => {
    const { call } = inProcess({ logKept: 1_000_000 });
    const round = await live(call, 5000);
    const before = used();
    await live(call, 40_000, round);
    const growth = used() - before;
    assert.ok(growth > 2 * BOUND, `${growth} bytes more`);
  });

  it("holds deleted things for a while, then forgets the oldest", () => {
    const { call, project, create } = inProcess({ deletedKept: 10 });
    const at = paths(project());
    const deleted = Array.from({ length: 30 }, () => {
      const path = `${at.network}/${create(at.network, bodies.network())}`;
      assert.equal(call("DELETE", path).status, 204);
      return path;
    });
    const statuses = deleted.map((path) => call("GET", path).status);
    assert.deepEqual(statuses, [...Array(20).fill(404), ...Array(10).fill(200)]);
    assert.equal(call("GET", at.network).body.networks.length, 10);
  });

  it("counts what is deleted twice only once", () => {
    const { call, setting } = inProcess({ deletedKept: 2 });
    const { here } = setting();
    call("POST", `${here}/replicaset`, { replicaCount: 1 });
    call("DELETE", `${here}/replicaset`);
    call("DELETE", here);
    assert.equal(call("GET", `${here}/replicaset`).body.readOnlyReplicaSet.status, "deleted");
  });

  it("forgets a deleted replica set, but not the one in its place", () => {
    const { call, setting, service } = inProcess({ deletedKept: 1 });
    const { at, here, network } = setting();
    const replicas = `${here}/replicaset`;
    call("POST", replicas, { replicaCount: 1 });
    call("DELETE", replicas);
    call("POST", replicas, { replicaCount: 2 });
    for (const name of ["a", "b"]) {
      const { id } = call("POST", at.acl, bodies.acl({ description: name })).body;
      call("DELETE", `${at.acl}/${id}`);
    }
    assert.equal(call("GET", replicas).body.readOnlyReplicaSet.replicaCount, 2);
    assert.ok(service.state().some(({ id }) => id === network));
  });
});
