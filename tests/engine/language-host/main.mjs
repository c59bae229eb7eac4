/**
 * A language host for Node.js programs, as small as the tests need: the published one comes with the CLI's own
 * installer and not as a module. It starts the same entry points of the program's own SDK that the published one
 * starts (`cmd/run` for a program, `cmd/run-policy-pack` for a policy pack) and hands over what the engine says.
 *
 * `ENGINE_TESTS_NODE` names the Node that programs run with; without it they run with the one that runs this.
 */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const grpc = require("@grpc/grpc-js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const language = require("@pulumi/pulumi/proto/language_pb.js");
const { LanguageRuntimeService } = require("@pulumi/pulumi/proto/language_grpc_pb.js");
const { PluginInfo } = require("@pulumi/pulumi/proto/plugin_pb.js");

const node = process.env.ENGINE_TESTS_NODE ?? process.execPath;
/** The engine, which a program logs to; the CLI gives it as the only argument that is no flag. */
const engine = process.argv.slice(2).find((argument) => !argument.startsWith("-"));

/** What `cmd/run` exits with when it has told the engine already what went wrong. */
const ERROR_WAS_LOGGED = 32;

/** An entry point of the SDK that a project has. */
function entryPoint(folder, name) {
  const manifest = createRequire(path.join(folder, "package.json")).resolve("@pulumi/pulumi/package.json");
  return path.join(path.dirname(manifest), "cmd", name);
}

const optionsOf = (info) => info?.getOptions()?.toJavaScript() ?? {};
const wordsOf = (text) => (text ?? "").split(" ").filter((word) => word !== "");

function programOf(request) {
  const info = request.getInfo();
  const options = optionsOf(info);
  const folder = request.getPwd();
  const flag = (name, value) => (value ? [`--${name}`, value] : []);
  const args = [
    ...wordsOf(options.nodeargs),
    entryPoint(folder, "run"),
    ...flag("monitor", request.getMonitorAddress()),
    ...flag("engine", engine),
    ...flag("organization", request.getOrganization()),
    ...flag("project", request.getProject()),
    ...flag("root-directory", info?.getRootDirectory()),
    ...flag("stack", request.getStack()),
    ...flag("pwd", folder),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    ...flag("parallel", String(request.getParallel())),
    info?.getEntryPoint() || request.getProgram() || ".",
    ...request.getArgsList(),
  ];
  const env = {
    ...process.env,
    PULUMI_NODEJS_TYPESCRIPT: String(options.typescript ?? true),
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().getEntryList())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  };
  return { args, env, folder };
}

function run(call, callback) {
  const answer = new language.RunResponse();
  const finish = (error, bail = false) => {
    answer.setError(error);
    answer.setBail(bail);
    callback(null, answer);
  };
  let program;
  try {
    program = programOf(call.request);
  } catch (error) {
    return finish(error.message);
  }
  const child = spawn(node, program.args, { cwd: program.folder, env: program.env, stdio: ["ignore", 1, 2] });
  child.once("error", (error) => finish(error.message));
  child.once("close", (code, signal) => {
    if (code === 0) finish("");
    else if (code === ERROR_WAS_LOGGED) finish("", true);
    else finish(`the program ended with ${signal ?? `exit code ${code}`}`);
  });
}

function runPlugin(call) {
  const { request } = call;
  const folder = request.getInfo()?.getProgramDirectory() || request.getProgram();
  const write = (set, value) => {
    const answer = new language.RunPluginResponse();
    answer[set](value);
    call.write(answer);
  };
  const isPolicyPack = request.getKind() === "analyzer";
  const entry = entryPoint(folder, isPolicyPack ? "run-policy-pack" : "run-plugin");
  const child = spawn(
    node,
    [...wordsOf(optionsOf(request.getInfo()).nodeargs), entry, ...request.getArgsList(), folder],
    {
      // A policy pack reads its version from the package.json of the working directory.
      cwd: isPolicyPack ? folder : request.getPwd(),
      env: Object.fromEntries(request.getEnvList().map((setting) => setting.split(/=(.*)/s).slice(0, 2))),
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  child.stdout.on("data", (bytes) => write("setStdout", bytes));
  child.stderr.on("data", (bytes) => write("setStderr", bytes));
  call.on("cancelled", () => child.kill());
  child.once("close", (code) => {
    write("setExitcode", code ?? 1);
    call.end();
  });
}

const plain = (Answer) => (_call, callback) => callback(null, new Answer());

const server = new grpc.Server();
server.addService(LanguageRuntimeService, {
  // What a program needs is asked for with its first resource, by name and version.
  getRequiredPackages: plain(language.GetRequiredPackagesResponse),
  getRequiredPlugins: plain(language.GetRequiredPluginsResponse),
  getProgramDependencies: plain(language.GetProgramDependenciesResponse),
  about: plain(language.AboutResponse),
  runtimeOptionsPrompts: plain(language.RuntimeOptionsResponse),
  cancel: plain(Empty),
  getPluginInfo(_call, callback) {
    const answer = new PluginInfo();
    answer.setVersion("1.0.0");
    callback(null, answer);
  },
  installDependencies: (call) => call.end(),
  run,
  runPlugin,
});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  // The CLI reads the port from the first line.
  console.log(port);
});
