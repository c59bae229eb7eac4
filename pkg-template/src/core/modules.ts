// The modules of WebAssembly: what tells them apart, and those that the program has given.
import type { WasmModule } from "./platform";

/** What the build knows of a module. */
export interface Form {
  /** Its file, without the ending. */
  readonly name: string;
  /** An export that only this module of this build has. */
  readonly mark: string;
  /** How many bytes it has. */
  readonly size: number;
}

const given = /* @__PURE__ */ new Map<string, WasmModule>();

/** Keeps a module that the program has compiled, by its mark, for the first call that needs it. */
export function give(mark: string, module: WasmModule): void {
  given.set(mark, module);
}

/** The module of a form: the one that was given, else the one that `compile` makes. */
export function moduleOf({ mark }: Form, compile: () => WasmModule): WasmModule {
  return given.get(mark) ?? compile();
}
