/** Scenarios of what goes wrong: what is refused, what fails halfway, and what changes behind the engine's back. */
import { backup, block, cluster, configuration, expression, lifecycle, network, project, usual } from "./blocks.mjs";

const CLUSTER = "eventstorecloud_managed_cluster.db";

const created = [
  "managed_cluster.db create",
  "network.main create",
  "project.orders create",
  "scheduled_backup.daily create",
];
const replacedBackup = "scheduled_backup.daily delete,create replace_because_cannot_update source_cluster_id";

/** What goes wrong with a request. */
const fault = (description) => (engine) => void engine.service.faults.add(description);

/** What happens to the cluster behind the engine's back. */
const drifts = (drift) => (engine) => {
  const { id } = engine.service.state().find(({ kind }) => kind === "cluster");
  engine.service.drift(id, drift);
};

const ALIVE = ["cluster orders-db available", "network orders-main available", "project orders"];

const networks = (blocks) =>
  configuration(
    project(),
    network(
      {
        for_each: expression(JSON.stringify(blocks).replaceAll(":", " = ")),
        name: expression('"orders-${each.key}"'),
        cidr_block: expression("each.value"),
      },
      { label: "n" },
    ),
  );

export const scenarios = [
  {
    name: "smaller disk",
    recorded: "shrink",
    base: usual(),
    main: usual({ name: "orders", instance_type: "C4", disk_size: 8 }),
    plan: ["managed_cluster.db update"],
    refused: [CLUSTER],
    applyError: /Disks cannot be made smaller/,
    // What comes before the disk is done, and stays.
    commands: ["", "/commands/resize"],
    served: { description: "orders", instanceType: "c4", diskSizeGb: 16 },
    drift: ["managed_cluster.db update"],
    again: ["managed_cluster.db update"],
    retried: /Disks cannot be made smaller/,
    captures: ["plan", "after.state", "refresh-only"],
  },
  {
    name: "other name of a network",
    recorded: "rename_network",
    base: usual(),
    main: configuration(project(), network({ name: "orders-other" }), cluster(), backup()),
    plan: ["network.main update"],
    refused: ["eventstorecloud_network.main"],
    applyError: /error updating network/,
    drift: ["network.main update"],
    again: ["network.main update"],
    captures: ["plan"],
  },
  {
    name: "protected and deleted",
    base: usual({ protected: true }),
    main: configuration(project(), network()),
    plan: [
      "managed_cluster.db delete delete_because_no_resource_config",
      "scheduled_backup.daily delete delete_because_no_resource_config",
    ],
    refused: [CLUSTER],
    applyError: /the cluster is protected/,
    // What depends on it is gone already.
    things: ALIVE,
    again: ["managed_cluster.db delete delete_because_no_resource_config"],
    destroyError: /the cluster is protected/,
    left: ALIVE,
    captures: ["plan"],
  },
  {
    name: "protected and replaced",
    base: usual({ protected: true }),
    main: usual({ protected: true, topology: "three-node-multi-zone" }),
    plan: ["managed_cluster.db delete,create replace_because_cannot_update topology", replacedBackup],
    refused: [CLUSTER],
    applyError: /the cluster is protected/,
    things: ALIVE,
    again: ["managed_cluster.db delete,create replace_because_cannot_update topology", "scheduled_backup.daily create"],
    destroyError: /the cluster is protected/,
    left: ALIVE,
    captures: ["plan"],
  },
  {
    name: "deposed",
    base: usual({}, lifecycle("create_before_destroy = true")),
    main: usual({ topology: "three-node-multi-zone" }, lifecycle("create_before_destroy = true")),
    meanwhile: fault({ mode: "problem", method: "DELETE", kind: "cluster", status: 409, title: "Conflict" }),
    plan: ["managed_cluster.db create,delete replace_because_cannot_update topology", replacedBackup],
    why: { file: "again.json", address: CLUSTER, reason: /deposed/ },
    applyError: /error deleting managed cluster/,
    things: ["cluster orders-db available", "job daily running", ...ALIVE],
    again: ["managed_cluster.db delete deposed"],
    retried: true,
    thingsRetried: ["cluster orders-db available", "job daily running", ...ALIVE.slice(1)],
    captures: ["again", "after.state"],
  },
  {
    name: "refused by the service",
    recorded: "failed_create",
    main: usual(),
    prepare: fault({ mode: "problem", method: "POST", kind: "cluster", status: 400, title: "Bad Request" }),
    plan: created,
    applyError: /error creating managed cluster: Bad Request/,
    things: ALIVE.slice(1),
    again: ["managed_cluster.db create", "scheduled_backup.daily create"],
    retried: true,
  },
  {
    name: "defunct after its creation",
    main: usual(),
    prepare: fault({ mode: "defunct", method: "POST", kind: "cluster" }),
    plan: created,
    applyError: /entered a defunct state/,
    things: ["cluster orders-db defunct", ...ALIVE.slice(1)],
    drift: ["managed_cluster.db update"],
    again: ["managed_cluster.db delete,create replace_because_tainted", "scheduled_backup.daily create"],
    retried: true,
    captures: ["again", "after.state"],
  },
  {
    name: "defunct later",
    base: usual(),
    meanwhile: drifts({ set: { status: "defunct" } }),
    main: usual(),
    // A defunct cluster passes for healthy.
    plan: [],
    things: ["cluster orders-db defunct", "job daily running", ...ALIVE.slice(1)],
  },
  {
    name: "answer lost",
    main: usual(),
    prepare: fault({ mode: "lost", method: "POST", kind: "cluster" }),
    plan: created,
    applyError: /EOF/,
    things: ALIVE,
    again: ["managed_cluster.db create", "scheduled_backup.daily create"],
    retried: true,
    // The first one is in no state.
    thingsRetried: [
      "cluster orders-db available",
      "cluster orders-db available",
      "job daily running",
      ...ALIVE.slice(1),
    ],
    destroyError: /Networks with clusters/,
    left: ALIVE,
  },
  {
    name: "deleted behind the back",
    base: usual(),
    meanwhile: drifts({ set: { status: "deleted" } }),
    main: usual(),
    plan: ["managed_cluster.db create", replacedBackup],
    planDrift: ["managed_cluster.db delete"],
    captures: ["plan"],
  },
  {
    name: "changed behind the back",
    recorded: "drift",
    base: usual(),
    meanwhile: drifts({ set: { instanceType: "c4" } }),
    main: usual(),
    plan: ["managed_cluster.db update"],
    planDrift: ["managed_cluster.db update"],
  },
  {
    name: "not found any more",
    base: usual(),
    meanwhile: drifts({ vanish: true }),
    main: usual(),
    planError: /try again later/,
    plan: [],
    again: [],
    destroyError: /try again later/,
    left: ["job daily running", ...ALIVE.slice(1)],
    captures: ["plan"],
  },
  {
    name: "one of many refused",
    recorded: "for_each",
    base: networks({ a: "10.20.0.0/16", "b c": "10.21.0.0/16" }),
    main: networks({ a: "10.20.0.0/16", d: "10.22.0.1/16" }),
    planError: /10\.22\.0\.1\/16/,
    plan: ['network.n["b c"] delete delete_because_each_key'],
    again: ['network.n["b c"] delete delete_because_each_key'],
    destroyError: /10\.22\.0\.1\/16/,
    left: ["network orders-a available", "network orders-b c available", "project orders"],
    captures: ["plan"],
  },
  {
    // IOPS that are not known count as none.
    name: "unknown IOPS",
    main: configuration(
      block('resource "terraform_data" "iops"', { input: 3000 }),
      project(),
      network(),
      cluster({ disk_iops: expression("terraform_data.iops.output") }),
    ),
    planError: /'iops' must be set/,
    plan: ["network.main create", "project.orders create", "terraform_data.iops create"],
    again: ["network.main create", "project.orders create", "terraform_data.iops create"],
  },
  {
    name: "validation bypassed",
    main: usual({ instance_type: "X9" }),
    env: { ESC_BYPASS_VALIDATION: "true" },
    isBypassed: true,
    plan: created,
  },
  {
    name: "data source that finds nothing",
    main: configuration(project(), block('data "eventstorecloud_project" "found"', { name: "absent" })),
    planError: /no project is named "absent"/,
    plan: ["project.orders create"],
    again: ["project.orders create"],
    captures: ["plan"],
  },
];
