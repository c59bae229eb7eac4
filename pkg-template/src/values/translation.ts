// What becomes of the output of an engine.
import type { Document } from "../document";
import type { Step } from "../edits";
import type { Location } from "../generated/api";
import type { EngineReport } from "../generated/boundary";

/** Where a resource of a document is in a file. */
export interface Origin {
  /** The resource in the file. */
  resource: Step[];
  /** Its args in the file. */
  args: Step[];
  /** Where the program writes it, where the engine says so. The file is relative to the folder of the project. */
  location?: Location;
}

/** What an engine does. */
export interface EnginePlan {
  report: EngineReport;
  /** The resources in it that are not of the program: a step of `report.others` for each. */
  others: Document;
  /** What is there after it, without what is only read. */
  after: Document;
}

/** The output of an engine as documents, with where their parts are in it. */
export interface Translation {
  /** What was there before the change; null where the output does not say it. */
  before: Document | null;
  /** What is there after it, or now, with what is only read. */
  after: Document;
  /** What the engine does, where the output is a change. */
  plan?: EnginePlan;
  /** For each resource of `after`. */
  origins: Origin[];
  /** Where the parts of `after` are that belong to no resource. */
  top: (path: Step[]) => Step[];
  /** Where the secrets of `after` are. */
  secrets: () => Step[][];
  /** Why the output may not have everything that the program makes. */
  doubt?: string;
  /** What the output leaves out on purpose. */
  note?: string;
}
