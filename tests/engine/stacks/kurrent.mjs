/** The package `kurrentcloud`, by its stand-in: replica sets, and what the move from the former package does. */
import { readFileSync } from "node:fs";

import { changed } from "./play.mjs";

const PACKAGE = "@kurrent/pulumi-kurrentcloud";
const STUB = new URL("../stub-sdk/", import.meta.url);

/** The stand-in where the program finds it as an installed package. */
const files = Object.fromEntries(
  ["package.json", "index.js"].map((file) => [
    `node_modules/${PACKAGE}/${file}`,
    readFileSync(new URL(file, STUB), "utf8"),
  ]),
);

const program = (replicaCount, args = {}) => ({
  package: PACKAGE,
  // A single node has no replicas.
  args: { db: { topology: "three-node-multi-zone" }, ...args },
  more: [
    {
      key: "replicas",
      kind: "ManagedClusterReplicaset",
      args: { projectId: { id: "orders" }, clusterId: { id: "db" }, replicaCount },
    },
  ],
});

export const KURRENT = [
  {
    name: "replica-set",
    about: "a replica set grows in place, and goes with its cluster",
    base: null,
    files,
    rounds: {
      create: {
        program: program(1),
        steps: ["create backup", "create db", "create net", "create orders", "create replicas"],
        left: { replicaset: ["1"] },
      },
      change: { program: program(2), steps: ["update replicas"], left: { replicaset: ["2"] }, keeps: true },
      again: { steps: [], up: false },
      replaced: {
        program: program(2, { net: { cidrBlock: "10.21.0.0/16" } }),
        steps: [
          "replace net deleteFirst (cidrBlock)",
          "replace db deleteFirst",
          "replace backup deleteFirst",
          "replace replicas deleteFirst",
        ],
        left: { cluster: ["orders-db"], replicaset: ["2"] },
      },
      destroy: {
        command: "destroy",
        steps: ["delete backup", "delete db", "delete net", "delete orders", "delete replicas"],
        left: { project: [], replicaset: [] },
      },
    },
  },
  changed(
    "kurrent-migrated",
    "the aliases of the package keep what the former one deployed",
    { package: PACKAGE },
    [],
    {
      files,
      previewArgs: ["--show-sames"],
      left: { cluster: ["orders-db"] },
      keeps: true,
    },
  ),
];
