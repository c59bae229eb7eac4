/**
 * Every kind of resource with a value that its builder refuses. The environment says:
 *
 * - `BUILDERS`: the package of the builders;
 * - `LATE`: the wrong values are known in the update only. Without it they are plain, and what builders throw is
 *   caught and told, so that all of them are heard.
 */
const pulumi = require("@pulumi/pulumi");
const esc = require("@eventstore/pulumi-eventstorecloud");

const builders = require(process.env.BUILDERS);
const isLate = process.env.LATE === "true";

const projectId = new esc.Project("orders", { name: "orders" }).id;
const wrong = (value) => (isLate ? projectId.apply(() => value) : value);

const cluster = {
  projectId,
  networkId: "c2bq5k5o4t0gqrkt0030",
  topology: "single-node",
  instanceType: "M8",
  diskType: "gp3",
  diskSize: 500,
  serverVersion: "26.0",
};
const peering = {
  projectId,
  networkId: "c2bq5k5o4t0gqrkt0030",
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
};
const keys = {
  projectId,
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  clusterIds: ["c2bq5k5o4t0gqrkt0031"],
  region: "us-east-1",
};
const secretAccessKey = pulumi.secret("wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYAB");
const backup = { projectId, sourceClusterId: "c2bq5k5o4t0gqrkt0031", description: "nightly", maxBackupCount: 7 };

const ALL = {
  project: ["Project", { name: wrong("") }],
  network: [
    "Network",
    { projectId, name: "net", resourceProvider: "aws", region: wrong("us-east1"), cidrBlock: "10.20.0.0/16" },
  ],
  acl: ["Acl", { projectId, name: "offices", cidrBlocks: [{ address: wrong("300.9.9.9") }] }],
  peering: ["Peering", { ...peering, name: "apps", routes: [wrong("172.20.0.1/16")] }],
  managedCluster: ["ManagedCluster", { ...cluster, name: "db", diskSize: wrong(1) }],
  scheduledBackup: ["ScheduledBackup", { ...backup, schedule: wrong("nightly") }],
  integration: ["Integration", { projectId, description: "issues", data: { sink: wrong("slak"), source: "issues" } }],
  awsCloudWatchLogsIntegration: [
    "AWSCloudWatchLogsIntegration",
    { ...keys, secretAccessKey, description: "logs", groupName: wrong("no spaces?") },
  ],
  awsCloudWatchMetricsIntegration: [
    "AWSCloudWatchMetricsIntegration",
    { ...keys, secretAccessKey, description: "metrics", namespace: wrong("AWS/Kurrent") },
  ],
};

const refused = {};
for (const [builder, [kind, args]] of Object.entries(ALL)) {
  try {
    new esc[kind](builder, builders[builder](args));
  } catch (error) {
    refused[builder] = error.diagnostics?.map(({ code, path }) => `${code} ${path}`) ?? String(error);
  }
}
if (!isLate) console.log(JSON.stringify(refused));
