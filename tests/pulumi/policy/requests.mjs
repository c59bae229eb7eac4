// From what an engine records of a program to what it would send to a policy pack.
import { UNKNOWN, withSecrets } from "./values.mjs";

const STACK = "pulumi:pulumi:Stack";

/**
 * The resources of a program as a policy pack sees them, from registrations
 * `{ type, name, urn, props, secrets?, parent?, version?, provider?, dependencies?, propertyDependencies? }`: `props`
 * with Pulumi's own encodings, or plain with the paths of `secrets` beside them. Options:
 *
 * - `preview`: the outputs of new resources, their ids too, are not known. Default: false;
 * - `idOf(type, name)`: the id of a new resource. Default: its name with `-id`;
 * - `config`, `secretKeys`: the configuration of the stack, which the default providers are made of.
 */
export function requestsOf(
  registrations,
  { preview = false, idOf = (_type, name) => `${name}-id`, config = {}, secretKeys = [] } = {},
) {
  const encoded = registrations.map((registration) => ({
    ...registration,
    props: withSecrets(registration.props ?? {}, registration.secrets ?? []),
  }));
  const providers = new Map();
  const defaults = { config, secretKeys, scope: scopeOf(registrations) };
  const resources = encoded.map((registration) => {
    const provider = providerOf(registration, encoded, providers, defaults);
    const isOther = registration.type === STACK || registration.custom === false;
    return {
      urn: registration.urn,
      type: registration.type,
      name: registration.name,
      props: registration.props,
      outputs: isOther
        ? {}
        : { ...registration.props, id: preview ? UNKNOWN : idOf(registration.type, registration.name) },
      parent: registration.parent ?? "",
      dependencies: registration.dependencies ?? [],
      propertyDependencies: registration.propertyDependencies ?? {},
      ...(registration.additionalSecretOutputs === undefined
        ? {}
        : { additionalSecretOutputs: registration.additionalSecretOutputs }),
      ...(provider === undefined ? {} : { provider }),
    };
  });
  const made = [...providers.values()].map((provider) => ({
    ...provider,
    outputs: provider.props,
    parent: "",
    dependencies: [],
    propertyDependencies: {},
  }));
  return [...made, ...resources];
}

/** `urn:pulumi:dev::demo` */
const scopeOf = ([first]) =>
  first === undefined ? "urn:pulumi:dev::demo" : first.urn.split("::").slice(0, 2).join("::");

/** The provider of a resource: the one that it names, else the default one of its package, which the engine makes. */
function providerOf({ type, custom, provider, version = "" }, registrations, made, { config, secretKeys, scope }) {
  const [namespace] = type.split(":");
  if (namespace === "pulumi" || custom === false) return undefined;
  if (provider) {
    const explicit = registrations.find(({ urn }) => provider.startsWith(`${urn}::`) || provider === urn);
    if (explicit !== undefined) return pick(explicit);
  }
  const name = `default${version === "" ? "" : `_${version.replace(/[.-]/g, "_")}`}`;
  const urn = `${scope}::pulumi:providers:${namespace}::${name}`;
  if (!made.has(urn)) {
    const own = Object.entries(config).filter(([key]) => key.startsWith(`${namespace}:`));
    const settings = Object.fromEntries(own.map(([key, value]) => [key.slice(namespace.length + 1), value]));
    const secrets = secretKeys
      .filter((key) => key.startsWith(`${namespace}:`))
      .map((key) => key.slice(namespace.length + 1));
    made.set(urn, {
      urn,
      type: `pulumi:providers:${namespace}`,
      name,
      props: { ...withSecrets(settings, secrets), ...(version === "" ? {} : { version }) },
    });
  }
  return pick(made.get(urn));
}

const pick = ({ urn, type, name, props }) => ({ urn, type, name, props });
