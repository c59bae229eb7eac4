// Values as they are written in JSON, and the args of a resource.

/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The args of a resource, by property. */
export interface Args {
  [property: string]: unknown;
}
