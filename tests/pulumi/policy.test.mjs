// The policies: as plain objects that the code of `@pulumi/policy` calls, and as a pack in a process of its own that is
// asked what Pulumi's engine asks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, describe } from "node:test";
import { fileURLToPath } from "node:url";

import { packOf, requestsOf, secret, startPack, UNKNOWN, withoutSecrets } from "./policy/analyzer.mjs";
import { registrationsOf } from "./policy/documents.mjs";
import { PROGRAMS } from "./table/programs.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { expectedFailures } from "../support/expected-failures.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const require = createRequire(import.meta.url);
const { check, InputError, kinds, rules } = require("eventstorecloud-planner");
const { eventstoreCloudPolicies } = require("eventstorecloud-planner/policy");

const here = path.dirname(fileURLToPath(import.meta.url));
const EXAMPLE = path.join(here, "..", "..", "ts-examples", "policy-pack");
const NAMESPACES = { eventstorecloud: "0.2.20", kurrentcloud: "0.3.1" };

const typeOf = (kind, namespace = "eventstorecloud") =>
  kind === "Provider"
    ? `pulumi:providers:${namespace}`
    : `${namespace}:index/${kind[0].toLowerCase()}${kind.slice(1)}:${kind}`;

/** A resource as the engine shows it. */
function resource(kind, name, props, { namespace = "eventstorecloud", ...rest } = {}) {
  const type = typeOf(kind, namespace);
  const version = NAMESPACES[namespace];
  const provider = {
    urn: `urn:pulumi:dev::demo::pulumi:providers:${namespace}::default`,
    type: `pulumi:providers:${namespace}`,
    name: "default",
    props: { version },
  };
  return {
    urn: `urn:pulumi:dev::demo::${type}::${name}`,
    type,
    name,
    props,
    ...(kind === "Provider" ? {} : { provider }),
    ...rest,
  };
}

const GOOD_NETWORK = {
  projectId: UNKNOWN,
  name: "net",
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.20.0.0/16",
};
const network = (props, rest) => resource("Network", "net", { ...GOOD_NETWORK, ...props }, rest);
const acl = (cidrBlocks, rest) => resource("Acl", "offices", { projectId: UNKNOWN, name: "offices", cidrBlocks }, rest);
const cluster = (props) =>
  resource("ManagedCluster", "db", {
    projectId: UNKNOWN,
    networkId: UNKNOWN,
    name: "db",
    topology: "three-node-multi-zone",
    instanceType: "M32",
    diskType: "gp3",
    diskSize: 1000,
    serverVersion: "26.0",
    ...props,
  });

const codesOf = (violations) => violations.map(({ code }) => code);
const sorted = (items) => [...items].sort();

/** What a pack with these options says of one resource, after it has been asked to remediate it. */
async function verdict(one, options) {
  const { remediations, alone, together } = await packOf(eventstoreCloudPolicies(options)).run([one]);
  return { remediations, alone, together };
}

/** The requests about a program of the table. */
function requestsAbout({ document, family }, { preview = true } = {}) {
  const config = Object.fromEntries(
    Object.entries(document.configuration).map(([key, value]) => [key, value.secret ?? value]),
  );
  return requestsOf(registrationsOf(document, { family, version: NAMESPACES[family], preview }), {
    preview,
    config,
    secretKeys: [`${family}:token`],
  });
}

