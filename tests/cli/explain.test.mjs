// What `explain` prints of a rule.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { explain, rules } from "eventstorecloud-planner";
import { run } from "./support/run.mjs";

/** By `detectedAt`. */
const WORDS = {
  compiler: "the TypeScript compiler",
  preview: "`pulumi preview` or `terraform plan`",
  apply: "the provider, during the deployment",
  service: "the service, during the deployment",
  undetected: "nothing",
};

const indented = (text) => text.replace(/^(?=.)/gm, "  ").trimEnd();
const inAProfile = ({ profile }) => profile !== "default";

describe("explain", () => {
  it("has a word for every `detectedAt`", () => {
    for (const { code, detectedAt } of rules()) assert.ok(Object.hasOwn(WORDS, detectedAt), `${code}: ${detectedAt}`);
  });

  const first = (isWanted) => rules().find(isWanted);
  const some = [...Object.keys(WORDS).map((at) => first(({ detectedAt }) => detectedAt === at)), first(inAProfile)];
  for (const { code, name, severity, profile, title, detectedAt, source } of some.filter((rule) => rule !== undefined))
    it(`prints ${code}, which is detected by ${WORDS[detectedAt]}`, () => {
      const { why, example, useInstead } = explain(code);
      const { status, stdout, stderr } = run(["explain", code]);
      assert.deepEqual([status, stderr], [0, ""]);
      assert.equal(
        stdout,
        `${code} ${name} (${severity}${profile === "default" ? "" : `, profile ${profile}`})\n\n` +
          `What it checks\n  ${title}.\n\nWhy\n${indented(why)}\n\nExample\n${indented(example)}\n\n` +
          `Use instead\n${indented(useInstead)}\n\nDetected by: ${WORDS[detectedAt]}\n\n` +
          `Source\n${indented(source.join("\n"))}\n`,
      );
    });

  it("finds a rule by its code or its name, in upper or lower case", () => {
    const { code, name } = rules()[0];
    const [first, ...others] = [code, code.toLowerCase(), name, name.toUpperCase()].map(
      (word) => run(["explain", word]).stdout,
    );
    for (const other of others) assert.equal(other, first);
  });
});
