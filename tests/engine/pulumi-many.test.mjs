// Two hundred resources under the real command line of Pulumi.
import assert from "node:assert/strict";
import { after, describe, it } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { skip } from "./rig/engines.mjs";
import { errorsOf } from "./rig/planner.mjs";
import { stackOf } from "./rig/pulumi.mjs";
import { disagreements, engineSteps, linesOf } from "./rig/steps.mjs";
import { ORDERS, withV } from "./stacks/play.mjs";

const judged = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const PROJECT = { projectId: { id: "orders" } };
const NETWORKS = 49;

/** Networks, each with a cluster that has two jobs, beside the usual four resources: 200. */
const program = (change = () => ({})) => ({
  more: Array.from({ length: NETWORKS }, (_, index) => [
    {
      key: `net-${index}`,
      kind: "Network",
      args: {
        ...PROJECT,
        name: `net-${index}`,
        resourceProvider: "aws",
        region: "us-east-1",
        cidrBlock: `10.${100 + index}.0.0/16`,
      },
    },
    {
      key: `db-${index}`,
      kind: "ManagedCluster",
      args: {
        ...PROJECT,
        name: `db-${index}`,
        networkId: { id: `net-${index}` },
        topology: "single-node",
        instanceType: "F1",
        diskType: "gp3",
        diskSize: 16,
        diskIops: 3000,
        diskThroughput: 125,
        serverVersion: "26.0",
        ...change(index),
      },
    },
    ...["daily", "weekly"].map((often) => ({
      key: `${often}-${index}`,
      kind: "ScheduledBackup",
      args: {
        ...PROJECT,
        sourceClusterId: { id: `db-${index}` },
        description: often,
        backupDescription: `${often} of db-${index}`,
        schedule: often === "daily" ? "0 2 * * *" : "0 3 * * 0",
        maxBackupCount: 4,
      },
    })),
  ]).flat(),
});

/** One of three grows, one is replaced, and the third stays. */
const CHANGES = [{ diskSize: 32 }, { topology: "three-node-multi-zone" }, {}];
const of = (remainder) =>
  Array.from({ length: NETWORKS }, (_, index) => index).filter((index) => index % 3 === remainder);
const EXPECTED = [
  ...of(0).map((index) => `update db-${index}`),
  ...of(1).flatMap((index) => [
    `replace db-${index} deleteFirst (topology)`,
    ...["daily", "weekly"].map((often) => `replace ${often}-${index} deleteFirst`),
  ]),
].sort();

describe("two hundred resources", { skip }, () => {
  const ends = [];
  after(async () => {
    for (const end of ends) await end();
  });
  let lived;
  const life = () => (lived ??= lifeOf({ after: (end) => ends.push(end) }));

  it("go up, and then there is nothing left to do", async () => {
    const { up, again } = await life();
    assert.equal(Object.keys(up.operations).length, 200);
    assert.deepEqual(linesOf(engineSteps(again.json)), []);
  });

  it("show what changes, and are destroyed", async () => {
    const { change, destroy, left } = await life();
    assert.deepEqual(linesOf(engineSteps(change.json)), EXPECTED);
    assert.equal(Object.keys(destroy.operations).length, 200);
    assert.deepEqual(left, []);
  });

  judged("the plan has the engine's steps", async () => {
    const { json } = (await life()).change;
    assert.deepEqual(disagreements(json), []);
  });

  judged("nothing that was accepted is an error", async () => {
    const { change, stack } = await life();
    assert.deepEqual(await errorsOf({ "preview.json": change.text, "stack.json": JSON.stringify(stack) }), []);
  });
});

async function lifeOf(t) {
  const stack = await stackOf(t, { folder: ORDERS });
  const up = await stack.up(withV(program()));
  assert.equal(up.exitCode, 0, up.said);
  const again = await stack.previewJson(withV(program()));
  const exported = await stack.export();
  const change = await stack.previewJson(
    withV(
      program((index) => CHANGES[index % 3]),
      ["--show-sames"],
    ),
  );
  const destroy = await stack.destroy();
  assert.equal(destroy.exitCode, 0, destroy.said);
  const left = stack.service.state().filter(({ properties: { status } }) => status !== "deleted");
  return { up, again, change, destroy, left, stack: exported };
}
