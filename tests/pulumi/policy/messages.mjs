// The messages of the analyzer protocol, from plain data and back.
import { createRequire } from "node:module";
import path from "node:path";

import { withoutNotes } from "./values.mjs";

const LEVELS = ["advisory", "mandatory", "disabled", "remediate"];

/** The SDK of the pack in a folder, with its messages, from the copies that the pack would load. */
export function sdkOf(folder) {
  const require = createRequire(path.join(folder, "package.json"));
  const home = path.dirname(require.resolve("@pulumi/pulumi/package.json"));
  const inSdk = createRequire(path.join(home, "package.json"));
  return {
    require,
    runner: path.join(home, "cmd", "run-policy-pack"),
    grpc: inSdk("@grpc/grpc-js"),
    AnalyzerClient: inSdk("./proto/analyzer_grpc_pb.js").AnalyzerClient,
    messages: inSdk("./proto/analyzer_pb.js"),
    Struct: inSdk("google-protobuf/google/protobuf/struct_pb.js").Struct,
    Empty: inSdk("google-protobuf/google/protobuf/empty_pb.js").Empty,
  };
}

export function requestOf(sdk, resource, props) {
  const request = new sdk.messages.AnalyzeRequest();
  fill(sdk, request, resource, props);
  return request;
}

export function stackRequestOf(sdk, resources) {
  const request = new sdk.messages.AnalyzeStackRequest();
  request.setResourcesList(
    resources.map((resource) => {
      const message = new sdk.messages.AnalyzerResource();
      fill(sdk, message, resource, withoutNotes(resource.outputs));
      message.setParent(resource.parent ?? "");
      message.setDependenciesList(resource.dependencies ?? []);
      for (const [name, urns] of Object.entries(resource.propertyDependencies ?? {})) {
        const dependencies = new sdk.messages.AnalyzerPropertyDependencies();
        dependencies.setUrnsList(urns);
        message.getPropertydependenciesMap().set(name, dependencies);
      }
      return message;
    }),
  );
  return request;
}

function fill(sdk, message, { urn, type, name, provider, additionalSecretOutputs = [] }, props) {
  message.setUrn(urn);
  message.setType(type);
  message.setName(name);
  message.setProperties(sdk.Struct.fromJavaScript(props));
  const options = new sdk.messages.AnalyzerResourceOptions();
  options.setAdditionalsecretoutputsList(additionalSecretOutputs);
  message.setOptions(options);
  if (provider === undefined) return;
  const of = new sdk.messages.AnalyzerProviderResource();
  of.setUrn(provider.urn);
  of.setType(provider.type);
  of.setName(provider.name);
  of.setProperties(sdk.Struct.fromJavaScript(withoutNotes(provider.props)));
  message.setProvider(of);
}

export function configurationOf(sdk, levels) {
  const request = new sdk.messages.ConfigureAnalyzerRequest();
  for (const [policy, level] of Object.entries(levels)) {
    const config = new sdk.messages.PolicyConfig();
    config.setEnforcementlevel(LEVELS.indexOf(level));
    config.setProperties(sdk.Struct.fromJavaScript({}));
    request.getPolicyconfigMap().set(policy, config);
  }
  return request;
}

export function infoOf(answer) {
  return {
    name: answer.getName(),
    version: answer.getVersion(),
    policies: answer.getPoliciesList().map((policy) => ({
      name: policy.getName(),
      description: policy.getDescription(),
      level: LEVELS[policy.getEnforcementlevel()],
    })),
  };
}

export function diagnosticsOf(answer) {
  return answer.getDiagnosticsList().map((diagnostic) => ({
    policy: diagnostic.getPolicyname(),
    level: LEVELS[diagnostic.getEnforcementlevel()],
    message: diagnostic.getMessage(),
    urn: diagnostic.getUrn(),
    code: /^(?:error|warning|info) {2}([A-Z]+\d+)/m.exec(diagnostic.getMessage())?.[1],
  }));
}

export function remediationsOf(answer) {
  return answer.getRemediationsList().map((remediation) => ({
    policy: remediation.getPolicyname(),
    description: remediation.getDescription(),
    diagnostic: remediation.getDiagnostic(),
    properties: remediation.getProperties()?.toJavaScript(),
  }));
}
