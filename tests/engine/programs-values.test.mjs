// Programs whose values are wrong in ways that only programs have: Outputs in texts, names for ids, swapped values.
import assert from "node:assert/strict";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { bare, checkedAt, errorsAt, findingsOf, guarded, kept, once, previewOf, textAt } from "./programs/index.mjs";
import { skip } from "./rig/engines.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

/** What the SDK makes of an Output inside a text. */
const EXPLANATION = "Calling [toString] on an [Output<T>] is not supported.";

describe("an Output inside a text", { skip, concurrency: 2 }, () => {
  const secrets = { "orders:base": "10.80" };
  const PLACES = [
    "net name",
    "net2 projectId",
    "nightly backupDescription",
    "nightly description",
    "nightly sourceClusterId",
    "slack data.channelId",
  ];
  const ALL_PLACES = [...PLACES, "net3 cidrBlock", "slack data.token", "slack2 data.token"].sort();

  /** With a good value in the one place that the provider looks at. */
  const passing = once(async (t) => {
    const stack = await bare(t, "output-in-string", { secrets, env: { CIDR_BLOCK: "10.82.0.0/16" } });
    const preview = await previewOf(stack);
    const up = await stack.up({ args: ["--continue-on-error"] });
    return { preview, up, networks: kept(stack.service, "network") };
  });

  it("is hundreds of characters for the engine, which a preview accepts and the service gets", async (t) => {
    const { preview, up, networks } = await passing(t);
    assert.equal(preview.exitCode, 0);
    const name = preview.inputsOf("net").name;
    assert.ok(name.startsWith(EXPLANATION) && name.length > 400, name);
    assert.ok(preview.inputsOf("net2").projectId.startsWith(EXPLANATION));
    assert.ok(preview.inputsOf("nightly").sourceClusterId.startsWith(EXPLANATION));
    assert.equal(up.exitCode, 1, "ids are looked up by the service");
    assert.ok(networks.some(({ description }) => description.startsWith(EXPLANATION)));
  });

  it("ends the preview where the provider looks at the value", async (t) => {
    const stack = await bare(t, "output-in-string", { secrets });
    const { exitCode, errors } = await stack.preview();
    assert.deepEqual([exitCode, errors.map(({ name }) => name)], [1, ["net3"]]);
    assert.ok(errors[0].message.includes(`expected cidr_block to contain a valid Value, got: ${EXPLANATION}`));
  });

  it("is an error of the guard in each of nine places, with cause and cure", async (t) => {
    const stack = await guarded(t, "output-in-string", { secrets });
    const preview = await stack.preview();
    const findings = findingsOf(preview);
    assert.equal(preview.exitCode, 1);
    assert.deepEqual(errorsAt(findings), ALL_PLACES);
    for (const { severity, text } of findings)
      if (severity === "error") assert.match(text, /Output[^]*(pulumi\.interpolate|\.apply|pulumi\.jsonStringify)/);
    assert.match(textAt(findings, "slack2", "data.token"), /pulumi\.jsonStringify/);
  });

  it("never reaches the provider in an update under the guard", async (t) => {
    const stack = await guarded(t, "output-in-string", { secrets });
    const up = await stack.up();
    assert.deepEqual([up.exitCode, Object.keys(up.operations)], [1, ["orders"]]);
  });

  it("is found by check in a preview, unless it is hidden as a secret", async (t) => {
    const { preview } = await passing(t);
    assert.deepEqual(await checkedAt(preview.json), PLACES);
  });
});

