// Requests that nobody would send are answered in the form of the interface, and never break the service.
import assert from "node:assert/strict";
import { Agent } from "node:http";
import { connect } from "node:net";
import { after, before, describe, it } from "node:test";
import { random, requests, SECRET } from "./fuzz.mjs";
import { startService } from "./server.ts";
import { expectProblem, inProcess, overHttp, projects, send } from "./support.mjs";

const COUNT = 100_000;
const SUCCESSES = [200, 201, 204];
const FAILURES = [400, 401, 404, 409, 429];

/** The answer to this request has the form of the interface. Returns its body. */
function expectForm({ status, type, body }, request) {
  try {
    assert.ok(!body.includes(SECRET), "a secret comes back");
    if (FAILURES.includes(status)) return expectProblem({ status, type, body: JSON.parse(body) }, status);
    assert.ok(SUCCESSES.includes(status), `status ${status}`);
    if (status !== 200) return assert.equal(body, "");
    const value = JSON.parse(body);
    assert.ok(typeof value === "object" && value !== null && !Array.isArray(value), "an object");
    return value;
  } catch (error) {
    error.message += `\nrequest: ${JSON.stringify(request).slice(0, 600)}\nanswer: ${status} ${body}`;
    throw error;
  }
}

describe("malformed requests", () => {
  for (const polls of [0, 1])
    it(`${COUNT / 2} within the process, with ${polls} polls for each change`, () => {
      const seed = 20 + polls;
      const { service, authorization } = inProcess({ polls, deletedKept: 50, logKept: 100 });
      const { request, learn } = requests(seed, authorization);
      const counts = new Map();
      const worked = new Set();
      for (let number = 0; number < COUNT / 2; number += 1) {
        const { learns, ...sent } = request();
        const answer = service.answer(sent);
        const value = expectForm(answer, { seed, number, ...sent });
        assert.equal(answer.dropped, undefined);
        if (answer.status === 200 && learns !== undefined && typeof value.id === "string") learn(learns, value.id);
        counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
        const { method, kind, bug } = service.log.entries().at(-1);
        assert.equal(bug, undefined);
        if (answer.status < 300) worked.add(`${method} ${kind}`);
        if (number % 2500 === 0) expectNoSecrets(service);
      }
      assert.equal({}.polluted, undefined);
      assert.deepEqual(Object.keys(Object.prototype), []);
      // It is not all refused at the door: what can be done was done, and every kind of refusal was met.
      for (const [status, least] of Object.entries({ 200: 8000, 204: 2500, 400: 2000, 401: 800, 404: 8000, 409: 1000 }))
        assert.ok((counts.get(Number(status)) ?? 0) >= least, `${status}: ${counts.get(Number(status))}`);
      assert.deepEqual([...worked].sort(), [...EVERYTHING].sort());
    });
});

/** All that can succeed. */
const EVERYTHING = [
  "POST token",
  "GET credentials",
  ...["project", "network", "acl", "peering", "cluster", "replicaset", "job", "integration"].flatMap((kind) =>
    ["POST", "GET", "PUT", "DELETE"]
      .filter((method) => kind !== "job" || method !== "PUT")
      .map((method) => `${method} ${kind}`),
  ),
  ...["resize", "upgrade", "expand"].map((kind) => `PUT ${kind}`),
];

function expectNoSecrets(service) {
  assert.ok(!JSON.stringify([service.log.entries(), service.state()]).includes(SECRET), "a secret was kept");
}

