import { askPlanner } from "./core/planner";
import { Question } from "./generated/boundary";
import { InputError } from "./errors";
import type { Document } from "./document";
import type { AddressPlan, BackupPlan, BackupSimulation, ChangePlan, ClusterRecommendation } from "./generated/api";
import type {
  AddressRequest,
  BackupHistory,
  BackupRequest,
  Options,
  SingleResource,
  Workload,
} from "./generated/requests";
import { readPreview } from "./values/read-preview";
import type { Translation } from "./values/translation";

/**
 * Recommends the smallest cluster that fits a workload: args for `managedCluster`, each choice with its reason and source, what is
 * left of every limit, and the next larger size. A limit that is not published is unknown: `assumptions` say where a size is
 * assumed to fit. A workload that fits no cluster is not an error: `ok` is false, and `diagnostics` say by how much it is too
 * large.
 */
export function recommendCluster(workload: Workload, options?: Pick<Options, "catalogue">): ClusterRecommendation {
  return askPlanner<ClusterRecommendation>(Question.RecommendCluster, workload, options)!;
}

/**
 * Plans the CIDR blocks of networks. A plan is also a lock: given as `existing` to the next call, nothing that still
 * exists moves, whatever is added, removed or reordered. A lack of room is not an error: `ok` is false and `unplaced`
 * says what is missing, where, and what helps. What it offers was planned before, and makes room.
 */
export function planAddressSpace(request: AddressRequest, options?: Pick<Options, "catalogue">): AddressPlan {
  return askPlanner<AddressPlan>(Question.PlanAddressSpace, request, options)!;
}

/**
 * Plans scheduled backups that meet objectives, with starts far enough from each other and args for `scheduledBackup`. The
 * jobs that a cluster has already, `existing`, stay as they are: what they do counts, and no planned job starts near theirs.
 * An objective that cannot be met is not an error: `ok` is false, and `diagnostics` say why and what to do instead.
 */
export function planBackups(request: BackupRequest, options?: Pick<Options, "catalogue">): BackupPlan {
  return askPlanner<BackupPlan>(Question.PlanBackups, request, options)!;
}

/** Simulates the jobs of one cluster over time: the runs, the restore points, the maximum loss. */
export function simulateBackups(request: BackupHistory, options?: Pick<Options, "catalogue">): BackupSimulation {
  return askPlanner<BackupSimulation>(Question.SimulateBackups, request, options)!;
}

/**
 * Tells what the change from `before` to `after` does to what exists: for every changed property its effect, for every
 * resource whether it is updated, replaced, deleted or refused, the downtime, the loss of data, and what else is
 * replaced; with diagnostics. Both are documents, or both one resource; `null` stands for nothing. Unknown
 * values are never reported as changed: they are listed as deferred. Throws an `InputError` for what cannot be read: a program that was read in part has no plan.
 */
export function planChange(
  before: Document | SingleResource | null,
  after: Document | SingleResource | null,
  options?: Options,
): ChangePlan {
  // What was forgotten is not taken for nothing: a plan would then delete or make everything.
  for (const [path, side] of [
    ["before", before],
    ["after", after],
  ] as const) {
    if (side === undefined) throw new InputError(path, "is required; use `null` for nothing");
  }
  return askPlanner<ChangePlan>(Question.PlanChange, before, after, options)!;
}

/** What `pulumi preview --json` prints, parsed. */
export interface PulumiPreview {
  /** The steps of the resources, with the states before and after. A preview in which nothing happens has none. */
  steps?: unknown[];
  /** How many resources have which step, also those that are not listed. */
  changeSummary?: { [operation: string]: number };
}

/**
 * Plans the change that `pulumi preview --json` shows: the engine's steps are the steps, and what they mean is added. Steps
 * of other providers are left out. Resources that stay and are not listed are counted in `unlisted`. `stack` is what
 * `pulumi stack export` prints, parsed: with it, the plan also has the old clusters that the next run deletes although its
 * preview does not show them. A diagnostic has the location that the preview gives its resource. Throws an `InputError` as
 * `planChange` does.
 */
export function planPreview(preview: PulumiPreview, options?: Options, stack?: unknown): ChangePlan {
  return planTranslated(readPreview(preview, stack), options);
}

/** Plans what an engine has planned. */
export function planTranslated({ before, after, plan }: Translation, options?: Options): ChangePlan {
  const { report, others, after: planned } = plan ?? { report: { steps: [] }, others: null, after };
  return askPlanner<ChangePlan>(Question.PlanPreview, before, planned, report, others, options)!;
}
