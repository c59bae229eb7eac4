// The JSON Schema of documents: takes every document that is one, and refuses what is none.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { cases, examples } from "./support/cases.mjs";

const require = createRequire(import.meta.url);
const { check } = require("eventstorecloud-planner");
const schema = require("eventstorecloud-planner/document.schema.json");
const validate = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

/** Codes about the form of a document and of args, not about values. */
const OF_FORM = ["DOC001", "DOC002", "DOC003", "ARG001", "ARG002", "ARG005", "ARG004"];
/** Whether there may be a fraction is for the rules to say, which wait for the disk type; the schema wants an integer. */
const LATER = ['cluster: Each fault is reported once: {"diskIops":-0.5,"diskType":{"unknown":true}}'];
const formOf = (document) => check(document).diagnostics.filter(({ code }) => OF_FORM.includes(code));
const errors = (document) =>
  validate(document) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);

describe("document.schema.json", () => {
  it("takes every document of the examples and the edge cases that nothing is wrong with", () => {
    let taken = 0;
    for (const { name, document } of [...examples, ...cases]) {
      if (check(document).diagnostics.length > 0) continue;
      assert.equal(errors(document).length > 0, LATER.includes(name), `${name}: ${errors(document)}`);
      taken += 1;
    }
    assert.ok(taken > 300, String(taken));
  });

  it("lets a document name it", () => {
    const document = { $schema: "node_modules/eventstorecloud-planner/document.schema.json", resources: [] };
    assert.deepEqual(errors(document), []);
    assert.deepEqual(check(document).diagnostics, []);
  });

  const net = { kind: "Network", name: "net", args: { projectId: "x", resourceProvider: "aws", region: "us-east-1" } };
  for (const [what, document] of Object.entries({
    "a list": [],
    "no resources": {},
    "a key that nothing reads": { resources: [], resource: [] },
    "a resource without a name": { resources: [{ kind: "Network" }] },
    "an unknown kind": { resources: [{ ...net, kind: "Netwrok" }] },
    "a misspelled property": { resources: [{ ...net, args: { ...net.args, cidrBlok: "10.0.0.0/8" } }] },
    "a number for text": { resources: [{ ...net, args: { ...net.args, name: 7 } }] },
    "a mark with two keys": { resources: [{ ...net, args: { ...net.args, region: { ref: "a", unknown: true } } }] },
  })) {
    it(`refuses ${what}`, () => {
      assert.notDeepEqual(errors(document), []);
      assert.ok(formOf(document).length > 0, "and so does the check");
    });
  }
});
