//! `npm run mutants [-- FOLDER ...] [--missed]`: whether the tests notice when the core is changed; `xtask/mutants` does it.

use crate::process;

/// False when a change is missed that is not explained.
pub fn run(arguments: &[String]) -> anyhow::Result<bool> {
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--package", "mutants", "--"]).args(arguments);
    Ok(cargo.status()?.success())
}
