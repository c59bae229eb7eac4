// The process of the program under test.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Where newer versions of Node keep what they have compiled: most of a start is the SDK's own code. */
const COMPILED = fileURLToPath(new URL("../../../target/pulumi/compiled", import.meta.url));

/** Of this machine's environment a program sees only what it cannot do without: results must not depend on the rest. */
const INHERITED = ["PATH", "HOME", "TMPDIR"];

function environment(settings) {
  const inherited = INHERITED.filter((name) => process.env[name] !== undefined).map((name) => [
    name,
    process.env[name],
  ]);
  return {
    ...Object.fromEntries(inherited),
    // As the language host of the real engine sets them; the runner itself adds PULUMI_NODEJS_MONITOR and its like.
    PULUMI_NODEJS_TYPESCRIPT: String(settings.typescript),
    PULUMI_CONFIG: JSON.stringify(settings.config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(settings.secretKeys),
    // The ts-node in the SDK checks no types in a file that it has compiled before.
    TS_NODE_CACHE: "false",
    NODE_COMPILE_CACHE: COMPILED,
    ...settings.env,
  };
}

function argumentsOf(sdk, settings, address) {
  return [
    ...settings.nodeArgs,
    sdk.runner,
    ...["--monitor", address, "--engine", address],
    ...["--organization", settings.organization, "--project", settings.project, "--stack", settings.stack],
    ...["--root-directory", settings.folder, "--pwd", settings.folder],
    ...(settings.preview ? ["--dry-run"] : []),
    ...["--parallel", "8"],
    settings.main,
  ];
}

/**
 * Runs it to its end, or kills it when its time is over or the engine has `ended` it. Gives `{ exitCode, signal,
 * timedOut, stdout, stderr }`.
 */
export function runProcess(sdk, settings, address, ended) {
  const child = spawn(settings.node, argumentsOf(sdk, settings, address), {
    cwd: settings.folder,
    env: environment(settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = () => child.kill("SIGKILL");
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"]) {
    child[stream].setEncoding("utf8").on("data", (text) => (said[stream] += text));
  }
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    kill();
  }, settings.timeoutMs);
  process.once("exit", kill);
  ended.addEventListener("abort", kill);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    // `close` and not `exit`: all of its output has been read by then.
    child.once("close", (exitCode, signal) => resolve({ exitCode, signal, timedOut, ...said }));
  }).finally(() => {
    clearTimeout(timer);
    process.off("exit", kill);
  });
}