describe("eventstoreCloudPolicies", () => {
  it("refuses options that cannot be used", () => {
    for (const options of [
      null,
      1,
      { remediate: 1 },
      { showValues: "yes" },
      { profile: "all" },
      { severity: { NET999: "off" } },
      { what: true },
    ]) {
      assert.throws(() => eventstoreCloudPolicies(options), InputError, JSON.stringify(options));
    }
  });

  it("gives one policy with the errors of each category of rules about resources, and one with the rest", () => {
    const categories = new Set(
      rules()
        .filter((rule) => rule.kinds.length > 0 && rule.subject === "program")
        .map(({ code }) => code.replace(/\d+$/, "").toLowerCase()),
    );
    const policies = eventstoreCloudPolicies({ profile: "advice" });
    const wanted = [...categories].flatMap((category) => [
      `eventstorecloud-${category}`,
      `eventstorecloud-${category}-advice`,
    ]);
    const more = ["eventstorecloud-program", "eventstorecloud-program-advice", "eventstorecloud-remediate"];
    // A category without rules of one of both has no policy of it.
    const isEmpty = (name) => {
      const [, category, advice] = /^eventstorecloud-(\w+)(-advice)?$/.exec(name);
      return !rules().some(
        ({ code, severity }) =>
          code.replace(/\d+$/, "").toLowerCase() === category && (severity === "error") === (advice === undefined),
      );
    };
    const names = policies.map(({ name }) => name);
    assert.deepEqual(sorted(names), sorted([...wanted.filter((name) => !isEmpty(name)), ...more]));
    assert.equal(new Set(names).size, names.length);
    for (const { name, description, enforcementLevel } of policies) {
      assert.match(name, /^[a-z-]{1,100}$/);
      assert.equal(
        enforcementLevel,
        name.endsWith("-remediate") ? "remediate" : name.endsWith("-advice") ? "advisory" : "mandatory",
      );
      assert.doesNotMatch(description, /undefined|\n/);
    }
  });

  it("says what each is about", () => {
    const described = Object.fromEntries(eventstoreCloudPolicies().map(({ name, description }) => [name, description]));
    const of = (category, level) =>
      rules().filter(
        ({ code, severity, profile }) =>
          code.startsWith(category) && (severity === "error") === (level === "error") && profile === "default",
      );
    const [first, ...others] = of("NET", "error");
    assert.equal(
      described["eventstorecloud-net"],
      `Errors in Network: ${others.length + 1} rules (${first.code} to ${others.at(-1).code}), with pages in the ` +
        "npm package eventstorecloud-planner, folder rules",
    );
    assert.match(described["eventstorecloud-arg"], /^Errors in Args of any resource: /);
    assert.match(
      described["eventstorecloud-program"],
      /^Errors that only several resources together show: \d+ rules, /,
    );
  });

  it("has the rules that the options switch on, at their levels", () => {
    const count = (options, name) =>
      Number(
        /(\d+) rules?/.exec(
          eventstoreCloudPolicies(options).find((policy) => policy.name === name)?.description ?? "",
        )?.[1] ?? 0,
      );
    const errors = count({}, "eventstorecloud-net");
    const warnings = count({}, "eventstorecloud-net-advice");
    assert.equal(count({ severity: { NET011: "warning" } }, "eventstorecloud-net"), errors - 1);
    assert.equal(count({ severity: { NET011: "warning" } }, "eventstorecloud-net-advice"), warnings + 1);
    assert.equal(count({ severity: { NET011: "off" } }, "eventstorecloud-net"), errors - 1);
    // Advice that is off by default.
    assert.equal(count({ severity: { NET022: "error" } }, "eventstorecloud-net"), errors + 1);
    assert.ok(count({ profile: "strict" }, "eventstorecloud-net-advice") > warnings);
    assert.ok(
      count({ profile: "advice" }, "eventstorecloud-net-advice") >
        count({ profile: "strict" }, "eventstorecloud-net-advice"),
    );
  });

  it("loads neither Pulumi's SDK nor its policy package", () => {
    const built = readFileSync(require.resolve("eventstorecloud-planner/policy"), "utf8");
    assert.deepEqual(
      [...new Set([...built.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, id]) => id))],
      ["./internal.cjs"],
    );
  });
});

