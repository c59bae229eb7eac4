const pulumi = require("@pulumi/pulumi");
const { version } = require("./package.json");

const NAMESPACE = "kurrentcloud";
const FORMER_NAMESPACE = "eventstorecloud";

/** What a program may write for each class, in a word per property: `!` has to be written, `*` is secret. */
const INPUTS = {
  Project: "name",
  Network: "projectId! resourceProvider! region! cidrBlock publicAccess name",
  Acl: "projectId! cidrBlocks! name",
  Peering: "projectId! networkId! peerResourceProvider! peerNetworkRegion! peerAccountId! peerNetworkId! routes! name",
  ManagedCluster:
    "projectId! networkId! topology! instanceType! diskSize! diskType! diskIops diskThroughput serverVersion! " +
    "serverVersionTag projectionLevel publicAccess aclId protected name",
  ManagedClusterReplicaset: "projectId! clusterId! replicaCount! protected",
  ScheduledBackup: "projectId! sourceClusterId! description! schedule! backupDescription! maxBackupCount!",
  Integration: "projectId! description! data!",
  AWSCloudWatchLogsIntegration: "projectId! description! accessKeyId* secretAccessKey* clusterIds! groupName! region!",
  AWSCloudWatchMetricsIntegration:
    "projectId! description! accessKeyId* secretAccessKey* clusterIds! namespace! region!",
};

/** What only the provider knows. */
const OUTPUTS = {
  Peering: ["providerMetadata"],
  ManagedCluster: ["dnsName", "region", "resourceProvider"],
  ManagedClusterReplicaset: ["createdAt", "status", "updatedAt"],
};

const SETTINGS = "clientId! clientSecret* identityKitUrl identityProviderUrl! organizationId! token!* tokenStore! url!";

/** Classes that the former package did not have. */
const NEW = ["ManagedClusterReplicaset"];

function read(words) {
  return words.split(" ").map((word) => ({
    name: word.replace(/[!*]/g, ""),
    required: word.includes("!"),
    secret: word.includes("*"),
  }));
}

function token(namespace, member) {
  return `${namespace}:index/${member[0].toLowerCase()}${member.slice(1)}:${member}`;
}

/** The properties to register, from what a program wrote. */
function written(properties, args, opts) {
  const inputs = {};
  for (const { name, required, secret } of properties) {
    const value = args?.[name];
    if (required && value === undefined && !opts.urn) throw new Error(`Missing required property '${name}'`);
    inputs[name] = secret && value ? pulumi.secret(value) : value;
  }
  return inputs;
}

function optionsOf(properties, opts, more = {}) {
  const secrets = properties.filter(({ secret }) => secret).map(({ name }) => name);
  const merged = pulumi.mergeOptions(pulumi.mergeOptions({ version }, opts), more);
  return secrets.length > 0 ? pulumi.mergeOptions(merged, { additionalSecretOutputs: secrets }) : merged;
}

function resourceClass(name) {
  const properties = read(INPUTS[name]);
  const outputs = OUTPUTS[name] ?? [];
  const type = token(NAMESPACE, name);
  const former = NEW.includes(name) ? {} : { aliases: [{ type: token(FORMER_NAMESPACE, name) }] };
  const made = class extends pulumi.CustomResource {
    static __pulumiType = type;

    static get(resourceName, id, state, opts) {
      return new made(resourceName, state, { ...opts, id });
    }

    static isInstance(object) {
      return object?.__pulumiType === type;
    }

    constructor(resourceName, argsOrState, opts = {}) {
      const inputs = {};
      if (opts.id) {
        for (const property of [...properties.map((property) => property.name), ...outputs]) {
          inputs[property] = argsOrState?.[property];
        }
      } else {
        Object.assign(inputs, written(properties, argsOrState, opts));
        for (const property of outputs) inputs[property] = undefined;
      }
      super(type, resourceName, inputs, optionsOf(properties, opts, former));
    }
  };
  Object.defineProperty(made, "name", { value: name });
  return made;
}

for (const name of Object.keys(INPUTS)) exports[name] = resourceClass(name);

exports.Provider = class Provider extends pulumi.ProviderResource {
  static __pulumiType = NAMESPACE;

  static isInstance(object) {
    return object?.__pulumiType === `pulumi:providers:${NAMESPACE}`;
  }

  constructor(name, args, opts = {}) {
    const properties = read(SETTINGS);
    super(NAMESPACE, name, written(properties, args, opts), optionsOf(properties, opts));
  }
};

function lookUp(member, ...names) {
  const plain = (args, opts = {}) => {
    const given = Object.fromEntries(names.map((name) => [name, args[name]]));
    return pulumi.runtime.invoke(token(NAMESPACE, member), given, pulumi.mergeOptions({ version }, opts));
  };
  exports[member] = plain;
  exports[`${member}Output`] = (args, opts) => pulumi.output(args).apply((known) => plain(known, opts));
}

lookUp("getProject", "name");
lookUp("getNetwork", "name", "projectId");

exports.config = {};
for (const { name } of read(SETTINGS)) {
  Object.defineProperty(exports.config, name, {
    enumerable: true,
    get: () => new pulumi.Config(NAMESPACE).get(name),
  });
}
