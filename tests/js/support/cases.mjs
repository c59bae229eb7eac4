// The examples of the rules' pages and the edge cases of tests/cases, written out by the generator.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { alive } from "./alive.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const options = { cwd: root, encoding: "utf8", maxBuffer: 100_000_000, stdio: ["ignore", "pipe", "inherit"] };
const cargo = process.env.CARGO ?? "cargo";

/** All of them as JSON. */
export const text = execFileSync(cargo, ["run", "--quiet", "--package", "generate", "--", "--cases"], options);

/** Pairs of a document and options, and the sections of the edge cases with what is recorded of them. */
export const { examples, sections } = JSON.parse(text, alive);

/** The edge cases. */
export const cases = sections.flatMap((section) => section.cases);
