// The policies in a pack, beside programs that know nothing of them.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { before, describe } from "node:test";

import { codesIn } from "../support/codes.mjs";
import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { kindsIn, source, stackOfSuite } from "./guard/suite.mjs";
import { installExample, installPack } from "./policy/pack.mjs";
import { skip } from "./rig/engines.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const files = { "index.js": source("kinds.cjs") };
const program = (changed, more) => ({ CHANGED: JSON.stringify(changed), GUARD: "0", ...more });

const REGION = { net: { region: "us-east1" } };
const OVERLAP = { peer: { routes: ["10.20.8.0/24"] } };

/** What is violated: the policy, its level, the resource and the code. */
const found = ({ violations }) =>
  violations.map(({ policy, level, name, message }) => [policy, level, name, ...codesIn(message)].join(" ")).sort();

describe("policies", { skip }, () => {
  const stack = stackOfSuite({ files });
  let pack;
  before(() => {
    pack = installPack(stack());
  });
  const withPack = (...args) => ["--policy-pack", pack, ...args];

  it("accept a program without a mistake, as the pack of the examples does", async () => {
    for (const folder of [pack, installExample(stack())]) {
      const result = await stack().preview({ args: ["--policy-pack", folder], env: program({}) });
      assert.equal(result.exitCode, 0, result.said);
      assert.deepEqual(found(result), []);
    }
  });

  it("fail a preview with everything that is wrong", async () => {
    const changed = {
      ...REGION,
      acl: { cidrBlocks: [{ address: "10.0.0.0/8", comment: "" }] },
      bak: { schedule: "0 2 * * MON" },
      int: { data: { sink: "slak", channelId: "#ops", token: "token" } },
    };
    const result = await stack().preview({ args: withPack(), env: program(changed) });
    assert.equal(result.exitCode, 1);
    assert.deepEqual(
      found(result),
      [
        "eventstorecloud-acl mandatory acl ACL007",
        "eventstorecloud-bak mandatory bak BAK007",
        "eventstorecloud-int mandatory int INT001",
        "eventstorecloud-int-advice advisory int INT005",
        "eventstorecloud-int-advice advisory int INT006",
        "eventstorecloud-net mandatory net NET011",
      ],
      result.said,
    );
  });

  it("say what is wrong with a value that the provider refuses", async () => {
    const result = await stack().preview({ args: withPack(), env: program({ net: { cidrBlock: "10.20.0.1/16" } }) });
    assert.equal(result.exitCode, 1);
    assert.deepEqual(found(result), ["eventstorecloud-net mandatory net NET007"], result.said);
  });

  it("warn in production of a cluster without protection", async () => {
    const options = { POLICY_OPTIONS: JSON.stringify({ environment: "production" }) };
    const result = await stack().preview({ args: withPack(), env: program({}, options) });
    assert.equal(result.exitCode, 0, result.said);
    assert.deepEqual(found(result), ["eventstorecloud-clu-advice advisory db CLU033"]);
  });

  it("have the severities of their options", async () => {
    const options = { POLICY_OPTIONS: JSON.stringify({ severity: { NET011: "warning" } }) };
    const result = await stack().preview({ args: withPack(), env: program(REGION, options) });
    assert.equal(result.exitCode, 0, result.said);
    assert.deepEqual(found(result), ["eventstorecloud-net-advice advisory net NET011"]);
  });

  for (const [level, expected] of [
    ["advisory", ["eventstorecloud-net advisory net NET011"]],
    ["disabled", []],
  ]) {
    it(`can be made ${level} by the configuration of the pack`, async () => {
      const file = path.join(pack, `${level}.json`);
      writeFileSync(file, JSON.stringify({ "eventstorecloud-net": level }));
      const result = await stack().preview({ args: withPack("--policy-pack-config", file), env: program(REGION) });
      assert.equal(result.exitCode, 0, result.said);
      assert.deepEqual(found(result), expected);
    });
  }

  it("never show a secret value", async () => {
    const changed = { net: { region: { secret: "mars-MARKER" } } };
    const result = await stack().preview({ args: withPack(), env: program(changed) });
    assert.equal(result.exitCode, 1);
    assert.deepEqual(found(result), ["eventstorecloud-net mandatory net NET011"], result.said);
    assert.doesNotMatch(result.said, /MARKER/);
  });

  it("show in a preview what takes two resources to see, one of them new", async () => {
    const result = await stack().preview({ args: withPack(), env: program(OVERLAP) });
    assert.deepEqual(found(result), ["eventstorecloud-program mandatory peer PEER009"], result.said);
    assert.equal(result.exitCode, 1);
  });

  it("stop a resource in an update before it is created", async () => {
    const result = await stack().up({ args: withPack(), env: program(REGION) });
    assert.equal(result.exitCode, 1);
    assert.deepEqual(found(result), ["eventstorecloud-net mandatory net NET011"], result.said);
    assert.ok(!kindsIn(stack().service).includes("network"));
  });
});

describe("policies in an update", { skip }, () => {
  const stack = stackOfSuite({ files });

  it("complete what the program leaves out", async () => {
    const args = ["--policy-pack", installPack(stack())];
    const changed = { db: { diskIops: null, diskThroughput: null } };
    const { exitCode, said } = await stack().up({ args, env: program(changed, { ONLY: "db" }) });
    assert.equal(exitCode, 0, said);
    const { properties } = stack()
      .service.state()
      .find(({ kind }) => kind === "cluster");
    assert.deepEqual([properties.diskIops, properties.diskThroughput], [3000, 125]);
  });
});

describe("policies in an update that begins with a preview", { skip }, () => {
  const stack = stackOfSuite({ files });

  it("let nothing be created where two resources do not go together", async () => {
    const args = ["up", "--yes", "--parallel", "1", "--policy-pack", installPack(stack())];
    const { exitCode, said } = await stack().run(args, { env: program(OVERLAP) });
    assert.equal(exitCode, 1, said);
    assert.deepEqual(kindsIn(stack().service), [], "created");
    assert.match(said, /PEER009/);
  });
});
