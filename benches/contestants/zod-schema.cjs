// The cluster's fields as a zod schema, written with what zod's own documentation recommends for each check.
"use strict";

const { FIELDS } = require("./fields.cjs");

/** The schema, made with this copy of zod. */
function clusterSchema(z) {
  const shape = {};
  for (const [name, field] of Object.entries(FIELDS)) {
    const schema = oneField(z, field);
    shape[name] = field.required ? schema : schema.optional();
  }
  return z.strictObject(shape);
}

function oneField(z, field) {
  if (field.oneOf !== undefined) return z.enum(field.oneOf);
  if (field.type === "boolean") return z.boolean();
  if (field.type === "integer") return z.int().min(field.minimum).max(field.maximum);
  if (field.pattern !== undefined) return z.string().regex(new RegExp(field.pattern));
  return z.string().min(field.minLength);
}

module.exports = { clusterSchema };
