// Programs in which a resource cannot be judged by itself: it depends on what is read, looked up, configured, or said to
// a builder.
import assert from "node:assert/strict";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import {
  bare,
  COMPILED,
  checkedAt,
  closing,
  errorsAt,
  findingsOf,
  guarded,
  kept,
  lineOf,
  made,
  once,
  previewOf,
  textOf,
  UNKNOWN,
} from "./programs/index.mjs";
import { skip } from "./rig/engines.mjs";
import { ORGANIZATION } from "./rig/service.mjs";
import { startService } from "./service/server.ts";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

/** A service that is there before the stack, and goes with the test. */
async function service(t) {
  const running = await startService();
  t.after(() => running.close());
  return running;
}

describe("a network that is read", { skip, concurrency: 2 }, () => {
  const RIGHT = ["db diskType", "db networkId", "peer routes[0]", "wrong-kind projectId"];

  /** The stack's options, with a network that exists. */
  async function withNetwork(t) {
    const running = await service(t);
    const projectId = await made(running, ORGANIZATION, "/resources/v1/organizations/projects", { name: "shared" });
    const network = { provider: "gcp", region: "us-east1", cidrBlock: "10.90.0.0/16", description: "existing" };
    const path = `/infra/v1/organizations/projects/${projectId}/networks`;
    const id = await made(running, ORGANIZATION, path, network);
    return { service: running, env: { PROJECT: projectId, NETWORK: id } };
  }

  const engine = once(async (t) => {
    const options = await withNetwork(t);
    const stack = await bare(t, "reads", options);
    const preview = await previewOf(stack);
    const up = await stack.up({ args: ["--continue-on-error"] });
    return { ...options.env, preview, up };
  });

  it("is known in a preview with all of its values", async (t) => {
    const { preview, NETWORK, PROJECT } = await engine(t);
    assert.equal(preview.exitCode, 0);
    const { op, newState } = preview.stepOf("existing");
    assert.deepEqual([op, newState.id], ["read", NETWORK]);
    const [read] = preview.events.flatMap(({ resOutputsEvent }) =>
      resOutputsEvent?.metadata.op === "read" ? [resOutputsEvent.metadata.new.outputs] : [],
    );
    const { cidrBlock, projectId, region, resourceProvider } = read;
    assert.deepEqual([cidrBlock, projectId, region, resourceProvider], ["10.90.0.0/16", PROJECT, "us-east1", "gcp"]);
    assert.equal(preview.inputsOf("db").networkId, NETWORK);
    assert.equal(preview.inputsOf("wrong-kind").projectId, NETWORK);
  });

  it("fails at the service with what does not fit it", async (t) => {
    const { up } = await engine(t);
    assert.equal(up.exitCode, 1);
    const failed = new Set(up.errors.flatMap(({ name }) => name || []));
    assert.deepEqual([...failed].sort(), ["db", "peer", "wrong-kind"]);
  });

  it("is judged by the guard together with what is around it", async (t) => {
    const stack = await guarded(t, "reads", await withNetwork(t));
    const preview = await stack.preview();
    assert.deepEqual([preview.exitCode, errorsAt(findingsOf(preview))], [1, RIGHT]);
  });

  it("keeps what does not fit it from the provider in an update under the guard", async (t) => {
    const stack = await guarded(t, "reads", await withNetwork(t));
    const up = await stack.up();
    assert.deepEqual([up.exitCode, Object.keys(up.operations).sort()], [1, ["existing", "own"]]);
  });

  it("is judged by check in a preview together with what is around it", async (t) => {
    assert.deepEqual(await checkedAt((await engine(t)).preview.json), RIGHT);
  });
});

describe("a project that is looked up", { skip, concurrency: 2 }, () => {
  async function withProject(t) {
    const running = await service(t);
    const id = await made(running, ORGANIZATION, "/resources/v1/organizations/projects", { name: "shared" });
    return { id, options: { service: running } };
  }

  it("is known in a preview by its id", async (t) => {
    const { id, options } = await withProject(t);
    const { exitCode, inputsOf } = await previewOf(await bare(t, "lookup", options));
    assert.deepEqual([exitCode, inputsOf("shared-net").projectId, inputsOf("own-net").projectId], [0, id, UNKNOWN]);
  });

  it("ends the program where there is none", async (t) => {
    const { exitCode, said } = await (await bare(t, "lookup")).preview();
    assert.equal(exitCode, 1);
    assert.match(said, /getProject/);
  });

  it("lives under the guard from the first preview to the end", async (t) => {
    const { options } = await withProject(t);
    const stack = await guarded(t, "lookup", options);
    const preview = await stack.preview();
    assert.deepEqual([preview.exitCode, codesOf(preview)], [0, []]);
    const up = await stack.up();
    assert.deepEqual([up.exitCode, codesOf(up)], [0, []]);
    const again = await stack.preview();
    assert.deepEqual([again.exitCode, again.operations, codesOf(again)], [0, {}, []]);
    const { exitCode } = await stack.destroy();
    assert.deepEqual([exitCode, kept(options.service, "network")], [0, []]);
  });
});

