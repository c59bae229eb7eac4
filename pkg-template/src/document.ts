/** A whole program as plain data: what `check` reads. Whatever is wrong with it is in the report. */
export interface Document {
  /** Version of this format. Default: 1. */
  schema?: 1;
  /** As in `Options`, which win. */
  target?: string;
  /** As in `Options`, which win. */
  environment?: string;
  /** npm packages that the program imports its resources from. */
  packages?: string[];
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
   * Its inputs. A value may also be `{ ref: NAME }` (the id of another resource), `{ unknown: true }` (not known yet),
   * `{ secret: VALUE }` (checked, never shown) or `{ secret: true }` (not known and never shown).
   */
  args?: { [property: string]: unknown } | undefined;
}
