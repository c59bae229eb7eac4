// The single-field checks of a cluster as plain data. Both peers' schemas are made of it, so that they check the same.
// What a peer's schema cannot say about one field (rules between properties, between resources, spellings, ages of
// versions) is left out: only our side does that work.
"use strict";

/** In the order of the declarations of the SDK. `required` fields must be there; every other name is refused. */
const FIELDS = {
  projectId: { type: "string", minLength: 1, required: true },
  networkId: { type: "string", minLength: 1, required: true },
  name: { type: "string", minLength: 1 },
  topology: { type: "string", oneOf: ["single-node", "three-node-multi-zone"], required: true },
  instanceType: { type: "string", oneOf: ["F1", "C4", "M8", "M16", "M32", "M64", "M128"], required: true },
  diskSize: { type: "integer", minimum: 8, maximum: 4096, required: true },
  diskType: { type: "string", oneOf: ["gp3", "ssd", "premium-ssd-lrs"], required: true },
  diskIops: { type: "integer", minimum: 3000, maximum: 16000 },
  diskThroughput: { type: "integer", minimum: 125, maximum: 1000 },
  serverVersion: { type: "string", pattern: "^\\d{2}\\.\\d{1,2}$", required: true },
  serverVersionTag: { type: "string", pattern: "^\\d{2}\\.\\d{1,2}\\.\\d{1,2}$" },
  projectionLevel: { type: "string", oneOf: ["off", "system", "user"] },
  publicAccess: { type: "boolean" },
  aclId: { type: "string", minLength: 1 },
  protected: { type: "boolean" },
};

module.exports = { FIELDS };
