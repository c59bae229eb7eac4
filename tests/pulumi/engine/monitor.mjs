// The resource monitor: what a program tells its engine about resources, and what it is answered.
import { Deployment, Ended } from "./deployment.mjs";
import { Transforms } from "./transforms.mjs";
import { urnOf } from "./urn.mjs";
import { dependenciesOf, dependingOn, downgrade, understoodBy, unwrapped, upgrade } from "./values.mjs";

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

/** Handlers of the service `ResourceMonitor`. Everything that happens goes into `record`; `end` stops the program. */
export function monitorHandlers(sdk, settings, record, end) {
  const transforms = new Transforms(sdk, settings.transformOrder);
  const deployment = new Deployment(settings, record, end);
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

  /** What a resource is to be, as its transforms left it. */
  function wantedOf(request, { properties, options }) {
    return {
      inputs: downgrade(properties),
      aliases: aliasesOf(options ?? request, request),
      importId: request.getImportid(),
      protect: options?.getProtect() ?? request.getProtect(),
      ignoreChanges: options?.getIgnoreChangesList() ?? request.getIgnorechangesList(),
      secretOutputs: request.getAdditionalsecretoutputsList(),
    };
  }

  function recordOf(request, resource, { own, properties, options, propertyDependencies }) {
    for (const [name, value] of Object.entries(properties)) {
      const inside = dependenciesOf(value);
      if (inside.length > 0) propertyDependencies[name] = union(propertyDependencies[name] ?? [], inside);
    }
    return {
      ...resource,
      ...unwrapped(downgrade(properties)),
      // As in the engine: what transforms for all resources say about dependencies does not count.
      dependencies:
        own.length === 0
          ? request.getDependenciesList()
          : union(options.getDependsOnList(), dependenciesOf(properties)),
      propertyDependencies,
      version: options?.getVersion() ?? request.getVersion(),
      sourcePosition: request.getSourceposition?.()?.toObject(),
      aliases: aliasesOf(request),
    };
  }

  /** Answers a registration; nothing is answered any more once the program is ended. */
  async function register(request, answer) {
    const sent = {
      type: request.getType(),
      name: request.getName(),
      parent: request.getParent(),
      custom: request.getCustom(),
    };
    const result = await transformed(request, sent).catch((error) => {
      record.refusals.push({ type: sent.type, name: sent.name, message: error.message });
      throw error;
    });
    if (deployment.hasEnded) throw new Ended();
    const provider = result.options?.getProvider() ?? request.getProvider();
    const resource = { ...sent, urn: urnOf(settings, sent), provider };
    const { op, id, outputs } = deployment.register(resource, wantedOf(request, result));
    record.registrations.push({ ...recordOf(request, resource, result), op });
    transforms.addToResource(resource.urn, resource.parent, result.own);
    answer.setUrn(resource.urn);
    if (id !== undefined) answer.setId(id);
    answer.setObject(struct(understoodBy(accepted(request, request.getSupportspartialvalues()), outputs)));
  }

  return {
    supportsFeature(request, answer) {
      answer.setHassupport(settings.features.includes(request.getId()));
    },

    registerResource: register,

    registerResourceOutputs(request) {
      const outputs = unwrapped(downgrade(request.getOutputs()?.toJavaScript() ?? {}));
      record.outputs.push({ urn: request.getUrn(), ...outputs });
    },

    readResource(request, answer) {
      const sent = { type: request.getType(), name: request.getName(), parent: request.getParent() };
      const resource = { ...sent, urn: urnOf(settings, sent) };
      const wanted = request.getId();
      const given = request.getProperties()?.toJavaScript() ?? {};
      record.reads.push({ ...resource, id: wanted, ...unwrapped(given) });
      const { id, outputs } = deployment.read(resource, wanted, given);
      answer.setUrn(resource.urn);
      if (id === undefined) answer.setUnknown?.(true);
      else answer.setId?.(id);
      answer.setProperties(struct(understoodBy(accepted(request, true), outputs)));
    },

    invoke(request, answer) {
      const args = request.getArgs()?.toJavaScript() ?? {};
      record.invokes.push({ token: request.getTok(), ...unwrapped(args) });
      answer.setReturn(struct(deployment.invoke(request.getTok(), args)));
    },

    registerStackTransform: (request) => transforms.addToStack(request),
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
function aliasesOf(request, withUrns = request) {
  const urns = withUrns.getAliasurnsList?.() ?? [];
  const others = request
    .getAliasesList()
    .map((alias) => (typeof alias === "string" ? alias : alias.getUrn() || alias.getSpec().toObject()));
  return union(urns, others);
}
