//! Which tests come to a change, and whether one of them fails with it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use serde::{Deserialize, Serialize};

use crate::build::Program;

/// How long tests may take with a change: this, and so many times what they take without.
const PATIENCE: Duration = Duration::from_secs(5);
const TIMES: u32 = 10;

/// Tests up to these times are tried together, first the fastest; what is slower is tried one by one.
const TIERS: [Duration; 3] = [Duration::from_millis(60), Duration::from_millis(300), Duration::from_secs(1)];

/// More memory than any test needs, in KiB.
const MEMORY: &str = "4000000";

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// It is no program.
    Unviable,
    /// A test failed.
    Caught,
    /// A test did not come to its end.
    Hung,
    /// No test failed.
    Missed,
    /// No test came there.
    Unreached,
}

impl Outcome {
    /// Whether no test notices it.
    pub fn is_missed(self) -> bool {
        matches!(self, Self::Missed | Self::Unreached)
    }
}

/// A test, with what it takes and where it comes.
#[derive(Debug)]
pub struct Test<'a> {
    program: &'a Program,
    name: String,
    takes: Duration,
    reaches: BTreeSet<u32>,
}

/// Runs every test by itself, without a change.
pub fn measure<'a>(tree: &Path, notes: &Path, programs: &'a [Program]) -> anyhow::Result<Vec<Test<'a>>> {
    let mut names = Vec::new();
    for program in programs {
        let output = Command::new(&program.path).current_dir(tree).args(["--list", "--format=terse"]).output()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        names.extend(
            said.lines().filter_map(|line| line.strip_suffix(": test")).map(|name| (program, name.to_string())),
        );
    }
    fs::create_dir_all(notes)?;
    parallel(&names, |index, (program, name)| {
        let notes = notes.join(format!("{index}.txt"));
        let _none_yet = fs::remove_file(&notes);
        let start = Instant::now();
        let mut command = command(tree, program, [name.as_str()]);
        let status = command.env("MUTANTS_REACHED", &notes).status().context("a test cannot be started")?;
        if !status.success() {
            bail!("{} {name} fails without any change", program.name);
        }
        let takes = start.elapsed();
        let text = fs::read_to_string(notes).unwrap_or_default();
        let reaches = text.lines().filter_map(|line| line.parse().ok()).collect();
        Ok(Test { program, name: name.clone(), takes, reaches })
    })
    .into_iter()
    .collect()
}

/// Tries these changes.
pub fn all(tree: &Path, tests: &[Test], numbers: &[u32]) -> anyhow::Result<BTreeMap<u32, Outcome>> {
    let done = AtomicUsize::new(0);
    let outcomes = parallel(numbers, |_, number| {
        let outcome = one(tree, tests, *number);
        let count = done.fetch_add(1, Ordering::Relaxed) + 1;
        if count.is_multiple_of(100) {
            println!("{count} of {} ...", numbers.len());
        }
        outcome.map(|outcome| (*number, outcome))
    });
    outcomes.into_iter().collect()
}

fn one(tree: &Path, tests: &[Test], number: u32) -> anyhow::Result<Outcome> {
    let mut batches: BTreeMap<(usize, Duration, &str), Vec<&Test>> = BTreeMap::new();
    for test in tests.iter().filter(|test| test.reaches.contains(&number)) {
        let tier = TIERS.iter().position(|most| test.takes <= *most).unwrap_or(TIERS.len());
        let alone = if tier == TIERS.len() { test.takes } else { Duration::ZERO };
        batches.entry((tier, alone, &test.program.name)).or_default().push(test);
    }
    if batches.is_empty() {
        return Ok(Outcome::Unreached);
    }
    for batch in batches.values() {
        let Some(first) = batch.first() else { continue };
        let mut command = command(tree, first.program, batch.iter().map(|test| test.name.as_str()));
        let mut child = command.env("MUTANT", number.to_string()).spawn().context("a test cannot be started")?;
        let patience = PATIENCE + batch.iter().map(|test| test.takes).sum::<Duration>() * TIMES;
        let start = Instant::now();
        let mut pause = Duration::from_millis(1);
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break Some(status);
            }
            if start.elapsed() > patience {
                child.kill()?;
                child.wait()?;
                break None;
            }
            thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(20));
        };
        match status {
            None => return Ok(Outcome::Hung),
            Some(status) if !status.success() => return Ok(Outcome::Caught),
            Some(_) => {}
        }
    }
    Ok(Outcome::Missed)
}

/// A program of tests with these tests of it, and a limit of memory where there is a shell to set it.
fn command<'a>(tree: &Path, program: &Program, tests: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = if cfg!(unix) {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"")]).arg(&program.path);
        shell
    } else {
        Command::new(&program.path)
    };
    command.current_dir(tree).args(["--quiet", "--exact", "--test-threads=1"]).args(tests);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Does something for each, on every processor; answers in the order of the questions.
fn parallel<T: Sync, A: Send>(questions: &[T], answer: impl Fn(usize, &T) -> A + Sync) -> Vec<A> {
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(question) = questions.get(index) else { break };
                    let answer = answer(index, question);
                    if let Ok(mut answers) = answers.lock() {
                        answers.push((index, answer));
                    }
                }
            });
        }
    });
    let mut answers = answers.into_inner().unwrap_or_default();
    answers.sort_by_key(|(index, _)| *index);
    answers.into_iter().map(|(_, answer)| answer).collect()
}
