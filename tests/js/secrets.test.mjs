// The value of a secret is checked and never shown: not in messages, help, fixes or paths, whichever rule reads it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inspect } from "node:util";
import {
  CONTAINERS,
  GOOD,
  KINDS,
  NEEDS,
  PROPERTIES,
  one,
  planner,
  problems,
  reportOf,
  withValue,
} from "./support/bad.mjs";
import { examples } from "./support/cases.mjs";

const { check, formatReport, rules } = planner;
const everyRule = {
  profile: "advice",
  environment: "production",
  severity: Object.fromEntries(rules().map(({ code }) => [code, "error"])),
};

/** What could be seen of a report. */
const shown = (report) => JSON.stringify(report) + formatReport(report) + formatReport(report, { color: true });

/** Texts that no message of ours has, shaped so that as many rules as possible look into them. */
const MARK = "hUnTeR2";
const TEXTS = [
  MARK,
  ` ${MARK} `,
  `us-${MARK}-1a`,
  `US-EAST-1-${MARK}`,
  `${MARK}/16`,
  `10.20.0.${MARK}/16`,
  `three-node-${MARK}`,
  `gp3${MARK}`,
  `M8${MARK}`,
  `26.0-${MARK}`,
  `26.0.${MARK}`,
  `@${MARK}`,
  `0 0 ${MARK} * *`,
  `0 0 * * ${MARK} 7`,
  `{${MARK}}`,
  `{datetime:${MARK}}`,
  `{cluster ${MARK}`,
  MARK.repeat(1000),
];
/** Texts and numbers that are wrong, or right, in their own way; their digits stand in no message of ours. */
const OTHERS = [
  "172.31.91.73/16",
  "10.91.73.7/16",
  "91.73.0.0/16",
  "10.0.0.0/7",
  "91.73",
  "17.3",
  "91 73 * * *",
  "*/91 * * * *",
  "0 0 */2 9173 *",
  "2001:db8:9173::/48",
  "us-east-9173",
  "northamerica-northeast9173",
];
const NUMBERS = [9173, 9173.5, -9173, 917_300_000, 1e300, 0.9173];
const seen = /hunter2|91\.?73|9173|9\.173/i;

const secret = (value) => ({ secret: value });
const wrap = (args = {}) => Object.fromEntries(Object.entries(args).map(([key, value]) => [key, secret(value)]));

