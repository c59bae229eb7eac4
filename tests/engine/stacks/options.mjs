/** What the options of resources and of the commands do. */
import { changed, previewed } from "./play.mjs";

const OTHER_TOPOLOGY = { db: { topology: "three-node-multi-zone" } };
const REPLACED = ["replace db deleteFirst (topology)", "replace backup deleteFirst"];
const WITHOUT_CLUSTER = { without: ["db", "backup"] };
const BOTH_DELETED = ["delete backup", "delete db"];

/** The URN of a resource of the program. */
export const urn = (type, name) =>
  `urn:pulumi:dev::demo::eventstorecloud:index/${type[0].toLowerCase()}${type.slice(1)}:${type}::${name}`;
const DB = urn("ManagedCluster", "db");

/** All four resources with this option. */
const each = (options) => Object.fromEntries(["orders", "net", "db", "backup"].map((key) => [key, options]));

const NAMES = [
  changed(
    "renamed-no-alias",
    "another name in the program is another resource: the old one is deleted",
    { names: { db: "database" } },
    ["create database", "delete db", "replace backup createFirst (sourceClusterId)"],
    { left: { cluster: ["orders-db"], job: ["daily"] } },
  ),
  changed(
    "aliases",
    "an alias keeps what is there",
    { names: { db: "database" }, options: { db: { aliases: [{ name: "db" }] } } },
    [],
    {
      left: { cluster: ["orders-db"] },
      previewArgs: ["--show-sames"],
    },
  ),
  changed(
    "aliases-change",
    "with other values it is updated under its new name",
    { names: { db: "database" }, options: { db: { aliases: [{ name: "db" }] } }, args: { db: { diskSize: 32 } } },
    ["update database"],
    { up: { operations: { database: ["update"] } } },
  ),
  changed(
    "into-component",
    "what moves into a component is another resource",
    { component: true, options: { db: { parent: "store" } } },
    ["create db", "delete db", "replace backup createFirst (sourceClusterId)"],
    {
      up: {
        operations: {
          store: ["create"],
          db: ["create", "delete"],
          backup: ["create-replacement", "replace", "delete-replaced"],
        },
      },
    },
  ),
  changed(
    "into-component-alias",
    "unless an alias says where it was",
    { component: true, options: { db: { parent: "store", aliases: [DB] } } },
    [],
    { up: { operations: { store: ["create"] } }, left: { cluster: ["orders-db"] } },
  ),
  changed(
    "to-explicit",
    "the same provider, named in the program, keeps all",
    { explicit: {}, options: each({ provider: "mine" }) },
    [],
    {
      left: { cluster: ["orders-db"] },
    },
  ),
  {
    name: "nested",
    about: "a component, and a provider of one's own",
    base: null,
    rounds: {
      create: {
        program: nested(),
        steps: ["create backup", "create db", "create net", "create orders"],
        up: { operations: { store: ["create"], ...created("orders", "net", "db", "backup") } },
        keeps: true,
      },
      change: { program: nested({ db: { diskSize: 32 } }), steps: ["update db"] },
      again: { steps: [], up: false },
    },
  },
];

function nested(args) {
  const options = { ...each({ provider: "mine" }) };
  for (const key of ["db", "backup"]) options[key] = { provider: "mine", parent: "store" };
  return { component: true, explicit: {}, options, args };
}

function created(...names) {
  return Object.fromEntries(names.map((name) => [name, ["create"]]));
}

const REPLACEMENTS = [
  changed(
    "dbr-false",
    "the option creates first even with a fixed name",
    {
      args: { db: { ...OTHER_TOPOLOGY.db, name: "orders-db2" } },
      options: { db: { deleteBeforeReplace: false } },
    },
    ["replace db createFirst (topology)", "replace backup createFirst (sourceClusterId)"],
    { left: { cluster: ["orders-db2"], job: ["daily"] } },
  ),
  previewed(
    "dbr",
    "the option deletes first even without a name",
    { args: { db: { name: null, ...OTHER_TOPOLOGY.db } }, options: { db: { deleteBeforeReplace: true } } },
    REPLACED,
    {
      base: { args: { db: { name: null } } },
    },
  ),
  changed(
    "replace-on-changes",
    "what would be updated is replaced, and the new one comes first, also with a fixed name",
    { args: { db: { diskSize: 32 } }, options: { db: { replaceOnChanges: ["diskSize"] } } },
    ["replace db createFirst (diskSize)", "replace backup createFirst (sourceClusterId)"],
  ),
  changed(
    "replace-flag",
    "a replacement that is asked for creates first, also with a fixed name; what depends on it is deleted first",
    {},
    ["replace net createFirst (id)", "replace db deleteFirst (networkId)", "replace backup deleteFirst"],
    {
      args: ["--replace", urn("Network", "net")],
      up: { operations: { net: ["create-replacement"] }, error: /overlaps/ },
      left: { network: ["orders-net"], cluster: ["orders-db"], job: ["daily"] },
      again: null,
    },
  ),
  changed(
    "target-replace",
    "alone, it leaves a backup job that names the deleted cluster",
    {},
    ["replace db createFirst (id)"],
    {
      args: ["--target-replace", DB],
      left: { cluster: ["orders-db"], job: [] },
      again: ["replace backup createFirst (sourceClusterId)"],
    },
  ),
  changed(
    "retain-replace",
    "what is to be retained stays when it is replaced",
    { args: OTHER_TOPOLOGY, options: { db: { retainOnDelete: true } } },
    ["replace db deleteFirst [retainOnDelete] (topology)", "replace backup deleteFirst"],
    {
      base: { options: { db: { retainOnDelete: true } } },
      left: { cluster: ["orders-db", "orders-db"] },
    },
  ),
];

