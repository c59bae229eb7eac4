/** What a state can hold: all kinds at once, and what the commands that change a state leave in it. */
import { urn } from "./options.mjs";
import { changed } from "./play.mjs";

const DB = urn("ManagedCluster", "db");

const ALL = "acl backup db logs metrics net orders peer pub pubdb slack".split(" ");
const all = (op) => ALL.map((name) => `${op} ${name}`);
/** Its secret and the spelling of one of its keys never come back as they were sent. */
const PERMANENT = ["update slack"];

const TAINTED = ["replace db createFirst [taint] (id)", "replace backup createFirst (sourceClusterId)"];

const state =
  (...words) =>
  (stack) =>
    stack.command("state", ...words, "--yes");
const forget = state("delete", DB, "--target-dependents");

/** How the cluster that the service has is named in an import. */
function clusterOf({ service }) {
  const { projectId, id } = service.state().find(({ kind }) => kind === "cluster");
  return `${projectId}:${id}`;
}

export const STATES = [
  {
    name: "everything",
    about: "all kinds from create to destroy; what never comes back as it was sent differs in every run",
    base: null,
    rounds: {
      create: { program: { all: true }, steps: all("create"), keeps: true },
      again: { steps: PERMANENT, up: false },
      sames: { previewArgs: ["--show-sames"], steps: PERMANENT, up: false },
      refresh: { command: "refresh", steps: PERMANENT, up: { operations: {} }, keeps: true },
      refreshed: { steps: PERMANENT, up: false },
      destroy: { command: "destroy", steps: all("delete"), left: { project: [] }, keeps: true },
    },
  },
  {
    name: "tainted",
    about: "a tainted cluster is replaced, and the new one comes first",
    rounds: {
      change: { meanwhile: state("taint", DB), steps: TAINTED, up: false, keeps: true },
      replaced: { steps: TAINTED, left: { cluster: ["orders-db"], job: ["daily"] } },
    },
  },
  changed("state-protected", "a program without protection takes it away", undefined, [], {
    meanwhile: state("protect", DB),
    previewArgs: ["--show-sames"],
  }),
  changed("state-renamed", "a renamed state fits a renamed resource", { names: { db: "database" } }, [], {
    meanwhile: state("rename", DB, "database"),
  }),
  changed("forgotten", "what the state has forgotten is created once more", undefined, ["create backup", "create db"], {
    meanwhile: forget,
    left: { cluster: ["orders-db", "orders-db"], job: ["daily", "daily"] },
  }),
  changed(
    "import-option",
    "what exists is adopted",
    (stack) => ({ options: { db: { import: clusterOf(stack) } } }),
    ["create backup", "import db"],
    { meanwhile: forget, left: { cluster: ["orders-db"] }, keeps: true },
  ),
  changed(
    "import-differs",
    "and then made what the program says",
    (stack) => ({ options: { db: { import: clusterOf(stack) } }, args: { db: { diskSize: 32 } } }),
    ["create backup", "update db"],
    {
      meanwhile: forget,
      up: { operations: { db: ["import", "update"], backup: ["create"] } },
      left: { cluster: ["orders-db"] },
    },
  ),
  changed(
    "import-command",
    "what the command adopts is protected, until a program says nothing of it",
    { without: ["db", "backup"] },
    ["delete db [protect]"],
    {
      meanwhile: adopt,
      error: /cannot be deleted/,
      up: { operations: { db: ["delete"] }, error: /cannot be deleted/ },
      left: { cluster: ["orders-db"] },
      again: null,
      keeps: true,
    },
  ),
  changed(
    "get",
    "what is read is neither created nor deleted",
    (stack) => ({ more: [{ key: "other", kind: "ManagedCluster", get: clusterOf(stack) }] }),
    ["read other"],
    { again: ["read other"], left: { cluster: ["orders-db"] } },
  ),
];

async function adopt(stack) {
  await forget(stack);
  const type = "eventstorecloud:index/managedCluster:ManagedCluster";
  await stack.command("import", type, "db", clusterOf(stack), "--yes", "--generate-code=false", "--skip-preview");
}
