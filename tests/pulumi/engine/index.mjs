/**
 * A stand-in for Pulumi's engine: enough of it to run a real program with the real SDK and its real runner, and to see
 * all that the program says. It has no provider, no state and no plan: a resource gets back what it was given.
 */
import path from "node:path";

import { diagnosticsHandlers } from "./diagnostics.mjs";
import { FEATURES, monitorHandlers } from "./monitor.mjs";
import { runInProcess } from "./inline.mjs";
import { runProcess } from "./program.mjs";
import { sdkOf } from "./sdk.mjs";
import { implementation } from "./service.mjs";

export { FEATURES };
export { UNKNOWN } from "./values.mjs";

const DEFAULTS = {
  node: process.execPath,
  nodeArgs: [],
  preview: false,
  organization: "organization",
  project: "demo",
  stack: "dev",
  config: {},
  secretKeys: [],
  features: FEATURES,
  transforms: true,
  outputValues: true,
  typescript: true,
  env: {},
  main: ".",
  timeoutMs: 60_000,
  idOf: (_type, name) => `${name}-id`,
  stackOutputs: {},
};

/**
 * Runs the program in `folder`. Options, all but `folder` with a default:
 *
 * - `node`, `nodeArgs`, `env`, `main`, `typescript`, `timeoutMs`: how it is started;
 * - `preview`, `organization`, `project`, `stack`, `config` (`{ "project:key": "value" }`), `secretKeys`: what it is
 * told;
 * - `features`, `transforms`, `outputValues`: what the engine can do (the last two take it out of the first);
 * - `idOf(type, name)`: the id of a new resource;
 * - `stackOutputs`: other stacks by `org/project/stack`, each `{ outputs, secretOutputNames }`.
 *
 * Gives `{ exitCode, signal, timedOut, stdout, stderr, logs, registrations, refusals, outputs, reads, invokes }`.
 */
export async function runProgram(options) {
  const settings = settingsOf(options);
  const sdk = sdkOf(settings.folder);
  const { address, record, stop } = await startEngine(sdk, settings);
  try {
    return { ...(await runProcess(sdk, settings, address)), ...record };
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
  const { address, record, stop } = await startEngine(sdk, settings);
  try {
    return { error: await runInProcess(sdk, settings, address, program), ...record };
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
  const record = { logs: [], registrations: [], refusals: [], outputs: [], reads: [], invokes: [] };
  const server = new sdk.grpc.Server();
  const serve = (service, handlers) => server.addService(service, implementation(sdk.grpc, service, handlers));
  serve(sdk.MonitorService, monitorHandlers(sdk, settings, record));
  serve(sdk.EngineService, diagnosticsHandlers(record));
  const port = await listen(sdk.grpc, server);
  return { address: `127.0.0.1:${port}`, record, stop: () => server.forceShutdown() };
}

function listen(grpc, server) {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}
