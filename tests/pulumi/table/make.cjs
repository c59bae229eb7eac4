// Makes the resources of a document with the real SDKs. Copied into the programs of the table, and used under mocks.
"use strict";

/** A resource of the package that the npm registry does not have yet: the SDK's own class under its type. */
function classOf(pulumi, provider, family, kind) {
  if (provider !== undefined) return provider[kind];
  const type = `${family}:index/${kind[0].toLowerCase()}${kind.slice(1)}:${kind}`;
  return class extends pulumi.CustomResource {
    constructor(name, args, opts) {
      super(type, name, args, { version: "0.3.1", ...opts });
    }
  };
}

/** The resources by name. `build` is what a program does to args before it passes them to the constructor. */
exports.make = function make({ document, family, pulumi, provider, build = (_kind, args) => args }) {
  const resources = {};
  const value = (written) => {
    if (Array.isArray(written)) return written.map(value);
    if (typeof written !== "object" || written === null) return written;
    if ("ref" in written) return resources[written.ref].id;
    if ("secret" in written) return pulumi.secret(written.secret);
    return Object.fromEntries(Object.entries(written).map(([key, inner]) => [key, value(inner)]));
  };
  for (const { kind, name, args, dependsOn = [] } of document.resources) {
    const Resource = classOf(pulumi, provider, family, kind);
    resources[name] = new Resource(name, build(kind, value(args)), {
      dependsOn: dependsOn.map((other) => resources[other]),
    });
  }
  return resources;
};
