/** Where the product is not right yet in programs with mistakes, and in builders: see `../expected-failures.mjs`. */

import { each } from "../../support/expected-failures.mjs";

/** A line of a list that is not there. */
const lacks = (place) => new RegExp(`-\\s+'${place}'`);
/** A line of a list that should not be there. */
const has = (place) => new RegExp(`\\+\\s+'(?:${place})'`);

const ENDS_EARLY = "a preview ends at the first value that the provider refuses, and the guard reports at the end";
const TEXT_OF_OUTPUT = "the text that the SDK makes of an Output inside a string is taken for a value";
const READ_IS_UNKNOWN = "the guard leaves out what is read, so that nothing can be judged together with it";
const OPTIONS_GET_LOST = "the guard judges what comes from a builder again, without the options of the builder";
const PROVIDERS_ARE_ONE = "the guard does not look at which provider a resource has";
const BYPASS = "nobody says that an addition to the catalogue needs the provider's own list to be switched off";
const PATTERNS = "the environment can be given by its name only, and the last line does not say which rules are on";
const REWRITTEN = "a builder writes a spelling in another way without knowing whether the resource exists";

export const PROGRAMS = {
  "programs-values.test.mjs": {
    "is an error of the guard in each of nine places, with cause and cure": {
      reason: `${ENDS_EARLY}; and ${TEXT_OF_OUTPUT}`,
      error: lacks("net name"),
    },
    "are errors of the guard": {
      reason: "a host name in the place of an id is not known in a preview",
      error: lacks("by-host sourceClusterId"),
    },
    ...each(
      { reason: "nobody looks for secrets where everybody can read them", error: lacks("orders name") },
      "are reported by the guard and not shown in preview",
      "are reported by the guard and not shown in up",
    ),
    "are said by the guard to be swapped": {
      reason: `${ENDS_EARLY}; and each of two swapped values is judged alone`,
      error: lacks("cloud"),
    },
    "is an error of the guard in preview": {
      reason: `${ENDS_EARLY}; and one value passes for a list`,
      error: lacks("logs clusterIds"),
    },
    "is an error of the guard in up": {
      reason: "one value passes for a list: the SDK hands it on as it is, and the engine makes a list of it",
      error: lacks("logs clusterIds"),
    },
    ...each(
      { reason: "the SDK drops what is no input before the guard sees it", error: lacks("db dnsName") },
      "are errors of the guard in preview",
      "are errors of the guard in up",
    ),
  },

  "programs-context.test.mjs": {
    "is judged by the guard together with what is around it": {
      reason: READ_IS_UNKNOWN,
      error: lacks("db diskType"),
    },
    "keeps what does not fit it from the provider in an update under the guard": {
      reason: READ_IS_UNKNOWN,
      error: has("db|peer|wrong-kind"),
    },
    "lives under the guard from the first preview to the end": {
      reason: "an id from a lookup is taken for one that is written in the program",
      error: has("STACK003 shared-net"),
    },
    "are told apart by the guard: a network of another organisation, and one of the provider that nothing sets up": {
      reason: PROVIDERS_ARE_ONE,
      error: lacks("foreign"),
    },
    "raise a warning to an error under the guard in preview": { reason: OPTIONS_GET_LOST, error: lacks("net region") },
    ...each(
      { reason: OPTIONS_GET_LOST, error: has("NET014 net") },
      "turn a warning off under the guard in preview",
      "turn a warning off under the guard in up",
    ),
    ...each(
      { reason: OPTIONS_GET_LOST, error: has("CLU003 db") },
      "add to the catalogue under the guard in preview",
      "add to the catalogue under the guard in up",
    ),
    "say so where the provider refuses what they add to the catalogue": {
      reason: `${ENDS_EARLY}; and ${BYPASS}`,
      error: /ESC_BYPASS_VALIDATION/,
    },
    ...each(
      { reason: PATTERNS, error: /options\.environment/ },
      "are judged as such: prod-eu",
      "are judged as such: prd",
      "are judged as such: live",
      "leave others alone: dev",
    ),
    "is reported where the helper is called, and names the helper too": {
      reason: "the line of the construction inside the helper stands alone",
      error: /\+\s+b: 'index\.ts:7'/,
    },
    "needs no token, from the first preview to the end": {
      reason: "the SDK does not register an empty token, and the guard asks for one beside a service account",
      error: has("account token"),
    },
    "are both named by the guard": {
      reason: "all resources of a program are judged for one package and version",
      error: /expression \/kurrentcloud@0/,
    },
    "each need settings of their own, and the guard says in which namespace": {
      reason: "all resources of a program are judged for one package and version",
      error: /expression \/set `eventstorecloud:organizationId`/,
    },
    "are counted apart from those that were checked, and each once": {
      reason: "resources of other packages are counted, twice each",
      error: /in 21 resources/,
    },
  },

  "programs-plain.test.mjs": {
    "finds a wrong value that a builder has refused, without an unhandled rejection": {
      reason: "a builder's refusal of an Output is a rejection that nobody handles under mocks",
      error: /triggerUncaughtException/,
    },
  },

  "builders-values.test.mjs": {
    ...each(
      { reason: REWRITTEN, error: has("display-name") },
      "is never replaced without a word: plain",
      "is never replaced without a word: waiting",
    ),
    ...each(
      { reason: BYPASS, error: /ESC_BYPASS_VALIDATION/ },
      "that the provider refuses are said to be refused: plain builders",
      "that the provider refuses are said to be refused: waiting builders",
    ),
  },
};
