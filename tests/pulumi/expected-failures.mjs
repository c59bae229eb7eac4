import { each } from "../support/expected-failures.mjs";

/**
 * What the product does wrong today under an engine that behaves as the real one. Each of these tests states what is
 * right; a test leaves the list with the fault.
 */
const ENDS =
  "a preview ends at the first value that the provider refuses, and the guard reports at the end of the program";
const PRINTS = `${ENDS}: the provider's own message has the secret in it`;
const ORDER =
  "transforms that are registered at once arrive in any order, and the guard's may run before the program's";
const REPEATS = "what a transform refuses, the SDK prints again with stack traces";
const NO_RULE = "no rule is about the address of the provider's service being empty or malformed";
const REFERS =
  "in a preview the outputs that a policy gets are without what is unknown, and the policies follow ids only in " +
  "properties that are there";

/** Programs of the table that the provider refuses. */
const REFUSED = [
  "host bits",
  "a block that is too small",
  "gp2",
  "gp3 without its settings",
  "an unknown topology and size",
  "too many replicas",
];
/** Programs of the table in which something is wrong between resources. */
const BETWEEN = [
  "the disk of another cloud",
  "two networks that overlap through one peer",
  "routes that overlap the network",
  "the peer is in another cloud",
  "a network that nothing can reach",
  "resources of two projects",
  "unprotected in production, on one node",
];

/** By test file, the tests that fail and why. */
export const EXPECTED_FAILURES = {
  "docs.test.mjs": each(ENDS, "says what the preview of index.ts prints", "says what the preview of options.ts prints"),
  "guard.test.mjs": { "shows all problems of the published program in one preview, and fails": ENDS },
  "guard-links.test.mjs": {
    "says that an explicit provider has an address with which it cannot work": NO_RULE,
  },
  "guard-options.test.mjs": {
    "says of values that cannot be sent what they are, and not what arrives": ENDS,
    "says of three hundred resources the same in the same order": ENDS,
    "judges what the program's transforms make of a resource, in whatever order the engine has them": ORDER,
    "says once what it stops after the program's transforms, without stacks": REPEATS,
  },
  "policy.test.mjs": each(
    REFERS,
    ...BETWEEN.map((name) => `say as much as \`check\`, each thing once, in a preview: ${name}`),
    "are told under the resource that they are about",
    "refer to each other by lists of ids",
    "judges all resources together by what depends on what",
  ),
  "secrets.test.mjs": {
    ...each(
      PRINTS,
      ...["text", "a list", "an item", "an object", "a part of an object", "a value of the configuration"].map(
        (form) => `are kept by the guard where every property is ${form}`,
      ),
    ),
    "are not sent to a provider that prints them": PRINTS,
    ...each(
      PRINTS,
      ...['{ MARKER: "MARKER" }', '["MARKER"]'].map(
        (credential) => `are kept where a credential is not what it should be: ${credential}`,
      ),
    ),
  },
  "table.test.mjs": {
    ...each(ENDS, ...REFUSED.map((name) => `guard: ${name}`)),
    ...each(REFERS, ...BETWEEN.map((name) => `policy, in a preview: ${name}`)),
  },
};
