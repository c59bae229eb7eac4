// One call of the interface: who calls, what for, and the ways in which all kinds of things answer.
import type { Fields } from "./fields";
import { notFound, wrongState } from "./problem";
import { type Action, begin, isGoing, type KindWithStates, type Pace, poll } from "./states";
import type { Organization } from "./store";
import { isDeleted, type Kind, type Thing, type Things } from "./things";
import { timestamp } from "./timeline";

/** An answer before it becomes text. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export const DONE: Reply = { status: 204 };

/** What the service can be told to do differently. */
export interface Rules {
  /** Disk types that no cluster can get any more. */
  readonly retiredDiskTypes: readonly string[];
  /** For how many seconds after a change the disks of a cluster in AWS cannot be changed again. */
  readonly diskPause: number;
}

/** What the path names, next to the organization. */
export interface Named {
  readonly project?: string | undefined;
  readonly id?: string | undefined;
}

export class Call {
  constructor(
    readonly organization: Organization,
    private readonly named: Named,
    /** The body. */
    readonly fields: Fields,
    readonly rules: Rules,
    private readonly pace: Pace,
  ) {}

  get now(): number {
    return this.organization.timeline.now();
  }

  get timestamp(): string {
    return timestamp(this.now);
  }

  newId(): string {
    return this.organization.timeline.id();
  }

  /** The project of the path, which has to exist. */
  project(): Thing<"project"> {
    const id = this.named.project ?? "";
    return this.organization.find("project", id, id) ?? missing("project", id);
  }

  /** The thing of the path, which may be deleted. */
  target<K extends Kind>(kind: K): Thing<K> {
    const { id } = this.project();
    const target = this.named.id ?? "";
    return this.organization.find(kind, id, target) ?? missing(kind, target);
  }

  /** The thing of the path, which can be changed. */
  changeable<K extends Kind>(kind: K): Thing<K> {
    const thing = this.target(kind);
    if (isGoing(thing)) throw wrongState();
    return thing;
  }

  /** A thing that the body refers to. */
  referred<K extends Kind>(kind: K, id: string): Thing<K> {
    const thing = this.organization.find(kind, this.project().id, id);
    return thing === undefined || isDeleted(thing) ? missing(kind, id) : thing;
  }

  add<K extends Kind>(kind: K, id: string, wire: Things[K]): Thing<K> {
    const thing: Thing<K> = { kind, id, projectId: this.named.project ?? id, wire };
    this.organization.add(thing);
    return thing;
  }

  begin<K extends KindWithStates>(thing: Thing<K>, action: Action<K>): void {
    begin(this.organization, thing, action, this.pace);
  }

  /** Starts to delete a thing; what is deleted already stays so. */
  remove<K extends KindWithStates>(thing: Thing<K>): Reply {
    if (!isGoing(thing)) this.begin(thing, "delete" as Action<K>);
    return DONE;
  }

  /** Answers with the thing of the path under this name. */
  read<K extends Kind>(kind: K, name: string): Reply {
    const thing = this.target(kind);
    poll(this.organization, thing);
    return { status: 200, body: { [name]: thing.wire } };
  }

  /** Answers with all things of the project under this name, deleted ones too. */
  list<K extends Kind>(kind: K, name: string): Reply {
    const { id } = this.project();
    return { status: 200, body: { [name]: this.organization.list(kind, id).map((thing) => thing.wire) } };
  }
}

/** What the kinds are called in errors. */
const NAMES: Record<Kind, string> = {
  project: "project",
  network: "network",
  acl: "access list",
  peering: "peering",
  cluster: "cluster",
  replicaset: "replica set",
  job: "job",
  integration: "integration",
};

/** An id may be as long as a client likes. */
const SHOWN_ID = 64;

function missing(kind: Kind, id: string): never {
  throw notFound(`there is no ${NAMES[kind]} ${id.slice(0, SHOWN_ID)}`);
}

/** What every create answers. */
export function created(id: string): Reply {
  return { status: 200, body: { id } };
}
