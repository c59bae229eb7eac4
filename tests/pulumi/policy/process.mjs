// The process of a policy pack.
import { spawn } from "node:child_process";

/** Of this machine's environment a pack sees only what it cannot do without. */
const INHERITED = ["PATH", "HOME", "TMPDIR"];

/** Runs the pack until it says its port. `stop` resolves when the process is gone. */
export function startProcess(sdk, folder, env, timeoutMs) {
  const inherited = Object.fromEntries(
    INHERITED.filter((name) => process.env[name] !== undefined).map((name) => [name, process.env[name]]),
  );
  // The engine's address is for messages only, and nothing that is asked here sends one.
  const child = spawn(process.execPath, [sdk.runner, "127.0.0.1:1", "."], {
    cwd: folder,
    env: { ...inherited, TS_NODE_CACHE: "false", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const closed = new Promise((resolve) => child.once("close", resolve)).finally(() => process.off("exit", kill));
  const stop = async () => {
    kill();
    await closed;
  };
  return new Promise((resolve, reject) => {
    const failed = (why) => {
      clearTimeout(timer);
      void stop().then(() => reject(new Error(`the policy pack ${why}\n${said.stdout}${said.stderr}`)));
    };
    const timer = setTimeout(() => failed("did not say its port in time"), timeoutMs);
    child.once("error", (error) => failed(`could not be started: ${error.message}`));
    child.once("exit", (code) => failed(`ended with exit code ${code}`));
    child.stderr.setEncoding("utf8").on("data", (text) => (said.stderr += text));
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said.stdout += text;
      const port = /^(\d+)\r?\n/m.exec(said.stdout)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      child.removeAllListeners("exit");
      resolve({ port, stop, said, pid: child.pid });
    });
  });
}