/** The codes of the findings about resources, in order. */
const codesOf = (run) => findingsOf(run).map(({ code, name }) => `${code} ${name}`);

describe("providers of two organisations", { skip, concurrency: 2 }, () => {
  const RIGHT = ["foreign", "forgotten"];

  async function withProviders(t) {
    const running = await service(t);
    const env = { URL_OF_SERVICE: running.url, TOKENS: ".", ESC_TEST_POLL_INTERVAL: "10ms" };
    return { service: running, env, configured: false };
  }

  const engine = once(async (t) => {
    const stack = await bare(t, "forgotten-provider", await withProviders(t));
    const preview = await previewOf(stack);
    const up = await stack.up({ args: ["--continue-on-error"] });
    return { preview, up };
  });

  it("are not told apart by a preview, and fail in the update", async (t) => {
    const { preview, up } = await engine(t);
    assert.equal(preview.exitCode, 0);
    assert.match(preview.stepOf("forgotten").provider, /::default/);
    assert.match(preview.stepOf("foreign").provider, /::theirs::/);
    assert.equal(up.exitCode, 1);
    const failed = new Set(up.errors.map(({ name }) => name));
    assert.ok(failed.has("foreign"), up.said);
    assert.ok(failed.has("forgotten") || /default/.test([...failed].join()), up.said);
  });

  it("are told apart by the guard: a network of another organisation, and one of the provider that nothing sets up", async (t) => {
    const stack = await guarded(t, "forgotten-provider", await withProviders(t));
    const preview = await stack.preview();
    const named = findingsOf(preview).filter(({ severity }) => severity === "error");
    assert.deepEqual([preview.exitCode, [...new Set(named.map(({ name }) => name))].sort()], [1, RIGHT]);
  });

  it("are told apart by check in a preview", async (t) => {
    const { preview } = await engine(t);
    const named = (await checkedAt(preview.json)).map((place) => place.split(" ")[0]);
    assert.deepEqual([...new Set(named)].sort(), RIGHT);
  });
});

describe("options of a builder", { skip, concurrency: 2 }, () => {
  const ADDED = { NET014: "off", INSTANCE_TYPE: "M256" };

  for (const command of ["preview", "up"]) {
    it(`raise a warning to an error under the guard in ${command}`, async (t) => {
      const stack = await guarded(t, "builder-options", { env: { NET014: "error" } });
      const run = await stack[command]();
      assert.deepEqual([run.exitCode, errorsAt(findingsOf(run))], [1, ["net region"]]);
      assert.deepEqual(kept(stack.service, "network"), []);
    });

    it(`turn a warning off under the guard in ${command}`, async (t) => {
      const stack = await guarded(t, "builder-options", { env: { NET014: "off" } });
      const run = await stack[command]();
      assert.deepEqual([run.exitCode, codesOf(run)], [0, []]);
    });

    it(`add to the catalogue under the guard in ${command}`, async (t) => {
      const env = { ...ADDED, ESC_BYPASS_VALIDATION: "true" };
      const stack = await guarded(t, "builder-options", { env });
      const run = await stack[command]();
      const unknown = codesOf(run).filter((finding) => finding === "CLU003 db");
      assert.deepEqual([unknown, run.exitCode], [[], 0]);
    });
  }

  it("do not change what the provider accepts", async (t) => {
    const stack = await bare(t, "builder-options", { env: ADDED });
    const refused = await stack.preview();
    assert.deepEqual([refused.exitCode, refused.errors.map(({ name }) => name)], [1, ["db"]]);
    assert.match(refused.errors[0].message, /expected instance_type to be one of .*, got M256/);
    const bypassed = await stack.preview({ env: { ESC_BYPASS_VALIDATION: "true" } });
    assert.equal(bypassed.exitCode, 0);
  });

  it("say so where the provider refuses what they add to the catalogue", async (t) => {
    const stack = await guarded(t, "builder-options", { env: ADDED });
    const preview = await stack.preview();
    assert.equal(preview.exitCode, 1);
    assert.match(
      findingsOf(preview)
        .filter(({ name }) => name === "db")
        .map(({ text }) => text)
        .join(),
      /ESC_BYPASS_VALIDATION/,
    );
  });
});

describe("stacks that are production by a pattern", { skip, concurrency: 2 }, () => {
  for (const [name, isProduction] of [
    ["prod-eu", true],
    ["prd", true],
    ["live", true],
    ["dev", false],
  ])
    it(`${isProduction ? "are judged as such" : "leave others alone"}: ${name}`, async (t) => {
      const stack = await guarded(t, "environments", { name });
      const preview = await stack.preview();
      assert.doesNotMatch(preview.said, /options\.environment/);
      assert.deepEqual([preview.exitCode, codesOf(preview).includes("CLU033 db")], [0, isProduction]);
      assert.match(closing(preview), isProduction ? /production rules (are )?on/ : /production rules (are )?off/);
    });
});

