import { askCore } from "./core/core";
import { Question } from "./generated/boundary";
import type { Catalogue } from "./generated/api";
import type { Options } from "./generated/requests";

/** The facts about the cloud, each with source and confidence, and what the options add. */
export function catalogue(options?: Pick<Options, "catalogue">): Catalogue {
  return askCore<Catalogue>(Question.Catalogue, options)!;
}