describe("names, URNs and host names for ids", { skip, concurrency: 2 }, () => {
  const RIGHT = [
    "by-host sourceClusterId",
    "by-name projectId",
    "by-name sourceClusterId",
    "db aclId",
    "db networkId",
    "net projectId",
    "objects name",
    "peer name",
    "peer networkId",
  ];

  const engine = once(async (t) => {
    const stack = await bare(t, "names-as-ids");
    const preview = await previewOf(stack);
    const up = await stack.up({ args: ["--continue-on-error"] });
    return { preview, up, networks: kept(stack.service, "network") };
  });

  it("pass a preview, and fail at the service", async (t) => {
    const { preview, up, networks } = await engine(t);
    assert.equal(preview.exitCode, 0);
    assert.equal(preview.inputsOf("db").aclId, "offices");
    assert.equal(preview.inputsOf("peer").name, "peer-undefined");
    assert.match(preview.inputsOf("peer").networkId, /^urn:pulumi:/);
    assert.equal(up.exitCode, 1);
    assert.ok(
      up.errors.some(({ name, message }) => name === "net" && /not be found|not found/i.test(message)),
      up.said,
    );
    assert.deepEqual(
      networks.map(({ description }) => description),
      ["net-[object Object]-[object Promise]"],
    );
  });

  it("are errors of the guard", async (t) => {
    const stack = await guarded(t, "names-as-ids");
    const preview = await stack.preview();
    assert.equal(preview.exitCode, 1);
    const findings = findingsOf(preview);
    assert.deepEqual(errorsAt(findings), RIGHT);
    assert.match(textAt(findings, "db", "networkId"), /net\.id/);
    assert.match(textAt(findings, "db", "aclId"), /acl\.id|offices\.id/);
  });

  it("never reach the provider in an update under the guard", async (t) => {
    const stack = await guarded(t, "names-as-ids");
    const up = await stack.up();
    assert.deepEqual([up.exitCode, Object.keys(up.operations).sort()], [1, ["offices", "orders"]]);
  });

  it("are errors of check in a preview, but for a host name, which is not known yet", async (t) => {
    const { preview } = await engine(t);
    assert.deepEqual(
      await checkedAt(preview.json),
      RIGHT.filter((place) => !place.startsWith("by-host")),
    );
  });
});

describe("the name of a network for its id", { skip, concurrency: 2 }, () => {
  const engine = once(async (t) => {
    const stack = await bare(t, "name-for-id");
    return { preview: await previewOf(stack), up: await stack.up() };
  });

  it("passes a preview, and fails at the service", async (t) => {
    const { preview, up } = await engine(t);
    assert.deepEqual([preview.exitCode, preview.inputsOf("peer").networkId], [0, "orders-net"]);
    assert.deepEqual([up.exitCode, up.errors[0].name], [1, "peer"]);
  });

  it("is an error of the guard that says what to write", async (t) => {
    const stack = await guarded(t, "name-for-id");
    const preview = await stack.preview();
    const findings = findingsOf(preview);
    assert.deepEqual([preview.exitCode, errorsAt(findings)], [1, ["peer networkId"]]);
    assert.match(textAt(findings, "peer", "networkId"), /`net\.id`/);
  });

  it("is an error of the guard in an update, before the provider is asked", async (t) => {
    const stack = await guarded(t, "name-for-id");
    const up = await stack.up();
    assert.deepEqual([up.exitCode, errorsAt(findingsOf(up))], [1, ["peer networkId"]]);
    assert.deepEqual(kept(stack.service, "peering"), []);
    assert.ok(!("peer" in up.operations));
  });

  it("is an error of check in a preview", async (t) => {
    assert.deepEqual(await checkedAt((await engine(t)).preview.json), ["peer networkId"]);
  });
});

describe("secrets in names and descriptions", { skip, concurrency: 2 }, () => {
  const secrets = { "orders:token": "xoxb-MARKER" };
  /** Each is reported, as whatever it is. */
  const places = (findings) => findings.map(({ name, path }) => `${name} ${path}`).sort();
  const RIGHT = ["described description", "misspelled data.sink", "orders name"];

  const engine = once(async (t) => {
    const stack = await bare(t, "secrets-in-names", { secrets });
    const preview = await previewOf(stack);
    const up = await stack.up();
    return { preview, up, projects: kept(stack.service, "project") };
  });

  it("are hidden by the engine and readable in the service", async (t) => {
    const { preview, up, projects } = await engine(t);
    assert.deepEqual([preview.exitCode, preview.inputsOf("orders").name], [0, "[secret]"]);
    assert.doesNotMatch(preview.said + up.said, /MARKER/);
    assert.deepEqual(
      projects.map(({ name }) => name),
      ["orders-xoxb-MARKER"],
    );
  });

  for (const command of ["preview", "up"])
    it(`are reported by the guard and not shown in ${command}`, async (t) => {
      const stack = await guarded(t, "secrets-in-names", { secrets });
      const run = await stack[command]();
      assert.doesNotMatch(run.said, /MARKER/);
      assert.deepEqual([run.exitCode, places(findingsOf(run))], [1, RIGHT]);
    });
});

