// What the tests about bad input share: the properties of every kind, good args, and a net under each call.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

/** The built package, as `require` gives it. */
export const planner = createRequire(import.meta.url)("eventstorecloud-planner");
const { InputError, ValidationError, check } = planner;

/**
 * Every property of every kind with the type of its value; `list` holds texts, `map` texts under keys, `entries` maps.
 * `computed` ones cannot be written, `secret` ones are never shown.
 */
const kind = (build, properties) => ({
  build,
  text: [],
  number: [],
  boolean: [],
  list: [],
  map: [],
  entries: [],
  computed: [],
  secret: [],
  ...properties,
});
const CLOUD_WATCH = ["projectId", "description", "accessKeyId", "secretAccessKey", "region"];
export const KINDS = {
  Provider: kind(planner.provider, {
    text: [
      "organizationId",
      "token",
      "clientId",
      "clientSecret",
      "identityKitUrl",
      "identityProviderUrl",
      "tokenStore",
      "url",
    ],
    secret: ["token", "clientSecret"],
  }),
  Project: kind(planner.project, { text: ["name"] }),
  Network: kind(planner.network, {
    text: ["projectId", "resourceProvider", "region", "cidrBlock", "name"],
    boolean: ["publicAccess"],
  }),
  Acl: kind(planner.acl, { text: ["projectId", "name"], entries: ["cidrBlocks"] }),
  Peering: kind(planner.peering, {
    text: [
      "projectId",
      "networkId",
      "peerResourceProvider",
      "peerNetworkRegion",
      "peerAccountId",
      "peerNetworkId",
      "name",
    ],
    list: ["routes"],
    computed: ["providerMetadata"],
  }),
  ManagedCluster: kind(planner.managedCluster, {
    text: [
      "projectId",
      "networkId",
      "topology",
      "instanceType",
      "diskType",
      "serverVersion",
      "serverVersionTag",
      "projectionLevel",
      "aclId",
      "name",
    ],
    number: ["diskSize", "diskIops", "diskThroughput"],
    boolean: ["publicAccess", "protected"],
    computed: ["dnsName", "region", "resourceProvider"],
  }),
  ManagedClusterReplicaset: kind(planner.managedClusterReplicaset, {
    text: ["projectId", "clusterId"],
    number: ["replicaCount"],
    boolean: ["protected"],
    computed: ["status", "createdAt", "updatedAt"],
  }),
  ScheduledBackup: kind(planner.scheduledBackup, {
    text: ["projectId", "sourceClusterId", "description", "schedule", "backupDescription"],
    number: ["maxBackupCount"],
  }),
  Integration: kind(planner.integration, { text: ["projectId", "description"], map: ["data"] }),
  AWSCloudWatchLogsIntegration: kind(planner.awsCloudWatchLogsIntegration, {
    text: [...CLOUD_WATCH, "groupName"],
    list: ["clusterIds"],
    secret: ["accessKeyId", "secretAccessKey"],
  }),
  AWSCloudWatchMetricsIntegration: kind(planner.awsCloudWatchMetricsIntegration, {
    text: [...CLOUD_WATCH, "namespace"],
    list: ["clusterIds"],
    secret: ["accessKeyId", "secretAccessKey"],
  }),
};

/** Options that a kind needs, because the default package does not have all of it. */
export const NEEDS = {
  Provider: { target: "kurrentcloud@0.3.x" },
  ManagedClusterReplicaset: { target: "kurrentcloud@0.3.x" },
};

/** As Pulumi's Output of a secret: nothing but the mark is looked at. */
const output = { __pulumiOutput: true };
const cloudWatch = {
  projectId: "c2bq5k5o4t0gqrkt0030",
  description: "to CloudWatch",
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  clusterIds: ["c2bq5k5o4t0gqrkt0050"],
  region: "us-east-1",
};

/** Args that nothing is wrong with, by kind. */
export const GOOD = {
  Provider: {
    organizationId: "bt77lfqrh41uaatmh200",
    token: output,
    clientId: "",
    identityProviderUrl: "",
    tokenStore: "/home/deploy/.esctf/tokens",
    url: "https://api.eventstore.cloud",
  },
  Acl: {
    projectId: "c2bq5k5o4t0gqrkt0030",
    cidrBlocks: [{ address: "9.9.9.0/24", comment: "office" }],
    name: "offices",
  },
  Peering: {
    projectId: "c2bq5k5o4t0gqrkt0030",
    networkId: "c2bq5k5o4t0gqrkt0040",
    peerResourceProvider: "aws",
    peerNetworkRegion: "us-east-1",
    peerAccountId: "012345678901",
    peerNetworkId: "vpc-0a1b2c3d4e5f67890",
    routes: ["172.20.0.0/16"],
    name: "apps",
  },
  ManagedClusterReplicaset: {
    projectId: "c2bq5k5o4t0gqrkt0030",
    clusterId: "c2bq5k5o4t0gqrkt0050",
    replicaCount: 1,
    protected: true,
  },
  Integration: {
    projectId: "c2bq5k5o4t0gqrkt0030",
    description: "issues to Slack",
    data: { sink: "slack", source: "issues", channelId: "#operations", token: output },
  },
  AWSCloudWatchLogsIntegration: { ...cloudWatch, groupName: "EventStoreLogs-Prod" },
  AWSCloudWatchMetricsIntegration: { ...cloudWatch, namespace: "KurrentCloud" },
  Project: { name: "orders" },
  Network: {
    projectId: "c2bq5k5o4t0gqrkt0030",
    resourceProvider: "aws",
    region: "us-east-1",
    cidrBlock: "10.20.0.0/16",
    name: "net",
  },
  ManagedCluster: {
    projectId: "c2bq5k5o4t0gqrkt0030",
    networkId: "c2bq5k5o4t0gqrkt0040",
    topology: "three-node-multi-zone",
    instanceType: "M32",
    diskSize: 1000,
    diskType: "gp3",
    diskIops: 3000,
    diskThroughput: 125,
    serverVersion: "26.0",
    projectionLevel: "off",
    protected: true,
    name: "db",
  },
  ScheduledBackup: {
    projectId: "c2bq5k5o4t0gqrkt0030",
    sourceClusterId: "c2bq5k5o4t0gqrkt0050",
    description: "nightly",
    schedule: "0 2 * * *",
    backupDescription: "{cluster} nightly {datetime:rfc3339}",
    maxBackupCount: 7,
  },
};