describe("one resource", () => {
  it("is told what is wrong, what to do, and where to read about it", async () => {
    const { alone } = await verdict(network({ cidrBlock: "10.20.0.1/16" }));
    assert.deepEqual(codesOf(alone), ["NET007"]);
    const [{ policy, level, message }] = alone;
    assert.deepEqual([policy, level], ["eventstorecloud-net", "mandatory"]);
    const [description, ...rest] = message.split("\n");
    assert.match(description, /^Errors in Network: /);
    assert.deepEqual(rest, [
      "error  NET007  cidrBlock",
      "  `10.20.0.1/16` has host bits set after its prefix",
      "  help: use the network address `10.20.0.0/16`",
      '  fix:  cidrBlock: "10.20.0.0/16"',
      "  page: eventstorecloud-planner/rules/NET007.md",
    ]);
  });

  for (const namespace of Object.keys(NAMESPACES)) {
    for (const { kind, properties } of kinds()) {
      it(`is looked at, of the kind ${kind} of ${namespace}`, async () => {
        const misspelled = await verdict(resource(kind, "one", { nmae: "x" }, { namespace }), { remediate: false });
        assert.ok(codesOf(misspelled.alone).includes("ARG001"), JSON.stringify(misspelled.alone));
        const unknown = Object.fromEntries(
          properties.filter(({ computed }) => !computed).map(({ name }) => [name, UNKNOWN]),
        );
        const { remediations, alone } = await verdict(resource(kind, "one", unknown, { namespace }));
        assert.deepEqual(remediations, []);
        // What the target does not have is wrong whatever its values are, and the provider cannot start with an unknown URL
        // or folder.
        assert.deepEqual(
          codesOf(alone).filter((code) => !["REP005", "PRV006", "ARG006"].includes(code)),
          [],
        );
      });
    }
  }

  it("of another provider is left alone", () => {
    const untouchable = new Proxy({}, { get: () => assert.fail("is read"), ownKeys: () => assert.fail("is listed") });
    for (const type of [
      "aws:s3/bucket:Bucket",
      "pulumi:pulumi:Stack",
      "pulumi:providers:aws",
      "eventstorecloud:index/other:Other",
    ]) {
      const other = { type, name: "other", urn: `urn:pulumi:dev::demo::${type}::other`, props: untouchable };
      for (const policy of eventstoreCloudPolicies()) {
        policy.validateResource?.(other, assert.fail);
        assert.equal(policy.remediateResource?.(other), undefined);
        policy.validateStack?.({ resources: [{ ...other, dependencies: [], propertyDependencies: {} }] }, assert.fail);
      }
    }
  });

  it("is judged by what is known of it, wherever the rest is", async () => {
    const entries = [UNKNOWN, { address: UNKNOWN, comment: "later" }, { address: "10.0.0.0/8", comment: UNKNOWN }];
    assert.deepEqual(codesOf((await verdict(acl(entries))).alone), ["ACL007"]);
    assert.deepEqual(codesOf((await verdict(acl(UNKNOWN))).alone), []);
    const data = { sink: "slack", source: UNKNOWN, channelId: UNKNOWN, token: secret(UNKNOWN) };
    assert.deepEqual(
      codesOf(
        (await verdict(resource("Integration", "slack", { projectId: UNKNOWN, description: UNKNOWN, data }))).alone,
      ),
      [],
    );
  });

  it("is judged for the version of its provider, which wins over the options", async () => {
    const replicas = (namespace) =>
      resource(
        "ManagedClusterReplicaset",
        "replicas",
        { projectId: UNKNOWN, clusterId: UNKNOWN, replicaCount: 1 },
        { namespace },
      );
    const of = async (one, options) => codesOf((await verdict(one, options)).alone);
    assert.deepEqual(await of(replicas("eventstorecloud")), ["REP005"]);
    assert.deepEqual(await of(replicas("kurrentcloud")), []);
    assert.deepEqual(await of(replicas("kurrentcloud"), { target: "eventstorecloud@0.2.20" }), []);
    const { provider: _, ...untold } = replicas("eventstorecloud");
    assert.deepEqual(await of(untold), ["REP005"]);
    assert.deepEqual(await of(untold, { target: "kurrentcloud@0.3.1" }), []);
  });

  it("is judged by the options", async () => {
    const bad = network({ region: "us-east1" });
    const levels = async (options) =>
      (await verdict(bad, options)).alone.map(({ policy, level, code }) => [policy, level, code]);
    assert.deepEqual(await levels({}), [["eventstorecloud-net", "mandatory", "NET011"]]);
    assert.deepEqual(await levels({ severity: { NET011: "warning" } }), [
      ["eventstorecloud-net-advice", "advisory", "NET011"],
    ]);
    assert.deepEqual(await levels({ severity: { NET011: "info" } }), [
      ["eventstorecloud-net-advice", "advisory", "NET011"],
    ]);
    assert.deepEqual(await levels({ severity: { NET011: "off" } }), []);
    const unprotected = cluster({ diskIops: 3000, diskThroughput: 125 });
    assert.deepEqual(codesOf((await verdict(unprotected)).alone), []);
    assert.deepEqual(codesOf((await verdict(unprotected, { environment: "production" })).alone), ["CLU033"]);
    const added = { catalogue: { regions: [{ cloud: "aws", id: "us-east1" }] } };
    assert.deepEqual(codesOf((await verdict(bad, added)).alone), []);
  });

  it("of Pulumi's making, a default provider, is the configuration of the stack", async () => {
    const settings = {
      version: "0.2.20",
      organizationId: "bt77lfqrh41uaatmh200",
      token: "token-MARKER",
      url: "http://api.eventstore.cloud",
    };
    const { remediations, alone } = await verdict(resource("Provider", "default_0_2_20", settings));
    assert.deepEqual(remediations, []);
    assert.deepEqual(sorted(codesOf(alone)), ["PRV011", "PRV013"]);
    assert.match(alone[0].message + alone[1].message, /configuration\["eventstorecloud:url"\]/);
    assert.doesNotMatch(JSON.stringify(alone), /MARKER/);
    const own = await verdict(
      resource("Provider", "own", { ...settings, token: secret("token-MARKER"), url: "https://api.eventstore.cloud" }),
    );
    assert.deepEqual(codesOf(own.alone), ["PRV009"]);
    assert.match(own.alone[0].message, /tokenStore/);
  });
});

