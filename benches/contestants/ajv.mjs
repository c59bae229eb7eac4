// ajv, compiled before the clock starts, with `allErrors`: without it, it would stop at the first problem. It only
// answers yes or no and lists its errors: nothing is copied.
import { Ajv } from "ajv";
import fields from "./fields.cjs";

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
