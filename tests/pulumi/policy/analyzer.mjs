/**
 * A stand-in for what Pulumi's engine does with a policy pack: it starts the pack with Pulumi's own runner and speaks
 * its protocol.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";

import { outputsOf as outputsOfProvider } from "../engine/provider/outputs.mjs";
import {
  configurationOf,
  diagnosticsOf,
  infoOf,
  remediationsOf,
  requestOf,
  sdkOf,
  stackRequestOf,
} from "./messages.mjs";
import { startProcess } from "./process.mjs";
import { withoutNotes } from "./values.mjs";

export { requestsOf } from "./requests.mjs";
export { secret, UNKNOWN, withoutSecrets } from "./values.mjs";

/** What becomes of a resource that nothing more is told of. */
const madeInPreview =
  ({ type, outputs }) =>
  (props) => ({ outputs: outputs ?? { ...outputsOfProvider(type, props, { isPreview: true }), id: "" } });

const outputsOf = (resource) => resource.outputs ?? (resource.made ?? madeInPreview(resource))(resource.props).outputs;

/**
 * Starts the policy pack in `folder`, a process that lives until `stop`. Gives what `Pack` below has, with `info` of
 * the pack, `said` on its stdout and stderr, its `pid`, and `stop`.
 */
export async function startPack(folder, { env = {}, timeoutMs = 60_000 } = {}) {
  const pack = path.resolve(folder);
  const sdk = sdkOf(pack);
  const { port, stop, said, pid } = await startProcess(sdk, pack, env, timeoutMs);
  const client = new sdk.AnalyzerClient(`127.0.0.1:${port}`, sdk.grpc.credentials.createInsecure());
  const call = (name, request) =>
    new Promise((resolve, reject) =>
      client[name](request, { deadline: Date.now() + timeoutMs }, (error, answer) =>
        error ? reject(error) : resolve(answer),
      ),
    );
  const end = async () => {
    client.close();
    await stop();
  };
  try {
    const info = infoOf(await call("getAnalyzerInfo", new sdk.Empty()));
    return Object.assign(new Pack(sdk, call), { info, said, pid, stop: end });
  } catch (error) {
    await end();
    throw error;
  }
}

/** The same without a process: the code of `@pulumi/policy` that answers requests, called from here. */
export function packOf(policies, folder = path.dirname(fileURLToPath(import.meta.url))) {
  const sdk = sdkOf(folder);
  const server = sdk.require("@pulumi/policy/server.js");
  const handlers = {
    analyze: server.makeAnalyzeRpcFun("pack", "1.0.0", "advisory", policies),
    remediate: server.makeRemediateRpcFun("pack", "1.0.0", "advisory", policies),
    analyzeStack: server.makeAnalyzeStackRpcFun("pack", "1.0.0", "advisory", policies),
  };
  const call = (name, request) =>
    new Promise(
      (resolve, reject) =>
        void handlers[name]({ request }, (error, answer) => (error ? reject(error) : resolve(answer))),
    );
  return new Pack(sdk, call);
}

/**
 * What the engine asks a pack. A resource is `{ urn, type, name, props, made?, outputs?, provider?, parent?,
 * dependencies?, propertyDependencies?, additionalSecretOutputs? }`, as `requestsOf` makes them. Without `made` and
 * `outputs` it is a new one in a preview, of which nothing is refused. A violation comes back as
 * `{ policy, level, message, urn, code }`.
 */
class Pack {
  constructor(sdk, call) {
    this.sdk = sdk;
    this.call = call;
  }

  async analyze(resource) {
    const found = diagnosticsOf(
      await this.call("analyze", requestOf(this.sdk, resource, withoutNotes(resource.props))),
    );
    return found.map((violation) => ({ ...violation, urn: resource.urn }));
  }

  async remediate(resource) {
    return remediationsOf(await this.call("remediate", requestOf(this.sdk, resource, resource.props)));
  }

  async analyzeStack(resources) {
    const final = resources.map((resource) => ({ ...resource, outputs: outputsOf(resource) }));
    return diagnosticsOf(await this.call("analyzeStack", stackRequestOf(this.sdk, final)));
  }

  /** Sets enforcement levels by policy, as the configuration of a pack does. */
  async configure(levels) {
    await this.call("configure", configurationOf(this.sdk, levels));
  }

  /**
   * All that the engine asks about a program: to remediate each resource and then for a verdict on it, at last for one
   * on all of them. `apply: false` asks as if for what exists already: remediations are shown and not made. The first
   * resource that the provider refuses is the last one, and then nothing is asked about all.
   * Gives `{ remediations, alone, together, refused }`, the last the name of such a resource.
   */
  async run(resources, { apply = true } = {}) {
    const outcome = { remediations: [], alone: [], together: [], refused: undefined };
    const final = [];
    for (const resource of resources) {
      const made = await this.remediate(resource);
      outcome.remediations.push(...made.map((remediation) => ({ ...remediation, urn: resource.urn })));
      const changed = apply ? made.findLast(({ properties }) => properties !== undefined)?.properties : undefined;
      const props = changed ?? resource.props;
      outcome.alone.push(...(await this.analyze({ ...resource, props })));
      const { refusal, outputs } = (resource.made ?? madeInPreview(resource))(props);
      if (refusal !== undefined) return { ...outcome, refused: resource.name };
      final.push({ ...resource, props, outputs });
    }
    outcome.together = await this.analyzeStack(final);
    return outcome;
  }
}
