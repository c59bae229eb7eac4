/** What fails, and what the next run makes of it. */
import { changed } from "./play.mjs";

const OTHER_TOPOLOGY = { db: { topology: "three-node-multi-zone" } };
const ALL_CREATED = ["create backup", "create db", "create net", "create orders"];
const UP_TO_CLUSTER = { orders: ["create"], net: ["create"], db: ["create"] };
const REPLACED = ["replace db deleteFirst (topology)", "replace backup deleteFirst"];

const NO_CAPACITY = {
  mode: "problem",
  method: "POST",
  kind: "cluster",
  status: 500,
  title: "Internal",
  detail: "no capacity",
};

/** Lets the next request of this kind fail. */
const failing = (fault) => (stack) => void stack.service.faults.add(fault);

const idOf = ({ service }, kind) => service.state().find((thing) => thing.kind === kind).id;
const drifting = (kind, drift) => (stack) => void stack.service.drift(idOf(stack, kind), drift);

/** The job is said to run, whatever is done to it. */
function keepRunning({ service }) {
  const { properties } = service.state().find(({ kind }) => kind === "job");
  const body = JSON.stringify({ job: properties });
  service.faults.add({ mode: "status", method: "GET", kind: "job", times: "always", body });
}

/** A program whose cluster is not created as it should be, and the same once more. */
const failedCreate = (name, about, fault, error, retry) => ({
  name,
  about,
  base: null,
  rounds: {
    create: { steps: ALL_CREATED, inBetween: failing(fault), up: { operations: UP_TO_CLUSTER, error }, keeps: true },
    retry,
    again: { steps: [], up: false },
  },
});

const CREATES = [
  failedCreate("failed-create", "what was not created is created by the next run", NO_CAPACITY, /no capacity/, {
    steps: ["create backup", "create db"],
    left: { cluster: ["orders-db"] },
  }),
  failedCreate(
    "defunct-create",
    "a cluster that ended as defunct passes for a healthy one in the next run",
    { mode: "defunct", method: "POST", kind: "cluster" },
    /defunct/,
    {
      steps: ["create backup", "update db [initErrors]"],
      left: { cluster: ["orders-db"], "defunct cluster": ["orders-db"] },
    },
  ),
  failedCreate(
    "lost-answer",
    "if the answer is lost, the next run creates a second cluster",
    { mode: "lost", method: "POST", kind: "cluster" },
    /EOF|connection reset/,
    { steps: ["create backup", "create db"], left: { cluster: ["orders-db", "orders-db"] } },
  ),
];

const CONFLICT = {
  mode: "problem",
  method: "DELETE",
  kind: "cluster",
  status: 409,
  title: "Conflict",
  detail: "locked",
};

const DELETES = [
  {
    name: "failed-delete",
    about: "if the old cluster cannot be deleted, its backup job is gone until a later run succeeds",
    rounds: {
      change: {
        program: { args: OTHER_TOPOLOGY },
        steps: REPLACED,
        inBetween: failing(CONFLICT),
        up: { operations: { backup: ["delete-replaced"], db: ["delete-replaced"] }, error: /locked/ },
        left: { cluster: ["orders-db"], job: [] },
        keeps: true,
      },
      retry: {
        steps: ["replace db deleteFirst (topology)", "replace backup deleteFirst (sourceClusterId)"],
        up: {
          operations: {
            db: ["delete-replaced", "replace", "create-replacement"],
            backup: ["replace", "create-replacement"],
          },
        },
        left: { cluster: ["orders-db"], job: ["daily"] },
      },
    },
  },
  {
    name: "failed-replacement",
    about: "if the new cluster cannot be created there is none; the next run makes one",
    rounds: {
      change: {
        program: { args: OTHER_TOPOLOGY },
        steps: REPLACED,
        inBetween: failing(NO_CAPACITY),
        up: {
          operations: {
            backup: ["delete-replaced"],
            db: ["delete-replaced", "replace", "create-replacement"],
          },
          error: /no capacity/,
        },
        left: { cluster: [], job: [] },
        keeps: true,
      },
      retry: {
        steps: ["replace db deleteFirst (topology)", "replace backup deleteFirst (sourceClusterId)"],
        up: { operations: { db: ["replace", "create-replacement"], backup: ["replace", "create-replacement"] } },
        left: { cluster: ["orders-db"], job: ["daily"] },
      },
    },
  },
  {
    name: "autonamed-failed-delete",
    about: "an old cluster that could not be deleted is deleted by the next run, whose preview shows nothing",
    base: { args: { db: { name: null } } },
    rounds: {
      change: {
        program: { args: { db: { name: null, ...OTHER_TOPOLOGY.db } } },
        steps: ["replace db createFirst (topology)", "replace backup createFirst (sourceClusterId)"],
        inBetween: failing(CONFLICT),
        up: {
          operations: {
            db: ["create-replacement", "replace", "delete-replaced"],
            backup: ["create-replacement", "replace", "delete-replaced"],
          },
          error: /locked/,
        },
        keeps: true,
      },
      again: { steps: [], up: { operations: { db: ["delete-replaced"] } }, keeps: true },
    },
  },

  {
    name: "stuck-job",
    about: "a job that does not go away is deleted by the next run",
    rounds: {
      change: {
        program: { without: ["backup"] },
        steps: ["delete backup"],
        inBetween: keepRunning,
        up: { error: /error waiting for/ },
      },
      again: { steps: ["delete backup"], up: false },
    },
  },
];

const SMALLER = /smaller/;

const UPDATES = [
  {
    name: "disk-shrink",
    about: "a disk does not shrink: the run fails, the next one succeeds without doing anything, the one after fails",
    rounds: {
      change: {
        program: { args: { db: { diskSize: 8 } } },
        steps: ["update db"],
        refused: ["db"],
        up: { error: SMALLER },
        keeps: true,
      },
      second: { steps: ["update db [initErrors]"], refused: ["db"], keeps: true },
      third: { steps: ["update db"], refused: ["db"], up: { error: SMALLER } },
    },
  },
  changed("rename-network", "a network cannot be renamed", { args: { net: { name: "orders-net2" } } }, ["update net"], {
    refused: ["net"],
    up: { error: /error updating network/ },
    left: { network: ["orders-net"] },
    again: { steps: ["update net [initErrors]"], refused: ["net"] },
  }),
];

const DRIFT = [
  changed(
    "drift-deleted",
    "what was deleted behind the engine's back is created again, if it looks",
    undefined,
    ["create db", "replace backup createFirst (sourceClusterId)"],
    {
      meanwhile: drifting("cluster", { set: { status: "deleted" } }),
      args: ["--refresh"],
      left: { cluster: ["orders-db"], job: ["daily"] },
    },
  ),
  changed("drift-unseen", "if it does not look, it sees nothing", undefined, [], {
    meanwhile: drifting("cluster", { set: { status: "deleted" } }),
    left: { cluster: [] },
    again: null,
  }),
  changed("vanished-project", "a project that has vanished cannot be refreshed", undefined, [], {
    meanwhile: drifting("project", { vanish: true }),
    args: ["--refresh"],
    error: /refreshing/,
    up: { operations: {}, error: /refreshing/ },
    again: null,
  }),
];

export const MISHAPS = [...CREATES, ...DELETES, ...UPDATES, ...DRIFT];
