//! The copy of the repository into which the changes are woven, and the programs of its tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};
use serde_json::Value;

use crate::copy::copy;
use crate::mutant::Mutant;
use crate::{sites, weave};

/// Tests that read the sources as text, which are others here.
const READERS: [&str; 3] = ["layers", "safety", "supply_chain"];

/// The compiler's code for what cannot be asked in a constant.
const NOT_CONSTANT: &str = "E0015";

/// The changes as they are compiled.
#[derive(Debug, Default)]
pub struct Build {
    /// Of the tests.
    pub programs: Vec<Program>,
    /// Changes that do not compile.
    pub unviable: BTreeSet<u32>,
    /// Changes that have to be compiled one by one.
    pub apart: BTreeSet<u32>,
    /// Functions that are called in constants.
    called: BTreeSet<String>,
}

/// One program of tests.
#[derive(Debug, Clone)]
pub struct Program {
    /// Of its target.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
}

/// Writes the copy and compiles it, leaving out what does not compile.
pub fn build(root: &Path, folder: &Path, mutants: &[Mutant]) -> anyhow::Result<Build> {
    let tree = folder.join("tree");
    copy(root, &tree)?;
    let mut build = Build::default();
    loop {
        write(root, &tree, mutants, &mut build)?;
        match compile(&tree, &folder.join("target"))? {
            Compiled::Programs(programs) => {
                build.programs = programs;
                return Ok(build);
            }
            Compiled::Wrong { changes, constants, called } => {
                println!("{} changes do not compile; without them once more ...", changes.len());
                let known = |build: &Build| build.unviable.len() + build.apart.len() + build.called.len();
                let before = known(&build);
                build.unviable.extend(changes);
                build.apart.extend(constants);
                build.called.extend(called);
                if known(&build) == before {
                    bail!("the changed core does not compile, although what is wrong was left out");
                }
            }
        }
    }
}

/// Every file that git knows, as it is in the working copy.
/// Writes the files with changes into the copy.
fn write(root: &Path, tree: &Path, mutants: &[Mutant], build: &mut Build) -> anyhow::Result<()> {
    let mut files: BTreeMap<&str, Vec<(u32, &Mutant)>> = BTreeMap::new();
    for (number, mutant) in (1..).zip(mutants) {
        // A file of which no change is left is written too: as it was.
        let of_file = files.entry(&mutant.file).or_default();
        if !build.unviable.contains(&number) && !build.apart.contains(&number) {
            of_file.push((number, mutant));
        }
    }
    for (file, mutants) in files {
        let text = fs::read_to_string(root.join(file))?;
        let found = sites::find(&text, &mutants, &build.called).with_context(|| file.to_string())?;
        build.unviable.extend(found.impossible);
        build.apart.extend(found.apart);
        fs::write(tree.join(file), weave::weave(&text, found.sites))?;
    }
    let library = fs::read_to_string(root.join("src/lib.rs"))?;
    let declared = "#[doc(hidden)]\npub mod mutants;\npub mod catalogue;";
    fs::write(tree.join("src/lib.rs"), library.replacen("pub mod catalogue;", declared, 1))?;
    fs::write(tree.join("src/mutants.rs"), include_str!("runtime.rs"))?;
    Ok(())
}

enum Compiled {
    Programs(Vec<Program>),
    /// Changes that are no programs, choices where only constants can be, and functions that are called there.
    Wrong {
        changes: BTreeSet<u32>,
        constants: BTreeSet<u32>,
        called: BTreeSet<String>,
    },
}

fn compile(tree: &Path, target: &Path) -> anyhow::Result<Compiled> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(tree).env("CARGO_TARGET_DIR", target).stdin(Stdio::null()).stderr(Stdio::inherit());
    cargo.args(["test", "--quiet", "--package", "eventstorecloud-planner", "--lib", "--tests", "--no-run"]);
    cargo.args(["--message-format=json"]).env("RUSTFLAGS", "-Awarnings");
    // Faster to run, with the checks that tests have.
    cargo.env("CARGO_PROFILE_DEV_OPT_LEVEL", "1").env("CARGO_PROFILE_DEV_DEBUG", "0");
    cargo.env("CARGO_PROFILE_DEV_INCREMENTAL", "true");
    let output = cargo.output().context("cargo is not on the PATH")?;
    let said = String::from_utf8_lossy(&output.stdout);
    let messages: Vec<Value> = said.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    if output.status.success() {
        return Ok(Compiled::Programs(messages.iter().filter_map(program).collect()));
    }
    let (mut changes, mut constants, mut called) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut elsewhere = Vec::new();
    let mut woven = Woven { tree, texts: BTreeMap::new() };
    for message in messages.iter().map(|message| &message["message"]).filter(|message| message["level"] == "error") {
        let spans = message["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
        if message["code"]["code"] == NOT_CONSTANT {
            let choices: Vec<u32> = spans.iter().filter_map(choice).collect();
            if choices.is_empty() {
                called.extend(message["message"].as_str().and_then(function));
            }
            constants.extend(choices);
        } else if !spans.is_empty() {
            let of_spans: Vec<(bool, u32)> =
                spans.iter().filter_map(|span| Some((span["is_primary"] == true, woven.change(span)?))).collect();
            let blames = of_spans.iter().any(|(is_primary, _)| *is_primary);
            changes.extend(of_spans.iter().filter(|(is_primary, _)| *is_primary || !blames).map(|(_, change)| *change));
            if of_spans.is_empty() {
                elsewhere.push(message["rendered"].as_str().unwrap_or_default().to_string());
            }
        }
    }
    if changes.is_empty() && constants.is_empty() && called.is_empty() {
        bail!("the changed core does not compile, for a reason outside of the changes:\n{}", elsewhere.join("\n"));
    }
    Ok(Compiled::Wrong { changes, constants, called })
}

/// The name at the end of the path between the backticks of a message.
fn function(message: &str) -> Option<String> {
    let path = message.split('`').nth(1)?;
    path.rsplit("::").next().map(str::to_string)
}

/// The choice that a span points at.
fn choice(span: &Value) -> Option<u32> {
    let text = span["text"][0]["text"].as_str()?;
    let start = usize::try_from(span["text"][0]["highlight_start"].as_u64()?).ok()?;
    let rest: String = text.chars().skip(start.checked_sub(1)?).collect();
    weave::number_of(&rest)
}

fn program(message: &Value) -> Option<Program> {
    let (name, path) = (message["target"]["name"].as_str()?, message["executable"].as_str()?);
    let is_test = message["profile"]["test"] == true && !READERS.contains(&name);
    is_test.then(|| Program { name: name.to_string(), path: PathBuf::from(path) })
}

/// The woven sources as they are asked for, each read once.
struct Woven<'a> {
    tree: &'a Path,
    texts: BTreeMap<String, String>,
}

impl Woven<'_> {
    /// The change that a span is inside of.
    fn change(&mut self, span: &Value) -> Option<u32> {
        let file = span["file_name"].as_str()?;
        if !self.texts.contains_key(file) {
            self.texts.insert(file.to_string(), fs::read_to_string(self.tree.join(file)).ok()?);
        }
        weave::change_at(self.texts.get(file)?, usize::try_from(span["line_start"].as_u64()?).ok()?)
    }
}
