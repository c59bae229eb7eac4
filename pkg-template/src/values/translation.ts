// What becomes of the output of an engine.
import type { Document } from "../document";
import type { Step } from "../edits";
import type { Location, ResourceName } from "../generated/api";

/** What an engine says of one resource, in its own words. */
export interface EngineStep {
  /** The resource, as the documents name it. */
  resource: ResourceName;
  /** What is done, in the engine's order: `create-replacement`, `replace`, `delete-replaced`, or `delete`, `create`. */
  operations: string[];
  /** Pulumi: the properties that force the replacement. */
  replaceReasons?: string[];
  /** Pulumi: the old one waits for its replacement, having been deleted first. */
  pendingReplacement?: boolean;
  /** Pulumi: the old one is to be deleted, after its replacement has been created. */
  delete?: boolean;
  /** Pulumi: it may not be deleted. */
  protect?: boolean;
  /** Pulumi: it lives on when it is deleted from the stack. */
  retainOnDelete?: boolean;
  /** Pulumi: it was marked to be replaced. */
  taint?: boolean;
  /** Pulumi: it is only read, and not managed. */
  external?: boolean;
  /** Terraform: why it is replaced or deleted. */
  actionReason?: string;
  /** Terraform: the attributes that force the replacement. */
  replacePaths?: unknown[];
  /** Terraform: the key of an old object that was left behind by a replacement. */
  deposed?: string;
  /** The id that it is imported by. */
  importId?: string;
  /** Its URN or address before. */
  movedFrom?: string;
  /** Where the program writes it. */
  location?: Location;
}

/** Where a resource of a document is in a file. */
export interface Origin {
  /** The resource in the file. */
  resource: Step[];
  /** Its args in the file. */
  args: Step[];
}

/** The output of an engine as documents, with where their parts are in it. */
export interface Translation {
  /** What was there before the change; null where the output does not say it. */
  before: Document | null;
  /** What is there after it, or now. */
  after: Document;
  /** What the engine does; nothing where the output is no change. */
  steps: EngineStep[];
  /** For each resource of `after`. */
  origins: Origin[];
  /** Where the parts of `after` are that belong to no resource. */
  top: (path: Step[]) => Step[];
  /** Where the secrets of `after` are. */
  secrets: () => Step[][];
  /** Why the output may not have everything that the program makes. */
  doubt?: string;
}
