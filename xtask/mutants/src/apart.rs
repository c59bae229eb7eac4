//! Changes that have to be compiled one by one: cargo-mutants does it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail};
use serde_json::Value;

use crate::mutant::Mutant;
use crate::trial::Outcome;

/// Tries these changes with all Rust tests, one after the other.
pub fn all(root: &Path, folder: &Path, mutants: &[&Mutant]) -> anyhow::Result<BTreeMap<String, Outcome>> {
    if mutants.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root).args([
        "mutants",
        "--no-shuffle",
        "--no-times",
        "--colors=never",
        "--minimum-test-timeout=60",
    ]);
    cargo.arg("--output").arg(folder);
    cargo.args(["--package", "eventstorecloud-planner", "--cargo-test-arg=--lib", "--cargo-test-arg=--tests"]);
    for mutant in mutants {
        cargo.args(["--file", &mutant.file, "--re", &format!("^{}$", escaped(&mutant.name))]);
    }
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "0");
    // It fails when anything is missed; what became of each change is in a file.
    let status = cargo.status().context("cargo is not on the PATH")?;
    let path = folder.join("mutants.out").join("outcomes.json");
    let Ok(text) = fs::read_to_string(&path) else { bail!("cargo-mutants ended with {status} and wrote no outcomes") };
    let said: Value = serde_json::from_str(&text).context("cargo-mutants wrote outcomes that cannot be read")?;
    let outcomes = said["outcomes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let outcomes = outcomes.iter().filter_map(|outcome| {
        let name = outcome["scenario"]["Mutant"]["name"].as_str()?;
        let outcome = match outcome["summary"].as_str()? {
            "CaughtMutant" => Outcome::Caught,
            "Timeout" => Outcome::Hung,
            "Unviable" => Outcome::Unviable,
            _ => Outcome::Missed,
        };
        Some((name.to_string(), outcome))
    });
    Ok(outcomes.collect())
}

/// Characters that are not themselves in a regular expression; others must not be escaped (`\<` is the edge of a word).
const MEANS_MORE: &str = r"\.+*?()|[]{}^$#&-~";

/// A name as a regular expression that means nothing else.
fn escaped(name: &str) -> String {
    name.chars().flat_map(|c| [MEANS_MORE.contains(c).then_some('\\'), Some(c)]).flatten().collect()
}
