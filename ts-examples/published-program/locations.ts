/** Where the parts of a document are written: in a program or in a JSON file. */
import type { Diagnostic } from "eventstorecloud-planner";
import type ts from "typescript";

/** A place in a file; line and column count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** The places of everything in one document. */
export interface Locations {
  /** By document path: `packages[0]`, `resources[1]`, `resources[1].args.cidrBlock`. */
  positions: ReadonlyMap<string, Position>;
  /** Kind and name of each resource, in the document's order. */
  resources: readonly { kind: string; name: string }[];
}

/** The path of a property inside `parent` (`""` for the top): `args.region`, `labels["cost centre"]`. */
export function propertyPath(parent: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === "" ? key : `${parent}.${key}`;
}

/** The path around `path`: `routes[1]` -> `routes` -> `""`; undefined for `""` and for what is no path. */
function parentPath(path: string): string | undefined {
  const parent = path.replace(/(^|\.)[^.[\]]+$|\[(\d+|"([^"\\]|\\.)*")\]$/, "");
  return parent === path ? undefined : parent;
}

/** The position of a node's first character, comments before it left out. */
export function positionOf(node: ts.Node, source: ts.SourceFile): Position {
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return { line: line + 1, column: character + 1 };
}

/** The kind in a full type token: `eventstorecloud:index/network:Network` -> `Network`. */
function shortKind(kind: string): string {
  return kind.slice(kind.lastIndexOf(":") + 1);
}

/** The place of `path` inside the part of the document at `base`, or of the nearest thing around it. */
function nearest({ positions }: Locations, base: string, path: string): Position | undefined {
  for (let part: string | undefined = path; part !== undefined && part !== ""; part = parentPath(part)) {
    const position = positions.get(base === "" || part.startsWith("[") ? base + part : `${base}.${part}`);
    if (position !== undefined) return position;
  }
  return positions.get(base);
}

/**
 * The place a diagnostic is about: the property itself, else the nearest thing
 * around it that is written down. A missing property is thus located at its
 * resource. Undefined when nothing of it is in the file.
 */
export function locate(
  locations: Locations,
  { resource, path }: Pick<Diagnostic, "resource" | "path">,
): Position | undefined {
  if (resource === undefined) return nearest(locations, "", path);
  const index = locations.resources.findIndex(
    ({ kind, name }) => shortKind(kind) === shortKind(resource.kind) && name === resource.name,
  );
  if (index < 0) return undefined;
  const base = `resources[${index}]`;
  return nearest(locations, `${base}.args`, path) ?? locations.positions.get(base);
}
