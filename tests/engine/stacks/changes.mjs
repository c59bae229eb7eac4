/** What a change of a resource's own values does. */
import { changed, previewed } from "./play.mjs";

const OTHER_TOPOLOGY = { topology: "three-node-multi-zone" };
const NAMED_BY_PULUMI = { orders: { name: null }, net: { name: null }, db: { name: null } };
/** What a network takes along when it is deleted first. */
const WITH_ITS_NETWORK = ["replace db deleteFirst", "replace backup deleteFirst"];
/** Some versions of the provider put the first word between quotes. */
const IOPS = /'?iops'? must be set when 'type' is 'gp3'/;
const WITHOUT_CLUSTER = ["net", "db", "backup"];

export const CHANGES = [
  changed(
    "topology",
    "the topology replaces a cluster, and a fixed name means that the old one is deleted first",
    { args: { db: OTHER_TOPOLOGY } },
    ["replace db deleteFirst (topology)", "replace backup deleteFirst"],
    { left: { cluster: ["orders-db"], job: ["daily"] }, keeps: true },
  ),
  previewed(
    "topo-and-name",
    "another fixed name does not change the order",
    { args: { db: { ...OTHER_TOPOLOGY, name: "orders-db2" } } },
    ["replace db deleteFirst (topology)", "replace backup deleteFirst"],
  ),
  previewed("projection", "the projection level replaces a cluster", { args: { db: { projectionLevel: "system" } } }, [
    "replace db deleteFirst (projectionLevel)",
    "replace backup deleteFirst",
  ]),
  changed(
    "autonamed",
    "without a name in the program the new cluster comes first; the old one and its data are deleted all the same",
    { args: { ...NAMED_BY_PULUMI, db: { name: null, ...OTHER_TOPOLOGY } } },
    ["replace db createFirst (topology)", "replace backup createFirst (sourceClusterId)"],
    { base: { args: NAMED_BY_PULUMI }, keeps: true },
  ),
  changed("name-removed", "what had a name keeps it", { args: NAMED_BY_PULUMI }, [], {
    left: { project: ["orders"], network: ["orders-net"], cluster: ["orders-db"] },
  }),
  changed(
    "net-region",
    "another region replaces the network and all that is in it",
    { args: { net: { region: "us-west-2" } } },
    ["replace net deleteFirst (region)", ...WITH_ITS_NETWORK],
    { left: { network: ["orders-net"], cluster: ["orders-db"], job: ["daily"] } },
  ),
  changed(
    "moved-region",
    "a peering in it goes along; what names clusters in a list is updated",
    { all: true, args: { net: { region: "us-west-2" } } },
    [
      "replace net deleteFirst (region)",
      ...WITH_ITS_NETWORK,
      "replace peer deleteFirst",
      "update logs",
      "update metrics",
      "update slack",
    ],
    { base: { all: true }, again: ["update slack"] },
  ),
  previewed("net-block", "another address block does, too", { args: { net: { cidrBlock: "10.21.0.0/16" } } }, [
    "replace net deleteFirst (cidrBlock)",
    ...WITH_ITS_NETWORK,
  ]),
  previewed(
    "net-upper",
    "the case of a cloud in a network is no change",
    { args: { net: { resourceProvider: "aws" } } },
    [],
    {
      base: { args: { net: { resourceProvider: "AWS" } } },
    },
  ),
  previewed("upper-region-azure", "a region that was deployed as it is spelled stays so", UPPER(), [], {
    base: UPPER(),
  }),
  changed(
    "peer-routes",
    "the routes replace a peering",
    { with: ["peer"], without: ["db", "backup"], args: { peer: { routes: ["172.20.0.0/16", "172.21.0.0/16"] } } },
    ["replace peer deleteFirst (routes)"],
    { base: { with: ["peer"], without: ["db", "backup"] } },
  ),
  changed(
    "backup-schedule",
    "what has no name of its own is created anew first",
    { args: { backup: { schedule: "0 4 * * *" } } },
    ["replace backup createFirst (schedule)"],
    { left: { job: ["daily"] } },
  ),
  changed(
    "acl-name",
    "an access list is renamed in place",
    { all: true, args: { acl: { name: "offices2" } } },
    ["update acl", "update slack"],
    { base: { all: true }, again: ["update slack"], left: { acl: ["offices2"] } },
  ),
  previewed("rename-project", "a project is renamed in place", { args: { orders: { name: "orders2" } } }, [
    "update orders",
  ]),
  changed("rename-cluster", "and so is a cluster", { args: { db: { name: "orders-db2" } } }, ["update db"], {
    left: { cluster: ["orders-db2"] },
  }),
  changed("disk-size", "a disk grows in place", { args: { db: { diskSize: 32 } } }, ["update db"]),
  changed("disk-type", "the type of a disk changes in place", {}, ["update db"], {
    base: { args: { db: { diskType: "gp2", diskIops: null, diskThroughput: null } } },
    service: { retiredDiskTypes: [] },
  }),
  changed("instance-type", "the size changes in place", { args: { db: { instanceType: "C4" } } }, ["update db"]),
  previewed("inst-lower", "the case of a size is no change", { args: { db: { instanceType: "f1" } } }, []),
  previewed("tag-upper", "nor is that of a disk type", {}, [], {
    base: { args: { db: { instanceType: "f1", diskType: "GP3" } } },
  }),
  changed(
    "version-tag",
    "a line and its release upgrade in place",
    { args: { db: { serverVersion: "26.0", serverVersionTag: "26.0.0" } } },
    ["update db"],
    { base: { args: { db: { serverVersion: "25.0" } } } },
  ),
  changed(
    "version-alone",
    "a line without its release stays a change in every run",
    { args: { db: { serverVersion: "26.0" } } },
    ["update db"],
    { base: { args: { db: { serverVersion: "25.0" } } }, again: ["update db"] },
  ),
  changed(
    "peering-upper",
    "and so does the cloud of a peering in capitals, which replaces it",
    { with: ["peer"], args: { peer: { peerResourceProvider: "AWS" } } },
    ["create peer"],
    { isWrong: true, again: { steps: ["replace peer deleteFirst (peerResourceProvider)"], isWrong: true } },
  ),
  changed("protected-on", "protection is switched on in place", { args: { db: { protected: true } } }, ["update db"]),
  changed(
    "gp3-missing",
    "a preview ends at what the provider refuses",
    { args: { db: { diskIops: null, diskThroughput: null } } },
    [],
    {
      error: IOPS,
      up: { operations: {}, error: IOPS },
      isWrong: true,
      again: null,
    },
  ),
  changed(
    "delete-network",
    "what was left out of the program is deleted",
    { without: WITHOUT_CLUSTER },
    ["delete backup", "delete db", "delete net"],
    { left: { project: ["orders"], network: [], cluster: [], job: [] } },
  ),
  changed("delete-cluster", "a cluster is deleted", { without: ["db", "backup"] }, ["delete backup", "delete db"], {
    left: { cluster: [], job: [] },
  }),
  changed(
    "secret-description",
    "a secret is no change of anything else",
    { more: [{ key: "hidden", kind: "ScheduledBackup", args: hiddenJob() }] },
    ["create hidden"],
    { keeps: true },
  ),
];

function UPPER() {
  return { without: ["db", "backup"], args: { net: { resourceProvider: "azure", region: "West US2" } } };
}

function hiddenJob() {
  return {
    projectId: { id: "orders" },
    sourceClusterId: { id: "db" },
    description: { secret: "description-MARKER" },
    backupDescription: "weekly",
    schedule: "0 3 * * 0",
    maxBackupCount: 4,
  };
}
