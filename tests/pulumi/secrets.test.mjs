// Secrets: nothing that checks a program may say anything of them, whatever is wrong with them and however they get
// there. Each of them has MARKER in it here. Pulumi's own debug messages have all inputs in them, and are left out.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe } from "node:test";
import { inspect } from "node:util";

import { inline, preview, skip, update } from "./programs/index.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { expectedFailures } from "../support/expected-failures.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const require = createRequire(import.meta.url);
const pulumi = require("@pulumi/pulumi");
const planner = require("eventstorecloud-planner");
const builders = require("eventstorecloud-planner/pulumi");
const { checkRegistrations, recordRegistrations } = require("eventstorecloud-planner/testing");

/** What one can write for a property whose value is secret. All of it is wrong for nearly every property. */
const FORMS = {
  text: 'pulumi.secret("MARKER /99")',
  "a list": 'pulumi.secret(["MARKER", "MARKER"])',
  "an item": '["10.0.0.0/8", pulumi.secret("MARKER/33")]',
  "an object": 'pulumi.secret({ address: "MARKER", sink: "slack", token: "MARKER", MARKER: "MARKER" })',
  "a part of an object":
    '{ sink: pulumi.secret("MARKER"), address: pulumi.secret("MARKER"), token: pulumi.secret("MARKER") }',
  "a value that comes late": "pulumi.secret(first.id.apply(() => 'MARKER /99'))",
  "a value of the configuration": 'config.requireSecret("secret")',
};

const KINDS = planner.kinds().map(({ kind, builder, properties }) => ({
  kind,
  builder,
  properties: properties.filter(({ computed }) => !computed).map(({ name }) => name),
}));
const SECRETS = {
  "demo:secret": "MARKER of the configuration",
  "demo:token": "xoxb-MARKER-1",
  "demo:key": "AKIAIOSFODNN7MARKER1",
  "demo:long": "wJalrXUtnFEMIK7MDENGbPxRfiCYMARKERMARKER",
};
const CONFIG = "const config = new pulumi.Config();";
const FIRST = `${CONFIG} const first = new esc.Project("first", { name: "first" });`;

/** All kinds, with one form of secret for every property. */
const everything = (form) => `${FIRST} const secrets = ${JSON.stringify(KINDS)};
  for (const { kind, properties } of secrets) {
    const type = kind === "Provider" ? "pulumi:providers:eventstorecloud" : "eventstorecloud:index/" + kind[0].toLowerCase() + kind.slice(1) + ":" + kind;
    new pulumi.CustomResource(type, "the-" + kind, Object.fromEntries(properties.map((name) => [name, ${form}])), { version: "0.2.20" });
  }`;

/** That a run tells nothing, in what it says and in its errors. */
function assertKept({ said }) {
  assert.doesNotMatch(said, /MARKER/);
}

