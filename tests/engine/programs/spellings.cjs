/**
 * Resources that are spelled in other ways than builders write them, each with what the engine does to it when a
 * builder is put around its args afterwards: `{ kind, name, args, spelled, then }`, `spelled` being the value in question.
 */
const spelledIn = (args) => Object.values(args).at(-1);
const azure = { resourceProvider: "azure" };
const network = (name, number, args, then) => ({
  kind: "Network",
  name,
  spelled: spelledIn(args),
  args: { name, region: "eastus", cidrBlock: `10.${number}.0.0/16`, ...azure, ...args },
  then,
});
const peering = (name, args, then) => ({
  kind: "Peering",
  name,
  spelled: spelledIn(args),
  args: {
    name,
    peerResourceProvider: "azure",
    peerNetworkRegion: "eastus",
    peerAccountId: "11111111-2222-4333-8444-555555555555",
    peerNetworkId: `/subscriptions/99999999-aaaa-4bbb-8ccc-dddddddddddd/resourceGroups/apps/providers/Microsoft.Network/virtualNetworks/${name}`,
    routes: ["172.20.0.0/16"],
    ...args,
  },
  then,
});
const cluster = (name, args, then) => ({
  kind: "ManagedCluster",
  name,
  spelled: spelledIn(args),
  args: {
    name,
    topology: "three-node-multi-zone",
    instanceType: "M32",
    diskType: "premium-ssd-lrs",
    diskSize: 1024,
    serverVersion: "26.0",
    ...args,
  },
  then,
});
const backup = (name, schedule, then) => ({
  kind: "ScheduledBackup",
  name,
  spelled: schedule,
  args: { description: name, schedule, backupDescription: "{cluster} {datetime:rfc3339}", maxBackupCount: 7 },
  then,
});

exports.CASES = [
  network("display-name", 10, { region: "East US" }, "replace"),
  network("region-case", 11, { region: "EastUS" }, "replace"),
  network("region-space", 12, { region: " eastus" }, "replace"),
  network("google-case", 13, { resourceProvider: "gcp", region: "US-EAST1" }, "replace"),
  network("cloud-case", 14, { resourceProvider: "Azure" }, undefined),
  peering("peer-display-name", { peerNetworkRegion: "East US" }, "replace"),
  peering("peer-cloud-case", { peerResourceProvider: "Azure" }, undefined),
  peering("peer-account-case", { peerAccountId: "11111111-2222-4333-8444-55555555555A" }, undefined),
  peering("peer-route-twice", { routes: ["172.20.0.0/16", "172.20.0.0/16"] }, undefined),
  cluster("topology-case", { topology: "Three-Node-Multi-Zone" }, undefined),
  cluster("size-case", { instanceType: "m32" }, undefined),
  cluster("level-case", { projectionLevel: "Off" }, undefined),
  cluster("disk-case", { diskType: "Premium-SSD-LRS" }, undefined),
  backup("zeros", "00 02 * * *", undefined),
  backup("sunday", "30 3 * * 7", undefined),
  backup("every", "0 5 * * */1", undefined),
  backup("spaces", "30  6 * * *", "replace"),
  {
    kind: "Acl",
    name: "one-address",
    args: { name: "one-address", cidrBlocks: [{ address: "9.9.9.9" }] },
    then: "update",
  },
  {
    kind: "Acl",
    name: "no-comment",
    args: { name: "no-comment", cidrBlocks: [{ address: "9.9.8.0/24" }] },
    then: undefined,
  },
];
