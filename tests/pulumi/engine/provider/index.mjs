/**
 * A stand-in for the published provider: what it refuses, what it makes of inputs, how it compares them, what it reads.
 * Of types of other packages it takes everything as it is.
 */
import { hasUnknown, plain } from "../values.mjs";
import { check, refusedPlan } from "./check.mjs";
import { refusedSettings } from "./configure.mjs";
import { diff } from "./diff.mjs";
import { kindOf } from "./kinds.mjs";
import { outputsOf } from "./outputs.mjs";

export { kindOf } from "./kinds.mjs";

const PROVIDER = /^pulumi:providers:(?:eventstorecloud|kurrentcloud)$/;
const LOOKUPS = { getNetwork: "Network", getProject: "Project" };

export class Provider {
  #settings;
  /** All that exists: outputs, with the kind where it is told. What a program creates comes to it. */
  #objects;
  /** URNs of explicit providers whose configuration is not known yet: the engine asks them nothing. */
  #unconfigured = new Set();

  constructor(settings) {
    this.#settings = settings;
    const existing = Object.values(settings.existing).map(({ type = "", id, inputs, outputs }) => ({
      kind: kindOf(type),
      ...(outputs ?? inputs),
      id,
    }));
    this.#objects = [...settings.cloud, ...existing].map(plain);
  }

  /**
   * The inputs as the provider takes them, and why it refuses them, if it does. `old` are those of the resource that
   * exists, `provider` is the reference to an explicit provider.
   */
  check({ type, name, provider }, args, old) {
    if (this.#isUnconfigured(provider)) return { inputs: args, failures: [] };
    const { inputs, failures } = check(type, name, args, old);
    return { inputs, failures: this.#asks ? [this.#asks(type, plain(args), name) ?? []].flat() : failures };
  }

  /** Why an explicit provider cannot work with its settings. With unknown ones it is not configured in a preview. */
  configure({ type, urn }, settings) {
    if (!PROVIDER.test(type)) return undefined;
    if (!hasUnknown(settings)) return refusedSettings(settings);
    this.#unconfigured.add(urn);
    return undefined;
  }

  /** Why it refuses to create or to compare the resource. */
  refusedPlan({ type, provider }, inputs) {
    return this.#asks || this.#isUnconfigured(provider) ? undefined : refusedPlan(type, inputs);
  }

  diff({ type }, old, inputs) {
    return diff(type, plain(old.outputs), inputs, old.inputs);
  }

  /** The outputs of what is created, updated or replaced; `id` is undefined where it is not known yet. */
  outputs({ type, provider }, inputs, id) {
    const isPreview = this.#settings.preview;
    if (isPreview && this.#isUnconfigured(provider)) return {};
    const network = this.#objects.find((one) => one.kind === "Network" && one.id === plain(inputs.networkId));
    const outputs = outputsOf(type, inputs, { isPreview, id, network });
    if (id !== undefined) this.#objects.push({ kind: kindOf(type), ...plain(outputs), id });
    return outputs;
  }

  /** What exists with this id: the state of it. Throws when there is nothing. */
  read(type, id) {
    if (kindOf(type) === undefined) return { id };
    const kind = kindOf(type);
    const found = this.#objects.findLast((one) => one.id === id && (one.kind ?? kind) === kind);
    if (found === undefined) throw new Error(`resource '${id}' does not exist`);
    return withoutKind(found);
  }

  /** What a data source answers; those of other packages answer with their own arguments. Throws when there is none. */
  lookUp(token, args) {
    const name = /^(?:eventstorecloud|kurrentcloud):.*:(\w+)$/.exec(token)?.[1];
    if (name === undefined) return args;
    const wanted = Object.entries(plain(args));
    const found = this.#objects.find(
      (one) => one.kind === LOOKUPS[name] && wanted.every(([key, value]) => one[key] === value),
    );
    if (found === undefined)
      throw new Error(`found no ${LOOKUPS[name]} with ${wanted.map((pair) => pair.join(" ")).join(", ")}`);
    return withoutKind(found);
  }

  /** What is asked instead of the published provider. */
  get #asks() {
    const { check: asks } = this.#settings;
    return asks === false ? () => [] : asks;
  }

  #isUnconfigured(reference = "") {
    return this.#unconfigured.has(reference.split("::").slice(0, 4).join("::"));
  }
}

const withoutKind = ({ kind: _, ...state }) => state;
