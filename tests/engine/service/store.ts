// What there is, by organization. Nothing of one organization can be reached from another.
import { isDeleted, KINDS, type Kind, type Thing } from "./things";
import type { Timeline, Timelines } from "./timeline";

/** All organizations. One is kept from the first thing on that it has; reading leaves no trace. */
export class Store {
  readonly #organizations = new Map<string, Organization>();
  readonly #timelines: Timelines;
  readonly #deletedKept: number;

  /** `deletedKept`: how many deleted things of an organization can still be read. */
  constructor(timelines: Timelines, deletedKept: number) {
    this.#timelines = timelines;
    this.#deletedKept = deletedKept;
  }

  open(id: string): Organization {
    const known = this.#organizations.get(id);
    if (known !== undefined) return known;
    const keep = (organization: Organization): void => void this.#organizations.set(id, organization);
    return new Organization(id, this.#timelines(id), this.#deletedKept, keep);
  }

  organizations(): Iterable<Organization> {
    return this.#organizations.values();
  }

  clear(): void {
    this.#organizations.clear();
  }
}

export class Organization {
  readonly #things = new Map<Kind, Map<string, Thing>>(KINDS.map((kind) => [kind, new Map()]));
  /** The oldest first. */
  readonly #deleted: Thing[] = [];

  constructor(
    readonly id: string,
    readonly timeline: Timeline,
    private readonly deletedKept: number,
    private readonly keep: (organization: Organization) => void,
  ) {}

  add<K extends Kind>(thing: Thing<K>): void {
    this.#things.get(thing.kind)!.set(thing.id, thing);
    this.keep(this);
  }

  /** The thing of this kind and id in this project. Deleted things are found as long as they are kept. */
  find<K extends Kind>(kind: K, projectId: string, id: string): Thing<K> | undefined {
    const thing = this.#things.get(kind)!.get(id);
    return thing?.projectId === projectId ? (thing as Thing<K>) : undefined;
  }

  /** The things of a kind in a project, or in all of them, in the order in which they were created. */
  list<K extends Kind>(kind: K, projectId?: string): Thing<K>[] {
    const things = [...this.#things.get(kind)!.values()] as Thing<K>[];
    return projectId === undefined ? things : things.filter((thing) => thing.projectId === projectId);
  }

  /** Those that are not deleted. */
  live<K extends Kind>(kind: K, projectId?: string): Thing<K>[] {
    return this.list(kind, projectId).filter((thing) => !isDeleted(thing));
  }

  all(): Thing[] {
    return KINDS.flatMap((kind) => this.list(kind) as Thing[]);
  }

  /** A thing was deleted. It stays readable until enough others were deleted after it. */
  retire(thing: Thing): void {
    this.#deleted.push(thing);
    while (this.#deleted.length > this.deletedKept) this.forget(this.#deleted.shift()!);
  }

  /** A thing is no longer there at all, nor is what was in it, if it is a project. */
  forget(thing: Thing): void {
    if (thing.kind === "project") return this.#forgetProject(thing.id);
    const things = this.#things.get(thing.kind)!;
    // A replica set takes the place of a deleted one with the same id.
    if (things.get(thing.id) === thing) things.delete(thing.id);
  }

  #forgetProject(id: string): void {
    for (const things of this.#things.values())
      for (const thing of things.values()) if (thing.projectId === id) things.delete(thing.id);
    const left = this.#deleted.filter((thing) => thing.projectId !== id);
    this.#deleted.splice(0, this.#deleted.length, ...left);
  }
}
