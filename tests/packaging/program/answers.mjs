// The small program that every runtime runs: what it answers must be the same text everywhere.

/** One text of all answers of the package, which `planner` is as a module; `document` is the published program. */
export function answers(planner, document) {
  const refused = (work) => {
    try {
      return work();
    } catch (error) {
      // Without its message, which begins with the place of the call.
      return {
        name: error.name,
        ok: error.report.ok,
        codes: error.diagnostics.map(({ code, message }) => `${code} ${message}`),
      };
    }
  };
  return JSON.stringify({
    version: planner.version,
    check: planner.check(document, { profile: "advice" }),
    report: planner.formatReport(planner.check(document)),
    builder: planner.network({
      projectId: "p",
      name: "n",
      resourceProvider: "azure",
      region: "East US",
      cidrBlock: "10.0.0.0/16",
    }),
    refusal: refused(() =>
      planner.network({
        projectId: "p",
        name: "ñ🌍",
        resourceProvider: "aws",
        region: "us-east1",
        cidrBlock: "10.0.0.1/16",
      }),
    ),
    plan: planner.planAddressSpace({
      pools: ["10.0.0.0/12"],
      reserved: [{ cidrBlock: "10.0.0.0/16", name: "office" }],
      requests: [
        { name: "a", cloud: "aws", prefixLength: 20 },
        { name: "b", clusters: 3 },
        { name: "c", like: "a" },
      ],
    }),
    cidr: [
      planner.cidr.parse("10.20.0.0/16"),
      planner.cidr.split("10.0.0.0/22", 24),
      planner.cidr.nextFree("10.0.0.0/8", ["10.0.0.0/9"], 16),
    ],
    schedule: [
      planner.schedule.describe("0 4 * * 1"),
      planner.schedule.next("30 4 * * 1", { after: "2026-11-23T08:00:00Z", count: 3 }),
    ],
    rules: planner.rules().length,
    explain: planner.explain("NET007"),
  });
}