describe("over HTTP", () => {
  let service;
  before(async () => {
    service = await startService({ control: true });
  });
  after(() => service.close());

  /** The service still does its work. */
  async function expectAlive() {
    const { call } = await overHttp(service.url);
    assert.equal((await call("GET", projects())).status, 200);
    assert.equal(service.log.entries().find(({ bug }) => bug !== undefined)?.bug, undefined);
  }

  it("5,000 malformed requests", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const { authorization } = await overHttp(service.url, { agent });
    const { request, learn } = requests(7, authorization);
    /** Node's client refuses to send these. */
    const canBeSent = ({ method, target, authorization: header }) =>
      /^[A-Z]+$/.test(method) && /^[\x21-\x7e]+$/.test(target) && /^[\x20-\x7e]*$/.test(header ?? "");
    let sent = 0;
    const one = async () => {
      const made = request();
      if (!canBeSent(made) || made.target.startsWith("/_control")) return;
      const { learns, method, target, body } = made;
      sent += 1;
      const headers = made.authorization === undefined ? {} : { authorization: made.authorization };
      const answer = await send(service.url, agent, method, target, body, headers);
      const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
      if (method === "HEAD" || answer.status === 413) return;
      const value = expectForm({ ...answer, body: text }, made);
      if (answer.status === 200 && learns !== undefined && typeof value.id === "string") learn(learns, value.id);
    };
    for (let batch = 0; batch < 6000 / 8; batch += 1) await Promise.all(Array.from({ length: 8 }, one));
    agent.destroy();
    assert.ok(sent >= 5000, `${sent}`);
    await expectAlive();
  });

  it("a body that is too large is refused, also when it is huge", async () => {
    const agent = new Agent({ keepAlive: true });
    const { call } = await overHttp(service.url, { agent });
    expectProblem(await call("POST", projects(), { name: "x".repeat(300_000) }), 413);
    expectProblem(await call("POST", projects(), { name: "x".repeat(20_000_000) }), 413);
    assert.equal((await call("POST", projects(), { name: "x".repeat(200_000) })).status, 200);
    agent.destroy();
  });

  /** What comes back for these bytes until the connection ends, or does not for a while. */
  function exchange(bytes, wait = 20_000) {
    return new Promise((resolve) => {
      const socket = connect(service.port, "127.0.0.1", () => socket.end(bytes));
      const chunks = [];
      socket.on("data", (chunk) => chunks.push(chunk));
      socket.on("error", () => undefined);
      socket.on("close", () => resolve(Buffer.concat(chunks).toString()));
      socket.setTimeout(wait, () => socket.destroy());
    });
  }

  /** The status, type and body of the last answer in these bytes. */
  function lastAnswer(text) {
    const start = text.lastIndexOf("HTTP/1.1 ");
    assert.ok(start >= 0, JSON.stringify(text));
    const [head, body] = text.slice(start).split("\r\n\r\n");
    const type = /^content-type: (.*)$/im.exec(head)?.[1];
    return { status: Number(head.split(" ")[1]), type, body: JSON.parse(body) };
  }

  it("bytes that are no request get a problem document", async () => {
    for (const [bytes, status] of [
      ["nonsense\r\n\r\n", 400],
      ["GET\r\n\r\n", 400],
      ["GET / HTTP/9.9\r\n\r\n", 400],
      ["\u0000\u0001\u0002\r\n\r\n", 400],
      ["\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400],
      [`GET /${"a".repeat(100_000)} HTTP/1.1\r\n\r\n`, 431],
      [`GET / HTTP/1.1\r\nx: ${"a".repeat(100_000)}\r\n\r\n`, 431],
      [`GET / HTTP/1.1\r\n${"x: y\r\n".repeat(50_000)}\r\n`, 431],
      ["GET / HTTP/1.1\r\nbad header\r\n\r\n", 400],
      ["POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n", 400],
      ["POST / HTTP/1.1\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello", 400],
      ["POST / HTTP/1.1\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\nhello", 400],
      ["POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n", 400],
      ["GET / HTTP/1.1\r\n\r\n", 404],
      ["GET / HTTP/1.0\r\n\r\n", 404],
      ["GET http://[ HTTP/1.1\r\nhost: a\r\n\r\n", 404],
      ["OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n", 404],
      ["CONNECT example.com:443 HTTP/1.1\r\nhost: a\r\n\r\n", 404],
      ["GET / HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n", 404],
      ["POST / HTTP/1.1\r\nhost: a\r\nexpect: something\r\ncontent-length: 0\r\n\r\n", 417],
    ])
      expectProblem(lastAnswer(await exchange(bytes)), status, JSON.stringify(bytes.slice(0, 60)));
    await expectAlive();
  });

  it("1,000 requests with spoilt bytes do not break it", async () => {
    const next = random(99);
    const body = JSON.stringify({ name: "a" });
    const whole = `POST ${projects()} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    const one = async () => {
      const bytes = Buffer.from(whole);
      for (let count = Math.ceil(next() * 4); count > 0; count -= 1)
        bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
      const cut = next() < 0.2 ? Math.floor(next() * bytes.length) : bytes.length;
      const text = await exchange(bytes.subarray(0, cut), 200);
      // A request that is cut off has no answer; any answer there is has the form.
      if (text !== "" && !text.startsWith("HTTP/1.1 100")) expectForm(rawForm(text), bytes.toString("latin1"));
    };
    for (let batch = 0; batch < 50; batch += 1) await Promise.all(Array.from({ length: 20 }, one));
    await expectAlive();
  });

  const rawForm = (text) => {
    const { status, type, body } = lastAnswer(text);
    return { status, type, body: JSON.stringify(body) };
  };

  it("clients that go away in the middle do not break it", async () => {
    const { authorization } = await overHttp(service.url);
    const head = `POST ${projects()} HTTP/1.1\r\nhost: a\r\nauthorization: ${authorization}\r\ncontent-length: 100\r\n\r\n`;
    service.faults.add({ mode: "slow", milliseconds: 50, times: 20, method: "GET" });
    const leave = (bytes) =>
      new Promise((resolve) => {
        const socket = connect(service.port, "127.0.0.1", () => {
          socket.write(bytes);
          setTimeout(() => socket.resetAndDestroy(), 5);
        });
        socket.on("error", () => undefined);
        socket.on("close", resolve);
      });
    await Promise.all(
      Array.from({ length: 60 }, (_, index) => leave(index % 2 ? `${head}{` : "GET / HTTP/1.1\r\nhost: a\r\n\r\n")),
    );
    service.faults.clear();
    await expectAlive();
  });

  it("1,000 malformed requests on the control path", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const next = random(5);
    const pick = (list) => list[Math.floor(next() * list.length)];
    const controls = ["state", "drift", "log", "faults", "polls", "clock", "reset", "", "other", "__proto__"];
    const texts = [
      "",
      "{",
      "[]",
      "null",
      "{}",
      '{"mode":"x"}',
      '{"mode":"drop","method":"NONE"}',
      '{"id":"x"}',
      '{"polls":-1}',
    ];
    const odd = ['{"id":{},"set":[]}', '{"id":"x","kind":"__proto__"}', '{"seconds":"1"}', '{"mode":["problem"]}'];
    for (let number = 0; number < 1000; number += 1) {
      const method = pick(["GET", "POST", "PUT", "DELETE", "PATCH"]);
      const path = `/_control/${pick(controls)}`;
      const answer = await send(service.url, agent, method, path, pick([...texts, ...odd]), {});
      if (answer.status >= 400) assert.ok([400, 404].includes(expectProblem(answer, answer.status).status));
      else assert.ok([200, 204].includes(answer.status));
    }
    agent.destroy();
    service.reset();
    await expectAlive();
  });
});
