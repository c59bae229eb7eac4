/** Scenarios of values: what is created, and which change updates, replaces, or comes back in every run. */
import {
  CLUSTER,
  accessList,
  backup,
  cluster,
  configuration,
  everyKind,
  expression,
  network,
  peering,
  project,
  usual,
} from "./blocks.mjs";

const replacedBackup = "scheduled_backup.daily delete,create replace_because_cannot_update source_cluster_id";
const created = ["managed_cluster.db create", "network.main create", "project.orders create"];

/** Disks of the time before gp3, and a server that all versions of the provider accept. */
const old = { disk_type: "gp2", disk_iops: undefined, disk_throughput: undefined, server_version: "20.10" };
const sold = { retiredDiskTypes: [] };

/** The cluster before and after a change, for a program that reads documents. */
const documents = (...all) =>
  all.map((attributes) => {
    const written = Object.entries({ ...CLUSTER, ...attributes }).filter(([, value]) => value !== undefined);
    const camel = (name) => name.replace(/_./g, ([, letter]) => letter.toUpperCase());
    const args = Object.fromEntries(written.map(([name, value]) => [camel(name), value]));
    return {
      kind: "ManagedCluster",
      name: "eventstorecloud_managed_cluster.db",
      args: { ...args, projectId: "d5ari0fe7apfvdg0000g", networkId: "d5ari0ne7apfvdg00010" },
    };
  });

/** A change of one attribute with the last version that replaces for it and with the first that does not. */
const since = (attribute, [before, first], base, change, { again, service } = {}) =>
  [
    {
      version: before,
      plan: [`managed_cluster.db delete,create replace_because_cannot_update ${attribute}`, replacedBackup],
    },
    { version: first, plan: ["managed_cluster.db update"], again },
  ].map((outcome) => ({
    name: `${attribute} with ${outcome.version}`,
    base: usual(base),
    main: usual({ ...base, ...change }),
    service,
    // Neither these disks nor these servers are sold any more.
    isRetired: true,
    documents: documents(base, { ...base, ...change }),
    ...outcome,
  }));

