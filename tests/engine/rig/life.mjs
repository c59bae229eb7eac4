import assert from "node:assert/strict";

/**
 * The life of a stack that nothing is wrong with: a preview, an update that does what it showed, a second preview with
 * nothing to do, a refresh that finds nothing new, and a destroy that leaves nothing in the service.
 *
 * `resources` are the names of all that it creates. `always` are operations that the provider wants in every run.
 */
export async function livesWell(stack, resources, { always = {}, args = [] } = {}) {
  const created = Object.fromEntries(resources.map((name) => [name, ["create"]]));
  const preview = await stack.preview({ args });
  assert.equal(preview.exitCode, 0, preview.said);
  assert.deepEqual(preview.operations, created, "preview");
  const up = await stack.up({ args });
  assert.equal(up.exitCode, 0, up.said);
  assert.deepEqual(up.operations, created, "up");
  const second = await stack.preview({ args });
  assert.equal(second.exitCode, 0, second.said);
  assert.deepEqual(second.operations, always, "second preview");
  const refresh = await stack.refresh();
  assert.equal(refresh.exitCode, 0, refresh.said);
  const found = refresh.events.flatMap(({ summaryEvent }) => Object.keys(summaryEvent?.resourceChanges ?? {}));
  assert.deepEqual(found, ["same"], "refresh");
  const destroy = await stack.destroy();
  assert.equal(destroy.exitCode, 0, destroy.said);
  assert.deepEqual(Object.keys(destroy.operations).sort(), [...resources].sort(), "destroy");
  assert.deepEqual((await stack.export()).deployment.resources ?? [], []);
  const left = stack.service.state().filter(({ properties: { status } }) => status !== "deleted");
  assert.deepEqual(left, [], "what the service has in the end");
  return { preview, up, second, refresh, destroy };
}
