// The same calls get the same bytes.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { startService } from "./server.ts";
import { bodies, ID, inProcess, overHttp, paths, projects, TIMESTAMP } from "./support.mjs";

/** Some calls of every kind; returns all answers as they came. */
async function story(call, organization) {
  const answers = [];
  const say = async (...args) => {
    const answer = await call(...args);
    answers.push(answer);
    return answer.body?.id;
  };
  const at = paths(await say("POST", projects(organization), bodies.project()), organization);
  const network = await say("POST", at.network, bodies.network({ provider: "gcp" }));
  const cluster = await say("POST", at.cluster, bodies.cluster(network));
  const here = `${at.cluster}/${cluster}`;
  const peering = await say("POST", at.peering, bodies.peering(network));
  const integration = await say("POST", at.integration, bodies.integration({ sink: "opsGenie", apiKey: "k" }));
  await say("POST", at.acl, bodies.acl());
  await say("POST", at.job, bodies.job(cluster));
  await say("PUT", `${here}/commands/resize`, { targetSize: "c4" });
  await say("PUT", `${here}/commands/resize`, {});
  await say("POST", `${here}/replicaset`, { replicaCount: 1 });
  for (const path of [here, `${here}/initialCredentials`, `${here}/replicaset`, at.network, at.acl, at.job])
    await say("GET", path);
  await say("GET", `${at.peering}/${peering}`);
  await say("GET", `${at.integration}/${integration}`);
  await say("DELETE", `${at.network}/${network}`);
  await say("DELETE", here);
  await say("GET", here);
  return answers;
}

describe("two runs of the same calls", () => {
  it("get the same bytes within a process", async () => {
    const [first, second] = [inProcess(), inProcess()];
    assert.deepEqual(await story(first.call), await story(second.call));
    assert.deepEqual(first.service.log.entries(), second.service.log.entries());
    assert.deepEqual(first.service.state(), second.service.state());
    assert.equal(first.authorization, second.authorization);
  });

  it("get them over HTTP, headers too, and after a reset", async (t) => {
    const service = await startService();
    t.after(() => service.close());
    const once = async () => {
      const raw = [];
      const { call } = await overHttp(service.url);
      const { authorization } = await overHttp(service.url);
      for (const { status, type, body } of await story(call)) raw.push({ status, type, body });
      const response = await fetch(service.url + projects(), { headers: { authorization } });
      return { raw, headers: [...response.headers], text: await response.text() };
    };
    const first = await once();
    service.reset();
    assert.deepEqual(service.state(), []);
    assert.deepEqual(await once(), first);
  });

  it("get them whatever another organization does meanwhile, and however often they read", async () => {
    const alone = inProcess();
    const shared = inProcess();
    const expected = await story(alone.call);
    const disturbed = async (...args) => {
      const answer = shared.call(...args);
      shared.call("GET", projects());
      return answer;
    };
    const [mine, other] = await Promise.all([story(disturbed), story(shared.call, "corg00000000000000b0")]);
    assert.deepEqual(mine, expected);
    const ids = (answers) => answers.flatMap(({ body }) => (typeof body?.id === "string" ? [body.id] : []));
    assert.equal(ids(mine).length, 8);
    assert.equal(new Set([...ids(mine), ...ids(other)]).size, new Set(ids(mine)).size * 2);
  });
});

describe("ids and times", () => {
  it("have the form of the cloud's, and go up", async () => {
    const { call, project } = inProcess();
    const ids = Array.from({ length: 300 }, (_, index) => project(`p${index}`));
    for (const id of ids) assert.match(id, ID);
    assert.deepEqual([...ids].sort(), ids);
    assert.equal(new Set(ids).size, ids.length);
    const times = call("GET", projects()).body.projects.map(({ created }) => created);
    assert.deepEqual([...new Set(times)].sort(), times);
    for (const [index, time] of times.entries()) {
      assert.match(time, TIMESTAMP);
      assert.equal(secondsIn(ids[index]), Date.parse(time) / 1000);
    }
  });

  it("of a real clock are those of now, and of no other run", () => {
    const runs = [inProcess({ clock: "real" }), inProcess({ clock: "real" })];
    const [one, other] = runs.map(({ project }) => project());
    assert.notEqual(one, other);
    for (const id of [one, other]) {
      assert.match(id, ID);
      assert.ok(Math.abs(secondsIn(id) - Date.now() / 1000) < 60);
    }
    const [{ call, service, project }] = runs;
    service.advance(3600);
    const { created } = call("GET", paths(project("later")).project).body.project;
    assert.ok(Math.abs(Date.parse(created) - Date.now() - 3_600_000) < 60_000);
  });
});

/** The time within an id of the xid form. */
function secondsIn(id) {
  const bits = [...id.slice(0, 7)].map((digit) => Number.parseInt(digit, 32).toString(2).padStart(5, "0")).join("");
  return Number.parseInt(bits.slice(0, 32), 2);
}
