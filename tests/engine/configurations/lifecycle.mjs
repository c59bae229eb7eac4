/** Scenarios of the language: what addresses, meta-arguments, modules and the options of a plan do to resources. */
import {
  backup,
  block,
  cluster,
  configuration,
  everyKind,
  expression,
  lifecycle,
  network,
  project,
  required,
  usual,
} from "./blocks.mjs";

const CLUSTER = "eventstorecloud_managed_cluster.db";
const BACKUP = "eventstorecloud_scheduled_backup.daily";

const replaced = "managed_cluster.db delete,create replace_because_cannot_update topology";
const replacedBackup = "scheduled_backup.daily delete,create replace_because_cannot_update source_cluster_id";
const wider = { topology: "three-node-multi-zone" };

/** The usual configuration, with this in the cluster's lifecycle block before and after. */
const kept = (text, change) => ({ base: usual({}, lifecycle(text)), main: usual(change, lifecycle(text)) });

const withoutCluster = (...blocks) => configuration(project(), network(), ...blocks);

const removed = (from, more) => block("removed", { from: expression(from) }, more);
const moved = (from, to) => block("moved", { from: expression(from), to: expression(to) });

const counted = (count) => withoutCluster(cluster({ count, name: expression('"orders-db-${count.index}"') }));
const keyed = (...keys) =>
  withoutCluster(
    cluster({
      for_each: expression(`toset(${JSON.stringify(keys)})`),
      name: expression('"orders-db-${each.key}"'),
    }),
  );

const renamed = [
  cluster({}, { label: "database" }),
  backup({ source_cluster_id: expression("eventstorecloud_managed_cluster.database.id") }),
];

const STORE = {
  "store/main.tf": configuration(
    required("1.7.2"),
    block('variable "name"', { default: "orders" }),
    block('variable "cidr_block"', { default: "10.20.0.0/16" }),
    project({ name: expression("var.name") }),
    network({ cidr_block: expression("var.cidr_block") }),
    cluster(),
  ),
};
const INTO_STORE = ["managed_cluster.db", "network.main", "project.orders"];

const store = (label, attributes) => block(`module "${label}"`, { source: "./store", ...attributes });

/** Takes resources out of the state, and imports them again. */
const imports = (wanted) => async (engine) => {
  const { values } = (await engine.state()).json;
  const found = values.root_module.resources.filter(({ address }) => wanted(address));
  await engine.command("state", "rm", ...found.map(({ address }) => address));
  const blocks = found.map(({ address, values: { project_id, id } }) =>
    block("import", { to: expression(address), id: project_id === undefined ? id : `${project_id}:${id}` }),
  );
  engine.write({ "import.tf": configuration(...blocks) });
};

const importsCluster = imports((address) => address === CLUSTER);

const lookedUp = [
  block('data "eventstorecloud_network" "found"', {
    name: "orders-main",
    project_id: expression("eventstorecloud_project.orders.id"),
  }),
  block('data "eventstorecloud_project" "found"', { name: "orders" }),
  block('output "network"', { value: expression("data.eventstorecloud_network.found.id") }),
];