describe("secrets", { concurrency: 2, skip }, () => {
  for (const [name, form] of Object.entries(FORMS)) {
    it(`are kept by the guard where every property is ${name}`, async () => {
      for (const run of [inline.preview, inline.update]) {
        const outcome = await run(`guard({ profile: "advice" }); ${everything(form)}`, { secrets: SECRETS });
        assertKept(outcome);
        assert.equal(outcome.exitCode, 32);
        // It is not for want of messages that nothing is said: something is wrong with nearly all of them.
        if (run === inline.update) assert.match(outcome.said, /the value is secret and not shown/);
      }
    });
  }

  it("are not sent to a provider that prints them", async () => {
    for (const [property, value] of Object.entries({ cidrBlock: "10.MARKER/16", resourceProvider: "MARKER" })) {
      for (const run of [inline.preview, inline.update]) {
        const outcome = await run(
          `guard(); ${FIRST} new esc.Network("net", valid.network({ projectId: first.id, ${property}: pulumi.secret("${value}") }));`,
        );
        assertKept(outcome);
        assert.equal(outcome.exitCode, 32);
      }
    }
  });

  const RIGHT = `${FIRST}
    const args = {
      integration: valid.slack({ projectId: first.id, data: { ...valid.slack().data, token: config.requireSecret("token") } }),
      awsCloudWatchLogsIntegration: valid.logs({ projectId: first.id, clusterIds: [first.id.apply(() => "c2bq5k5o4t0gqrkt0030")], accessKeyId: config.requireSecret("key"), secretAccessKey: config.requireSecret("long") }),
      provider: { organizationId: "bt77lfqrh41uaatmh200", token: config.requireSecret("token"), clientId: "", identityProviderUrl: "", tokenStore: "/tmp/tokens", url: "https://api.eventstore.cloud" },
    };`;

  it("that are right pass without a word, guarded and built, and stay secret", async () => {
    const program =
      `guard(); ${RIGHT} for (const [builder, value] of Object.entries(args)) new esc[{ integration: ` +
      `"Integration", awsCloudWatchLogsIntegration: "AWSCloudWatchLogsIntegration", provider: "Provider" ` +
      "}[builder]](builder, planner[builder](value));";
    for (const run of [inline.preview, inline.update]) {
      const outcome = await run(program, { secrets: SECRETS });
      assertKept(outcome);
      assert.deepEqual([outcome.exitCode, outcome.codes], [0, []], outcome.said);
      const secrets = Object.fromEntries(outcome.registrations.map((made) => [made.name, made.secrets]));
      // A builder holds the whole of a property back, so the whole is secret.
      assert.match(secrets.integration.join(), /^data(?:\.token)?$/);
      assert.deepEqual(secrets.awsCloudWatchLogsIntegration.sort(), ["accessKeyId", "secretAccessKey"]);
      assert.deepEqual(secrets.provider, ["token"]);
    }
  });

  const withCredential = (credential) => `guard({ profile: "advice" }); ${FIRST} const projectId = first.id;
      for (const [sink, rest] of Object.entries({ slack: { channelId: "#o", source: "issues" }, opsGenie: { source: "issues" }, awsCloudWatchLogs: {}, awsCloudWatchMetrics: {} }))
        new esc.Integration(sink, { projectId, description: "d", data: { sink, ...rest, token: ${credential}, apiKey: ${credential}, accessKeyId: ${credential}, secretAccessKey: ${credential} } });
      new esc.AWSCloudWatchLogsIntegration("logs", valid.logs({ projectId, clusterIds: [], accessKeyId: ${credential}, secretAccessKey: ${credential} }));
      new esc.Provider("provider", { organizationId: "x", token: ${credential}, clientSecret: ${credential}, clientId: "", identityProviderUrl: "", tokenStore: "/tmp/tokens", url: "https://api.eventstore.cloud" });`;

  for (const credential of [
    '"MARKER "',
    '"\\nMARKER"',
    '{ MARKER: "MARKER" }',
    '["MARKER"]',
    "`${first.id}MARKER`",
    "Promise.resolve('MARKER')",
  ]) {
    it(`are kept where a credential is not what it should be: ${credential}`, async () => {
      const outcome = await preview(withCredential(credential), {
        env: { ESC_TOKEN: "MARKER", ESC_CLIENT_SECRET: "MARKER" },
      });
      assertKept(outcome);
      assert.equal(outcome.exitCode, 32);
    });
  }

  it("are kept in the configuration of the provider, whether Pulumi says that they are secret or not", async () => {
    const keys = ["token", "clientSecret", "clientId", "organizationId", "url", "tokenStore"].map((key) => [
      `eventstorecloud:${key}`,
      " MARKER\n",
    ]);
    const [marked, plain] = [keys, keys.slice(0, 2)].map((some) => Object.fromEntries(some));
    const outcome = await preview(`guard({ profile: "advice" }); ${FIRST}`, { secrets: marked });
    assertKept(outcome);
    assert.match(outcome.codes.join(), /PRV/);
    assertKept(await preview(`guard({ profile: "advice" }); ${FIRST}`, { config: plain }));
  });

  it("are kept by builders in a program, also when they come late", async () => {
    for (const form of ["text", "a value that comes late"]) {
      const outcome = await update(
        `${FIRST} const util = require("node:util");
        for (const { kind, builder, properties } of ${JSON.stringify(KINDS)}) {
          const show = (error) => console.log(error.message, error.stack, util.inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error));
          let built = {};
          try { built = planner[builder](Object.fromEntries(properties.map((name) => [name, ${FORMS[form]}]))); } catch (error) { show(error); }
          for (const output of Object.values(built)) {
            output.promise().then(() => console.log("passed"), show);
            for (const promise of [output.isKnown, output.isSecret, output.allResources()]) promise.catch(() => undefined);
          }
        }`,
        { secrets: SECRETS },
      );
      assertKept(outcome);
      assert.ok(outcome.stdout.match(/ValidationError/g).length >= KINDS.length, "each of them has thrown");
    }
  });
});

describe("secrets, in this process", () => {
  /** Everything that can be read of a value. */
  const inside = (value) =>
    [inspect(value, { depth: 20, showHidden: true }), JSON.stringify(value), value?.message, value?.stack].join("\n");
  const { secret } = pulumi;
  const plainForms = [
    secret("MARKER /99"),
    secret(["MARKER"]),
    [secret("MARKER/33")],
    secret({ address: "MARKER", token: "MARKER" }),
    { token: secret("MARKER"), address: secret("MARKER") },
  ];

  it("are kept in errors of builders of every kind", async () => {
    await pulumi.runtime.setMocks(recordRegistrations());
    let thrown = 0;
    for (const { builder, properties } of KINDS) {
      for (const form of plainForms) {
        const args = Object.fromEntries(properties.map((name) => [name, form]));
        const seen = [];
        try {
          const outputs = Object.values(
            builders[builder](args, { profile: "advice", onDiagnostic: (diagnostic) => seen.push(diagnostic) }),
          ).filter((value) => pulumi.Output.isInstance(value));
          for (const output of outputs)
            for (const promise of [output.isKnown, output.isSecret, output.allResources()])
              promise.catch(() => undefined);
          for (const { reason } of await Promise.allSettled(outputs.map((output) => output.promise())))
            seen.push(reason);
        } catch (error) {
          seen.push(error);
        }
        thrown += seen.filter((one) => one instanceof planner.ValidationError).length;
        for (const one of seen) assert.doesNotMatch(inside(one), /MARKER/, builder);
      }
    }
    assert.ok(thrown > KINDS.length);
  });

  it("are kept in reports of registrations of every kind", async () => {
    const marked = (value) => ({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value });
    const forms = [
      marked("MARKER /99"),
      marked(["MARKER"]),
      [marked("MARKER")],
      marked({ address: "MARKER", MARKER: "MARKER" }),
      { token: marked("MARKER"), address: marked("MARKER") },
    ];
    for (const form of forms) {
      const calls = KINDS.filter(({ kind }) => kind !== "Provider").map(({ kind, properties }) => ({
        type: `eventstorecloud:index/${kind[0].toLowerCase()}${kind.slice(1)}:${kind}`,
        name: "one",
        inputs: Object.fromEntries(properties.map((name) => [name, form])),
      }));
      const report = checkRegistrations(calls, { profile: "advice" });
      assert.equal(report.ok, false);
      assert.doesNotMatch(inside(report) + planner.formatReport(report), /MARKER/);
    }
  });
});
