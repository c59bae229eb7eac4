// The resource monitor: what a program tells its engine about resources, and what it is answered.
import { Transforms } from "./transforms.mjs";
import { urnOf } from "./urn.mjs";
import { dependenciesOf, dependingOn, downgrade, markSecret, understoodBy, unwrapped, upgrade } from "./values.mjs";

const STACK_REFERENCE = "pulumi:pulumi:StackReference";

/** Features a program may ask for; the protocol's own names. */
export const FEATURES = [
  "secrets",
  "resourceReferences",
  "outputValues",
  "aliasSpecs",
  "deletedWith",
  "replaceWith",
  "transforms",
  "invokeTransforms",
  "parameterization",
  "resourceHooks",
];

/** Handlers of the service `ResourceMonitor`. Everything that happens goes into `record`. */
export function monitorHandlers(sdk, settings, record) {
  const transforms = new Transforms(sdk);
  const registered = new Set();
  const struct = (values) => sdk.Struct.fromJavaScript(values);
  const accepted = (request, partialValues) => ({
    partialValues,
    secrets: request.getAcceptsecrets(),
    resources: request.getAcceptresources?.() ?? false,
  });

  /** What the resource is registered with: what the program sent, as its transforms left it. */
  async function transformed(request, resource) {
    const own = request.getTransformsList?.() ?? [];
    const propertyDependencies = propertyDependenciesOf(request);
    const properties = upgrade(request.getObject()?.toJavaScript() ?? {});
    // Only a resource with transforms of its own has dependencies inside of values; the engine does the same.
    if (own.length > 0) {
      for (const name of Object.keys(properties)) {
        properties[name] = dependingOn(properties[name], propertyDependencies[name] ?? []);
      }
    }
    const options = sdk.resources.TransformResourceOptions === undefined ? undefined : optionsOf(sdk, request);
    const result = await transforms.run(resource, own, properties, options);
    return { ...result, own, propertyDependencies };
  }

  function register(request, urn, resource, { own, properties, options, propertyDependencies }) {
    if (registered.has(urn)) throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);
    registered.add(urn);
    for (const [name, value] of Object.entries(properties)) {
      const inside = dependenciesOf(value);
      if (inside.length > 0) propertyDependencies[name] = union(propertyDependencies[name] ?? [], inside);
    }
    const values = downgrade(properties);
    record.registrations.push({
      ...resource,
      urn,
      ...unwrapped(values),
      // As in the engine: what transforms for all resources say about dependencies does not count.
      dependencies:
        own.length === 0
          ? request.getDependenciesList()
          : union(options.getDependsOnList(), dependenciesOf(properties)),
      propertyDependencies,
      version: options?.getVersion() ?? request.getVersion(),
      provider: options?.getProvider() ?? request.getProvider(),
      sourcePosition: request.getSourceposition?.()?.toObject(),
      aliases: aliasesOf(request),
    });
    return values;
  }

  return {
    supportsFeature(request, answer) {
      answer.setHassupport(settings.features.includes(request.getId()));
    },

    async registerResource(request, answer) {
      const resource = {
        type: request.getType(),
        name: request.getName(),
        parent: request.getParent(),
        custom: request.getCustom(),
      };
      const urn = urnOf(settings, resource);
      try {
        const result = await transformed(request, resource);
        const values = register(request, urn, resource, result);
        transforms.addToResource(urn, resource.parent, result.own);
        answer.setUrn(urn);
        if (resource.custom && !settings.preview) answer.setId(settings.idOf(resource.type, resource.name));
        // A component's outputs come later, by registerResourceOutputs.
        const outputs = resource.custom ? markSecret(values, request.getAdditionalsecretoutputsList()) : {};
        answer.setObject(struct(understoodBy(accepted(request, request.getSupportspartialvalues()), outputs)));
      } catch (error) {
        record.refusals.push({ type: resource.type, name: resource.name, message: error.details ?? error.message });
        throw error;
      }
    },

    registerResourceOutputs(request) {
      const outputs = unwrapped(downgrade(request.getOutputs()?.toJavaScript() ?? {}));
      record.outputs.push({ urn: request.getUrn(), ...outputs });
    },

    readResource(request, answer) {
      const resource = { type: request.getType(), name: request.getName(), parent: request.getParent() };
      const id = request.getId();
      const given = request.getProperties()?.toJavaScript() ?? {};
      const found = resource.type === STACK_REFERENCE ? stackReference(settings.stackOutputs, id) : given;
      const urn = urnOf(settings, resource);
      record.reads.push({ ...resource, urn, id, ...unwrapped(given) });
      answer.setUrn(urn);
      answer.setProperties(struct(understoodBy(accepted(request, true), found)));
    },

    /** A data source answers with its own arguments. */
    invoke(request, answer) {
      const args = request.getArgs()?.toJavaScript() ?? {};
      record.invokes.push({ token: request.getTok(), ...unwrapped(args) });
      answer.setReturn(struct(args));
    },

    registerStackTransform(request) {
      transforms.addToStack(request);
    },
    registerStackInvokeTransform() {},
    registerResourceHook() {},
    registerErrorHook() {},
    registerPackage(request, answer) {
      answer.setRef(`package-${request.getName()}`);
    },
    /** Nothing is left to do once the program is at its end: every registration was answered at once. */
    signalAndWaitForShutdown() {},
  };
}

const union = (some, others) => [...new Set([...some, ...others])];

/** The outputs of another stack, as the engine's built-in provider reads them. */
function stackReference(stackOutputs, name) {
  const stack = stackOutputs[name];
  if (stack === undefined) throw new Error(`unknown stack '${name}'`);
  const { outputs = {}, secretOutputNames = [] } = stack;
  return { name, outputs: markSecret(outputs, secretOutputNames), secretOutputNames };
}

function propertyDependenciesOf(request) {
  const entries = [...request.getPropertydependenciesMap().entries()];
  return Object.fromEntries(entries.map(([name, dependencies]) => [name, dependencies.getUrnsList()]));
}

/** The options that a transform may look at and change. */
function optionsOf(sdk, request) {
  const options = new sdk.resources.TransformResourceOptions();
  options.setDependsOnList(request.getDependenciesList());
  options.setIgnoreChangesList(request.getIgnorechangesList());
  options.setReplaceOnChangesList(request.getReplaceonchangesList());
  options.setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
  options.setAliasesList(request.getAliasesList());
  options.setVersion(request.getVersion());
  options.setProvider(request.getProvider());
  options.setProtect(request.getProtect());
  return options;
}

/** URNs, or the parts by which an alias names them. The oldest SDKs send URNs only, under the later ones' name. */
function aliasesOf(request) {
  const urns = request.getAliasurnsList?.() ?? [];
  const others = request
    .getAliasesList()
    .map((alias) => (typeof alias === "string" ? alias : alias.getUrn() || alias.getSpec().toObject()));
  return [...urns, ...others];
}
