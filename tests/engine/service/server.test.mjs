// The service on its port, and the command that starts it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { startService } from "./server.ts";
import { bodies, expectProblem, overHttp, paths, projects, send } from "./support.mjs";

describe("the port", () => {
  it("is on loopback only", async (t) => {
    const service = await startService();
    t.after(() => service.close());
    assert.equal(service.url, `http://127.0.0.1:${service.port}`);
    const reach = (host) =>
      new Promise((resolve) => {
        const socket = connect({ port: service.port, host, timeout: 1000 });
        for (const event of ["connect", "error", "timeout"])
          socket.once(event, () => {
            socket.destroy();
            resolve(event === "connect");
          });
      });
    assert.equal(await reach("127.0.0.1"), true);
    const others = Object.values(networkInterfaces()).flatMap((addresses) =>
      addresses.filter(({ address, family }) => family === "IPv4" && address !== "127.0.0.1"),
    );
    // Another address of the loopback network is there on every Linux machine.
    if (process.platform === "linux") others.push({ address: "127.0.0.2" });
    for (const { address } of others) assert.equal(await reach(address), false, address);
  });

  it("that is taken is an error", async (t) => {
    const service = await startService();
    t.after(() => service.close());
    await assert.rejects(startService({ port: service.port }), { code: "EADDRINUSE" });
  });

  it("is free again after close, which ends all connections", async () => {
    const service = await startService();
    const socket = connect(service.port, "127.0.0.1");
    await once(socket, "connect");
    socket.on("error", () => undefined);
    const closed = once(socket, "close");
    await service.close();
    await closed;
    const again = await startService({ port: service.port });
    await again.close();
  });

  it("takes 1,000 connections at once", async (t) => {
    const service = await startService();
    t.after(() => service.close());
    const { call } = await overHttp(service.url);
    const names = Array.from({ length: 1000 }, (_, index) => `project ${index}`);
    const answers = await Promise.all(names.map((name) => call("POST", projects(), { name })));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1000);
  });
});

describe("the control path", () => {
  const json = async (url, method, path, body) =>
    send(url, undefined, method, `/_control${path}`, body && JSON.stringify(body), {});

  it("does not exist unless asked for", async (t) => {
    const service = await startService();
    t.after(() => service.close());
    for (const path of ["", "/state", "/log", "/faults"]) expectProblem(await json(service.url, "GET", path), 404);
  });

  it("does what can be done within the process", async (t) => {
    const service = await startService({ control: true });
    t.after(() => service.close());
    const { call } = await overHttp(service.url);
    const control = (method, path, body) => json(service.url, method, path, body);
    const at = paths((await call("POST", projects(), bodies.project())).body.id);
    const network = (await call("POST", at.network, bodies.network())).body.id;

    assert.deepEqual(JSON.parse((await control("GET", "/state")).body), service.state());
    assert.deepEqual(
      JSON.parse((await control("GET", "/log")).body),
      JSON.parse(JSON.stringify(service.log.entries())),
    );
    assert.equal(service.log.entries().length, 3);
    assert.equal((await control("DELETE", "/log")).status, 204);
    assert.equal(service.log.entries().length, 0);

    assert.deepEqual((await control("POST", "/faults", { mode: "problem", status: 418 })).body, { id: 1 });
    assert.deepEqual(JSON.parse((await control("GET", "/faults")).body), service.faults.list());
    expectProblem(await call("GET", at.network), 418);
    await control("POST", "/faults", { mode: "problem", times: "always" });
    await control("DELETE", "/faults");
    assert.equal((await call("GET", at.network)).status, 200);
    assert.match(expectProblem(await control("POST", "/faults", { mode: "other" }), 400).detail, /mode/);

    assert.equal((await control("POST", "/drift", { id: network, set: { status: "deleted" } })).status, 204);
    assert.equal((await call("GET", `${at.network}/${network}`)).body.network.status, "deleted");
    assert.equal((await control("POST", "/drift", { id: network, vanish: true })).status, 204);
    expectProblem(await control("POST", "/drift", { id: network, vanish: true }), 404);
    for (const body of [{}, { id: 5 }, { id: network, kind: "other" }, { id: network, set: [] }])
      expectProblem(await control("POST", "/drift", body), 400);

    assert.equal((await control("PUT", "/polls", { polls: 2 })).status, 204);
    assert.equal(service.polls, 2);
    for (const polls of [-1, 1.5, "2", null]) expectProblem(await control("PUT", "/polls", { polls }), 400);

    assert.equal((await control("POST", "/clock", { seconds: 3600 })).status, 204);
    const later = paths((await call("POST", projects(), bodies.project("later"))).body.id);
    assert.match((await call("GET", later.project)).body.project.created, /T01:00:/);
    expectProblem(await control("POST", "/clock", { seconds: -5 }), 400);

    assert.equal((await control("POST", "/reset")).status, 204);
    assert.deepEqual([service.state(), service.log.entries(), service.polls], [[], [], 0]);
    expectProblem(await control("GET", "/other"), 404);
  });

  it("is closed to web pages", async (t) => {
    const service = await startService({ control: true });
    t.after(() => service.close());
    const headers = { origin: "https://example.com" };
    expectProblem(await send(service.url, undefined, "POST", "/_control/reset", undefined, headers), 403);
  });
});

