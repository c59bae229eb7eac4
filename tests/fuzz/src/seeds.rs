//! What fuzzing begins with: inputs that once failed, the cases and the rules' pages, and bytes at random.

use std::fs;
use std::path::{Path, PathBuf};

use rule_pages::page::{expand, expand_change, pages};
use serde_json::{Value, json};

use crate::rules::Subject;
use crate::targets::packed_of;

/// Inputs of bytes at random, for each target: bytes are choices, so that any are as good as others.
const RANDOM: usize = 2000;

/// Bytes of an input at random.
const MOST_BYTES: usize = 600;

/// The seeds of a target, the same ones every time.
///
/// # Panics
/// When a file cannot be read.
#[must_use]
pub fn of(target: &str) -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = files(&Path::new("regressions").join(target)).map(|file| read(&file)).collect();
    match target {
        "document" => seeds.extend(programs().iter().map(|program| program.to_string().into())),
        "packed" => seeds.extend(programs().iter().map(|program| {
            // The first question is `check`.
            [vec![0], packed_of(&[&program["document"], &program["options"]])].concat()
        })),
        "builder" => {
            let programs = programs();
            let resources = programs.iter().filter_map(|program| program["document"]["resources"].as_array());
            seeds.extend(resources.flatten().map(|resource| resource.to_string().into()));
        }
        "planner" => seeds.extend(changes().iter().map(|change| change.to_string().into())),
        _ => {}
    }
    let mut random = fastrand::Rng::with_seed(1);
    seeds.extend((0..RANDOM).map(|_| {
        let length = random.usize(..MOST_BYTES);
        (0..length).map(|_| random.u8(..)).collect()
    }));
    seeds
}

/// The programs of the cases and of the rules' pages, each with the options of its check.
fn programs() -> Vec<Value> {
    let cases = rule_pages::cases::all().expect("the cases");
    let cases = cases.into_iter().map(|case| json!({ "document": case.document, "options": case.options }));
    let examples = examples(Subject::Program).into_iter().map(|example| {
        let (document, options) = expand(&example).expect("an example that is run by tests");
        json!({ "document": document, "options": options })
    });
    cases.chain(examples).collect()
}

/// The changes of the rules' pages.
fn changes() -> Vec<Value> {
    let changes = examples(Subject::Change).into_iter().map(|example| {
        let change = expand_change(&example).expect("an example that is run by tests");
        json!({ "before": change.before, "after": change.after, "options": change.options })
    });
    changes.collect()
}

/// The examples of the rules about something: what is wrong and what is right.
fn examples(subject: Subject) -> Vec<String> {
    let pages = pages().expect("the pages of the rules");
    let pages = pages.into_iter().filter(|(_, rule, _)| rule.subject == subject);
    pages.flat_map(|(_, _, page)| [page.example, page.use_instead]).collect()
}

/// The files of a folder, by name; none if there is no such folder.
fn files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let mut files: Vec<PathBuf> = entries.into_iter().flatten().map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files.into_iter()
}

fn read(file: &Path) -> Vec<u8> {
    fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