describe("remediation", () => {
  const remediated = async (one, options) =>
    (await verdict(one, options)).remediations.map(({ properties }) => properties);

  it("writes what a builder writes, and nothing else", async () => {
    const given = { region: " US-East-1", cidrBlock: " 10.20.0.0/16", extra: { nested: [1, null, "x"] } };
    const [properties, ...others] = await remediated(network(given));
    assert.deepEqual(others, []);
    assert.deepEqual(properties, { ...GOOD_NETWORK, ...given, region: "us-east-1", cidrBlock: "10.20.0.0/16" });
    assert.deepEqual((await remediated(cluster({})))[0], { ...cluster({}).props, diskIops: 3000, diskThroughput: 125 });
  });

  it("is silent when there is nothing to write", async () => {
    assert.deepEqual(await remediated(network({})), []);
    assert.deepEqual(
      await remediated(network({ region: "us-east1" })),
      [],
      "what has no one meaning is left to the rules",
    );
    assert.deepEqual(await remediated(network({ region: "US-EAST-1" }), { remediate: false }), []);
  });

  it("leaves unknown values as they are, and waits for what depends on them", async () => {
    assert.deepEqual(await remediated(cluster({ diskType: UNKNOWN })), []);
    const [{ cidrBlocks }] = await remediated(
      acl([UNKNOWN, { address: UNKNOWN, comment: "later" }, { address: "9.9.9.9" }]),
    );
    assert.deepEqual(cidrBlocks, [
      UNKNOWN,
      { address: UNKNOWN, comment: "later" },
      { address: "9.9.9.9/32", comment: "" },
    ]);
  });

  it("keeps secret what is secret, and the notes of the provider", async () => {
    const [properties] = await remediated(
      acl([{ address: secret("9.9.9.9"), __defaults: ["x"] }, secret({ address: "8.8.8.8" })]),
    );
    assert.deepEqual(properties.cidrBlocks, [
      { address: secret("9.9.9.9/32"), comment: "", __defaults: ["x"] },
      secret({ address: "8.8.8.8/32", comment: "" }),
    ]);
    const [whole] = await remediated(network({ region: secret("US-EAST-1"), __defaults: [] }));
    assert.deepEqual(whole, { ...GOOD_NETWORK, region: secret("us-east-1"), __defaults: [] });
  });

  it("makes no default out of a secret", async () => {
    const backup = {
      projectId: UNKNOWN,
      sourceClusterId: UNKNOWN,
      description: secret("MARKER"),
      schedule: "0 2 * * *",
      maxBackupCount: 7,
    };
    const [{ backupDescription, description }] = await remediated(resource("ScheduledBackup", "nightly", backup));
    assert.deepEqual(description, secret("MARKER"));
    assert.match(backupDescription, /^\{cluster\} /);
    assert.doesNotMatch(backupDescription, /MARKER/);
  });

  it("comes before the verdict", async () => {
    const { alone } = await verdict(cluster({ topology: "Three-Node-Multi-Zone" }));
    assert.deepEqual(codesOf(alone), []);
  });
});

