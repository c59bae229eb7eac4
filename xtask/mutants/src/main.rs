//! `npm run mutants [-- FOLDER ...] [--missed]`: whether the tests notice when the core is changed.
//!
//! cargo-mutants lists the changes; it would compile the core once for each. Here all are compiled into one build, in which
//! the environment chooses the one that is in force, and only the tests that come to a change are run with it. The few that
//! cannot be chosen at run time (in constants, say) are left to cargo-mutants. With `--missed` only what the last run missed
//! or did not know is tried.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use anyhow::{Context as _, bail};

mod apart;
mod build;
mod copy;
mod mutant;
mod report;
mod sites;
mod trial;
mod weave;

use mutant::Mutant;
use report::Outcomes;
use trial::Outcome;

/// Folders of the source whose changes are tried.
const FOLDERS: [&str; 4] = ["rules", "net", "schedule", "planner"];

fn main() -> ExitCode {
    match run(env::args().skip(1).collect()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut folders: Vec<String>) -> anyhow::Result<bool> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let only_missed = folders.iter().any(|word| word == "--missed");
    folders.retain(|word| word != "--missed");
    if let Some(unknown) = folders.iter().find(|folder| !FOLDERS.contains(&folder.as_str())) {
        bail!("`{unknown}` is no folder of changes\n  next: choose from: {}", FOLDERS.join(", "));
    }
    if folders.is_empty() {
        folders = FOLDERS.map(str::to_string).to_vec();
    }
    let folder = root.join("target").join("mutants");
    fs::create_dir_all(&folder)?;
    let mutants = mutant::list(&root, &folder.join("listed"), &folders)?;
    println!("{} changes; compiling them ...", mutants.len());
    let built = build::build(&root, &folder, &mutants)?;
    println!("{} do not compile; running every test without a change ...", built.unviable.len());
    let tree = folder.join("tree");
    let tests = trial::measure(&tree, &folder.join("notes"), &built.programs)?;

    let keys = report::keys(&root, &mutants)?;
    let before = if only_missed { report::read(&folder)? } else { Outcomes::new() };
    let mut outcomes = Outcomes::new();
    let (mut woven, mut apart) = (Vec::new(), Vec::new());
    for ((number, key), mutant) in (1..).zip(&keys).zip(&mutants) {
        if built.unviable.contains(&number) {
            outcomes.insert(key.clone(), Outcome::Unviable);
        } else if let Some(known) = before.get(key).filter(|known| !known.is_missed()) {
            outcomes.insert(key.clone(), *known);
        } else if built.apart.contains(&number) {
            apart.push((key, mutant));
        } else {
            woven.push((number, key));
        }
    }
    println!("{} changes to try with {} tests ...", woven.len(), tests.len());
    let numbers: Vec<u32> = woven.iter().map(|(number, _)| *number).collect();
    let found = trial::all(&tree, &tests, &numbers)?;
    outcomes.extend(woven.iter().filter_map(|(number, key)| Some(((*key).clone(), *found.get(number)?))));
    report::keep(&folder, &before.into_iter().chain(outcomes.clone()).collect())?;

    println!("{} changes to compile one by one ...", apart.len());
    let one_by_one: Vec<&Mutant> = apart.iter().map(|(_, mutant)| *mutant).collect();
    let found: BTreeMap<String, Outcome> = apart::all(&root, &folder, &one_by_one)?;
    for (key, mutant) in apart {
        let outcome = found.get(&mutant.name).context("cargo-mutants tried other changes than it was asked to")?;
        outcomes.insert(key.clone(), *outcome);
    }
    report::keep(&folder, &report::read(&folder)?.into_iter().chain(outcomes.clone()).collect())?;
    report::show(&root, &folders, &outcomes)
}
