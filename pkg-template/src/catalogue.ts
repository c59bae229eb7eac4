import { ask } from "./core/answer";
import type { Catalogue } from "./generated/api";
import type { Options } from "./options";

/** The facts about the cloud, each with source and confidence, and what the options add. */
export function catalogue(options?: Pick<Options, "catalogue">): Catalogue {
  return ask<{ catalogue: Catalogue }>([options], (core, bytes) => core.catalogue(bytes)).catalogue;
}