describe("a secret value", () => {
  for (const { kind, property } of PROPERTIES) {
    it(`of ${kind}.${property} is nowhere in the report`, () => {
      /** What was shown, by the problems that were found: it must not depend on anything else. */
      const byProblems = new Map();
      for (const value of [...TEXTS, ...OTHERS, ...NUMBERS, [MARK], { id: MARK }, { secret: MARK }, { [MARK]: MARK }]) {
        const report = reportOf(
          one(kind, withValue(kind, property, secret(value))),
          everyRule,
          String(value).slice(0, 30),
        );
        const text = shown(report);
        assert.doesNotMatch(text, seen, JSON.stringify(value).slice(0, 50));
        // How far a value gets is part of what is wrong with it.
        const key = report.diagnostics.map(({ code, path, detectedAt }) => `${code} ${path} ${detectedAt}`).join();
        const same = byProblems.get(key) ?? text;
        // Of what type it is may be said: that is no part of the value.
        if (!report.diagnostics.some(({ code }) => code === "ARG002")) byProblems.set(key, same);
        if (byProblems.has(key)) assert.equal(text, same, JSON.stringify(value).slice(0, 50));
      }
    });
  }

  for (const { kind, property, type } of CONTAINERS) {
    it(`of ${kind}.${property}, whole or inside, is nowhere in the report`, () => {
      for (const value of [...TEXTS, ...OTHERS, ...NUMBERS, [MARK], { [MARK]: MARK }]) {
        const inside = {
          list: [[value], [secret(value)], [GOOD[kind][property][0], secret(value), secret(value)]],
          map: [
            { sink: value, source: value },
            { ...GOOD[kind][property], [MARK]: value },
            { sink: secret(value), source: secret(value), token: secret(value) },
          ],
          entries: [
            [{ address: value, comment: value }],
            [{ [MARK]: value }],
            [secret({ address: value, [MARK]: value })],
            [{ address: secret(value), comment: secret(value) }],
          ],
        }[type];
        // What is not marked may be shown: only the marked parts of the first ones are secret.
        const marked = inside.map((container) =>
          JSON.stringify(container).includes('"secret"') ? container : secret(container),
        );
        for (const container of [secret(value), ...marked]) {
          const report = reportOf(
            one(kind, withValue(kind, property, container)),
            everyRule,
            String(value).slice(0, 30),
          );
          assert.doesNotMatch(shown(report), seen, JSON.stringify(container).slice(0, 80));
        }
      }
    });
  }

  it("is still checked", () => {
    const [diagnostic] = reportOf(one("Network", withValue("Network", "region", secret(MARK)))).diagnostics;
    assert.deepEqual([diagnostic.path, diagnostic.fix, diagnostic.related], ["region", undefined, undefined]);
    assert.equal(diagnostic.redacted, true);
    for (const [kind, args] of Object.entries(GOOD))
      assert.deepEqual(problems(reportOf(one(kind, wrap(args)))), [], kind);
  });

  it("is unknown when it is left out", () => {
    // These ask whether a value is marked, and nothing else of it.
    const aboutMarks = ["PRV011", "INT006"];
    for (const { kind, property } of [...PROPERTIES, ...CONTAINERS]) {
      const of = (value) => {
        const report = reportOf(one(kind, withValue(kind, property, value)), { profile: "advice" });
        for (const entry of report.deferred) entry.codes = entry.codes.filter((code) => !aboutMarks.includes(code));
        return report;
      };
      // As an Output, whose value the engine may know.
      assert.deepEqual(of({ secret: true }), of(Promise.resolve()), `${kind}.${property}`);
    }
  });

  it("in a place that is not read is not shown either", () => {
    for (const document of [
      one("Network", { nmae: secret(MARK), name: [secret(MARK)], region: { value: secret(MARK) } }),
      { resources: [{ kind: secret(MARK), name: secret(MARK), args: secret(MARK), other: secret(MARK) }] },
      { target: secret(MARK), environment: secret(MARK), packages: [secret(MARK)], resources: secret(MARK) },
      one("aws:s3/bucket:Bucket", { password: secret(MARK) }),
    ]) {
      assert.doesNotMatch(shown(reportOf(document, everyRule)), seen);
    }
  });
});

describe("secrets between resources", () => {
  const linked = (changes) => ({
    resources: [
      { kind: "Project", name: "orders", args: { name: "orders" } },
      { kind: "Project", name: MARK, args: {} },
      { kind: "Network", name: "net", args: { ...GOOD.Network, projectId: { ref: "orders" }, ...changes.net } },
      {
        kind: "ManagedCluster",
        name: "db",
        args: { ...GOOD.ManagedCluster, projectId: { ref: "orders" }, networkId: { ref: "net" }, ...changes.db },
      },
      {
        kind: "ScheduledBackup",
        name: "nightly",
        args: {
          ...GOOD.ScheduledBackup,
          projectId: { ref: "orders" },
          sourceClusterId: { ref: "db" },
          ...changes.backup,
        },
      },
    ],
  });
  /** What is said about the linked resources; the project with the mark as its name may be named elsewhere. */
  const said = (report) => JSON.stringify(report.diagnostics.filter(({ resource }) => resource?.name !== MARK));

  it("a rule that compares two resources shows neither side's secret", () => {
    for (const changes of [
      { net: { resourceProvider: secret(`${MARK}`) } },
      { net: { resourceProvider: secret("gcp"), region: secret("us-east1") } },
      { net: { publicAccess: secret(true), cidrBlock: undefined } },
      { net: { projectId: secret(MARK) } },
      { db: { projectId: secret({ ref: MARK }) } },
      { db: { projectId: secret(MARK), networkId: secret({ ref: "net" }) } },
      { db: { networkId: secret({ ref: MARK }) } },
      { backup: { sourceClusterId: secret({ ref: MARK }) } },
      { backup: { projectId: secret({ ref: MARK }) } },
    ]) {
      const report = reportOf(linked(changes), everyRule);
      assert.doesNotMatch(said(report), seen, JSON.stringify(changes));
      assert.ok(report.diagnostics.every(({ fix, redacted }) => fix === undefined || redacted !== true));
    }
  });
});