describe("a mistake that is written outside of the construction", { skip }, () => {
  const text = textOf("helper-line");
  const at = (part) => `index.ts:${lineOf(text, part)}`;

  it("is reported where the helper is called, and names the helper too", async (t) => {
    const stack = await guarded(t, "helper-line", COMPILED);
    const preview = await stack.preview();
    const findings = findingsOf(preview);
    assert.deepEqual([preview.exitCode, errorsAt(findings)], [1, ["b region", "c region", "d region"]]);
    const lines = Object.fromEntries(findings.map(({ name, at }) => [name, /^index\.ts:\d+/.exec(at)?.[0]]));
    assert.deepEqual(lines, { b: at('makeNetwork("b"'), c: at('Network("c"'), d: at('Network("d"') });
    assert.ok(preview.said.includes(at("return new esc.Network(")));
  });
});

describe("a service account", { skip }, () => {
  it("needs no token, from the first preview to the end", async (t) => {
    const running = await service(t);
    const env = { URL_OF_SERVICE: running.url, TOKENS: ".tokens", ESC_TEST_POLL_INTERVAL: "10ms" };
    const stack = await guarded(t, "service-account", { service: running, env, configured: false });
    const preview = await stack.preview();
    assert.deepEqual([preview.exitCode, errorsAt(findingsOf(preview))], [0, []]);
    const up = await stack.up();
    assert.equal(up.exitCode, 0, up.said);
    assert.deepEqual(
      kept(running, "project").map(({ name }) => name),
      ["orders"],
    );
    assert.ok(running.log.entries().some(({ path }) => path === "/oauth2/token"));
    assert.deepEqual((await stack.preview()).operations, {});
    assert.doesNotMatch(preview.said + up.said, /MARKER/);
    assert.equal((await stack.destroy()).exitCode, 0);
  });

  it("is enough for the provider", async (t) => {
    const running = await service(t);
    const env = { URL_OF_SERVICE: running.url, TOKENS: ".tokens", ESC_TEST_POLL_INTERVAL: "10ms" };
    const stack = await bare(t, "service-account", { service: running, env, configured: false });
    assert.equal((await stack.up()).exitCode, 0);
    assert.equal(running.log.entries()[0].path, "/oauth2/token");
  });
});

describe("two packages in one program", { skip, concurrency: 2 }, () => {
  it("live under the guard from the first preview to the end, each resource judged for its own", async (t) => {
    const stack = await guarded(t, "two-packages");
    const preview = await stack.preview();
    assert.equal(preview.exitCode, 0);
    assert.deepEqual(
      codesOf(preview).filter((finding) => finding.startsWith("REP005")),
      [],
    );
    assert.deepEqual([(await stack.up()).exitCode, (await stack.preview()).operations], [0, {}]);
    assert.equal((await stack.destroy()).exitCode, 0);
  });

  it("are both named by the guard", async (t) => {
    const stack = await guarded(t, "two-packages");
    const said = closing(await stack.preview());
    assert.match(said, /kurrentcloud@0\.3\.0/);
    assert.match(said, /eventstorecloud@0\.2\.20/);
  });

  it("each need settings of their own, and the guard says in which namespace", async (t) => {
    const running = await service(t);
    const config = {
      "kurrentcloud:organizationId": ORGANIZATION,
      "kurrentcloud:url": running.url,
      "kurrentcloud:identityProviderUrl": running.url,
      "kurrentcloud:tokenStore": ".tokens",
    };
    const secrets = { "kurrentcloud:token": "token-MARKER" };
    const options = { service: running, config, secrets, configured: false };
    const engine = await (await bare(t, "two-packages", { ...options, env: { ESC_TEST_POLL_INTERVAL: "10ms" } })).up();
    assert.equal(engine.exitCode, 1);
    assert.ok(
      engine.errors.some(({ name }) => name === "nightly"),
      engine.said,
    );
    const preview = await (await guarded(t, "two-packages", options)).preview();
    assert.match(preview.said, /set `eventstorecloud:organizationId`/);
    assert.doesNotMatch(preview.said, /set `kurrentcloud:organizationId`/);
    assert.equal(preview.exitCode, 1);
  });
});

describe("resources of other packages", { skip }, () => {
  it("are counted apart from those that were checked, and each once", async (t) => {
    const stack = await guarded(t, "count");
    const preview = await stack.preview();
    assert.equal(preview.exitCode, 0);
    assert.equal(Object.keys(preview.operations).length, 11);
    assert.match(closing(preview), /\b1 resource\b/);
    const up = await stack.up();
    assert.equal(up.exitCode, 0);
    const again = await stack.preview();
    assert.deepEqual([again.exitCode, again.operations], [0, {}]);
    assert.equal((await stack.destroy()).exitCode, 0);
  });
});
