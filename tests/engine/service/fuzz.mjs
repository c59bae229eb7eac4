// Requests that nobody would send, made from a seed.
import { bodies, ORGANIZATION, paths } from "./support.mjs";

/** Sent as the value of secret properties only, and never to be seen again. */
export const SECRET = "s3cr3t-s3cr3t";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const METHODS = ["GET", "POST", "PUT", "DELETE"];
const ODD_METHODS = ["PATCH", "HEAD", "OPTIONS", "TRACE", "get", "", "__proto__", "constructor"];
const ODD_TEXTS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "..",
  "%2e%2e",
  "%",
  "%ff",
  "%00",
  "",
  " ",
  "\u0000",
  "\ud800",
  "\u202e",
  "null",
  "undefined",
  "NaN",
  "-1",
  "0",
  "1e999",
  "'; drop",
  "<b>",
  "${a}",
  "a".repeat(300),
  "10.0.0.0/8",
  "999.0.0.0/99",
  "::/0",
];
const ODD_VALUES = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e300,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[]],
  [null],
  { a: { b: { c: {} } } },
  ...ODD_TEXTS,
];
const INSIDE = ["network", "acl", "cluster", "peering", "job", "integration"];
const REPLICAS = { replicaCount: 2, protected: false };
/** What a cluster takes under its own path. */
const COMMANDS = [
  { method: "PUT", sub: "/commands/resize", body: { targetSize: "c4" } },
  { method: "PUT", sub: "/commands/upgrade", body: { targetTag: "26.0.1" } },
  { method: "PUT", sub: "/disk/expand", body: { diskSizeGb: 64, diskType: "gp3" } },
  { method: "POST", sub: "/replicaset", body: REPLICAS },
  { method: "GET", sub: "/replicaset" },
  { method: "PUT", sub: "/replicaset", body: REPLICAS },
  { method: "PUT", sub: "/replicaset", body: { ...REPLICAS, replicaCount: 1 } },
  { method: "DELETE", sub: "/replicaset" },
  { method: "GET", sub: "/initialCredentials" },
];
const FORMS = [
  ["/oauth/token", `grant_type=refresh_token&client_id=c&refresh_token=${SECRET}`],
  ["/oauth2/token", `grant_type=client_credentials&client_id=c&client_secret=${SECRET}`],
];
const INTEGRATIONS = [
  { sink: "opsGenie", apiKey: SECRET },
  { sink: "slack", channelId: "c", token: SECRET },
  { sink: "pagerDuty", authToken: SECRET, service: "s", user: "u" },
  { sink: "gcpLogging", gcpProjectId: "p", logId: "l", gcpServiceAccountPrivateKey: SECRET },
  { sink: "awsCloudWatchLogs", accessKeyId: SECRET, secretAccessKey: SECRET, groupName: "g", region: "r" },
];
const CHANGES = [{ description: "other", protected: false, projectionLevel: "user" }, { name: "other" }];

