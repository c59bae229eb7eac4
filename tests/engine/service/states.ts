// Every transition of every kind: the statuses that it passes, and where it ends.
import type { Organization } from "./store";
import { type Change, isDeleted, type Kind, type Thing } from "./things";

interface Transition {
  readonly stages: readonly string[];
  readonly end: string;
}

const to = (end: string, ...stages: string[]): Transition => ({ stages, end });

const TRANSITIONS = {
  network: { create: to("available", "provisioning"), delete: to("deleted", "deleting") },
  // It becomes active when the owner of the other network accepts it, which no client of the service can do.
  peering: { create: to("initiated", "provisioning"), delete: to("deleted", "deleting") },
  cluster: {
    create: to("available", "provisioning", "disks available", "compute available", "installing", "deploying"),
    configure: to("available", "updating configuration"),
    resize: to("available", "resizing"),
    upgrade: to("available", "upgrading"),
    expand: to("available", "expanding disks"),
    delete: to("deleted", "deleting", "deleting instances", "instances deleted", "deleting disks"),
  },
  replicaset: {
    create: to("available", "provisioning"),
    configure: to("available", "updating"),
    delete: to("deleted", "deleting"),
  },
  // These change at once: the clients do not wait for them, or ask again without a pause.
  acl: { delete: to("deleted") },
  job: { delete: to("deleted") },
  integration: { delete: to("deleted") },
} satisfies Partial<Record<Kind, Record<string, Transition>>>;

export type KindWithStates = keyof typeof TRANSITIONS;
export type Action<K extends KindWithStates> = keyof (typeof TRANSITIONS)[K] & string;

/** How transitions run: how many polls they take, and whether they end as they should. */
export interface Pace {
  readonly polls: number;
  readonly mishap?: "defunct" | "stuck" | undefined;
}

/** Starts a transition. Its first status shows before the request is answered. */
export function begin<K extends KindWithStates>(
  organization: Organization,
  thing: Thing<K>,
  action: Action<K>,
  pace: Pace,
): void {
  const { stages, end } = (TRANSITIONS[thing.kind] as Record<string, Transition>)[action]!;
  const polls = pace.mishap === "stuck" ? Number.POSITIVE_INFINITY : pace.polls;
  if (stages.length === 0 || polls === 0) {
    settle(organization, thing, stages.length > 0 && pace.mishap === "defunct" ? "defunct" : end);
  } else {
    setStatus(thing, stages[0]!);
    thing.change = { stages, end: pace.mishap === "defunct" ? "defunct" : end, polls, seen: 0 };
  }
}

/** Someone reads the thing: that is what makes its change go on. */
export function poll(organization: Organization, thing: Thing): void {
  const { change } = thing;
  if (change === undefined) return;
  if (change.seen >= change.polls) return settle(organization, thing, change.end);
  setStatus(thing, stageOf(change));
  change.seen += 1;
}

function stageOf({ stages, polls, seen }: Change): string {
  return polls === Number.POSITIVE_INFINITY ? stages[0]! : stages[Math.floor((seen * stages.length) / polls)]!;
}

/** Ends whatever was going on, in this status. */
export function settle(organization: Organization, thing: Thing, status: string): void {
  const before = isDeleted(thing);
  thing.change = undefined;
  setStatus(thing, status);
  if (!before && isDeleted(thing)) organization.retire(thing);
}

function setStatus(thing: Thing, status: string): void {
  if ("status" in thing.wire) thing.wire.status = status;
}

/** Whether the thing is deleted or on its way there. */
export function isGoing(thing: Thing): boolean {
  return isDeleted(thing) || thing.change?.end === "deleted";
}