export const scenarios = [
  {
    name: "create before destroy",
    recorded: "cbd",
    ...kept("create_before_destroy = true", wider),
    plan: ["managed_cluster.db create,delete replace_because_cannot_update topology", replacedBackup],
    captures: ["plan"],
  },
  {
    name: "prevent destroy",
    ...kept("prevent_destroy = true", wider),
    planError: /Resource instance cannot be destroyed/,
    plan: [replaced],
    again: [replaced],
    refused: [CLUSTER],
    destroyError: /Resource instance cannot be destroyed/,
    left: ["cluster orders-db available", "job daily running", "network orders-main available", "project orders"],
    captures: ["plan"],
  },
  {
    name: "ignore changes",
    recorded: "ignore_changes",
    base: usual(),
    main: usual({ ...wider, disk_size: 64 }, lifecycle("ignore_changes = [topology]")),
    plan: ["managed_cluster.db update"],
  },
  {
    name: "replace triggered by",
    base: usual({}, lifecycle("replace_triggered_by = [eventstorecloud_project.orders.name]")),
    main: configuration(
      project({ name: "orders-and-more" }),
      network(),
      cluster({}, lifecycle("replace_triggered_by = [eventstorecloud_project.orders.name]")),
      backup(),
    ),
    plan: ["managed_cluster.db delete,create replace_by_triggers", "project.orders update", replacedBackup],
    why: { address: CLUSTER, reason: /replace_triggered_by/ },
    captures: ["plan"],
  },
  {
    name: "not destroyed when removed",
    base: usual({}, lifecycle("destroy = false")),
    main: withoutCluster(),
    plan: [
      "managed_cluster.db forget forgot_because_lifecycle_destroy_in_state",
      "scheduled_backup.daily delete delete_because_no_resource_config",
    ],
    destroyError: /Networks with clusters/,
    left: ["cluster orders-db available", "network orders-main available", "project orders"],
    captures: ["plan"],
  },
  {
    name: "not destroyed when replaced",
    ...kept("destroy = false", wider),
    plan: ["managed_cluster.db forget,create replace_because_cannot_update topology", replacedBackup],
    things: [
      "cluster orders-db available",
      "cluster orders-db available",
      "job daily running",
      "network orders-main available",
      "project orders",
    ],
    destroyError: /Networks with clusters/,
    left: [
      "cluster orders-db available",
      "cluster orders-db available",
      "network orders-main available",
      "project orders",
    ],
    captures: ["plan"],
  },
  {
    name: "removed",
    recorded: "removed",
    base: usual(),
    main: withoutCluster(removed(CLUSTER), removed(BACKUP)),
    plan: [
      "managed_cluster.db forget delete_because_no_resource_config",
      "scheduled_backup.daily forget delete_because_no_resource_config",
    ],
    why: { address: CLUSTER, reason: /`removed`/ },
    destroyError: /Networks with clusters/,
    left: ["cluster orders-db available", "job daily running", "network orders-main available", "project orders"],
  },
  {
    name: "removed and destroyed",
    base: usual(),
    main: withoutCluster(...[CLUSTER, BACKUP].map((from) => removed(from, "lifecycle {\n  destroy = true\n}"))),
    plan: [
      "managed_cluster.db delete delete_because_no_resource_config",
      "scheduled_backup.daily delete delete_because_no_resource_config",
    ],
  },
  {
    name: "moved",
    recorded: "moved",
    base: usual(),
    main: withoutCluster(...renamed, moved(CLUSTER, "eventstorecloud_managed_cluster.database")),
    plan: ["managed_cluster.database no-op was managed_cluster.db"],
    why: { address: "eventstorecloud_managed_cluster.database", reason: /eventstorecloud_managed_cluster\.db\b/ },
  },
  {
    name: "renamed without moved",
    base: usual(),
    main: withoutCluster(...renamed),
    plan: [
      "managed_cluster.database create",
      "managed_cluster.db delete delete_because_no_resource_config",
      replacedBackup,
    ],
    captures: ["plan"],
  },
  {
    name: "modules",
    recorded: "module",
    modules: STORE,
    main: configuration(
      store("store"),
      store("more", { for_each: expression('toset(["x"])'), name: "more", cidr_block: "10.31.0.0/16" }),
    ),
    plan: ['module.more["x"]', "module.store"].flatMap((module) =>
      INTO_STORE.map((address) => `${module}.${address} create`),
    ),
    captures: ["plan", "after.state"],
  },
  {
    name: "moved into a module",
    modules: STORE,
    base: withoutCluster(cluster()),
    main: configuration(
      store("store"),
      ...INTO_STORE.map((address) => moved(`eventstorecloud_${address}`, `module.store.eventstorecloud_${address}`)),
    ),
    plan: INTO_STORE.map((address) => `module.store.${address} no-op was ${address}`),
    captures: ["plan"],
  },
  {
    name: "count up",
    recorded: "count",
    base: counted(1),
    main: counted(2),
    plan: ["managed_cluster.db[1] create"],
  },
  {
    name: "count down",
    recorded: "count_down",
    base: counted(2),
    main: counted(1),
    plan: ["managed_cluster.db[1] delete delete_because_count_index"],
    why: { address: `${CLUSTER}[1]`, reason: /`count`/ },
  },
  {
    name: "for each",
    base: keyed("a", "b c"),
    main: keyed("a", "d"),
    plan: ['managed_cluster.db["b c"] delete delete_because_each_key', 'managed_cluster.db["d"] create'],
    why: { address: `${CLUSTER}["b c"]`, reason: /`for_each`/ },
    captures: ["plan", "after.state"],
  },
  {
    name: "count to for each",
    base: counted(1),
    main: keyed("0"),
    plan: ["managed_cluster.db[0] delete delete_because_wrong_repetition", 'managed_cluster.db["0"] create'],
    captures: ["plan"],
  },
  {
    name: "count to for each and moved",
    base: counted(1),
    main: configuration(keyed("0"), moved(`${CLUSTER}[0]`, `${CLUSTER}["0"]`)),
    plan: ['managed_cluster.db["0"] no-op was managed_cluster.db[0]'],
  },
  {
    name: "import",
    base: usual(),
    meanwhile: importsCluster,
    main: usual(),
    plan: ["managed_cluster.db no-op imported"],
    captures: ["plan"],
  },
  {
    name: "import of every kind",
    base: everyKind(),
    meanwhile: imports(() => true),
    main: everyKind(),
    // What is secret is not read, and so is set again.
    plan: [
      "acl.offices no-op imported",
      "integration.chat update imported",
      "integration_awscloudwatch_logs.logs update imported",
      "integration_awscloudwatch_metrics.metrics update imported",
      "managed_cluster.db no-op imported",
      "network.main no-op imported",
      "peering.app no-op imported",
      "project.orders no-op imported",
      "scheduled_backup.daily no-op imported",
    ],
    again: ["integration.chat update"],
    captures: ["plan"],
  },
  {
    name: "import and update",
    base: usual(),
    meanwhile: importsCluster,
    main: usual({ disk_size: 32 }),
    plan: ["managed_cluster.db update imported"],
  },
  {
    name: "import and replace",
    base: usual(),
    meanwhile: importsCluster,
    main: usual(wider),
    plan: [`${replaced} imported`, replacedBackup],
    captures: ["plan"],
  },
  {
    name: "tainted",
    recorded: "tainted",
    base: usual(),
    meanwhile: (engine) => engine.command("taint", CLUSTER),
    main: usual(),
    plan: ["managed_cluster.db delete,create replace_because_tainted", replacedBackup],
    why: { address: CLUSTER, reason: /taint/ },
  },
  {
    name: "tainted and untainted",
    base: usual(),
    meanwhile: async (engine) => {
      await engine.command("taint", CLUSTER);
      await engine.command("untaint", CLUSTER);
    },
    main: usual(),
    plan: [],
  },
  {
    name: "replace option",
    recorded: "replace_flag",
    base: usual(),
    main: usual(),
    planArguments: [`-replace=${CLUSTER}`],
    plan: ["managed_cluster.db delete,create replace_by_request", replacedBackup],
    why: { address: CLUSTER, reason: /-replace|request/ },
  },
  {
    name: "target option",
    recorded: "target",
    base: usual(),
    main: configuration(project(), network(), cluster({ disk_size: 32 }), backup({ schedule: "0 5 * * *" })),
    planArguments: [`-target=${CLUSTER}`],
    plan: ["managed_cluster.db update"],
    again: ["scheduled_backup.daily delete,create replace_because_cannot_update schedule"],
  },
  {
    name: "destroy option",
    recorded: "destroy",
    base: usual(),
    main: usual(),
    planArguments: ["-destroy"],
    againArguments: ["-destroy"],
    plan: [
      "managed_cluster.db delete",
      "network.main delete",
      "project.orders delete",
      "scheduled_backup.daily delete",
    ],
    things: [],
    captures: ["plan", "again", "after.state"],
  },
  {
    name: "refresh only option",
    base: usual(),
    meanwhile: ({ service }) => {
      const { id } = service.state().find(({ kind }) => kind === "cluster");
      service.drift(id, { set: { instanceType: "c4" } });
    },
    main: usual(),
    planArguments: ["-refresh-only"],
    plan: [],
    planDrift: ["managed_cluster.db update"],
    again: ["managed_cluster.db update"],
    captures: ["plan"],
  },
  {
    name: "unknown values",
    recorded: "unknown",
    main: configuration(
      block('resource "terraform_data" "size"', { input: 32 }),
      project(),
      network(),
      cluster({ disk_size: expression("terraform_data.size.output") }),
      backup(),
    ),
    plan: [
      "managed_cluster.db create",
      "network.main create",
      "project.orders create",
      "scheduled_backup.daily create",
      "terraform_data.size create",
    ],
  },
  {
    name: "data sources",
    recorded: "data_source",
    base: usual(),
    main: configuration(usual(), ...lookedUp),
    plan: [],
    captures: ["plan", "after.state"],
  },
  {
    name: "data source that has to wait",
    main: withoutCluster(
      block('data "eventstorecloud_network" "found"', {
        name: expression("eventstorecloud_network.main.name"),
        project_id: expression("eventstorecloud_network.main.project_id"),
      }),
      cluster({ network_id: expression("data.eventstorecloud_network.found.id") }),
    ),
    plan: [
      "data.network.found read read_because_config_unknown",
      "managed_cluster.db create",
      "network.main create",
      "project.orders create",
    ],
    captures: ["plan"],
  },
  {
    name: "provider with an alias",
    main: configuration(
      block('provider "eventstorecloud"', { alias: "second" }),
      project({ provider: expression("eventstorecloud.second") }),
      network({ provider: expression("eventstorecloud.second") }),
    ),
    plan: ["network.main create", "project.orders create"],
    captures: ["plan"],
  },
];
