import type { ResourceState } from "./generated/api";

/** A program as plain data: what `check` reads. Whatever is wrong with it is in the report. */
export interface Document {
  /**
   * For editors: where the schema of this format is, such as
   * `node_modules/eventstorecloud-planner/document.schema.json`.
   */
  $schema?: string;
  /** Version of this format. Default: 1. */
  schema?: 1;
  /** As in `Options`, which take precedence. */
  target?: string;
  /** As in `Options`, which take precedence. */
  environment?: string;
  /** Whether it is only a part of a program: then nothing is reported as missing from it. Default: false. */
  partial?: boolean;
  /**
   * npm packages that the program imports its resources from, each with or without a version: `name` or `name@^1.2.3`.
   */
  packages?: string[];
  /**
   * The configuration of the stack, by key such as `eventstorecloud:organizationId`. A value may be
   * `{ secret: VALUE }` or `{ secret: true }`. What neither it nor `environmentVariables` has is only
   * reported as missing if both are given.
   */
  configuration?: { [key: string]: unknown };
  /**
   * Environment variables; those of the provider are read, and values that are secret by their nature are never shown.
   */
  environmentVariables?: { [name: string]: unknown };
  /** The resources, in the order of the program. */
  resources: DocumentResource[];
}

/** One resource of a document. */
export interface DocumentResource {
  /** A kind such as `Network`, or a Pulumi type token such as `eventstorecloud:index/network:Network`. */
  kind: string;
  /** Its name in the program; others refer to it by this name. */
  name: string;
  /**
   * Its inputs. A value may also be `{ ref: NAME }` (the id of another resource), `{ unknown: true }` (unknown),
   * `{ secret: VALUE }` (checked, never shown) or `{ secret: true }` (unknown and never shown).
   */
  args?: { [property: string]: unknown } | undefined;
  /**
   * The provider that it uses: the name of a resource of kind `Provider`, or that it is unknown. Default: the provider that is
   * made of the `configuration` of the stack.
   */
  provider?: string | { unknown: true };
  /** Names of resources that it is created after, as Pulumi's option `dependsOn` has them, or that they are unknown. */
  dependsOn?: string[] | { unknown: true };
  /**
   * What an engine says of it. What the next run acts on: `tainted` (it is marked to be replaced), `failed` (the last
   * operation on it has failed), `pendingReplacement` (it was deleted to be replaced, and its replacement is not created
   * yet), `leftBehind` (a replacement has left the old one behind, which is still to be deleted), `protected` (the engine
   * refuses to delete it), `retained` (a deletion removes it from the state only). And `read`: the program only reads it. It
   * is as it is, so that nothing is reported of it and it is not counted; what refers to it is judged. What its `args` leave out
   * is unknown, and the id of a resource of this document is written in them as `{ ref: NAME }`.
   */
  state?: ResourceState[];
  /**
   * Whether it exists already, with what is known of it. What the service would no longer create is no error of what exists
   * and stays as it is. Default: false, which is also what to write where a program is not known to be deployed.
   */
  existing?: boolean | ExistingResource;
}

/** What is known of a resource that exists. */
export interface ExistingResource {
  /** The properties that the deployment changes. Default: none. */
  changes?: string[];
  /** Of a cluster: the full version that it runs, where `args` do not say it, such as after an upgrade in the console. */
  serverVersionTag?: string;
}