const KEPT = [
  changed(
    "protect-delete",
    "the engine refuses to delete what is protected; what depends on it is deleted first",
    WITHOUT_CLUSTER,
    ["delete backup", "delete db [protect]"],
    {
      base: { options: { db: { protect: true } } },
      error: /cannot be deleted/,
      up: { operations: { backup: ["delete"], db: ["delete"] }, error: /cannot be deleted/ },
      left: { cluster: ["orders-db"], job: [] },
      again: { steps: ["delete db [protect]"], error: /cannot be deleted/ },
    },
  ),
  changed(
    "protect-replace",
    "and to replace it",
    { args: OTHER_TOPOLOGY, options: { db: { protect: true } } },
    ["replace db deleteFirst [protect] (topology)", "replace backup deleteFirst"],
    {
      base: { options: { db: { protect: true } } },
      error: /unable to replace resource/,
      up: { operations: {}, error: /unable to replace resource/ },
      left: { cluster: ["orders-db"], job: ["daily"] },
      again: null,
    },
  ),
  changed(
    "protect-off-replace",
    "unless the program takes the protection away with it",
    { args: OTHER_TOPOLOGY },
    ["replace db deleteFirst [protect] (topology)", "replace backup deleteFirst"],
    {
      base: { options: { db: { protect: true } } },
      left: { cluster: ["orders-db"], job: ["daily"] },
    },
  ),
  changed(
    "protect-inside",
    "and to replace what it is in",
    { args: { net: { region: "us-west-2" } }, options: { db: { protect: true } } },
    [],
    {
      base: { options: { db: { protect: true } } },
      error: /unable to replace resource/,
      up: { operations: {}, error: /unable to replace resource/ },
      left: { network: ["orders-net"], cluster: ["orders-db"], job: ["daily"] },
      again: null,
    },
  ),
  changed(
    "retain-delete",
    "what is to be retained stays, and is forgotten",
    WITHOUT_CLUSTER,
    ["delete backup", "delete db [retainOnDelete]"],
    {
      base: { options: { db: { retainOnDelete: true } } },
      left: { cluster: ["orders-db"], job: [] },
    },
  ),
  changed("deleted-with", "what goes with its cluster is not deleted by itself", WITHOUT_CLUSTER, BOTH_DELETED, {
    base: { options: { backup: { deletedWith: "db" } } },
    left: { cluster: [], job: [] },
  }),
  changed(
    "protected-replace",
    "the service refuses to delete a protected cluster, and its backup job is gone by then",
    { args: { db: { protected: true, ...OTHER_TOPOLOGY.db } } },
    REPLACED,
    {
      base: { args: { db: { protected: true } } },
      refused: ["db"],
      up: { operations: { backup: ["delete-replaced"], db: ["delete-replaced"] }, error: /protected/ },
      left: { cluster: ["orders-db"], job: [] },
      again: {
        steps: ["replace db deleteFirst (topology)", "replace backup deleteFirst (sourceClusterId)"],
        refused: ["db"],
      },
    },
  ),
  changed(
    "ignore-changes",
    "ignored changes are none",
    {
      args: { db: { ...OTHER_TOPOLOGY.db, diskSize: 64 } },
      options: { db: { ignoreChanges: ["diskSize", "topology"] } },
    },
    [],
  ),
  previewed(
    "ignore-some",
    "the others are still made",
    { args: { db: { ...OTHER_TOPOLOGY.db, diskSize: 64 } }, options: { db: { ignoreChanges: ["topology"] } } },
    ["update db"],
  ),
];

const PARTS = [
  changed(
    "target-only",
    "the rest of the program waits",
    { args: { db: { diskSize: 32 }, backup: { schedule: "0 5 * * *" } } },
    ["update db"],
    { args: ["--target", DB], again: ["replace backup createFirst (schedule)"] },
  ),
  changed("refresh-topology", "a refresh shows in the same preview", { args: OTHER_TOPOLOGY }, REPLACED, {
    args: ["--refresh"],
  }),
  changed(
    "data-source",
    "a lookup is no resource",
    { lookups: { net: { function: "getNetwork", args: { name: "orders-net", projectId: { id: "orders" } } } } },
    [],
  ),
];

export const OPTIONS = [...NAMES, ...REPLACEMENTS, ...KEPT, ...PARTS];
