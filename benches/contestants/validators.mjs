// General validators, with the fields of a cluster.
import { Ajv } from "ajv";
import { z } from "zod";
import fields from "./fields.cjs";
import schema from "./zod-schema.cjs";

// ajv, compiled before the clock starts, with `allErrors`: without it, it would stop at the first problem. It only
// answers yes or no and lists its errors: nothing is copied.
const properties = Object.fromEntries(
  Object.entries(fields.FIELDS).map(([name, { required, oneOf, ...field }]) => [
    name,
    oneOf === undefined ? field : { ...field, enum: oneOf },
  ]),
);
const required = Object.keys(fields.FIELDS).filter((name) => fields.FIELDS[name].required);
const validate = new Ajv({ allErrors: true }).compile({
  type: "object",
  additionalProperties: false,
  properties,
  required,
});

/** The contestant. */
export const ajv = {
  id: "ajv",
  title: "ajv 8, compiled, allErrors",
  run: (args) => (validate(args) ? undefined : validate.errors),
  paths: (errors) => (errors ?? []).map(pathOf),
};

/** A missing or an unknown property is not part of ajv's own path. */
function pathOf({ instancePath, params }) {
  return params.missingProperty ?? params.additionalProperty ?? instancePath.slice(1);
}

// zod 4, `safeParse`: it never throws, and hands back a copy of the value. Its messages are
// read, like ours.
const cluster = schema.clusterSchema(z);

/** The contestant. */
export const zod = {
  id: "zod",
  title: "zod 4, safeParse",
  run: (args) => {
    const answer = cluster.safeParse(args);
    if (!answer.success) for (const { path, message } of answer.error.issues) read = path && message;
    return answer;
  },
  paths: ({ success, error }) =>
    success ? [] : error.issues.flatMap(({ path, keys }) => (keys ?? [undefined]).map((key) => dotted(path, key))),
};

export let read;

/** The path of an issue; an unknown key is not part of zod's own path. */
function dotted(path, key) {
  return [...path, ...(key === undefined ? [] : [key])].join(".");
}
