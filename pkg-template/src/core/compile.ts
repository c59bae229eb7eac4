// How a module of WebAssembly is compiled, where that is not done beforehand.
import { EnvironmentError } from "../errors";
import { platform, type WasmModule } from "./platform";

/** A module of these bytes. Throws an `EnvironmentError` where compiling is forbidden. */
export function compiled(bytes: () => Uint8Array): WasmModule {
  const WebAssembly = webAssembly();
  try {
    return new WebAssembly.Module(bytes());
  } catch (thrown) {
    throw forbidden(thrown) ?? thrown;
  }
}

/** `WebAssembly`, or an `EnvironmentError` that says who may have taken it away. */
export function webAssembly(): NonNullable<typeof platform.WebAssembly> {
  const { WebAssembly } = platform;
  if (WebAssembly === undefined) throw new EnvironmentError(ABSENT);
  return WebAssembly;
}

/** The error to throw where the environment has forbidden to compile; undefined for whatever else was thrown. */
export function forbidden(thrown: unknown): EnvironmentError | undefined {
  const said = String((thrown as { message?: unknown } | null)?.message);
  const why = reasonOf(said);
  return why === undefined ? undefined : new EnvironmentError(why, said);
}

const ABSENT = "there is no WebAssembly in it; a lockdown mode of the browser, or Node's --jitless, takes it away.";

/** Engines forbid it with errors of different names, so what they say has to do. */
function reasonOf(said: string): string | undefined {
  if (/embedder/i.test(said)) {
    return (
      "it runs only WebAssembly that was deployed as a file. Have your bundler take the export condition `workerd`, " +
      "under which this package imports its .wasm files."
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
