// The program as files of a project, for each way of running it.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "../places.mjs";

const read = (...path) => readFileSync(join(ROOT, ...path), "utf8");
const document = read("ts-examples", "published-program", "document.json");
const esm = `${read("tests", "packaging", "program", "answers.mjs")}\nconst document = ${document};\n`;
// Where the core is refused, the error is the answer.
const tried =
  "{ try { return answers(planner, document); } catch (error) { return `${error.name}: ${error.message}`; } }";

/** An ES module that exports `answer()`. */
export const asModule = `import * as planner from "eventstorecloud-planner";\n${esm}export function answer() ${tried}\n`;

/** The same in CommonJS. */
export const asCommonJs =
  `const planner = require("eventstorecloud-planner");\n${esm.replace("export ", "")}exports.answer = function () ` +
  `${tried};\n`;
