// Every route of the interface, in one table.
import type { Call, Reply } from "./call";
import * as acls from "./kinds/acls";
import * as changes from "./kinds/cluster-changes";
import * as clusters from "./kinds/clusters";
import * as integrations from "./kinds/integrations";
import * as jobs from "./kinds/jobs";
import * as networks from "./kinds/networks";
import * as peerings from "./kinds/peerings";
import * as projects from "./kinds/projects";
import * as replicaSets from "./kinds/replica-sets";
import type { Kind } from "./things";

/** What a request is about: a kind of thing, or one of the things that can be done to a cluster. */
export type Subject = Kind | "resize" | "upgrade" | "expand" | "credentials" | "token" | "unknown";

export interface Route {
  readonly method: string;
  readonly subject: Subject;
  readonly handle: (call: Call) => Reply;
  /** A name with a colon stands for any text that is not empty. */
  readonly segments: readonly string[];
}

const ORGANIZATION = "/organizations/:organization";
const PROJECT = `${ORGANIZATION}/projects/:project`;
const PROJECTS = `/resources/v1${ORGANIZATION}/projects`;
const NETWORKS = `/infra/v1${PROJECT}/networks`;
const ACLS = `/infra/v1${PROJECT}/acls`;
const PEERINGS = `/infra/v1${PROJECT}/peerings`;
const CLUSTERS = `/mesdb/v1${PROJECT}/clusters`;
const CLUSTER = `${CLUSTERS}/:id`;
const JOBS = `/orchestrate/v1${PROJECT}/jobs`;
const INTEGRATIONS = `/integrate/v1${PROJECT}/integrations`;

const ROUTES: readonly Route[] = [
  route("POST", PROJECTS, "project", projects.create),
  route("GET", PROJECTS, "project", projects.list),
  route("GET", `${PROJECTS}/:project`, "project", projects.read),
  route("PUT", `${PROJECTS}/:project`, "project", projects.update),
  route("DELETE", `${PROJECTS}/:project`, "project", projects.remove),

  route("POST", NETWORKS, "network", networks.create),
  route("GET", NETWORKS, "network", networks.list),
  route("GET", `${NETWORKS}/:id`, "network", networks.read),
  route("PUT", `${NETWORKS}/:id`, "network", networks.update),
  route("DELETE", `${NETWORKS}/:id`, "network", networks.remove),

  route("POST", ACLS, "acl", acls.create),
  route("GET", ACLS, "acl", acls.list),
  route("GET", `${ACLS}/:id`, "acl", acls.read),
  route("PUT", `${ACLS}/:id`, "acl", acls.update),
  route("DELETE", `${ACLS}/:id`, "acl", acls.remove),

  route("POST", PEERINGS, "peering", peerings.create),
  route("GET", PEERINGS, "peering", peerings.list),
  route("GET", `${PEERINGS}/:id`, "peering", peerings.read),
  route("PUT", `${PEERINGS}/:id`, "peering", peerings.update),
  route("DELETE", `${PEERINGS}/:id`, "peering", peerings.remove),

  route("POST", CLUSTERS, "cluster", clusters.create),
  route("GET", CLUSTERS, "cluster", clusters.list),
  route("GET", CLUSTER, "cluster", clusters.read),
  route("PUT", CLUSTER, "cluster", clusters.update),
  route("DELETE", CLUSTER, "cluster", clusters.remove),
  route("GET", `${CLUSTER}/initialCredentials`, "credentials", clusters.initialCredentials),
  route("PUT", `${CLUSTER}/disk/expand`, "expand", changes.expand),
  route("PUT", `${CLUSTER}/commands/resize`, "resize", changes.resize),
  route("PUT", `${CLUSTER}/commands/upgrade`, "upgrade", changes.upgrade),

  route("POST", `${CLUSTER}/replicaset`, "replicaset", replicaSets.create),
  route("GET", `${CLUSTER}/replicaset`, "replicaset", replicaSets.read),
  route("PUT", `${CLUSTER}/replicaset`, "replicaset", replicaSets.update),
  route("DELETE", `${CLUSTER}/replicaset`, "replicaset", replicaSets.remove),

  route("POST", JOBS, "job", jobs.create),
  route("GET", JOBS, "job", jobs.list),
  route("GET", `${JOBS}/:id`, "job", jobs.read),
  route("DELETE", `${JOBS}/:id`, "job", jobs.remove),

  route("POST", INTEGRATIONS, "integration", integrations.create),
  route("GET", INTEGRATIONS, "integration", integrations.list),
  route("GET", `${INTEGRATIONS}/:id`, "integration", integrations.read),
  route("PUT", `${INTEGRATIONS}/:id`, "integration", integrations.update),
  route("DELETE", `${INTEGRATIONS}/:id`, "integration", integrations.remove),
];

/** All that a fault can be restricted to. */
export const SUBJECTS: ReadonlySet<string> = new Set([...ROUTES.map(({ subject }) => subject), "token", "unknown"]);

function route(method: string, path: string, subject: Subject, handle: (call: Call) => Reply): Route {
  return { method, subject, handle, segments: path.split("/") };
}

export interface Match {
  readonly route: Route;
  /** What the path has for the names of the route. */
  readonly names: ReadonlyMap<string, string>;
}

/** The route of a request, and what its path names. */
export function findRoute(method: string, path: string): Match | undefined {
  const segments = path.split("/", LONGEST + 1);
  for (const route of ROUTES) {
    if (route.method !== method || route.segments.length !== segments.length) continue;
    const names = namesIn(route.segments, segments);
    if (names !== undefined) return { route, names };
  }
  return undefined;
}

const LONGEST = Math.max(...ROUTES.map(({ segments }) => segments.length));

function namesIn(pattern: readonly string[], segments: readonly string[]): Map<string, string> | undefined {
  const names = new Map<string, string>();
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index]!;
    if (!expected.startsWith(":")) {
      if (segment !== expected) return undefined;
      continue;
    }
    const name = decoded(segment);
    if (name === undefined || name.trim() === "") return undefined;
    names.set(expected.slice(1), name);
  }
  return names;
}

/** The text of a part of a path; undefined if its escapes are broken. */
function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