describe("secrets", () => {
  const shownIn = ({ alone, together }) => [...alone, ...together].map(({ message }) => message).join("\n");

  it("are not shown, where Pulumi tells which values are", async () => {
    const outcome = await verdict(network({ region: secret("MARKER-1"), cidrBlock: "10.20.0.1/16" }));
    assert.deepEqual(sorted(codesOf(outcome.alone)), ["NET007", "NET011"]);
    assert.doesNotMatch(shownIn(outcome), /MARKER/);
    assert.match(shownIn(outcome), /`10\.20\.0\.1\/16`/, "what is no secret is shown");
    assert.match(
      shownIn(outcome),
      /error {2}NET011 {2}region\n {2}the value is secret and not shown; it breaks this rule: .+\n {2}help: .+\n {2}page: /,
    );
  });

  it("are not shown deep inside", async () => {
    const outcome = await verdict(
      acl([
        secret({ address: "10.MARKER", comment: "x" }),
        { address: secret("11.MARKER"), comment: "y" },
        { address: "12.12", comment: "z" },
      ]),
    );
    assert.deepEqual(new Set(codesOf(outcome.alone)), new Set(["ACL004"]));
    assert.doesNotMatch(shownIn(outcome), /MARKER/);
    assert.match(shownIn(outcome), /cidrBlocks\[0\]/);
    assert.match(shownIn(outcome), /cidrBlocks\[1\]\.address/);
  });

  it("are not shown where Pulumi does not tell: then no value is", async () => {
    const pack = packOf(eventstoreCloudPolicies());
    // Nobody has asked to remediate it.
    const alone = await pack.analyze(network({ region: "MARKER-1" }));
    assert.deepEqual(codesOf(alone), ["NET011"]);
    assert.doesNotMatch(alone[0].message, /MARKER/);
    assert.match(alone[0].message, /\n {2}note: Pulumi does not tell whether the value is secret, .*`showValues`/);
    const entry = await pack.analyze(
      acl([
        { address: "9.9.9.0/24", comment: "x" },
        { address: "MARKER", comment: "y" },
      ]),
    );
    assert.match(entry[0].message, /error {2}ACL004 {2}cidrBlocks\[1\]\n/);
  });

  it("are not shown when the value is another one than Pulumi told of", async () => {
    const pack = packOf(eventstoreCloudPolicies());
    await pack.remediate(network({ region: "us-east1" }));
    assert.match((await pack.analyze(network({ region: "us-east1" })))[0].message, /`us-east1`/);
    assert.doesNotMatch((await pack.analyze(network({ region: "MARKER-1" })))[0].message, /MARKER/);
    // The same value of another resource.
    assert.doesNotMatch(
      (await pack.analyze({ ...network({ region: "us-east1" }), urn: "urn:other" }))[0].message,
      /us-east1/,
    );
    // And once it has become a secret.
    await pack.remediate(network({ region: secret("us-east1") }));
    assert.doesNotMatch((await pack.analyze(network({ region: "us-east1" })))[0].message, /us-east1/);
  });

  it("are not shown when the program marks the output as one", async () => {
    const outcome = await verdict(network({ region: "MARKER-1" }, { additionalSecretOutputs: ["region"] }));
    assert.deepEqual(codesOf(outcome.alone), ["NET011"]);
    assert.doesNotMatch(shownIn(outcome), /MARKER/);
  });

  it("may be shown with `showValues`, but not what is known to be one", async () => {
    const pack = packOf(eventstoreCloudPolicies({ showValues: true }));
    const data = { sink: "slack", source: "issues", channelId: "#operations", token: "xoxb-MARKER" };
    assert.match(
      (await pack.analyze(network({ region: "us-east1" })))[0].message,
      /`us-east1`.*\n.*\n {2}fix: {2}region: "us-east-1"/,
    );
    await pack.remediate(network({ region: secret("MARKER-1") }));
    assert.doesNotMatch((await pack.analyze(network({ region: "MARKER-1" })))[0].message, /MARKER/);
    // Whether a credential is marked as secret is not known, so nothing is said of it.
    assert.deepEqual(
      codesOf(await pack.analyze(resource("Integration", "slack", { projectId: UNKNOWN, description: "x", data }))),
      [],
    );
  });

  it("are missed where a credential is none, if Pulumi tells", async () => {
    const data = (token) => ({
      projectId: UNKNOWN,
      description: "x",
      data: { sink: "slack", source: "issues", channelId: "#operations", token },
    });
    assert.deepEqual(codesOf((await verdict(resource("Integration", "slack", data("xoxb-MARKER")))).alone), ["INT006"]);
    assert.deepEqual(codesOf((await verdict(resource("Integration", "slack", data(secret("xoxb-MARKER"))))).alone), []);
  });

  it("never get out, whatever is wrong with whatever value", async () => {
    // Everything in every program is spoilt in a way that is easy to find, and secret in one way or another.
    const spoilt = (value) => {
      if (Array.isArray(value)) return value.map(spoilt);
      if (typeof value === "object" && value !== null)
        return "ref" in value
          ? value
          : "secret" in value
            ? { secret: spoilt(value.secret) }
            : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spoilt(item)]));
      if (typeof value === "string") return `${value} MARKER`;
      return typeof value === "number" ? value + 7_654_321 : value;
    };
    const hidden = (value) =>
      typeof value === "object" && value !== null && ("ref" in value || "secret" in value) ? value : { secret: value };
    for (const program of PROGRAMS) {
      const change = (spoil) => ({
        ...program,
        document: {
          ...program.document,
          resources: program.document.resources.map((one) => ({
            ...one,
            args: Object.fromEntries(Object.entries(one.args).map(([key, value]) => [key, spoil(value)])),
          })),
        },
      });
      for (const preview of [true, false]) {
        const told = await packOf(eventstoreCloudPolicies({ profile: "advice" })).run(
          requestsAbout(
            change((value) => hidden(spoilt(value))),
            { preview },
          ),
        );
        const untold = await packOf(eventstoreCloudPolicies({ profile: "advice", remediate: false })).run(
          requestsAbout(change(spoilt), { preview }),
        );
        assert.ok(told.alone.length > 0 && untold.alone.length > 0);
        assert.doesNotMatch(shownIn(told) + shownIn(untold), /MARKER|76\d{5}/, program.name);
        // Nor do they lose their marks on the way through a remediation.
        const open = told.remediations.map(({ properties }) => JSON.stringify(withoutSecrets(properties)));
        assert.doesNotMatch(open.join("\n"), /MARKER|76\d{5}/, program.name);
      }
    }
  });
});