/** Makes requests; ids that the service gave are used again when they are passed to `learn`. */
export function requests(seed, authorization) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const chance = (probability) => next() < probability;
  const known = { project: [], network: [], acl: [], cluster: [], peering: [], job: [], integration: [] };
  let following;
  const some = (kind) => (known[kind].length > 0 && !chance(0.1) ? pick(known[kind]) : pick(ODD_TEXTS));

  function wellFormed() {
    const kind = chance(0.01) || known.project.length === 0 ? "project" : pick(INSIDE);
    const organization = chance(0.95) ? ORGANIZATION : pick(["corg00000000000000b0", ...ODD_TEXTS]);
    const at = paths(chance(0.9) ? (known.project.at(-1) ?? "p") : some("project"), organization);
    const all = kind === "project" ? at.project.slice(0, at.project.lastIndexOf("/")) : at[kind];
    if (kind === "cluster" && chance(0.5)) {
      const { sub, ...command } = pick(COMMANDS);
      return { ...command, target: `${all}/${some(kind)}${sub}` };
    }
    const method = pick(METHODS);
    if (method === "POST") return { method, target: all, body: creating(kind), kind };
    // Deletes are rarer, or there would be nothing left to work on.
    if (method === "DELETE" && chance(0.7)) return { method: "GET", target: `${all}/${some(kind)}` };
    return { method, target: `${all}/${some(kind)}`, body: method === "PUT" ? pick(CHANGES) : undefined };
  }

  function creating(kind) {
    const third = Math.floor(next() * 256);
    switch (kind) {
      case "project":
        return bodies.project(`p${third}`);
      case "network":
        if (chance(0.2)) return bodies.publicNetwork();
        return bodies.network({ cidrBlock: `10.${third}.0.0/16`, provider: pick(["aws", "GCP", "azure"]) });
      case "acl":
        return bodies.acl();
      case "peering":
        return bodies.peering(some("network"));
      case "cluster":
        return bodies.cluster(some("network"), { protected: chance(0.1) });
      case "job":
        return bodies.job(some("cluster"));
      default:
        return bodies.integration(pick(INTEGRATIONS));
    }
  }

  /** Another value, another name or no name for one of the properties, at any depth. Secrets keep their names. */
  function spoilt(value) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return pick(ODD_VALUES);
    const entries = Object.entries(value);
    const index = Math.floor(next() * (entries.length + 1));
    const [key, part] = entries[index] ?? [pick(ODD_TEXTS), pick(ODD_VALUES)];
    if (part === SECRET) return value;
    const rest = entries.filter((_, other) => other !== index);
    if (chance(0.2)) return Object.fromEntries(rest);
    const renamed = chance(0.2) && typeof part !== "object" ? pick(ODD_TEXTS) : key;
    return Object.fromEntries([...rest, [renamed, chance(0.5) ? spoilt(part) : pick(ODD_VALUES)]]);
  }

  function oddText() {
    const depth = 1000 * Math.ceil(next() * 20);
    return pick([
      () => "{".repeat(depth),
      () => "[".repeat(depth) + "]".repeat(depth),
      () => `${'{"data":'.repeat(depth)}1${"}".repeat(depth)}`,
      () => JSON.stringify({ description: "x".repeat(depth * 5), name: "y".repeat(depth) }),
      () => JSON.stringify({ cidrBlocks: Array.from({ length: depth }, () => pick(ODD_VALUES)) }),
      () => '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
      () => '{"name":"a","name":"b"}',
      () => "\ufeff{}",
      () => "a=b&c=d",
      () => Buffer.from(Array.from({ length: 64 }, () => Math.floor(next() * 256))).toString("latin1"),
    ])();
  }

  function request() {
    if (following !== undefined) {
      const made = { authorization, ...following };
      following = undefined;
      return made;
    }
    if (chance(0.02)) {
      const [target, body] = pick(FORMS);
      return { method: "POST", target, body: chance(0.5) ? body : body.slice(0, Math.floor(next() * body.length)) };
    }
    const made = wellFormed();
    let { method, target } = made;
    let body = made.body === undefined ? "" : JSON.stringify(made.body);
    let header = authorization;
    if (chance(0.4)) {
      const which = next();
      if (which < 0.55) body = JSON.stringify(spoilt(made.body ?? {}));
      else if (which < 0.58) body = oddText();
      else if (which < 0.66) body = body.slice(0, Math.floor(next() * body.length));
      else if (which < 0.78) target = spoiltTarget(target);
      else if (which < 0.85) method = pick(ODD_METHODS);
      else if (which < 0.92) header = pick([undefined, "", "Bearer", `${authorization}x`, ...ODD_TEXTS]);
      else target = pick(["/oauth/token", "/oauth2/token", "/_control/state", "/_control/faults", "*", ...ODD_TEXTS]);
    }
    return { method, target, authorization: header, body, learns: made.kind };
  }

  function spoiltTarget(target) {
    const parts = target.split("/");
    const index = Math.floor(next() * parts.length);
    if (chance(0.3)) parts.splice(index, 1);
    else parts.splice(index, chance(0.7) ? 1 : 0, pick(ODD_TEXTS));
    return parts.join("/") + (chance(0.2) ? pick(["?a=b", "#", "?", "/", "//"]) : "");
  }

  function learn(kind, id) {
    // What is in an older project is not found in the new one.
    if (kind === "project") for (const other of INSIDE) known[other] = [];
    known[kind].push(id);
    if (known[kind].length > 4) known[kind].shift();
    // Only an empty project can be deleted.
    if (kind === "project" && chance(0.2)) following = { method: "DELETE", target: paths(id).project, body: "" };
  }

  return { request, learn };
}