describe("swapped values", { skip, concurrency: 2 }, () => {
  /** Where each is reported, by the name of the resource. */
  const SWAPPED = ["cloud", "disk", "hours", "ids", "keys", "peer"];

  it("end the preview at the first that the provider refuses", async (t) => {
    const stack = await bare(t, "swaps");
    const { exitCode, errors } = await stack.preview();
    assert.equal(exitCode, 1);
    assert.ok(["cloud", "disk"].includes(errors[0].name), errors[0].message);
    assert.match(errors[0].message, /expected resource_provider to be one of|IOPS|iops/i);
  });

  it("are said by the guard to be swapped", async (t) => {
    const stack = await guarded(t, "swaps");
    const preview = await stack.preview();
    assert.equal(preview.exitCode, 1);
    const swapped = findingsOf(preview).filter(({ text }) => /swapped/.test(text));
    assert.deepEqual([...new Set(swapped.map(({ name }) => name))].sort(), SWAPPED);
    assert.doesNotMatch(preview.said, /EXAMPLE/);
  });

  it("are said by the guard to be swapped in an update, before the provider is asked", async (t) => {
    const stack = await guarded(t, "swaps");
    const up = await stack.up();
    assert.equal(up.exitCode, 1);
    const swapped = findingsOf(up).filter(({ text }) => /swapped/.test(text));
    assert.deepEqual([...new Set(swapped.map(({ name }) => name))].sort(), SWAPPED);
    for (const name of SWAPPED) assert.ok(!(name in up.operations), name);
  });
});

describe("one value for a list, and a list for one value", { skip, concurrency: 2 }, () => {
  it("is put into a list by the bridge, so that nothing is refused", async (t) => {
    const stack = await bare(t, "scalar-list", { env: { ONLY: "logs" } });
    const [preview, up] = [await previewOf(stack), await stack.up()];
    assert.deepEqual([preview.exitCode, up.exitCode], [0, 0]);
    const [[db], [logs]] = ["cluster", "integration"].map((kind) => kept(stack.service, kind));
    assert.deepEqual(logs.data.clusterIds, [db.id]);
  });

  it("ends the preview where the provider reads it", async (t) => {
    const stack = await bare(t, "scalar-list");
    const { exitCode, errors } = await stack.preview();
    assert.equal(exitCode, 1);
    assert.ok(errors.some(({ name }) => name === "peer" || name === "two-in-one"));
  });

  for (const command of ["preview", "up"])
    it(`is an error of the guard in ${command}`, async (t) => {
      const stack = await guarded(t, "scalar-list");
      const run = await stack[command]();
      assert.equal(run.exitCode, 1);
      assert.deepEqual(errorsAt(findingsOf(run)), [
        "logs clusterIds",
        "peer projectId",
        "peer routes",
        "two-in-one routes[0]",
      ]);
    });
});

describe("properties that only the service sets", { skip, concurrency: 2 }, () => {
  it("are dropped by the SDK without a word", async (t) => {
    const stack = await bare(t, "computed");
    const [preview, up] = [await previewOf(stack), await stack.up()];
    assert.deepEqual([preview.exitCode, up.exitCode], [0, 0]);
    assert.ok(!("dnsName" in preview.inputsOf("db")));
    const [{ outputs }] = (await stack.export()).deployment.resources.filter(({ urn }) => urn.endsWith("::db"));
    assert.deepEqual([outputs.region, outputs.resourceProvider], ["us-east-1", "aws"]);
  });

  for (const command of ["preview", "up"])
    it(`are errors of the guard in ${command}`, async (t) => {
      const stack = await guarded(t, "computed");
      const run = await stack[command]();
      const places = ["db dnsName", "db region", "db resourceProvider"];
      assert.deepEqual([run.exitCode, errorsAt(findingsOf(run))], [1, places]);
    });
});
