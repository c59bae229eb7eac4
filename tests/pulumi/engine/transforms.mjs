// Transforms: functions of the program that the engine calls back, for each resource, before it registers it.
import { setTimeout as sleep } from "node:timers/promises";

/** What a program sends at once has arrived by then. */
const TOGETHER_MS = 20;

/**
 * Keeps what the program registers and runs it in the engine's order: the resource's own, its parents', the stack's.
 */
export class Transforms {
  #sdk;
  #isReversed;
  #arrived = [];
  #ofStack = [];
  #ofResources = new Map();

  /**
   * The SDK sends registrations at once, and they arrive in any order: `sent` is the one in which the program made
   * them, `reversed` the other way round.
   */
  constructor(sdk, order) {
    this.#sdk = sdk;
    this.#isReversed = order === "reversed";
  }

  /** A transform for every resource that comes after it. */
  async addToStack(callback) {
    this.#arrived.push(callback);
    if (this.#isReversed) {
      await sleep(TOGETHER_MS);
      this.#arrived.reverse();
    }
    this.#ofStack.push(...this.#arrived.splice(0));
  }

  /** A registered resource and its own transforms, which its children get too. */
  addToResource(urn, parent, own) {
    this.#ofResources.set(urn, { parent, own });
  }

  /**
   * Properties and options as the last transform leaves them. Rejects with the error of the callback as the engine
   * words it.
   */
  async run(resource, own, properties, options) {
    const callbacks = [...own, ...this.#ofParents(resource.parent), ...this.#ofStack];
    for (const callback of callbacks) {
      ({ properties, options } = await this.#call(callback, resource, properties, options));
    }
    return { properties, options };
  }

  #ofParents(urn) {
    const entry = this.#ofResources.get(urn);
    return entry === undefined ? [] : [...entry.own, ...this.#ofParents(entry.parent)];
  }

  async #call(callback, { type, name, custom, parent }, properties, options) {
    const { TransformRequest, TransformResponse } = this.#sdk.resources;
    const request = new TransformRequest();
    request.setType(type);
    request.setName(name);
    request.setCustom(custom);
    request.setParent(parent);
    request.setProperties(this.#sdk.Struct.fromJavaScript(properties));
    request.setOptions(options);
    const answer = TransformResponse.deserializeBinary(await this.#invoke(callback, request.serializeBinary()));
    return {
      properties: answer.getProperties()?.toJavaScript() ?? properties,
      options: answer.getOptions() ?? options,
    };
  }

  #invoke(callback, bytes) {
    const { grpc, callbacks } = this.#sdk;
    const client = new callbacks.Client(callback.getTarget(), grpc.credentials.createInsecure());
    const request = new callbacks.CallbackInvokeRequest();
    request.setToken(callback.getToken());
    request.setRequest(bytes);
    return new Promise((resolve, reject) => {
      client.invoke(request, (error, answer) => {
        client.close();
        if (error) reject(new Error(`invoke transform: rpc error: code = Unknown desc = ${error.details}`));
        else resolve(answer.getResponse_asU8());
      });
    });
  }
}
