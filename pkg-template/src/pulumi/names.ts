import { catalogue } from "../internal";

let namespaces: Set<string> | undefined;

/** Whether a type token is that of another provider. The provider packages may have kinds that are not known here. */
export function isForeign(type: string): boolean {
  namespaces ??= new Set(catalogue().packages.map(({ namespace }) => namespace));
  return type.includes(":") && !namespaces.has(type.replace(/^pulumi:providers:/, "").split(":")[0] ?? "");
}

/**
 * The names of resources in a document. Pulumi's are unique among the children of one parent, a document's in the whole
 * program.
 */
export class Names {
  private readonly taken = new Set<string>();

  /** A name that no other resource of the kind has: its own, else with that of its parent, else with a number. */
  free(kind: string, name: string, parent?: string): string {
    const candidates = [name, ...(parent === undefined ? [] : [`${parent}/${name}`])];
    let free = candidates.find((candidate) => !this.taken.has(`${kind} ${candidate}`));
    for (let count = 2; free === undefined; count++) {
      const candidate = `${name} (${count})`;
      if (!this.taken.has(`${kind} ${candidate}`)) free = candidate;
    }
    this.taken.add(`${kind} ${free}`);
    return free;
  }
}
