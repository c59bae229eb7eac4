// The SDK of the program under test: its runner, and the messages and services it speaks. Taken from that very copy,
// because each release knows other messages.
import { createRequire } from "node:module";
import path from "node:path";

/** One SDK is loaded once: its generated code registers Google's own messages globally. */
const loaded = new Map();

/** The SDK that a program in this folder would import. Throws when there is none. */
export function sdkOf(folder) {
  const fromProgram = createRequire(path.join(folder, "package.json"));
  const manifest = fromProgram.resolve("@pulumi/pulumi/package.json");
  if (!loaded.has(manifest)) loaded.set(manifest, load(path.dirname(manifest)));
  return loaded.get(manifest);
}

function load(home) {
  const require = createRequire(path.join(home, "package.json"));
  const proto = (name) => require(`./proto/${name}.js`);
  return {
    version: require("./package.json").version,
    /** What the language host of the real engine starts with Node. */
    runner: path.join(home, "cmd", "run"),
    grpc: require("@grpc/grpc-js"),
    Struct: require("google-protobuf/google/protobuf/struct_pb.js").Struct,
    resources: proto("resource_pb"),
    MonitorService: proto("resource_grpc_pb").ResourceMonitorService,
    EngineService: proto("engine_grpc_pb").EngineService,
    language: proto("language_pb"),
    /** What the Automation API answers the engine with. Read late: it loads the whole SDK. */
    get LanguageServer() {
      return require("./automation/server.js").LanguageServer;
    },
    /** Read late: old SDKs have no callbacks. */
    get callbacks() {
      return { ...proto("callback_pb"), Client: proto("callback_grpc_pb").CallbacksClient };
    },
  };
}
