import * as pulumi from "@pulumi/pulumi";
import { formatReport } from "eventstorecloud-planner";
import { recordRegistrations } from "eventstorecloud-planner/testing";
import { beforeAll, expect, test } from "vitest";

const mocks = recordRegistrations();

beforeAll(async () => {
    await pulumi.runtime.setMocks(mocks, "orders", "production");
    await import("./index.js");
});

test("nothing is wrong with the program", async () => {
    const report = await mocks.check({ environment: "production" });
    expect(report.counts.resources).toBe(5);
    expect(report.ok, formatReport(report)).toBe(true);
});
