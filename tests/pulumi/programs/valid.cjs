// Args that nothing is wrong with, but that they have no ids. Copied beside every program.
"use strict";

const pulumi = require("@pulumi/pulumi");

/** Makes a resource of the package that the npm registry does not have yet. */
exports.made = (kind, name, args, opts) =>
  new pulumi.CustomResource(`kurrentcloud:index/${kind[0].toLowerCase()}${kind.slice(1)}:${kind}`, name, args, {
    version: "0.3.1",
    ...opts,
  });

exports.network = (more) => ({
  name: "net",
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.20.0.0/16",
  ...more,
});

exports.acl = (more) => ({ name: "offices", cidrBlocks: [{ address: "9.9.9.0/24", comment: "office" }], ...more });

exports.peering = (more) => ({
  name: "apps",
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
  routes: ["172.20.0.0/16"],
  ...more,
});

exports.cluster = (more) => ({
  name: "db",
  topology: "three-node-multi-zone",
  instanceType: "M32",
  diskType: "gp3",
  diskSize: 1000,
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
  projectionLevel: "system",
  protected: true,
  ...more,
});

exports.backup = (more) => ({
  description: "nightly",
  schedule: "0 2 * * *",
  backupDescription: "{cluster} nightly {datetime:rfc3339}",
  maxBackupCount: 14,
  ...more,
});

exports.slack = (more) => ({
  description: "issues to Slack",
  data: { sink: "slack", source: "issues", channelId: "#operations", token: pulumi.secret("xoxb-12345") },
  ...more,
});

exports.logs = (more) => ({
  description: "logs",
  groupName: "EventStoreLogs-Prod",
  region: "us-east-1",
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYAB",
  ...more,
});

exports.metrics = ({ groupName, ...more } = {}) => ({
  ...exports.logs(),
  description: "metrics",
  namespace: "KurrentCloud",
  groupName,
  ...more,
});
