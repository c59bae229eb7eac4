// What the tests of the guard and of the policy packs have in common.
import { readFileSync } from "node:fs";
import { after, before } from "node:test";

import { codesIn } from "../../support/codes.mjs";
import { stackOf } from "../rig/pulumi.mjs";

/** A file of this folder, as text. */
export const source = (name) => readFileSync(new URL(name, import.meta.url), "utf8");

/**
 * A stack that all tests of a suite use, one after another: a function that gives it. Options are those of `stackOf`;
 * `ready` is what to do with the stack before the first test.
 */
export function stackOfSuite(options, ready = () => undefined) {
  const endings = [];
  let stack;
  before(async () => {
    stack = await stackOf({ after: (work) => endings.push(work) }, options);
    await ready(stack);
  });
  after(() => Promise.all(endings.map((work) => work())));
  return () => stack;
}

/**
 * Environment of programs that have something else to do for a while. The engine ends the program of a preview that has
 * failed; whether one that has nothing to do comes to its own end before that, and reports, is a matter of luck.
 */
export const BUSY = { BUSY_MS: "1500" };

/** The codes of our findings among the errors of an operation. */
export const errorCodes = ({ errors }) => errors.flatMap(({ message }) => codesIn(message)).sort();

/** Those among its warnings. */
export const warningCodes = ({ warnings }) => warnings.flatMap(({ message }) => codesIn(message)).sort();

/** The kinds of all things that are in a service. */
export const kindsIn = (service) =>
  service
    .state()
    .map(({ kind }) => kind)
    .sort();
