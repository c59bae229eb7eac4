//! Type tests: those in `tests/types` compile what users write with every TypeScript we promise, and the playground and
//! each `ts-examples/**/tsconfig.json` are checked by the present one.

use super::javascript;
use super::parts::Outcome;
use crate::progress::say;
use crate::{inputs, paths, process};

/// The tests' own count, and one check for each configuration of the examples and the playground.
pub fn run() -> anyhow::Result<Outcome> {
    let root = paths::root();
    let files = javascript::tests_below("types")?;
    let mut sum = Outcome::default();
    if !files.is_empty() {
        sum = javascript::node_tests(&[], files)?;
    }
    let tsc = paths::node_module("typescript/bin/tsc");
    let mut configs = inputs::files_below(&root.join("ts-examples"))?;
    configs.extend(inputs::files_below(&root.join("pkg-template").join("playground"))?);
    for config in configs {
        let name = config.file_name().unwrap_or_default();
        if name != "tsconfig.json" || config.components().any(|part| part.as_os_str() == "node_modules") {
            continue;
        }
        say!("tsc: {}", config.strip_prefix(&root).unwrap_or(&config).display());
        let status = process::node(&tsc).args(["--noEmit", "--project"]).arg(&config).status()?;
        sum = sum.and(Outcome::of(status.success()));
    }
    if sum.passed + sum.failed == 0 {
        return Ok(Outcome::skipped("there is no tests/types/*.test.{mjs,cjs,ts}"));
    }
    Ok(sum)
}