describe("all resources of a stack", () => {
  /** Code, resource and path of what `check` or a pack finds. */
  const foundBy = (diagnostics) =>
    sorted(diagnostics.map(({ code, resource, path }) => `${code} ${resource?.name ?? ""} ${path}`));
  const inViolations = (violations) =>
    sorted(
      violations.map(({ message, urn }) => {
        const [, code, place = ""] = /^(?:error|warning|info) {2}(\w+)(?: {2}(.+))?$/m.exec(message);
        return `${code} ${urn.split("::")[3] ?? ""} ${place}`;
      }),
    );

  /** What `check` finds that a policy can see, in the codes that the values have as the provider takes them. */
  function seenBy({ document, codes, judged, together, refused }, preview) {
    const names = document.resources.map(({ name }) => name);
    const ends = refused === undefined ? names.length : names.indexOf(refused);
    // In a preview nobody can tell the id of a resource of another kind from a value that was made of it.
    const unseen = refused === undefined ? (preview ? ["STACK001"] : []) : together;
    return check(document)
      .diagnostics.filter(({ code, resource }) => !unseen.includes(code) && names.indexOf(resource?.name) <= ends)
      .map((diagnostic) => ({ ...diagnostic, code: judged[codes.indexOf(diagnostic.code)] }));
  }

  for (const program of PROGRAMS) {
    for (const preview of [true, false]) {
      it(`say as much as \`check\`, each thing once, in ${preview ? "a preview" : "an update"}: ${program.name}`, async () => {
        const { environment } = program.document;
        const pack = packOf(eventstoreCloudPolicies(environment === undefined ? {} : { environment }));
        const { alone, together, refused } = await pack.run(requestsAbout(program, { preview }), { apply: false });
        assert.equal(refused, program.refused);
        const expected = seenBy(program, preview);
        assert.deepEqual(inViolations([...alone, ...together]), foundBy(expected));
        const seen = expected.map(({ code }) => code);
        assert.deepEqual(
          sorted(new Set(codesOf(together))),
          program.together.filter((code) => seen.includes(code)),
        );
        for (const { code, level } of [...alone, ...together]) {
          const { severity } = expected.find((diagnostic) => diagnostic.code === code);
          assert.equal(level, severity === "error" ? "mandatory" : "advisory");
        }
      });
    }
  }

  it("are told under the resource that they are about", async () => {
    const program = PROGRAMS.find(({ name }) => name.startsWith("two networks"));
    const { together } = await packOf(eventstoreCloudPolicies()).run(requestsAbout(program));
    assert.equal(together.length, 1);
    const [{ policy, message, urn }] = together;
    assert.deepEqual([policy, urn.split("::")[3]], ["eventstorecloud-program", "more"]);
    assert.match(message, /\n {2}see: {2}\w+ \w+/);
  });

  it("may be of both packages", async () => {
    const resources = Object.keys(NAMESPACES).flatMap((namespace) => {
      const settings = { organizationId: "bt77lfqrh41uaatmh200", token: secret("x"), version: NAMESPACES[namespace] };
      return [
        resource("Provider", "default_1", settings, { namespace }),
        network(
          { name: namespace, cidrBlock: namespace === "kurrentcloud" ? "10.1.0.0/16" : "10.2.0.0/16" },
          { namespace },
        ),
      ];
    });
    const { alone, together } = await packOf(eventstoreCloudPolicies()).run(resources);
    assert.deepEqual(alone, []);
    assert.deepEqual(new Set(codesOf(together)), new Set(["PRV016"]));
  });

  it("share the configuration, whose faults are those of the default provider", async () => {
    const provider = resource("Provider", "default_0_2_20", {
      version: "0.2.20",
      organizationId: "bt77lfqrh41uaatmh200",
      token: secret("x"),
      tokne: "x",
    });
    const project = resource("Project", "orders", { name: "orders" });
    const { alone, together } = await packOf(eventstoreCloudPolicies({ severity: { STACK007: "warning" } })).run([
      provider,
      project,
    ]);
    assert.deepEqual(
      alone.map(({ code, urn }) => [code, urn]),
      [["ARG001", provider.urn]],
    );
    assert.deepEqual(
      together.map(({ code, urn }) => [code, urn]),
      [["STACK007", project.urn]],
    );
  });

  it("may have equal names, in components and of several kinds", async () => {
    const parent = {
      urn: "urn:pulumi:dev::demo::demo:index:Store::store",
      type: "demo:index:Store",
      name: "store",
      props: {},
    };
    const first = network({ cidrBlock: "10.20.0.0/16", name: "one" });
    const inside = {
      ...network({ cidrBlock: "10.20.0.0/16", name: "two" }),
      urn: `urn:pulumi:dev::demo::demo:index:Store$${typeOf("Network")}::net`,
      parent: parent.urn,
    };
    const project = resource("Project", "net", { name: "net" });
    const of = { propertyDependencies: { projectId: [project.urn] } };
    const { together } = await packOf(eventstoreCloudPolicies()).run([
      parent,
      { ...inside, ...of },
      project,
      { ...first, ...of },
    ]);
    assert.ok(together.length > 0);
    assert.ok(
      together.every(({ code }) => code !== "DOC003"),
      JSON.stringify(together),
    );
    assert.deepEqual(
      together.map(({ code, urn }) => [code, urn]),
      [["STACK008", inside.urn]],
    );
    assert.match(together[0].message, /\n {2}see: {2}Network net cidrBlock\n/);
  });

  it("come in any order, and are given as outputs", async () => {
    const program = PROGRAMS.find(({ name }) => name.startsWith("routes that overlap"));
    const requests = requestsAbout(program, { preview: false }).map((one) => ({
      ...one,
      outputs: {
        ...one.made(one.props).outputs,
        __meta: "x",
        dnsName: "MARKER",
        providerMetadata: { a: "b" },
        status: "available",
      },
    }));
    const pack = packOf(eventstoreCloudPolicies());
    const there = await pack.analyzeStack(requests);
    const back = await pack.analyzeStack([...requests].reverse());
    assert.deepEqual(codesOf(there), ["PEER009"]);
    assert.deepEqual(back, there);
  });

  it("refer to each other by ids that come by way of a third", async () => {
    const known = { projectId: "orders-id", networkId: "net-id", diskIops: 3000, diskThroughput: 125 };
    const project = resource("Project", "orders", { name: "orders" }, { outputs: { name: "orders", id: "orders-id" } });
    const net = {
      ...network({ projectId: "orders-id" }),
      outputs: { ...network({ projectId: "orders-id" }).props, id: "net-id" },
      propertyDependencies: { projectId: [project.urn] },
    };
    const first = {
      ...cluster({ ...known, name: "first" }),
      name: "first",
      urn: "urn:pulumi:dev::demo::first",
      propertyDependencies: { projectId: [project.urn], networkId: [net.urn] },
    };
    // `new ManagedCluster("second", { projectId: net.projectId, networkId: first.networkId })`, and the same ids as
    // text.
    const second = {
      ...cluster({ ...known, name: "second" }),
      name: "second",
      urn: "urn:pulumi:dev::demo::second",
      propertyDependencies: { projectId: [net.urn], networkId: [first.urn] },
    };
    const third = { ...cluster({ ...known, name: "third" }), name: "third", urn: "urn:pulumi:dev::demo::third" };
    const { together } = await packOf(eventstoreCloudPolicies({ severity: { STACK004: "off", STACK006: "off" } })).run([
      project,
      net,
      first,
      second,
      third,
    ]);
    assert.deepEqual(
      together.map(({ code, urn }) => [code, urn]),
      [
        ["STACK003", third.urn],
        ["STACK003", third.urn],
      ],
    );
  });

  it("refer to each other by lists of ids", async () => {
    const project = resource("Project", "orders", { name: "orders" });
    const other = resource("Project", "other", { name: "other" });
    const made = ["one", "two"].map((name) => ({
      ...cluster({ name, diskIops: 3000, diskThroughput: 125 }),
      name,
      urn: `${cluster({}).urn}-${name}`,
      propertyDependencies: { projectId: [name === "two" ? other.urn : project.urn] },
    }));
    const logs = resource(
      "AWSCloudWatchLogsIntegration",
      "logs",
      {
        projectId: UNKNOWN,
        description: "logs",
        groupName: "Logs",
        region: "us-east-1",
        clusterIds: [UNKNOWN, UNKNOWN],
        accessKeyId: secret("AKIAIOSFODNN7EXAMPLE"),
        secretAccessKey: secret("x".repeat(40)),
      },
      { propertyDependencies: { projectId: [project.urn], clusterIds: made.map(({ urn }) => urn) } },
    );
    const { together } = await packOf(eventstoreCloudPolicies({ severity: { STACK004: "off", STACK006: "off" } })).run([
      project,
      other,
      ...made,
      logs,
    ]);
    // One of the clusters is of another project.
    assert.deepEqual(codesOf(together), ["CW008"]);
    assert.match(together[0].message, /clusterIds\[1\]/);
  });
});

