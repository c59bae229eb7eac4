// Values in the wrong properties: five errors in four resources, two of which the provider refuses too, and two
// warnings.
require("eventstorecloud-planner/pulumi/guard");
const esc = require("@eventstore/pulumi-eventstorecloud");
const pulumi = require("@pulumi/pulumi");

const { id: projectId } = new esc.Project("project", { name: "project" });
const net = new esc.Network("net", {
  projectId,
  name: "net",
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.0.0.0/16",
});
const db = new esc.ManagedCluster("iops-and-throughput", {
  projectId,
  networkId: net.id,
  name: "db",
  topology: "single-node",
  instanceType: "M8",
  diskType: "gp3",
  diskSize: 500,
  diskIops: 125,
  diskThroughput: 3000,
  serverVersion: "26.0",
});
new esc.AWSCloudWatchLogsIntegration("key-and-secret", {
  projectId,
  description: "logs",
  accessKeyId: pulumi.secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
  secretAccessKey: pulumi.secret("AKIAIOSFODNN7EXAMPLE"),
  clusterIds: [db.id],
  groupName: "group",
  region: "us-east-1",
});
const backup = (name, description, schedule) =>
  new esc.ScheduledBackup(name, {
    projectId,
    sourceClusterId: db.id,
    description,
    schedule,
    backupDescription: "{cluster}",
    maxBackupCount: 7,
  });
backup("description-and-schedule", "0 2 * * *", "nightly");
backup("minute-and-hour", "02:30", "2 30 * * *");
new esc.Network("cloud-and-region", {
  projectId,
  name: "other",
  resourceProvider: "us-east-1",
  region: "aws",
  cidrBlock: "10.1.0.0/16",
});
setTimeout(() => {}, Number(process.env.BUSY_MS ?? 0));
