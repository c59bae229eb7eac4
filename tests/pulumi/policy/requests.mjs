// From what an engine records of a program to what it would send to a policy pack.
import { Deployment, Ended, SETTINGS } from "../engine/deployment.mjs";
import { withSecrets } from "./values.mjs";

const STACK = "pulumi:pulumi:Stack";

/**
 * The resources of a program as a policy pack sees them, from registrations
 * `{ type, name, urn, props, secrets?, parent?, version?, provider?, dependencies?, propertyDependencies? }`: `props`
 * with Pulumi's own encodings, or plain with the paths of `secrets` beside them. Options:
 *
 * - `preview`, `idOf(type, name)`, `existing`, `check`: as of the engine;
 * - `config`, `secretKeys`: the configuration of the stack, which the default providers are made of.
 *
 * The properties are those that the provider makes of them. A request has a function besides, `made(props)`: `refusal`,
 * why the provider refuses the resource, and else `outputs`. In a preview what is unknown is not in these, and an id
 * that is not known yet is empty text.
 */
export function requestsOf(registrations, { config = {}, secretKeys = [], ...settings } = {}) {
  const deployment = new Deployment({ ...SETTINGS, ...settings }, { logs: [], refusals: [] }, () => undefined);
  const encoded = registrations.map((registration) => ({
    ...registration,
    props: withSecrets(registration.props ?? {}, registration.secrets ?? []),
  }));
  const providers = new Map();
  const defaults = { config, secretKeys, scope: scopeOf(registrations) };
  const resources = encoded.map((registration) => {
    const provider = providerOf(registration, encoded, providers, defaults);
    return {
      urn: registration.urn,
      type: registration.type,
      name: registration.name,
      ...answersOf(deployment, registration),
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
    made: (props) => ({ outputs: props }),
    parent: "",
    dependencies: [],
    propertyDependencies: {},
  }));
  return [...made, ...resources];
}

/** The properties of a resource as the provider takes them, and what becomes of it. */
function answersOf(deployment, registration) {
  const { type, custom, props } = registration;
  if (type === STACK || custom === false) return { props, made: () => ({ outputs: {} }) };
  const { inputs, failures, old } = deployment.check(registration, { inputs: props });
  const made = (wanted) => {
    if (failures.length > 0) return { refusal: failures.join("\n") };
    try {
      const { id = "", outputs } = deployment.make(registration, {}, wanted, old);
      return { outputs: { ...outputs, id } };
    } catch (error) {
      if (error instanceof Ended) return { refusal: error.message };
      throw error;
    }
  };
  return { props: inputs, made };
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