/** All inputs of all kinds that hold one value: `{ kind, property, type }`. */
export const PROPERTIES = Object.entries(KINDS).flatMap(([kind, { text, number, boolean }]) =>
  Object.entries({ text, number, boolean }).flatMap(([type, names]) =>
    names.map((property) => ({ kind, property, type })),
  ),
);

/** All inputs that hold several. */
export const CONTAINERS = Object.entries(KINDS).flatMap(([kind, { list, map, entries }]) =>
  Object.entries({ list, map, entries }).flatMap(([type, names]) =>
    names.map((property) => ({ kind, property, type })),
  ),
);

/** A document of one resource, a part of a program. */
export const one = (kind, args, name = "it") => ({ ...NEEDS[kind], partial: true, resources: [{ kind, name, args }] });

/** Good args with one property replaced. Not a spread over the value: the value may throw. */
export const withValue = (kind, property, value) => ({ ...GOOD[kind], [property]: value });

/** `CODE path` of each diagnostic. */
export const problems = ({ diagnostics }) => diagnostics.map(({ code, path }) => `${code} ${path}`);

/** An ordinary program, whose report must be the same after every bad call. */
export const ORDINARY = {
  packages: ["@pulumi/eventstorecloud"],
  resources: [
    { kind: "Project", name: "orders", args: { name: " " } },
    { kind: "Network", name: "net", args: { ...GOOD.Network, region: "us-east1", projectId: { ref: "order" } } },
    {
      kind: "ManagedCluster",
      name: "db",
      args: { ...GOOD.ManagedCluster, networkId: { unknown: true }, serverVersion: 26.1 },
    },
  ],
};
const ordinaryReport = JSON.stringify(check(ORDINARY));

const TYPES = [Object, Array, Function, String, Number, Boolean, Promise, Map, Set, Date, Error, RegExp, Symbol];
const shared = () =>
  [globalThis, ...TYPES.map(({ prototype }) => prototype)].map((one) => Reflect.ownKeys(one).map(String).join());
const sharedBefore = shared();

/** Asserts that no prototype and nothing global has been touched. */
export const assertUnpolluted = (what) => assert.deepEqual(shared(), sharedBefore, what);

/**
 * Makes a call and returns its value, or the error it threw. Asserts what holds after any call, good or bad: whatever
 * was thrown is one of our own errors and no trap, prototypes are as they were, and an ordinary call gives what it
 * always gives.
 */
export function tried(call, what = "") {
  let outcome;
  try {
    outcome = call();
  } catch (error) {
    outcome = error;
    const name = error?.constructor?.name;
    assert.ok(
      error instanceof InputError || error instanceof ValidationError,
      `${what}: threw ${name}: ${error?.message}`,
    );
  }
  assertUnpolluted(what);
  assert.equal(JSON.stringify(check(ORDINARY)), ordinaryReport, what);
  return outcome;
}

/** The report of a document. */
export function reportOf(document, options, what) {
  const report = tried(() => check(document, options), what);
  assert.ok(Array.isArray(report.diagnostics), `${what}: ${report}`);
  return report;
}

/** The problems that a builder throws, or those it warned of. */
export function builderProblems(kind, args, what) {
  const warned = [];
  const outcome = tried(() => KINDS[kind].build(args, { ...NEEDS[kind], onDiagnostic: (d) => warned.push(d) }), what);
  assert.ok(!(outcome instanceof InputError), `${what}: ${outcome?.message}`);
  return outcome instanceof ValidationError ? problems(outcome) : problems({ diagnostics: warned });
}

/** Asserts that a call is refused with an `InputError` at a path. */
export function refused(call, path, what = path) {
  const error = tried(call, what);
  assert.ok(error instanceof InputError, `${what}: not refused`);
  assert.equal(error.path, path, what);
  assert.ok(error instanceof TypeError && error.message.length < 1000, what);
}
