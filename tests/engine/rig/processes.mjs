// Commands, run to their end.
import { spawn } from "node:child_process";

/** No command of an engine takes as long: what has not ended by then hangs. */
const LIMIT_MS = 180_000;
/** So long it may take to end what it has started. */
const GRACE_MS = 10_000;

// By itself, a signal ends the process without the event by which commands end and temporary folders go.
for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
  process.once(signal, () => process.exit(exitCode));

/**
 * Runs a command. `env` is all that it gets to see of an environment. Gives `{ exitCode, stdout, stderr, said }`, what is
 * said being both; that it failed is no error here.
 */
export function run(command, args, { cwd, env, input = "" }) {
  const child = spawn(command, args, { cwd, env, stdio: ["pipe", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  for (const stream of Object.keys(said)) {
    child[stream].setEncoding("utf8").on("data", (text) => (said[stream] += text));
  }
  child.stdin.on("error", () => {}).end(input);
  // First as a user would: Pulumi's plugins have process groups of their own, and only the engine can end them.
  const stop = () => child.kill("SIGTERM");
  let isLate = false;
  const timers = [
    setTimeout(() => (isLate = stop()), LIMIT_MS),
    setTimeout(() => child.kill("SIGKILL"), LIMIT_MS + GRACE_MS),
  ];
  process.once("exit", stop);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode, signal) =>
      // The engine's own exit code would pass for an end of its own.
      resolve({ exitCode: isLate ? "timeout" : (exitCode ?? signal), ...said, said: `${said.stdout}${said.stderr}` }),
    );
  }).finally(() => {
    for (const timer of timers) clearTimeout(timer);
    process.off("exit", stop);
  });
}
