/** What `plan change` has to say of a plan of Terraform or OpenTofu: what the plan itself says. */

import { ifRefused } from "../rig/planner.mjs";

/** What a step may be, by the actions of the plan. An update has several words, by what it means for a cluster. */
const STEPS = {
  "no-op": ["none"],
  create: ["create"],
  update: ["update", "disk", "resize", "upgrade"],
  delete: ["delete"],
  "delete,create": ["replace deleteFirst"],
  "create,delete": ["replace createFirst"],
  forget: ["forget"],
  // The old one lives on.
  "forget,create": ["replace createFirst", "replace", "forget"],
};

const stepsFor = ({ actions, importing }) => {
  const key = actions.join();
  if (importing === undefined) return STEPS[key];
  return key === "no-op" ? ["import"] : ["import", ...STEPS[key]];
};

/** The changes that a plan lists of what this package knows; a plan that changes nothing may list none. */
const changesIn = ({ resource_changes: changes = [] }) =>
  changes.filter(({ mode, type }) => mode === "managed" && /^(?:eventstorecloud|kurrentcloud)_/.test(type));

/**
 * Where an answer of `plan change` differs from the plan that it is about, a line each. A resource in `refused` may be
 * called `refused` as well: its deployment fails.
 */
export function disagreements(plan, answer, refused = []) {
  if (answer.plan === undefined) return [answer.stderr];
  const lines = [];
  const left = answer.plan.steps.map(({ resource, action, order }) => ({
    address: resource.name,
    step: order === undefined ? action : `${action} ${order}`,
  }));
  for (const { address, deposed, change } of changesIn(plan)) {
    const allowed = refused.includes(address) ? [...stepsFor(change), "refused"] : stepsFor(change);
    const own = left.filter((each) => each.address === address);
    const found = own.find(({ step }) => allowed.includes(step)) ?? own[0];
    if (found !== undefined) left.splice(left.indexOf(found), 1);
    if (allowed.includes(found?.step)) continue;
    const what = deposed === undefined ? address : `${address}, deposed`;
    const said = change.importing === undefined ? change.actions : `${change.actions} of an import`;
    const hint = ifRefused(found?.step === "refused");
    lines.push(`${what}: the engine says ${said}, the product ${found?.step ?? "nothing"}${hint}`);
  }
  for (const { address, step } of left) lines.push(`${address}: the engine says nothing, the product ${step}`);
  return lines;
}

/** What an answer says wrongly about lost databases, a line each, and a wrong exit code. */
export function wrongEnds(plan, answer, refused = []) {
  if (answer.plan === undefined) return [answer.stderr];
  const others = (addresses) => addresses.filter((address) => !refused.includes(address));
  const [lost, said] = [others(lostIn(plan)), others(lostBy(answer.plan))];
  const lines = [
    ...lost.filter((address) => !said.includes(address)).map((address) => `${address} is lost, and not called so`),
    ...said.filter((address) => !lost.includes(address)).map((address) => `${address} is not lost, and called so`),
  ];
  const demanded = exitCodeFor(plan, refused);
  if (answer.exitCode !== demanded)
    lines.push(`exit code ${answer.exitCode} instead of ${demanded}${ifRefused(answer.exitCode === 1)}`);
  return lines;
}

/** The clusters that a plan deletes, for good or to create them again. */
const lostIn = (plan) =>
  changesIn(plan)
    .filter(({ type, change }) => type.endsWith("_managed_cluster") && change.actions.includes("delete"))
    .map(({ address }) => address);

const lostBy = ({ steps }) =>
  steps
    .filter(({ resource, dataLoss }) => resource.kind === "ManagedCluster" && dataLoss)
    .map(({ resource }) => resource.name);

/** 1 where a cluster is lost or a step is refused, 3 where the plan failed and so is not whole, else 0. */
function exitCodeFor(plan, refused) {
  if (lostIn(plan).length > 0 || changesIn(plan).some(({ address }) => refused.includes(address))) return 1;
  return plan.errored === true ? 3 : 0;
}
