// planner.wasm: plans. It is a part of core.wasm that is loaded at the first plan.
import { planner as form } from "../../../target/wasm/modules.js";
import type { PlannerQuestion } from "../generated/boundary";
import { ask } from "./answer";
import { core } from "./core";
import { Part } from "./instance";
import { plannerModule } from "./payload";

const planner = /* @__PURE__ */ new Part(core, form, plannerModule, "call_planner");

/** As `ask`. */
export function askPlanner<T>(question: PlannerQuestion, ...values: readonly unknown[]): T | undefined {
  return ask<T>(planner, question, values);
}
