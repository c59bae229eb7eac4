//! What Python's ipaddress answers: one process reads the cases with the core's answers, and says which differ.

use std::io::{BufRead, BufReader, BufWriter, Write};
use std::process::{Command, Stdio};
use std::thread;

use super::cases::{Case, Cases};
use super::{Compared, Wanted};

const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../differential/blocks.py");

/// Compares as many cases as are wanted.
///
/// # Errors
/// When there is no Python.
pub fn compare(wanted: Wanted) -> Result<Compared, String> {
    let mut python = Command::new("python3")
        .arg(PROGRAM)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("python3 cannot be started ({error})"))?;
    let (Some(stdin), Some(stdout)) = (python.stdin.take(), python.stdout.take()) else {
        return Err("no pipes".into());
    };
    // What Python says is read while cases are written: either side may have to wait for the other.
    let reading = thread::spawn(move || BufReader::new(stdout).lines().map_while(Result::ok).collect::<Vec<_>>());
    let mut to = BufWriter::new(stdin);
    let mut sent = 0;
    for Case { kind, words, answer } in Cases::of(wanted) {
        writeln!(to, "{kind}\t{}\t{answer}", words.join(" "))
            .map_err(|error| format!("Python stopped reading ({error})"))?;
        sent += 1;
    }
    drop(to);
    let mut said = reading.join().map_err(|_| "its answers could not be read".to_string())?;
    let ended = python.wait().map_err(|error| error.to_string())?;
    let last = said.pop().unwrap_or_default();
    let (against, cases) = last.rsplit_once(' ').unwrap_or((&last, "0"));
    let mut compared = Compared { against: against.to_string(), cases: cases.parse().unwrap_or(0), differences: said };
    if compared.cases != sent || !ended.success() {
        compared.differences.push(format!("of {sent} cases Python answered {}", compared.cases));
    }
    Ok(compared)
}
