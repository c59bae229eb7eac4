//! `npm run generate`: writes the files that are derived from the Rust model. The texts are made in
//! `xtask/generate/`, which has the planner as a library; here it is only called.

use crate::process;
use crate::progress::{self, say};

/// Writes them all.
pub fn run() -> anyhow::Result<bool> {
    let status = command().status()?;
    if status.success() {
        say!("generated files are up to date");
    } else {
        progress::error("the files could not be generated, see above\n  next: fix the crate, then `npm run generate`");
    }
    Ok(status.success())
}

/// The generator; with the argument `--check` it only compares.
pub fn command() -> std::process::Command {
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--package", "generate", "--"]);
    cargo
}
