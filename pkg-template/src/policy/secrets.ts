// Which values a program keeps secret. Pulumi tells it when it asks a policy to remediate a resource, which it does
// before it asks for the verdict on the same resource. What was seen then counts for equal values of the same property.
import type { Args } from "../internal";
import { behindProxies, keysOf, marked, plain, secret } from "../values/from-policy";

/** A value of a property, as it was seen to be no secret, or with marks on what of it is one. */
interface Sighting {
  value: string;
  marked: unknown;
}

/** What has been seen so far. */
export class Secrets {
  private readonly seen = new Map<string, Map<string, Sighting[]>>();

  /** Begins anew with a resource. */
  forget(urn: string): void {
    this.seen.delete(urn);
  }

  /** Notes which values of a resource are secret, if its properties come in a way that shows it. */
  note(urn: string, props: object): void {
    const raw = behindProxies(props);
    if (raw === undefined) return;
    const properties = this.seen.get(urn) ?? new Map<string, Sighting[]>();
    this.seen.set(urn, properties);
    for (const property of keysOf(raw)) {
      const read = (): unknown => (props as Args)[property];
      const sighting = { value: JSON.stringify(plain(read)), marked: marked(read, raw[property], secret) };
      properties.set(property, [...(properties.get(property) ?? []), sighting]);
    }
  }

  /** A value with its marks; undefined when nobody knows whether it is secret. */
  marked(urn: string, property: string, value: unknown): unknown {
    const text = JSON.stringify(value);
    return this.seen
      .get(urn)
      ?.get(property)
      ?.find((sighting) => sighting.value === text)?.marked;
  }
}
