//! Runs the `#[wasm_bindgen_test]` functions of one compiled test file, in Node or behind a local web page.
//!
//! A member of its own so that `npm run demo` and `npm run build` do not compile a web server.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
