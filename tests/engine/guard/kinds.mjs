// Every kind of mistake, each in one resource of `kinds.cjs`, and the codes that it is reported with. With `refused`,
// the provider refuses it in a preview too, with these words.

export const MISTAKES = {
  "a block with host bits": {
    net: { cidrBlock: "10.20.0.1/16" },
    codes: ["NET007"],
    refused: "expected cidr_block to contain a valid network Value",
  },
  "a block without a prefix": {
    net: { cidrBlock: "10.20.0.0" },
    codes: ["NET006"],
    refused: "expected cidr_block to contain a valid Value",
  },
  "a cloud that does not exist": {
    net: { resourceProvider: "google" },
    codes: ["NET001"],
    refused: "expected resource_provider to be one of",
  },
  "a name that is an object": {
    net: { name: { a: 1 } },
    codes: ["ARG002"],
    refused: "Attribute must be a single value, not a map",
  },
  "a region of another cloud": { net: { region: "us-east1" }, codes: ["NET011"] },
  "a block of public addresses": { net: { cidrBlock: "8.8.0.0/16" }, codes: ["NET009"] },
  "a required property that is missing": { net: { region: null }, codes: ["ARG003"] },
  "a misspelt property": { net: { cidrblock: "10.20.0.0/16", cidrBlock: null }, codes: ["ARG001"] },

  "an access list of private addresses": {
    acl: { cidrBlocks: [{ address: "10.0.0.0/8", comment: "" }] },
    codes: ["ACL007"],
  },

  "a sink that does not exist": {
    int: { data: { sink: "slak", channelId: "#ops", token: "token" } },
    codes: ["INT001"],
  },
  "a misspelt key in the data of an integration": {
    int: { data: { sink: "slack", source: "issues", channel: "#ops", token: "token" } },
    codes: ["INT002"],
  },

  "a route that overlaps the network": { peer: { routes: ["10.20.8.0/24"] }, codes: ["PEER009"] },
  "a network's id for an account's": { peer: { peerAccountId: "vpc-0a1b2c3d4e5f67890" }, codes: ["PEER011"] },
  "a peering without routes": { peer: { routes: [] }, codes: ["PEER006"] },

  "a topology that does not exist": {
    db: { topology: "three-node" },
    codes: ["CLU001"],
    refused: "expected topology to be one of",
  },
  "an instance type that does not exist": {
    db: { instanceType: "M9" },
    codes: ["CLU003"],
    refused: "expected instance_type to be one of",
  },
  "a disk type with IOPS that has none": {
    db: { diskType: "gp2" },
    codes: ["CLU006"],
    refused: "must not be set when 'type' is 'gp2'",
  },
  "a disk that is too small": {
    db: { diskSize: 4 },
    codes: ["CLU009"],
    refused: "expected disk_size to be in the range",
  },
  "a disk of a negative size": {
    db: { diskSize: -1 },
    codes: ["CLU009"],
    refused: "expected disk_size to be in the range",
  },
  "a disk size that is not a number": {
    db: { diskSize: "NaN" },
    codes: ["ARG004"],
    refused: "expected disk_size to be in the range",
  },
  "a gp3 disk without IOPS": {
    db: { diskIops: null },
    codes: ["CLU012"],
    refused: "must be set when 'type' is 'gp3'",
  },
  "a projection level that does not exist": {
    db: { projectionLevel: "all" },
    codes: ["CLU027"],
    refused: "expected projection_level to be one of",
  },
  "a version that is a number": { db: { serverVersion: 24.1 }, codes: ["VER002"] },
  "a version that is no longer offered": { db: { serverVersion: "20.10" }, codes: ["VER004"] },

  "a schedule with the name of a day": { bak: { schedule: "0 2 * * MON" }, codes: ["BAK007"] },
  "a schedule with seconds": { bak: { schedule: "0 0 2 * * *" }, codes: ["BAK001"] },
  "a backup job that keeps nothing": { bak: { maxBackupCount: 0 }, codes: ["BAK017"] },
};
