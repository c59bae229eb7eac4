// What a program only reads, such as with `Network.get`, in what Pulumi prints: it has a state and is not managed.
import type { CheckedKind } from "../generated/api";
import type { Step } from "../edits";
import { kindOf } from "../kinds";
import { own, plain, type Plain, put, textOf } from "./data";
import { isPrintedUnknown, urnParts } from "./marks";

/** What is only read. */
export interface Read {
  urn: string;
  type: string;
  kind: CheckedKind;
  name: string;
  /** Its id, as the program gives it and as the service does. */
  ids: string[];
  state: Plain;
  path: Step[];
  /** The values that are known of it. */
  values: Plain;
}

/** Whether a state is of what is only read. */
export function isRead(state: unknown): boolean {
  return own(state, "external") === true;
}

/** All that is read, each thing once. */
export class Reads {
  private readonly byUrn = new Map<string, Read>();

  /** Notes a state, if it is of what is only read. The last one of a resource counts. `before` is the state of the last run. */
  note(urn: string | undefined, state: unknown, before: unknown, path: Step[]): void {
    const parts = urnParts(urn ?? "");
    const kind = kindOf(parts?.type ?? "");
    if (urn === undefined || parts === undefined || kind === undefined || !isRead(state)) return;
    const ids = idsOf(state);
    // What is not known yet may be anything, also what the program manages.
    if (ids.length === 0) return;
    const known = isRead(before) && idsOf(before).some((id) => ids.includes(id)) ? before : undefined;
    const values = {};
    // The program names some values to look it up by; what the service has answered is surer.
    for (const said of [own(state, "inputs"), own(known, "outputs"), own(state, "outputs")])
      for (const [property, value] of Object.entries(plain(said))) if (property !== "id") put(values, property, value);
    this.byUrn.set(urn, {
      ...parts,
      urn,
      kind,
      ids: [...new Set([...ids, ...idsOf(known)])],
      state: plain(state),
      path,
      values,
    });
  }

  /** What is read and has none of these ids; of what is read twice, the first. */
  without(managed: Iterable<{ kind: string | undefined; id: unknown }>): Read[] {
    const taken = new Set([...managed].map(({ kind, id }) => `${kind} ${String(id)}`));
    return [...this.byUrn.values()].filter(({ kind, ids }) => {
      const keys = ids.map((id) => `${kind} ${id}`);
      const isNew = !keys.some((key) => taken.has(key));
      for (const key of keys) taken.add(key);
      return isNew;
    });
  }
}

/** The ids of a state: also the last part of `PROJECT:ID`, by which a program may look it up. */
function idsOf(state: unknown): string[] {
  const ids = [own(state, "id"), own(own(state, "outputs"), "id")].map(textOf);
  const known = ids.filter((id): id is string => id !== undefined && id !== "" && !isPrintedUnknown(id));
  return [...new Set(known.flatMap((id) => [id, id.slice(id.lastIndexOf(":") + 1)]))];
}
