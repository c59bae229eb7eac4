// One table: thirty programs, and everything that checks programs. All of it has to find the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe } from "node:test";
import { fileURLToPath } from "node:url";
import { packOf } from "./policy/analyzer.mjs";
import { registrationsOf } from "./policy/documents.mjs";
import { requestsOf } from "./policy/requests.mjs";
import { inline, skip } from "./programs/index.mjs";
import { PROGRAMS } from "./table/programs.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { expectedFailures } from "../support/expected-failures.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const pulumi = require("@pulumi/pulumi");
const esc = require("@eventstore/pulumi-eventstorecloud");
const { check, kinds, ValidationError } = require("eventstorecloud-planner");
const builders = require("eventstorecloud-planner/pulumi");
const { eventstoreCloudPolicies } = require("eventstorecloud-planner/policy");
const { recordRegistrations } = require("eventstorecloud-planner/testing");
const { make } = require("./table/make.cjs");

const MAKE = readFileSync(join(here, "table", "make.cjs"), "utf8");
const sorted = (codes) => [...new Set(codes)].sort();
const codesOf = ({ diagnostics }) => sorted(diagnostics.map(({ code }) => code));
const without = (codes, others) => codes.filter((code) => !others.includes(code));
const providerOf = (family) => (family === "eventstorecloud" ? esc : undefined);

const guardIn = ({ environment }) => `guard(${JSON.stringify(environment === undefined ? {} : { environment })});`;

/** A preview of the program, after what is to come before it. */
const previewed = ({ document, family }, before, options) =>
  inline.preview(
    `${before}
    const provider = ${family === "eventstorecloud" ? "esc" : "undefined"};
    require("./make.cjs").make({ document: require("./document.json"), family: "${family}", pulumi, provider });`,
    { family, files: { "make.cjs": MAKE, "document.json": JSON.stringify(document) }, ...options },
  );

/** The configuration of the stack, as Pulumi has it. */
function configurationOf({ document, family }) {
  const settings = Object.fromEntries(
    Object.entries(document.configuration).map(([key, value]) => [key, value.secret ?? value]),
  );
  return { settings, secretKeys: [`${family}:token`] };
}

/** The codes that the policies find in what the engine shows to them, and what it ends at. */
async function judged({ document }, requests) {
  const policies = eventstoreCloudPolicies(
    document.environment === undefined ? {} : { environment: document.environment },
  );
  const { alone, together, refused } = await packOf(policies).run(requests, { apply: false });
  assert.doesNotMatch(JSON.stringify([...alone, ...together]), /MARKER/);
  return { codes: sorted([...alone, ...together].map(({ code }) => code)), refused };
}

/** What policies have to find: where the engine ends the program, what is wrong with its resources one by one. */
const toBeJudged = ({ judged, together, refused }, unseen = []) => ({
  codes: without(judged, refused === undefined ? unseen : together),
  refused,
});

/** The codes that /testing finds under mocks. */
async function tested({ document, family }) {
  const mocks = recordRegistrations();
  await pulumi.runtime.setMocks(mocks, "table", "dev", false);
  make({ document, family, pulumi, provider: providerOf(family) });
  return mocks.check({
    target: document.target,
    ...(document.environment === undefined ? {} : { environment: document.environment }),
  });
}

/** The codes that the builders find, each with what it knows: its own args, some of them only later. */
async function built({ document, family }) {
  await pulumi.runtime.setMocks(recordRegistrations(), "table", "dev", false);
  const found = [];
  const options = {
    target: document.target,
    environment: document.environment ?? "",
    onDiagnostic: ({ code }) => found.push(code),
  };
  const take = (error) => {
    assert.ok(error instanceof ValidationError, error.stack);
    found.push(...error.diagnostics.map(({ code }) => code));
  };
  const pending = [];
  const build = (kind, args) => {
    const { builder } = kinds().find((known) => known.kind === kind);
    let result = args;
    try {
      result = builders[builder](args, options);
    } catch (error) {
      take(error);
    }
    const outputs = Object.values(result).filter((value) => value?.__pulumiOutput === true);
    pending.push(...outputs.map((output) => output.promise().catch(take)));
    // Nobody else looks at these.
    for (const output of outputs)
      for (const promise of [output.isKnown, output.isSecret, output.allResources()]) promise.catch(() => undefined);
    // The resource itself is made of plain args, so that others can refer to it.
    return args;
  };
  make({ document, family, pulumi, provider: providerOf(family), build });
  await Promise.all(pending);
  return sorted(found);
}

describe("thirty programs", () => {
  it("are thirty, good and bad, of all kinds, on three clouds", () => {
    assert.equal(PROGRAMS.length, 30);
    assert.ok(PROGRAMS.filter(({ codes }) => codes.length === 0).length >= 6);
    const made = new Set(PROGRAMS.flatMap(({ document }) => document.resources.map(({ kind }) => kind)));
    assert.deepEqual(
      without(
        kinds().map(({ kind }) => kind),
        [...made],
      ),
      ["Provider"],
    );
  });

  for (const program of PROGRAMS) {
    describe(program.name, () => {
      it("check", () => assert.deepEqual(codesOf(check(program.document)), program.codes));

      it("testing", async () => assert.deepEqual(codesOf(await tested(program)), program.codes));

      it("builders", async () => {
        assert.deepEqual(await built(program), without(program.codes, [...program.together, ...program.mended]));
      });

      it(`guard: ${program.name}`, { skip }, async () => {
        const { codes, exitCode, said } = await previewed(program, guardIn(program.document));
        assert.deepEqual(sorted(codes), program.codes);
        assert.equal(exitCode, check(program.document).ok ? 0 : 32);
        assert.doesNotMatch(said, /MARKER/);
      });

      it(`policy, in a preview: ${program.name}`, { skip }, async () => {
        const { settings, secretKeys } = configurationOf(program);
        const { registrations } = await previewed(program, "", { check: false });
        const requests = requestsOf(registrations, { preview: true, config: settings, secretKeys });
        // A policy is told of which resources an unknown value was made, not that it is the id of one.
        assert.deepEqual(await judged(program, requests), toBeJudged(program, ["STACK001"]));
      });

      it("policy, in an update", async () => {
        const { settings, secretKeys } = configurationOf(program);
        const made = registrationsOf(program.document, {
          family: program.family,
          version: program.document.target.split("@")[1],
        });
        const requests = requestsOf(made, { config: settings, secretKeys });
        assert.deepEqual(await judged(program, requests), toBeJudged(program));
      });
    });
  }
});
