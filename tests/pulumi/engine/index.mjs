/**
 * A stand-in for Pulumi's engine: enough of it to run a real program with the real SDK and its real runner, and to see
 * all that the program says. The provider and the service are stand-ins too, for the published ones.
 */
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { SETTINGS } from "./deployment.mjs";
import { diagnosticsHandlers } from "./diagnostics.mjs";
import { FEATURES, monitorHandlers } from "./monitor.mjs";
import { runInProcess } from "./inline.mjs";
import { runProcess } from "./program.mjs";
import { sdkOf } from "./sdk.mjs";
import { implementation } from "./service.mjs";

export { FEATURES };
export { UNKNOWN } from "./values.mjs";

const DEFAULTS = {
  ...SETTINGS,
  node: process.execPath,
  nodeArgs: [],
  config: {},
  secretKeys: [],
  features: FEATURES,
  transforms: true,
  outputValues: true,
  typescript: true,
  env: {},
  main: ".",
  timeoutMs: 60_000,
  transformOrder: "sent",
};

/**
 * Runs the program in `folder`. Options, all but `folder` with a default:
 *
 * - `node`, `nodeArgs`, `env`, `main`, `typescript`, `timeoutMs`: how it is started;
 * - `preview`, `organization`, `project`, `stack`, `config` (`{ "project:key": "value" }`), `secretKeys`: what it is
 * told;
 * - `features`, `transforms`, `outputValues`: what the engine can do (the last two take it out of the first);
 * - `existing`: the last state of the stack, which is the `state` that an earlier update gave; or by URN or name,
 * `{ type, id, inputs, outputs, protect }`, of which all but the id may be absent: without inputs and outputs a
 * resource is unchanged. New and replaced resources have no id in a preview, and in an update that of `idOf(type,
 * name)`;
 * - `check(type, inputs, name)`: what the provider refuses, text or several texts, instead of what the published one
 * refuses; `false` when it takes everything; `create(type, inputs, name)`: why the service does not create a resource, in an update;
 * - `cloud`: what exists outside of the stack, each `{ kind, id, ... }`: what is read by id and looked up by name has to
 * be here, in the last state, or be created by the program;
 * - `transformOrder`: in which order transforms arrive that the program registers at once, `sent` or `reversed`;
 * - `stackOutputs`: other stacks by `org/project/stack`, each `{ outputs, secretOutputNames }`.
 *
 * Gives `{ exitCode, signal, timedOut, stdout, stderr, hasEnded, logs, registrations, refusals, outputs, reads, invokes,
 * state }`. The engine ends a program at the first resource that it cannot create, compare or read: it says why, answers
 * nothing more and kills the process. Then `hasEnded` is true, and the exit code is Pulumi's own, 1.
 */
export async function runProgram(options) {
  const settings = settingsOf(options);
  const sdk = sdkOf(settings.folder);
  const { address, record, ended, stop } = await startEngine(sdk, settings);
  try {
    const outcome = await runProcess(sdk, settings, address, ended.signal);
    // What the program had said before may still be on its way.
    if (ended.signal.aborted) await sleep(20);
    const exitCode = ended.signal.aborted || (outcome.exitCode === 0 && record.failed) ? 1 : outcome.exitCode;
    return { ...outcome, ...record, exitCode, hasEnded: ended.signal.aborted };
  } finally {
    stop();
  }
}

/**
 * Runs a function as an inline program of the Automation API: in this process, with the SDK that `folder` has, as its
 * language server does for the engine. Options are those of `runProgram` as far as they are not about a process; gives
 * the same without what a process has, and `error`: what the API reports, undefined when all went well.
 */
export async function runInline(program, options) {
  const settings = settingsOf(options);
  const sdk = sdkOf(settings.folder);
  const { address, record, ended, stop } = await startEngine(sdk, settings);
  try {
    const error = await runInProcess(sdk, settings, address, program, ended.signal);
    return {
      error: error ?? (record.failed ? new Error("preview failed") : undefined),
      ...record,
      hasEnded: ended.signal.aborted,
    };
  } finally {
    stop();
  }
}

function settingsOf(options) {
  const settings = { ...DEFAULTS, ...options, folder: path.resolve(options.folder) };
  const missing = [
    ...(settings.transforms ? [] : ["transforms", "invokeTransforms"]),
    ...(settings.outputValues ? [] : ["outputValues"]),
  ];
  return { ...settings, features: settings.features.filter((feature) => !missing.includes(feature)) };
}

async function startEngine(sdk, settings) {
  const record = { logs: [], registrations: [], refusals: [], outputs: [], reads: [], invokes: [], state: {} };
  const ended = new AbortController();
  const server = new sdk.grpc.Server();
  const serve = (service, handlers) => server.addService(service, implementation(sdk.grpc, service, handlers));
  serve(
    sdk.MonitorService,
    monitorHandlers(sdk, settings, record, () => ended.abort()),
  );
  serve(sdk.EngineService, diagnosticsHandlers(record));
  const port = await listen(sdk.grpc, server);
  return { address: `127.0.0.1:${port}`, record, ended, stop: () => server.forceShutdown() };
}

function listen(grpc, server) {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}
