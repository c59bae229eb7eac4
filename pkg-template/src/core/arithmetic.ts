// arithmetic.wasm: arithmetic with CIDR blocks and schedules; it needs nothing of core.wasm.
import { createGlue } from "../../../target/wasm/arithmetic/glue.js";
import { arithmetic as form } from "../../../target/wasm/modules.js";
import type { ArithmeticQuestion } from "../generated/boundary";
import { ask } from "./answer";
import { Core } from "./instance";
import { arithmeticModule } from "./payload";

const arithmetic = /* @__PURE__ */ new Core(form, arithmeticModule, createGlue);

/** As `ask`. */
export function askArithmetic<T>(question: ArithmeticQuestion, ...values: readonly unknown[]): T | undefined {
  return ask<T>(arithmetic, question, values);
}
