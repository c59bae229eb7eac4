// What every runtime of ours has besides the language itself, looked up when it is used. Neither the DOM's nor Node's
// types are loaded: code that only works in one of them must not slip in.

interface Platform {
  readonly console: { warn(message: string): void };
  /** Lockdown modes of browsers take it away. */
  readonly WebAssembly?: {
    Module: {
      new (bytes: Uint8Array): WasmModule;
      exports(module: WasmModule): { readonly name: string }[];
    };
    compile(bytes: ArrayBuffer | Uint8Array): Promise<WasmModule>;
    /** Not everywhere. */
    compileStreaming?(response: WasmResponse): Promise<WasmModule>;
    Instance: new (module: WasmModule, imports: Record<string, unknown>) => { readonly exports: WasmExports };
  };
  readonly atob: (base64: string) => string;
  /** Only used for an address that the caller gives. */
  readonly fetch?: (address: string) => Promise<WasmResponse>;
  /** Node, Bun and Deno. */
  readonly Buffer?: { from(text: string, encoding: "base64"): Uint8Array };
  /** Node, Bun and Deno: only where messages name files relative to it. */
  readonly process?: { cwd?: () => string };
  /** Only there in Deno. */
  readonly Deno?: unknown;
  /** jest's jsdom environment has neither of these two. */
  readonly TextDecoder?: new () => { decode(bytes: Uint8Array): string };
  readonly TextEncoder?: unknown;
}

/** What is used of a `Response`. */
export interface WasmResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A compiled module; opaque. */
export interface WasmModule {
  readonly [Symbol.toStringTag]?: string;
}

/** What the core exports before the glue has given it types. */
export type WasmExports = Record<string, unknown>;

/** The global object, as far as this package uses it. */
export const platform = globalThis as unknown as Platform;
