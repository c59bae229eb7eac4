/** What workerd makes of an imported .wasm file. */
declare module "*.wasm" {
  const module: import("./platform").WasmModule;
  export default module;
}
