// A process that runs programs one after the other, as inline programs of the Automation API.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const HOST = fileURLToPath(new URL("host.mjs", import.meta.url));
let host;
/** Programs wait for each other: what one prints is its own. */
let last = Promise.resolve();

/** Runs the program in a folder like `runProgram`. That it failed is exit code 32, as of a program that has said why. */
export function inHost({ node, ...settings }) {
  last = last.then(() => ask(node, settings));
  return last;
}

async function ask(node, settings) {
  host ??= start(node);
  host.channel.ref();
  host.send(settings);
  const [outcome] = await once(host, "message", { signal: ended.signal });
  host.channel.unref();
  return outcome;
}

const ended = new AbortController();
function start(node) {
  const { PATH, HOME } = process.env;
  const child = fork(HOST, { execPath: node, execArgv: [], env: { PATH, HOME }, serialization: "advanced" });
  child.unref();
  child.once("exit", (code) => ended.abort(new Error(`the process of inline programs ended with exit code ${code}`)));
  process.once("exit", () => child.kill("SIGKILL"));
  return child;
}
