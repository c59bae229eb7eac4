//! Where things are. What this program makes goes to `target/`, whatever cargo's own target directory is.

use std::env;
use std::path::{Path, PathBuf};

/// The npm package's name, and the crate's.
pub const NAME: &str = "eventstorecloud-planner";

/// The repository's root. Asked at run time, where `cargo run` says it: two clones that share a target directory also
/// share the compiled program, and a path compiled into it may be the other clone's.
pub fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}

/// Cargo's target directory.
pub fn cargo_target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |set| root().join(set))
}

/// wasm-bindgen's output and the optimised module: input of the package.
pub fn wasm_out() -> PathBuf {
    root().join("target").join("wasm")
}

/// The crates that are compiled into the core.
pub fn crates() -> PathBuf {
    root().join("target").join("crates.json")
}

/// The finished, installable npm package.
pub fn npm_out() -> PathBuf {
    root().join("target").join("npm")
}

/// The real engines, for the tests.
pub fn engines() -> PathBuf {
    root().join("target").join("engines")
}

/// A program that npm installed, by its path inside `node_modules`.
pub fn node_module(path: &str) -> PathBuf {
    root().join("node_modules").join(path)
}
