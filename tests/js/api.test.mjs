// The rest of the API: text, pages, catalogue, address blocks, schedules.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import * as planner from "eventstorecloud-planner";

const { InputError, catalogue, check, cidr, explain, formatReport, kindOf, kinds, rules, schedule, version } = planner;
const refused = (call, path) => assert.throws(call, (error) => error instanceof InputError && error.path === path);

describe("formatReport", () => {
  const report = check({
    resources: [
      {
        kind: "Network",
        name: "net\u001b[31m",
        args: { projectId: "p", resourceProvider: "aws", region: "us-east1", cidrBlock: { unknown: true } },
      },
    ],
  });

  it("colours only when asked, and never passes control characters of the input on", () => {
    assert.ok(!formatReport(report).includes("\u001b"));
    const colored = formatReport(report, { color: true });
    assert.equal(colored.replace(/\u001b\[\d+m/g, ""), formatReport(report));
    assert.ok(formatReport(report).includes("net\\u{1b}[31m"));
  });

  it("names the page of a rule where it is told", () => {
    assert.match(formatReport(report, { page: ({ code }) => `rules/${code}.md` }), /^ {2}page: rules\/NET011\.md$/m);
    assert.doesNotMatch(formatReport(report, { page: () => undefined }), /page:/);
  });

  it("shows the place, the fix, the counts, what is deferred and the age of the facts", () => {
    const text = formatReport(report, { locate: ({ path }) => `index.ts:1:${path.length}` });
    for (const part of [
      "index.ts:1:6",
      'fix:  region: "us-east-1"',
      "1 error in 1 resource; 1 value not known yet",
      "eventstorecloud@0.2.20",
      report.catalogue.asOf,
    ]) {
      assert.ok(text.includes(part), part);
    }
    assert.match(formatReport(check({ resources: [] })), /^no problems in 0 resources\n/);
  });
});

describe("rules and explain", () => {
  it("there is a page for every rule", () => {
    for (const rule of rules()) {
      const page = explain(rule.code);
      for (const part of ["why", "example", "useInstead", "title", "since"])
        assert.ok(page[part].length > 0, `${rule.code} ${part}`);
      assert.deepEqual({ ...rule, ...page }, page);
    }
    assert.equal(explain(" net011 ").code, "NET011");
  });

  it("a code that no rule has is refused", () => {
    for (const code of ["NET999", "", undefined, null, 7, "__proto__", "constructor"])
      refused(() => explain(code), "code");
  });
});

describe("catalogue", () => {
  it("has rows with source and confidence, and what the options add", () => {
    const facts = catalogue();
    for (const table of ["clouds", "regions", "instanceTypes", "diskTypes", "topologies", "serverLines", "packages"]) {
      assert.ok(facts[table].length > 0, table);
      for (const row of facts[table])
        assert.ok(row.source.length > 0 && ["low", "medium", "high"].includes(row.confidence), table);
    }
    assert.deepEqual(facts.additions, []);
    const added = catalogue({ catalogue: { regions: [{ cloud: "gcp", id: "mars-north1" }] } });
    assert.deepEqual(added.additions, [{ what: "region", id: "mars-north1" }]);
    assert.equal(added.regions.length, facts.regions.length + 1);
  });
});

describe("kinds and kindOf", () => {
  it("say which properties there are, and which of them are ids", () => {
    const all = kinds();
    assert.equal(all.length, 11);
    const cluster = all.find(({ kind }) => kind === "ManagedCluster");
    assert.equal(cluster.builder, "managedCluster");
    assert.equal(cluster.properties.find(({ name }) => name === "networkId").refersTo, "Network");
    assert.deepEqual(
      cluster.properties.filter(({ computed }) => computed).map(({ name }) => name),
      ["dnsName", "region", "resourceProvider"],
    );
    for (const { kind, builder, doc, properties } of all) {
      assert.equal(typeof planner[builder], "function", kind);
      assert.ok(doc.length > 0 && properties.every((property) => property.doc.length > 0), kind);
    }
  });

  it("know a kind by its name and by the type tokens of both packages", () => {
    for (const type of ["Network", "eventstorecloud:index/network:Network", "kurrentcloud:index/network:Network"])
      assert.equal(kindOf(type), "Network");
    assert.equal(kindOf("pulumi:providers:eventstorecloud"), "Provider");
    for (const type of ["", "aws:ec2/vpc:Vpc", "network", "__proto__"]) assert.equal(kindOf(type), undefined, type);
    for (const type of [undefined, null, 7, {}, Symbol("x")]) refused(() => kindOf(type), "type");
  });
});

describe("cidr", () => {
  it("answers", () => {
    assert.deepEqual(cidr.parse("10.20.0.0/16"), {
      cidrBlock: "10.20.0.0/16",
      first: "10.20.0.0",
      last: "10.20.255.255",
      prefixLength: 16,
      size: 65536,
    });
    assert.equal(cidr.parse("0.0.0.0/0").size, 2 ** 32);
    assert.equal(cidr.contains("10.0.0.0/8", "10.20.0.0/16"), true);
    assert.equal(cidr.contains("10.20.0.0/16", "10.0.0.0/8"), false);
    assert.equal(cidr.overlaps("10.0.0.0/8", "10.20.0.0/16"), true);
    assert.equal(cidr.overlaps("10.0.0.0/16", "10.1.0.0/16"), false);
    assert.deepEqual(cidr.split("10.0.0.0/23", 24), ["10.0.0.0/24", "10.0.1.0/24"]);
    const blocks = ["10.1.0.0/16", "10.0.0.0/8", "172.16.0.0/12", "10.1.2.0/24", "10.2.0.0/16"];
    assert.deepEqual(cidr.overlapping(blocks), [
      { index: 1, overlaps: 0 },
      { index: 3, overlaps: 0 },
      { index: 4, overlaps: 1 },
    ]);
    assert.deepEqual(cidr.overlapping([]), []);
    assert.equal(cidr.nextFree("10.0.0.0/16", [], 24), "10.0.0.0/24");
    assert.equal(cidr.nextFree("10.0.0.0/16", ["10.0.0.0/24", "10.0.128.0/17"], 24), "10.0.1.0/24");
    assert.equal(cidr.nextFree("10.0.0.0/16", ["10.0.0.0/8"], 24), undefined);
    assert.equal(cidr.nextFree("10.0.0.0/16", ["10.0.7.0/24"], 16), undefined);
  });

  it("rejects what is not a CIDR block", () => {
    refused(() => cidr.parse("10.20.0.1/16"), "text");
    refused(() => cidr.contains("10.0.0.0/8", "x"), "inner");
    refused(() => cidr.overlaps(7, "10.0.0.0/8"), "a");
    for (const length of [33, -1, 24.5, NaN, "24", null, 2n])
      refused(() => cidr.split("10.0.0.0/8", length), "prefixLength");
    refused(() => cidr.split("0.0.0.0/0", 32), "prefixLength");
    refused(() => cidr.overlapping("10.0.0.0/8"), "cidrBlocks");
    refused(() => cidr.overlapping(["10.0.0.0/8", "10.0.0.1/8"]), "cidrBlocks[1]");
    refused(() => cidr.overlapping(["10.0.0.0/8", undefined]), "cidrBlocks[1]");
    refused(() => cidr.overlapping(Array(1_000_000).fill("10.0.0.0/8")), "cidrBlocks");
    refused(() => cidr.nextFree("10.0.0.0/8", undefined, 24), "taken");
    refused(() => cidr.nextFree("10.0.0.0/8", [7], 24), "taken[0]");
    for (const length of [7, 33, 8.5, "9", undefined])
      refused(() => cidr.nextFree("10.0.0.0/8", [], length), "prefixLength");
  });
});

describe("schedule", () => {
  it("answers", () => {
    assert.deepEqual(schedule.parse("0 */6 * * *"), {
      schedule: "0 */6 * * *",
      description: "every day at 00:00, 06:00, 12:00, 18:00 UTC",
      smallestGapMinutes: 360,
      largestGapMinutes: 360,
      runsPerWeek: 28,
    });
    assert.equal(schedule.describe("30 13 * * 0"), "every Sunday at 13:30 UTC");
    assert.deepEqual(schedule.next("0 0 * * *", { after: "2026-11-23T23:30:00-02:00" }), ["2026-11-25T00:00:00Z"]);
    assert.equal(schedule.next("0 */1 * * *", { after: "2026-11-23T00:00:00Z", count: 10_000 }).length, 10_000);
    assert.deepEqual(schedule.previous("0 0 * * *", { before: "2026-11-24T00:00:00Z", count: 2 }), [
      "2026-11-23T00:00:00Z",
      "2026-11-22T00:00:00Z",
    ]);
    assert.deepEqual(schedule.between("0 */12 * * *", { from: "2026-11-23T00:00:00Z", to: "2026-11-23T12:00:00Z" }), [
      "2026-11-23T00:00:00Z",
      "2026-11-23T12:00:00Z",
    ]);
    assert.deepEqual(schedule.between("0 3 * * *", { from: "2026-11-23T04:00:00Z", to: "2026-11-23T05:00:00Z" }), []);
  });

  it("compares two", () => {
    assert.deepEqual(
      [schedule.equals("0 0 * * 0", "00 0 * * 7"), schedule.equals("0 0 * * 0", "0 0 * * 1")],
      [true, false],
    );
    assert.deepEqual(
      [schedule.distance("0 3 * * *", "40 2 * * *"), schedule.distance("0 0 * * *", "55 23 * * 0")],
      [20, 5],
    );
    const [{ minJobDistanceMinutes: least }] = catalogue().backupLimits;
    assert.deepEqual(
      [schedule.clash("0 3 * * *", `${least - 1} 3 * * *`), schedule.clash("0 3 * * *", `${least} 3 * * *`)],
      [true, false],
    );
    refused(() => schedule.equals("0 0 * * *", "@daily"), "b");
    refused(() => schedule.distance(undefined, "0 0 * * *"), "a");
    refused(() => schedule.clash("0 0 * * *", 7), "b");
  });

  it("refuses what is no schedule or no time", () => {
    refused(() => schedule.parse("@daily"), "text");
    refused(() => schedule.describe("0 0 1 * *"), "text");
    refused(() => schedule.next("0 0 * * *", { after: "2026-11-23" }), "options.after");
    refused(() => schedule.next("0 0 * * *", { after: "2026-11-23T00:00:00Z", count: 10_001 }), "options.count");
    refused(() => schedule.previous("0 0 * * *", { after: "2026-11-23T00:00:00Z" }), "options.after");
    refused(() => schedule.previous("0 0 * * *", {}), "options.before");
    refused(
      () => schedule.between("0 0 * * *", { from: "2026-11-23T00:00:00Z", to: "2026-11-22T00:00:00Z" }),
      "options.to",
    );
    refused(
      () => schedule.between("0 * * * *", { from: "1970-01-01T00:00:00Z", to: "9999-01-01T00:00:00Z" }),
      "options.to",
    );
  });
});

describe("package", () => {
  it("import and require give the same functions and one version", () => {
    const required = createRequire(import.meta.url)("eventstorecloud-planner");
    assert.deepEqual(Object.keys(required).sort(), Object.keys(planner).sort());
    for (const name of Object.keys(planner)) assert.equal(required[name], planner[name], name);
    const manifest = JSON.parse(readFileSync(new URL("../../target/npm/package.json", import.meta.url), "utf8"));
    assert.equal(version, manifest.version);
    assert.equal(check({ resources: [] }).version, version);
    assert.deepEqual([manifest.dependencies, manifest.scripts], [undefined, undefined]);
  });
});
