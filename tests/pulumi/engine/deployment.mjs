// What the engine does with resources: one after the other, in the order in which they come. The first that cannot go
// on ends the program.
import { Provider } from "./provider/index.mjs";
import { aliasUrns, State } from "./state.mjs";
import { hasUnknown, markSecret, plain, UNKNOWN } from "./values.mjs";

const STACK_REFERENCE = "pulumi:pulumi:StackReference";

/** What is there before the program runs, and what the service does with it: nothing, and whatever it is told. */
export const SETTINGS = {
  preview: false,
  organization: "organization",
  project: "demo",
  stack: "dev",
  idOf: (_type, name) => `${name}-id`,
  create: () => undefined,
  existing: {},
  cloud: [],
  stackOutputs: {},
};

/** Thrown where the engine has said what is wrong and ends the program: the program gets no answer. */
export class Ended extends Error {}

export class Deployment {
  #settings;
  #record;
  #end;
  #provider;
  #state;
  #registered = new Set();
  #hasEnded = false;

  /** `end` stops the program. */
  constructor(settings, record, end) {
    this.#settings = settings;
    this.#record = record;
    this.#end = end;
    this.#provider = new Provider(settings);
    this.#state = new State(settings);
  }

  /** Whether it takes nothing more. */
  get hasEnded() {
    return this.#hasEnded;
  }

  /**
   * A resource that the program registers: `{ op, id, outputs }`. `wanted` is what it is to be: `{ inputs, aliases,
   * importId, protect, ignoreChanges, secretOutputs }`.
   */
  register(resource, wanted) {
    const { urn } = resource;
    if (this.#registered.has(urn)) this.fail(resource, `Duplicate resource URN '${urn}'; try giving it a unique name`);
    this.#registered.add(urn);
    const { inputs, failures, old } = this.check(resource, wanted);
    if (!resource.custom) return { op: old === undefined ? "create" : "same", outputs: {} };
    for (const reason of failures)
      this.#log(urn, `${resource.type} resource '${resource.name}' has a problem: ${reason}`);
    if (failures.length > 0) this.#stop(resource, failures.join("\n"));
    const made = this.make(resource, wanted, inputs, old);
    this.#record.state[urn] = {
      type: resource.type,
      id: made.id,
      inputs,
      outputs: made.outputs,
      protect: wanted.protect,
    };
    return { ...made, outputs: markSecret(made.outputs, wanted.secretOutputs) };
  }

  /** The inputs as the provider takes them, what it does not take of them, and what exists of the resource. */
  check(resource, { inputs, ignoreChanges = [], aliases = [] }) {
    const old = this.#state.of(resource, aliasUrns(this.#settings, resource, aliases));
    const args = { ...inputs };
    if (old?.inputs !== undefined) {
      for (const property of ignoreChanges) {
        if (property in old.inputs) args[property] = old.inputs[property];
        else delete args[property];
      }
    }
    return { ...this.#provider.check(resource, args, old?.inputs), old };
  }

  /** What becomes of it: the operation, the id as far as it is known, and the outputs. */
  make(resource, { importId = "", protect = false }, inputs, old) {
    const { preview, idOf } = this.#settings;
    const isNew = old === undefined;
    const problem = this.#provider.refusedPlan(resource, inputs);
    const message = `diffing ${resource.urn}: ${problem}`;
    if (problem !== undefined && isNew) this.#failStep(resource, message);
    if (problem !== undefined) this.fail(resource, message);
    const refused = this.#provider.configure(resource, inputs);
    if (refused !== undefined) this.#failStep(resource, refused);
    if (importId !== "" && old?.id !== importId) return this.#imported(resource, importId);
    const op = isNew ? "create" : this.#change(resource, inputs, old);
    if (op === "same")
      return { op, id: old.id, outputs: old.outputs ?? this.#provider.outputs(resource, inputs, old.id) };
    if (op === "update") {
      const kept = Object.entries(old.outputs ?? {}).filter(([property]) => !(property in inputs));
      const outputs = { ...Object.fromEntries(kept), ...this.#provider.outputs(resource, inputs, old.id) };
      return { op, id: old.id, outputs };
    }
    if (op === "replace" && protect && old.protect !== false) this.#refuseReplacement(resource);
    const failure = preview ? undefined : this.#settings.create(resource.type, plain(inputs), resource.name);
    if (failure !== undefined) this.#failStep(resource, failure);
    const id = preview ? undefined : idOf(resource.type, resource.name);
    return { op, id, outputs: this.#provider.outputs(resource, inputs, id) };
  }

  /** Without its inputs, what exists is unchanged. */
  #change(resource, inputs, old) {
    return old.inputs === undefined && old.outputs === undefined
      ? "same"
      : this.#provider.diff(resource, { outputs: old.outputs ?? old.inputs, inputs: old.inputs ?? {} }, inputs);
  }

  #imported(resource, id) {
    try {
      return { op: "import", id, outputs: this.#provider.read(resource.type, id) };
    } catch (error) {
      return this.#failStep(resource, error.message);
    }
  }

  /** A preview goes on after it and fails at its end. */
  #refuseReplacement(resource) {
    const message = `unable to replace resource "${resource.urn}"\nas it is currently marked for protection.`;
    if (!this.#settings.preview) this.fail(resource, message);
    this.#log(resource.urn, message);
    this.#record.failed = true;
  }

  /** What the program reads and does not manage: `{ id, outputs }`, without them where the id is not known yet. */
  read(resource, id, properties) {
    if (id === UNKNOWN) return { outputs: {} };
    try {
      if (resource.type === STACK_REFERENCE) return { id, outputs: this.#stackReference(plain(properties.name)) };
      return { id, outputs: { ...properties, ...this.#provider.read(resource.type, id) } };
    } catch (error) {
      return this.#failStep(resource, error.message);
    }
  }

  /** The outputs of another stack, as the engine's built-in provider reads them. */
  #stackReference(name) {
    const stack = this.#settings.stackOutputs[name];
    if (stack === undefined) throw new Error(`unknown stack "${name}"`);
    const { outputs = {}, secretOutputNames = [] } = stack;
    return { name, outputs: markSecret(outputs, secretOutputNames), secretOutputNames };
  }

  /** What a function answers. That it fails is an error of the call alone, which the program may catch. */
  invoke(token, args) {
    try {
      if (token === "pulumi:pulumi:readStackResourceOutputs") return this.#state.outputsOf(plain(args.stackName));
      if (hasUnknown(args)) return {};
      return this.#provider.lookUp(token, args);
    } catch (error) {
      throw new Error(`invocation of ${token} returned an error: ${error.message}`);
    }
  }

  /** A step that fails when it is done. */
  #failStep(resource, message) {
    const { preview } = this.#settings;
    this.#log(resource.urn, preview ? `Preview failed: ${message}` : message);
    this.#log("", preview ? "preview failed" : "update failed");
    this.#stop(resource, message);
  }

  /** Says what is wrong with a resource and ends the program. */
  fail(resource, message) {
    this.#log(resource.urn, message);
    this.#stop(resource, message);
  }

  #log(urn, message) {
    this.#record.logs.push({ severity: "error", message, urn, by: "engine" });
  }

  #stop({ type, name }, message) {
    this.#record.refusals.push({ type, name, message });
    this.#hasEnded = true;
    this.#end();
    throw new Ended(message);
  }
}
