// core.wasm: checks, builders and facts.
import { createGlue } from "../../../target/wasm/core/glue.js";
import { core as form } from "../../../target/wasm/modules.js";
import type { Edit, Report } from "../generated/api";
import { type CoreQuestion, type Fact, Question } from "../generated/boundary";
import { ask } from "./answer";
import { Core } from "./instance";
import { coreModule } from "./payload";

/** The core. */
export const core = /* @__PURE__ */ new Core(form, coreModule, createGlue);

/** As `ask`. */
export function askCore<T>(question: CoreQuestion, ...values: readonly unknown[]): T | undefined {
  return ask<T>(core, question, values);
}

/** A fact, which is no value of the caller's; nor is the input but a text. */
export function fact(wanted: Fact, input?: string): unknown {
  return core.fact(wanted, input);
}

/** What the core says of the args of one resource. */
export interface Built {
  edits: Edit[];
  /** The properties that were left out and that may get a default once an unknown value is known. */
  deferredDefaults: string[];
  /** Undefined when nothing is wrong with the args and nothing is to be added. */
  report?: Report;
}

const NOTHING: Built = { edits: [], deferredDefaults: [] };

/** Completes and checks the args of a builder's call. Args that were left out are an object without properties. */
export function askBuilt(kind: string, args: unknown, options: unknown): Built {
  return askCore<Built>(Question.Build, kind, options, args === undefined ? {} : args) ?? NOTHING;
}

/** The same for args whose Outputs and promises have been resolved, in the notation of a document. */
export function askBuiltResolved(kind: string, args: unknown, options: unknown): Built {
  return askCore<Built>(Question.BuildResolved, kind, options, args) ?? NOTHING;
}
