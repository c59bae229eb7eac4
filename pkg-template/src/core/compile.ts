// The compiled core, made at the first call from the text that is part of this file's bundle: nothing is fetched, no
// bundler has to know of a file. In the form for workerd, compile.workerd.ts takes this file's place.
import { EnvironmentError } from "../errors";
import { bytes } from "./payload";
import { platform, type WasmModule } from "./platform";

/** The compiled module. Throws an `EnvironmentError` where compiling is forbidden. */
export function compile(): WasmModule {
  const { WebAssembly } = platform;
  if (WebAssembly === undefined) throw new EnvironmentError(ABSENT);
  try {
    return new WebAssembly.Module(bytes());
  } catch (thrown) {
    const said = String((thrown as { message?: unknown } | null)?.message);
    const why = reasonOf(said);
    throw why === undefined ? thrown : new EnvironmentError(why, said);
  }
}

const ABSENT = "there is no WebAssembly in it; a lockdown mode of the browser, or Node's --jitless, takes it away.";

/** Engines forbid it with errors of different names, so what they say has to do. */
function reasonOf(said: string): string | undefined {
  if (/embedder/i.test(said)) {
    return (
      "it runs only WebAssembly that was deployed as a file. Have your bundler take the export condition `workerd`, " +
      "under which this package imports its core.wasm."
    );
  }
  if (/content.security.policy|\bCSP\b|unsafe-eval/i.test(said)) {
    return (
      "the page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src, as in " +
      "`script-src 'self' 'wasm-unsafe-eval'`: it allows WebAssembly and no evaluation of text."
    );
  }
  return undefined;
}