export const scenarios = [
  {
    name: "every kind",
    main: everyKind(),
    plan: [
      "acl.offices create",
      "integration.chat create",
      "integration_awscloudwatch_logs.logs create",
      "integration_awscloudwatch_metrics.metrics create",
      "managed_cluster.db create",
      "network.main create",
      "peering.app create",
      "project.orders create",
      "scheduled_backup.daily create",
    ],
    // What is sent as a secret never comes back.
    again: ["integration.chat update"],
    captures: ["plan", "after.state", "again", "refresh-only"],
  },
  { name: "no changes", recorded: "no_changes", base: usual(), main: usual(), plan: [] },
  {
    name: "public access",
    main: configuration(
      project(),
      network({ cidr_block: undefined, public_access: true }),
      accessList(),
      cluster({ public_access: true, acl_id: expression("eventstorecloud_acl.offices.id") }),
    ),
    plan: ["acl.offices create", ...created],
    captures: ["plan", "after.state"],
  },
  {
    name: "defaults written out",
    base: usual(),
    main: usual({
      projection_level: "off",
      protected: false,
      public_access: false,
      acl_id: "",
      server_version_tag: "26.0.0",
    }),
    plan: [],
  },
  {
    name: "updates in place",
    base: usual({ server_version: "25.0" }),
    main: usual({
      name: "orders",
      protected: false,
      instance_type: "C4",
      server_version: "25.1",
      server_version_tag: "25.1.1",
      disk_size: 32,
      disk_iops: 4000,
    }),
    plan: ["managed_cluster.db update"],
    commands: ["", "/commands/resize", "/commands/upgrade", "/disk/expand"],
    served: { description: "orders", instanceType: "c4", serverVersionTag: "25.1.1", diskSizeGb: 32, diskIops: 4000 },
    captures: ["plan"],
  },
  {
    name: "topology",
    recorded: "topology",
    base: usual(),
    main: usual({ topology: "three-node-multi-zone" }),
    plan: ["managed_cluster.db delete,create replace_because_cannot_update topology", replacedBackup],
    captures: ["refresh-only"],
  },
  {
    name: "projection level",
    base: usual(),
    main: usual({ projection_level: "system" }),
    plan: ["managed_cluster.db delete,create replace_because_cannot_update projection_level", replacedBackup],
  },
  {
    name: "region of the network",
    recorded: "net_region",
    base: usual(),
    main: configuration(project(), network({ region: "us-west-2" }), cluster(), backup()),
    plan: [
      "managed_cluster.db delete,create replace_because_cannot_update network_id",
      "network.main delete,create replace_because_cannot_update region",
      replacedBackup,
    ],
  },
  {
    name: "schedule of the backup",
    base: usual(),
    main: configuration(project(), network(), cluster(), backup({ schedule: "0 5 * * *" })),
    plan: ["scheduled_backup.daily delete,create replace_because_cannot_update schedule"],
  },
  {
    name: "routes of the peering",
    base: configuration(project(), network(), peering()),
    main: configuration(project(), network(), peering({ routes: ["10.40.0.0/16", "10.41.0.0/16"] })),
    plan: ["peering.app delete,create replace_because_cannot_update routes"],
    captures: ["plan"],
  },
  {
    name: "deletions",
    base: everyKind(),
    main: configuration(project(), network()),
    plan: [
      "acl.offices delete delete_because_no_resource_config",
      "integration.chat delete delete_because_no_resource_config",
      "integration_awscloudwatch_logs.logs delete delete_because_no_resource_config",
      "integration_awscloudwatch_metrics.metrics delete delete_because_no_resource_config",
      "managed_cluster.db delete delete_because_no_resource_config",
      "peering.app delete delete_because_no_resource_config",
      "scheduled_backup.daily delete delete_because_no_resource_config",
    ],
    captures: ["plan"],
  },
  {
    name: "topology in another case",
    base: usual(),
    main: usual({ topology: "Single-Node" }),
    plan: ["managed_cluster.db delete,create replace_because_cannot_update topology", replacedBackup],
    again: ["managed_cluster.db delete,create replace_because_cannot_update topology", replacedBackup],
    captures: ["plan"],
  },
  {
    name: "size and levels in another case",
    recorded: "instance_case",
    base: usual({ instance_type: "f1", projection_level: "off" }),
    main: usual({ instance_type: "F1", projection_level: "OFF" }),
    plan: [],
  },
  {
    name: "server version alone",
    base: usual({ server_version: "25.1" }),
    main: usual({ server_version: "26.0" }),
    plan: ["managed_cluster.db update"],
    // Nothing is sent for it, so that it is read back as it was.
    again: ["managed_cluster.db update"],
    commands: [],
    served: { serverVersion: "25.1" },
    captures: ["plan", "again"],
  },
  {
    name: "peer provider in another case",
    main: configuration(project(), network(), peering({ peer_resource_provider: "AWS" })),
    plan: ["network.main create", "peering.app create", "project.orders create"],
    again: ["peering.app delete,create replace_because_cannot_update peer_resource_provider"],
    captures: ["again"],
  },
  {
    name: "access list without comments",
    recorded: "acl",
    base: configuration(project(), accessList({}, { label: "a" })),
    main: configuration(project(), accessList({ cidr_blocks: [{ address: "203.0.113.0/24" }] }, { label: "a" })),
    plan: ["acl.a update"],
    again: ["acl.a update"],
  },
  {
    name: "secret of an integration",
    base: everyKind(),
    main: everyKind({ data: { sink: "slack", token: "xoxb-1111111111-MARKER", channel_id: "C0000000001" } }),
    plan: ["integration.chat update"],
    again: ["integration.chat update"],
  },
  {
    // The check of IOPS compares the text as it is written.
    name: "gp3 in another case",
    main: usual({ disk_type: "Gp3" }),
    planError: /iops/i,
    plan: ["network.main create", "project.orders create"],
    again: ["network.main create", "project.orders create"],
  },
  {
    name: "values with 1.6.0",
    version: "1.6.0",
    base: usual(),
    main: usual({ name: "orders", instance_type: "C4", disk_size: 32 }),
    plan: ["managed_cluster.db update"],
    captures: ["plan", "after.state"],
  },
  ...since("name", ["1.5.7", "1.5.8"], old, { name: "orders" }, { service: sold }),
  ...since(
    "disk_type",
    ["1.5.15", "1.5.16"],
    old,
    { disk_type: "gp3", disk_iops: 3000, disk_throughput: 125 },
    {
      service: sold,
    },
  ),
  ...since(
    "server_version",
    ["1.5.26", "1.5.27"],
    { server_version: "20.10" },
    { server_version: "21.10" },
    {
      again: ["managed_cluster.db update"],
    },
  ),
  ...since("instance_type", ["1.5.27", "1.5.28"], { server_version: "20.10" }, { instance_type: "C4" }),
];