describe("a secret of one resource", () => {
  it("does not silence what is said of others", () => {
    const net = (name, cidrBlock) => ({ kind: "Network", name, args: { ...GOOD.Network, name, cidrBlock } });
    const link = (name, to, peerNetworkId) => ({
      kind: "Peering",
      name,
      args: { ...GOOD.Peering, name, networkId: { ref: to }, peerNetworkId, routes: ["172.20.0.0/16"] },
    });
    const vpc = GOOD.Peering.peerNetworkId;
    const of = (change) => {
      const resources = [
        net("a", "10.20.0.0/16"),
        net("b", "10.20.0.0/17"),
        net("c", "10.20.0.0/18"),
        link("pa", "a", vpc),
        link("pb", "b", vpc),
        link("pc", "c", vpc),
      ];
      change?.(resources);
      const found = reportOf({ resources }).diagnostics.filter(({ code }) => code === "PEER018");
      return found.map(({ resource, redacted, related }) => [resource.name, redacted === true, related?.length ?? 0]);
    };
    assert.deepEqual(of(), [
      ["pb", false, 1],
      ["pc", false, 1],
    ]);
    // The peering that is compared with, its network, its own identifier: each silences the findings about it only.
    assert.deepEqual(
      of((all) => (all[4].args.peerNetworkId = secret(vpc))),
      [
        ["pb", true, 0],
        ["pc", false, 1],
      ],
    );
    assert.deepEqual(
      of((all) => (all[2].args.cidrBlock = secret("10.20.0.0/18"))),
      [
        ["pb", false, 1],
        ["pc", true, 0],
      ],
    );
    assert.deepEqual(
      of((all) => (all[3].args.peerNetworkId = secret(vpc))),
      [
        ["pb", true, 0],
        ["pc", true, 0],
      ],
    );
    assert.deepEqual(
      of((all) => (all[0].args.cidrBlock = secret("10.20.0.0/16"))),
      [
        ["pb", true, 0],
        ["pc", true, 0],
      ],
    );
  });
});

/** Every text and number in a value. That a value is no number says nothing of a secret. */
const leaves = (value) => {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(leaves);
  return Number.isNaN(value) ? [] : [String(value)];
};

describe("every rule", () => {
  for (const { code, title } of rules().filter(({ subject }) => subject === "program")) {
    it(`${code} shows no secret`, () => {
      const { document: plain, options } = examples.find(({ name }) => name === `${code} example`);
      const hidden = {
        ...plain,
        resources: plain.resources.map((resource) => ({ ...resource, args: wrap(resource.args) })),
      };
      const report = reportOf(hidden, options, code);
      // Names of resources are no values of properties, and may be shown.
      const names = plain.resources.map(({ name }) => name);
      const values = plain.resources
        .flatMap(({ args }) => leaves(args ?? {}))
        .filter((value) => !names.includes(value));
      for (const { message, fix, redacted } of report.diagnostics.filter((d) => d.code === code)) {
        // A message quotes what it shows. One that quotes no value, and says so, or read none, shows nothing.
        for (const value of values) assert.ok(!message.replace(title, "").includes(`\`${value}\``), message);
        if (redacted) assert.equal(fix, undefined);
      }
    });
  }
});

