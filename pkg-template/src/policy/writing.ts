import type { Args } from "../internal";
import type { Secrets } from "./secrets";
import type { Ours } from "./subject";
import { plain, secret, secretItems } from "../values/from-policy";

/** How values get into a document. */
export class Writing {
  /** Whether something was written of which nobody knows whether it is secret. */
  isUnsure = false;

  /** `unsure`: whether such a value is marked as secret. */
  constructor(
    private readonly secrets: Secrets,
    private readonly unsure: "hide" | "show",
  ) {}

  /** Properties of a resource as args. */
  args(resource: Ours, names: readonly string[]): Args {
    return Object.fromEntries(names.map((name) => [name, this.value(resource, name)]));
  }

  private value({ subject }: Ours, name: string): unknown {
    const value = plain(() => (subject.props as Args)[name]);
    // An input comes back as an output, and that one the program marks as secret.
    if (subject.opts?.additionalSecretOutputs?.includes(name)) return secret(value);
    const marked = this.secrets.marked(subject.urn, name, value);
    if (marked !== undefined) return marked;
    this.isUnsure = true;
    return this.unsure === "show" ? value : secretItems(value);
  }
}
