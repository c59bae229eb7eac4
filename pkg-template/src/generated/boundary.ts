// Generated from the Rust model by `npm run generate`; do not edit.
import type { Location, ResourceName } from "./api";

/** What stands before each packed value. */
export const enum Tag {
  Null = 0,
  False = 1,
  True = 2,
  Number = 3,
  Text = 4,
  List = 5,
  Object = 6,
  Unknown = 7,
  /** Is a `BigInt`: no input can be that. */
  BigInt = 8,
  /** Is a function: no input can be that. */
  Function = 9,
  /** Is a `Symbol`: no input can be that. */
  Symbol = 10,
  /** Is a `Date`: no input can be that. */
  Date = 11,
  /** Is a `Map`: no input can be that. */
  Map = 12,
  /** Is a `Set`: no input can be that. */
  Set = 13,
  /** Is an object of a built-in class: no input can be that. */
  BuiltIn = 14,
  /** Is an object backed by WebAssembly memory: no input can be that. */
  WasmObject = 15,
  /** Is a whole resource: no input can be that. */
  Resource = 16,
  /** Is an object that contains itself: no input can be that. */
  Cycle = 17,
  /** Is a property that throws when it is read: no input can be that. */
  Throws = 18,
  /** Is a hole in an array: no input can be that. */
  Hole = 19,
  /** Is a string with half of a surrogate pair: no input can be that. */
  LoneSurrogate = 20,
  /** Is a value that is nested too deeply: no input can be that. */
  TooDeep = 21,
  /** Is a value beyond the size limit: no input can be that. */
  TooMany = 22,
}

/** How much is read of one input. */
export const enum Limit {
  /** Levels of nesting. */
  Depth = 32,
  /** Properties and places of lists. */
  Values = 500000,
  /** Text, keys included, in UTF-16 units. */
  Text = 16000000,
}

/** What the core can be asked; `src/ffi` of the core says with which values. */
export const enum Question {
  Check = 0,
  Build = 1,
  BuildResolved = 2,
  Catalogue = 3,
  CidrParse = 4,
  CidrContains = 5,
  CidrOverlaps = 6,
  CidrSplit = 7,
  CidrOverlapping = 8,
  CidrNextFree = 9,
  ScheduleParse = 10,
  ScheduleNext = 11,
  SchedulePrevious = 12,
  ScheduleBetween = 13,
  ScheduleEquals = 14,
  ScheduleDistance = 15,
  ScheduleClash = 16,
  PlanAddressSpace = 17,
  RecommendCluster = 18,
  PlanBackups = 19,
  SimulateBackups = 20,
  PlanChange = 21,
  PlanPreview = 22,
  CheckPreview = 23,
}

/** What `core.wasm` answers. */
export type CoreQuestion =
  | Question.Check
  | Question.Build
  | Question.BuildResolved
  | Question.Catalogue;

/** What `arithmetic.wasm` answers. */
export type ArithmeticQuestion =
  | Question.CidrParse
  | Question.CidrContains
  | Question.CidrOverlaps
  | Question.CidrSplit
  | Question.CidrOverlapping
  | Question.CidrNextFree
  | Question.ScheduleParse
  | Question.ScheduleNext
  | Question.SchedulePrevious
  | Question.ScheduleBetween
  | Question.ScheduleEquals
  | Question.ScheduleDistance
  | Question.ScheduleClash;

/** What `planner.wasm` answers. */
export type PlannerQuestion =
  | Question.PlanAddressSpace
  | Question.RecommendCluster
  | Question.PlanBackups
  | Question.SimulateBackups
  | Question.PlanChange
  | Question.PlanPreview
  | Question.CheckPreview;

/** What an answer is. */
export const enum Outcome {
  Success = 0,
  Refused = 1,
  Malformed = 2,
}

/** What the core tells in values of JavaScript's. */
export const enum Fact {
  Rules = 0,
  Kinds = 1,
  KindOf = 2,
}

/** Stands before a name that has no number. */
export const NEW_NAME = 255;

/** The names that have a number: their places. */
export const NAMES = [
  "organizationId",
  "token",
  "clientId",
  "clientSecret",
  "identityKitUrl",
  "identityProviderUrl",
  "tokenStore",
  "url",
  "name",
  "projectId",
  "resourceProvider",
  "region",
  "cidrBlock",
  "publicAccess",
  "cidrBlocks",
  "networkId",
  "peerResourceProvider",
  "peerNetworkRegion",
  "peerAccountId",
  "peerNetworkId",
  "routes",
  "providerMetadata",
  "topology",
  "instanceType",
  "diskSize",
  "diskType",
  "diskIops",
  "diskThroughput",
  "serverVersion",
  "serverVersionTag",
  "projectionLevel",
  "aclId",
  "protected",
  "dnsName",
  "clusterId",
  "replicaCount",
  "status",
  "createdAt",
  "updatedAt",
  "sourceClusterId",
  "description",
  "schedule",
  "backupDescription",
  "maxBackupCount",
  "data",
  "accessKeyId",
  "secretAccessKey",
  "clusterIds",
  "groupName",
  "namespace",
  "schema",
  "target",
  "environment",
  "partial",
  "packages",
  "configuration",
  "environmentVariables",
  "resources",
  "kind",
  "args",
  "provider",
  "dependsOn",
  "state",
  "existing",
  "ref",
  "unknown",
  "secret",
  "address",
  "comment",
  "sink",
  "source",
  "after",
  "before",
  "from",
  "to",
  "count",
];

/** What an engine says of a change. */
export interface EngineReport {
  /** What it does to each resource. */
  steps: Array<EngineStep>;
  /**
   * What it does to what is not of the program: a step for each resource of that document. It is what replacements
   * have left behind, and what is only read.
   */
  others?: Array<EngineStep>;
  /** Whether it has failed or is not complete, so that resources may be missing. */
  failed?: boolean;
  /** How many resources stay as they are without being listed. */
  unlisted?: number;
}

/** What an engine says of one resource, in its own words. */
export interface EngineStep {
  /** The resource, as the documents name it. */
  resource: ResourceName;
  /** Its URN or address. */
  id: string;
  /**
   * What is done, in the engine's order: `create-replacement`, `replace`, `delete-replaced`, or `delete`,
   * `create`.
   */
  operations: Array<string>;
  /**
   * The properties that force the replacement, in the engine's spelling. Of a replacement that was asked for,
   * Pulumi says `id`.
   */
  replaceReasons?: Array<string>;
  /** The properties that differ, in the engine's spelling; nothing where it does not list them. */
  differences?: Array<string>;
  /** Pulumi: the old one waits for its replacement, having been deleted first. */
  pendingReplacement?: boolean;
  /** Pulumi: it may not be deleted, neither before the change nor after it. */
  protect?: boolean;
  /** Pulumi: it lives on when it is deleted from the stack. */
  retainOnDelete?: boolean;
  /** Pulumi: it was marked to be replaced. */
  taint?: boolean;
  /** Pulumi: its last operation has failed. */
  failedBefore?: boolean;
  /** Terraform: why it is replaced or deleted. */
  actionReason?: string;
  /** Terraform: the key of an old object that was left behind by a replacement. */
  deposed?: string;
  /** The id that it is imported by. */
  importId?: string;
  /** Its URN or address before. */
  movedFrom?: string;
  /** Where the program writes it. */
  location?: Location;
}
