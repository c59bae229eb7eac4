// A short run of the comparison with croner; a long one is `node tests/differential/schedules.mjs --cases N --seed S`.
import assert from "node:assert/strict";
import { it } from "node:test";
import { differential } from "../differential/schedules.mjs";

it("schedules run when croner says", () => {
  const { compared, differences } = differential(200_000, 7, 5_000);
  assert.deepEqual(differences, []);
  assert.ok(compared > 10_000, `${compared} instants`);
});