describe("the command", () => {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));

  /** Starts it; `ended` gives its exit code and all that it wrote. */
  function start(...options) {
    const child = spawn(process.execPath, ["--import", "tsx", main, ...options], { stdio: ["ignore", "pipe", "pipe"] });
    const written = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) child[name].on("data", (chunk) => (written[name] += chunk));
    const ended = once(child, "close").then(([code]) => ({ code, ...written }));
    const listening = async () => {
      while (!written.stdout.includes("ESC_TOKEN_STORE=")) {
        await Promise.race([once(child.stdout, "data"), ended]);
        assert.equal(child.exitCode, null, written.stderr);
      }
      return written.stdout;
    };
    return { child, ended, listening };
  }

  it("says which environment makes the clients use it, and works with that", async (t) => {
    const { child, ended, listening } = start("--port", "0", "--polls", "1", "--control");
    t.after(() => child.kill());
    const text = await listening();
    const environment = Object.fromEntries(
      [...text.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    );
    const { ESC_URL: url, ESC_ORG_ID: organization } = environment;
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
    const port = new URL(url).port;
    assert.deepEqual(environment, {
      ESC_URL: url,
      ESC_IDENTITY_PROVIDER_URL: url,
      ESC_IDENTITY_KIT_URL: url,
      ESC_TOKEN: "local",
      ESC_ORG_ID: organization,
      ESC_TOKEN_STORE: join(tmpdir(), `eventstorecloud-service-${port}`),
    });
    const { call } = await overHttp(url);
    const at = paths((await call("POST", projects(organization), bodies.project())).body.id, organization);
    const { id } = (await call("POST", at.network, bodies.network())).body;
    const { network } = (await call("GET", `${at.network}/${id}`)).body;
    assert.equal(network.status, "provisioning");
    // Its clock is the real one.
    assert.ok(Math.abs(Date.parse(network.created) - Date.now()) < 60_000);
    assert.equal((await call("GET", "/_control/state")).status, 200);

    const second = await start("--port", port).ended;
    assert.deepEqual(second, {
      code: 1,
      stdout: "",
      stderr: `error: port ${port} is taken; choose another one with --port\n`,
    });
    child.kill("SIGTERM");
    assert.deepEqual(await ended, { code: 0, stdout: text, stderr: "" });
  });

  it("explains itself, and what is wrong with its options in one line", async () => {
    const runs = [["--help"], ["--other"], ["--port", "70000"], ["--port", "x"], ["--clock", "sun"]];
    const [help, unknown, ...refused] = await Promise.all(runs.map((options) => start(...options).ended));
    assert.match(help.stdout, /^usage: .*--port/);
    assert.equal(help.code, 0);
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /^error: Unknown option '--other'/);
    assert.ok(unknown.stderr.endsWith(`\n\n${help.stdout}`));
    for (const { code, stdout, stderr } of refused) {
      assert.deepEqual([code, stdout], [1, ""]);
      assert.match(stderr, /^error: [^\n]*\n$/);
    }
  });
});