describe("a policy pack", () => {
  let pack;
  before(async () => {
    pack = await startPack(EXAMPLE);
  });
  after(() => pack?.stop());

  it("is made in two lines", () => {
    const lines = readFileSync(path.join(EXAMPLE, "index.ts"), "utf8")
      .split("\n")
      .filter((line) => line !== "");
    assert.equal(lines.filter((line) => !line.startsWith("import ")).length, 1);
    assert.equal(pack.info.name, "eventstorecloud");
    assert.deepEqual(
      sorted(pack.info.policies.map(({ name }) => name)),
      sorted(eventstoreCloudPolicies().map(({ name }) => name)),
    );
  });

  for (const namespace of Object.keys(NAMESPACES)) {
    it(`remediates and judges resources of ${namespace}`, async () => {
      const one = acl([{ address: "9.9.9.9" }, { address: UNKNOWN }, secret({ address: "10.MARKER", comment: "x" })], {
        namespace,
      });
      const [{ policy, properties, diagnostic }] = await pack.remediate(one);
      assert.deepEqual([policy, diagnostic], ["eventstorecloud-remediate", ""]);
      assert.deepEqual(properties.cidrBlocks[0], { address: "9.9.9.9/32", comment: "" });
      const alone = await pack.analyze({ ...one, props: properties });
      assert.deepEqual(codesOf(alone), ["ACL004"]);
      assert.doesNotMatch(alone[0].message, /MARKER/);
      assert.deepEqual(await pack.analyze(network({}, { namespace })), []);
    });
  }

  it("judges all resources together by what depends on what", async () => {
    const program = PROGRAMS.find(({ name }) => name.startsWith("resources of two projects"));
    const { alone, together } = await pack.run(requestsAbout(program));
    assert.deepEqual(codesOf(alone), []);
    assert.deepEqual(sorted(new Set(codesOf(together))), program.codes);
    assert.doesNotMatch(JSON.stringify(together), /MARKER/);
  });

  it("takes enforcement levels from a configuration", async () => {
    const bad = network({ region: "us-east1" });
    await pack.configure({ "eventstorecloud-net": "disabled" });
    assert.deepEqual(await pack.analyze(bad), []);
    // Nor does another policy say it then.
    assert.deepEqual(await pack.analyzeStack([bad]), []);
    await pack.configure({ "eventstorecloud-net": "advisory" });
    assert.deepEqual(
      (await pack.analyze(bad)).map(({ code, level }) => [code, level]),
      [["NET011", "advisory"]],
    );
    await pack.configure({});
  });

  it("says which option cannot be used, and ends", async () => {
    const folder = path.join(here, "policy", "pack");
    await assert.rejects(
      startPack(folder, { env: { POLICY_OPTIONS: '{"profile":"all"}' } }),
      /ended with exit code [1-9]\d*\n[^]*options\.profile/,
    );
  });

  it("leaves no process behind", async () => {
    const other = await startPack(path.join(here, "policy", "pack"));
    const { pid } = other;
    assert.doesNotThrow(() => process.kill(pid, 0));
    await other.stop();
    assert.throws(() => process.kill(pid, 0), { code: "ESRCH" });
  });
});