describe("what is secret by its nature", () => {
  const SECRETS = Object.entries(KINDS).flatMap(([kind, { secret }]) => secret.map((property) => ({ kind, property })));
  /** Values that look as much like the real thing as can be, and values that are wrong in every way. */
  const VALUES = [
    ...TEXTS,
    ...OTHERS,
    `AKIA${MARK.toUpperCase()}${MARK.toUpperCase()}99`,
    `ASIA${MARK.toUpperCase()}`,
    `xoxb-${MARK}`,
    ...NUMBERS,
    true,
    [MARK],
    { [`x${MARK}`]: 1 },
  ];

  /** Everything that a call can print, throw or return to the reader, apart from the args themselves. */
  function everything(kind, args) {
    const said = [];
    const { warn, error, log } = console;
    for (const name of ["warn", "error", "log", "info", "debug"])
      console[name] = (...texts) => said.push(...texts.map(String));
    try {
      for (const options of [
        undefined,
        { profile: "advice" },
        { ...NEEDS[kind], profile: "strict" },
        { ...NEEDS[kind], onDiagnostic: (d) => said.push(JSON.stringify(d)) },
      ]) {
        try {
          KINDS[kind].build(args, options);
        } catch (thrown) {
          said.push(
            String(thrown),
            thrown.message,
            thrown.stack,
            JSON.stringify(thrown),
            JSON.stringify(thrown.report ?? {}),
            inspect(thrown, { depth: 9 }),
          );
        }
        const { onDiagnostic, ...rest } = options ?? {};
        for (const environment of [undefined, "production"]) {
          const document = { ...one(kind, args), packages: ["@kurrent/pulumi-kurrentcloud"] };
          said.push(shown(check(document, environment === undefined ? rest : { ...rest, environment })));
        }
      }
    } finally {
      Object.assign(console, { warn, error, log });
    }
    return said.join("\n");
  }

  for (const { kind, property } of SECRETS) {
    it(`${kind}.${property} is nowhere, marked or not, right or wrong`, () => {
      for (const value of VALUES) {
        for (const args of [withValue(kind, property, value), { [property]: value, nmae: 1 }]) {
          assert.doesNotMatch(everything(kind, args), seen, String(value).slice(0, 40));
        }
      }
    });
  }

  it("every value of an integration's data but sink and source is nowhere", () => {
    for (const sink of [
      "slack",
      "opsGenie",
      "pagerDuty",
      "gcpLogging",
      "awsCloudWatchLogs",
      "Slack",
      "nothing",
      undefined,
    ]) {
      for (const key of [
        "apiKey",
        "api_key",
        "token",
        "channelId",
        "channel_id",
        "authToken",
        "auth_token",
        "gcpServiceAccountPrivateKey",
        "secretAccessKey",
        "secret_access_key",
        "user",
        "tokne",
      ]) {
        for (const value of [MARK, ` ${MARK}`, `#${MARK}`, "", 9173, [MARK], { [MARK]: MARK }, null]) {
          const data = { ...(sink === undefined ? {} : { sink }), source: "issues", [key]: value, [`${key}2`]: value };
          assert.doesNotMatch(
            everything("Integration", withValue("Integration", "data", data)),
            seen,
            `${sink} ${key}`,
          );
        }
      }
    }
  });

  it("in the configuration of the stack and in the environment it is nowhere either", () => {
    for (const value of VALUES) {
      for (const [namespace, target] of [
        ["eventstorecloud", "eventstorecloud@0.2.20"],
        ["kurrentcloud", "kurrentcloud@0.3.x"],
        ["kurrentcloud", "eventstorecloud@0.2.20"],
      ]) {
        const configuration = {
          [`${namespace}:token`]: value,
          [`${namespace}:clientSecret`]: secret(value),
          [`${namespace}:clientId`]: "x",
          other: value,
        };
        for (const document of [
          { configuration },
          {
            configuration,
            environmentVariables: {
              ESC_TOKEN: value,
              ESC_CLIENT_SECRET: value,
              ESC_BYPASS_VALIDATION: value,
              HOME: value,
            },
          },
          { configuration: { [`${namespace}:token`]: "" }, environmentVariables: { ESC_CLIENT_SECRET: value } },
        ]) {
          const text = shown(
            reportOf({ ...document, resources: [] }, { ...everyRule, target }, String(value).slice(0, 40)),
          );
          assert.doesNotMatch(text, seen, String(value).slice(0, 40));
        }
      }
    }
  });

  it("is compared without being told: two programs that differ in it give the same report", () => {
    for (const { kind, property } of SECRETS) {
      // Both are long enough to be a token, and neither has the shape of anything else.
      const of = (text) => shown(reportOf(one(kind, withValue(kind, property, text)), { profile: "advice" }));
      assert.equal(of("first-secret-text"), of("other-secret-word"));
    }
  });
});
