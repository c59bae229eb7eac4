//! What became of the changes: kept between runs, printed by folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use crate::mutant::Mutant;
use crate::trial::Outcome;

/// A change as it is recognised when lines have moved.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key {
    /// Of the source, below the root.
    pub file: String,
    /// What is changed.
    pub change: String,
    /// The line in which it begins.
    pub line: String,
}

/// A change that no test notices, and why none can.
#[derive(Debug, Deserialize)]
struct Explained {
    #[serde(flatten)]
    key: Key,
    reason: String,
}

/// What became of each change.
pub type Outcomes = BTreeMap<Key, Outcome>;

/// The keys of all changes, in their order; several changes can have one key.
pub fn keys(root: &Path, mutants: &[Mutant]) -> anyhow::Result<Vec<Key>> {
    let mut files: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for mutant in mutants {
        if !files.contains_key(mutant.file.as_str()) {
            let text = fs::read_to_string(root.join(&mutant.file)).with_context(|| mutant.file.clone())?;
            files.insert(&mutant.file, text.lines().map(|line| line.trim().to_string()).collect());
        }
    }
    let line = |mutant: &Mutant| Some(files.get(mutant.file.as_str())?.get(mutant.span.start.line - 1)?.clone());
    let mut seen: BTreeMap<Key, usize> = BTreeMap::new();
    let keys = mutants.iter().map(|mutant| {
        let mut key = Key {
            file: mutant.file.clone(),
            change: mutant.change().to_string(),
            line: line(mutant).unwrap_or_default(),
        };
        let count = seen.entry(key.clone()).or_default();
        *count += 1;
        if *count > 1 {
            key.change.push_str(&format!(" (number {count})"));
        }
        key
    });
    Ok(keys.collect())
}

/// What earlier runs found.
pub fn read(folder: &Path) -> anyhow::Result<Outcomes> {
    let Ok(text) = fs::read_to_string(folder.join("outcomes.json")) else { return Ok(Outcomes::new()) };
    let kept: Vec<(Key, Outcome)> = serde_json::from_str(&text).context("target/mutants/outcomes.json is broken")?;
    Ok(kept.into_iter().collect())
}

/// Keeps what was found for the next run.
pub fn keep(folder: &Path, outcomes: &Outcomes) -> anyhow::Result<()> {
    let kept: Vec<_> = outcomes.iter().collect();
    Ok(fs::write(folder.join("outcomes.json"), serde_json::to_string_pretty(&kept)?)?)
}

/// Prints what was missed and a line for each folder. False when a change was missed that is not explained, or an
/// explained one is missed no more.
pub fn show(root: &Path, folders: &[String], outcomes: &Outcomes) -> anyhow::Result<bool> {
    let text = fs::read_to_string(root.join("tests/mutants.json")).context("tests/mutants.json")?;
    let explained: Vec<Explained> = serde_json::from_str(&text).context("tests/mutants.json")?;
    let reason = |key: &Key| explained.iter().find(|known| known.key == *key).map(|known| known.reason.as_str());
    let mut is_clean = true;
    for (key, outcome) in outcomes.iter().filter(|(_, outcome)| outcome.is_missed()) {
        if reason(key).is_none() {
            let how = if *outcome == Outcome::Unreached { "no test comes here" } else { "no test fails" };
            println!("{}: {}: {how}\n    {}", key.file, key.change, key.line);
        }
    }
    for known in &explained {
        let fault = match outcomes.get(&known.key) {
            _ if known.reason.trim().is_empty() => "has no reason",
            Some(outcome) if !outcome.is_missed() => "is noticed by a test",
            None if folders.iter().any(|folder| is_in(&known.key, folder)) => "is no change of the sources as they are",
            _ => continue,
        };
        println!(
            "{}: {}: {fault}, and stands in tests/mutants.json\n    {}",
            known.key.file, known.key.change, known.key.line
        );
        is_clean = false;
    }
    println!("\nfolder      changes  do not compile  noticed  hang  missed  of these explained   score");
    for folder in folders.iter().map(String::as_str).chain(["all"]) {
        let of = |key: &Key| folder == "all" || is_in(key, folder);
        let count =
            |wanted: &[Outcome]| outcomes.iter().filter(|(key, outcome)| of(key) && wanted.contains(outcome)).count();
        let (unviable, caught, hung) =
            (count(&[Outcome::Unviable]), count(&[Outcome::Caught]), count(&[Outcome::Hung]));
        let missed = count(&[Outcome::Missed, Outcome::Unreached]);
        let explained = outcomes.iter().filter(|(key, o)| of(key) && o.is_missed() && reason(key).is_some()).count();
        let all = unviable + caught + hung + missed;
        let tenths = ((caught + hung) * 1000).checked_div(caught + hung + missed).unwrap_or(1000);
        println!(
            "{folder:<12}{all:>7}{unviable:>16}{caught:>9}{hung:>6}{missed:>8}{explained:>20}   {:>3}.{} %",
            tenths / 10,
            tenths % 10
        );
        is_clean &= missed == explained;
    }
    Ok(is_clean)
}

/// Whether a change is in this folder of the source.
fn is_in(key: &Key, folder: &str) -> bool {
    key.file.strip_prefix("src/").and_then(|rest| rest.split('/').next()) == Some(folder)
}
