//! `npm run fuzz [-- TARGET ...] [--seconds N | --runs N] [--seed N]`: libFuzzer drives the core natively, on stable Rust.
//! `npm run fuzz -- --keep` writes the fewest inputs that reach as much as all that were found into `tests/fuzz/corpus`.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

use crate::paths;
use crate::process::{self, Advice};
use crate::progress::say;

/// What is fuzzed; `tests/fuzz/src/targets` has each.
const TARGETS: [&str; 6] = ["document", "builder", "planner", "blocks", "schedules", "packed"];

/// Coverage as libFuzzer reads it, without a sanitizer: those need a compiler that is not stable.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
                     -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";

/// No input is longer, nor takes longer (in seconds), nor more memory (in MB).
const LIMITS: [&str; 3] = ["-max_len=4096", "-timeout=10", "-rss_limit_mb=2000"];

/// Files of one target's corpus.
const MOST_KEPT: usize = 200;

/// What was asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wanted {
    targets: Vec<String>,
    seconds: Option<u64>,
    runs: Option<u64>,
    seed: Option<u64>,
    keep: bool,
}

/// False when anything was found.
pub fn run(arguments: &[String]) -> anyhow::Result<bool> {
    let wanted = Wanted::read(arguments)?;
    say!("compiling the core with coverage ...");
    let program = compile()?;
    let mut clean = true;
    let mut executions = 0;
    for target in &wanted.targets {
        if wanted.keep {
            keep(&program, target)?;
            continue;
        }
        let found = fuzz(&program, target, &wanted)?;
        executions += found.executions;
        clean &= found.show(target);
    }
    if !wanted.keep {
        say!("{executions} executions, {}", if clean { "no findings" } else { "with the findings above" });
    }
    Ok(clean)
}

impl Wanted {
    fn read(arguments: &[String]) -> anyhow::Result<Self> {
        let mut wanted = Self::default();
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            let mut number = || words.next().and_then(|number| number.parse::<u64>().ok());
            match word.as_str() {
                "--seconds" => wanted.seconds = Some(number().context("--seconds needs a number")?),
                "--runs" => wanted.runs = Some(number().context("--runs needs a number")?),
                "--seed" => wanted.seed = Some(number().context("--seed needs a number")?),
                "--keep" => wanted.keep = true,
                target if TARGETS.contains(&target) => wanted.targets.push(target.to_string()),
                other => bail!("`{other}` is no target\n  next: choose from: {}", TARGETS.join(", ")),
            }
        }
        if wanted.targets.is_empty() {
            wanted.targets = TARGETS.map(str::to_string).to_vec();
        }
        if wanted.seconds.is_none() && wanted.runs.is_none() {
            wanted.seconds = Some(60);
        }
        Ok(wanted)
    }
}

fn folder() -> PathBuf {
    paths::root().join("tests").join("fuzz")
}

/// Inputs that are found, of all runs of this working copy.
fn out() -> PathBuf {
    paths::root().join("target").join("fuzz")
}

/// Cargo in the workspace of the fuzzing.
pub fn cargo() -> Command {
    let mut cargo = process::cargo();
    cargo.current_dir(folder()).env("CARGO_TARGET_DIR", out());
    cargo
}

/// Compiles the program that libFuzzer drives; returns where it is.
fn compile() -> anyhow::Result<PathBuf> {
    let said = process::capture(
        process::command("rustc").arg("-vV"),
        Advice { cause: "the compiler does not say what it compiles for", next: "install Rust with rustup" },
    )?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc -vV names no host")?;
    let mut cargo = cargo();
    // With a named target the flags are not those of build scripts and macros.
    cargo.args(["build", "--quiet", "--release", "--features", "libfuzzer", "--bin", "fuzz", "--target", host]);
    process::run(
        cargo.env("RUSTFLAGS", FLAGS),
        Advice {
            cause: "the core does not compile with coverage",
            next: "look at the compiler's errors above; libFuzzer needs a C++ compiler too",
        },
    )?;
    Ok(out().join(host).join("release").join("fuzz"))
}

/// What libFuzzer says at the end of a run.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    executions: u64,
    seconds: u64,
    seed: String,
    edges: String,
    /// What it stopped at, and the file with the input.
    finding: Option<String>,
}

impl Found {
    /// Reads what libFuzzer writes.
    fn read(said: &str, succeeded: bool, seconds: u64) -> Self {
        let after = |word: &str| {
            said.lines().rev().find_map(|line| Some(line.split_once(word)?.1.split_whitespace().next()?.to_string()))
        };
        let panicked = said.lines().skip_while(|line| !line.contains(" panicked at ")).take(8);
        let panicked = panicked.take_while(|line| !line.starts_with("stack backtrace"));
        let other =
            said.lines().filter(|line| line.contains("ERROR: libFuzzer") || line.contains("Test unit written to"));
        let finding = panicked.chain(other).collect::<Vec<_>>().join("\n  ");
        Self {
            executions: after("stat::number_of_executed_units: ").and_then(|count| count.parse().ok()).unwrap_or(0),
            seconds,
            seed: after("INFO: Seed: ").unwrap_or_default(),
            edges: after(" cov: ").unwrap_or_default(),
            finding: (!succeeded).then_some(finding),
        }
    }

    /// One line, and what was found; true when nothing was.
    fn show(&self, target: &str) -> bool {
        let Self { executions, seconds, seed, edges, finding } = self;
        let end = if finding.is_some() { "FOUND:" } else { "no findings" };
        say!("{target}: {executions} executions in {seconds} s, seed {seed}, {edges} edges covered, {end}");
        if let Some(finding) = finding {
            say!("  {finding}\n  next: mend it, and put the file into tests/fuzz/regressions/{target}");
        }
        finding.is_none()
    }
}

fn fuzz(program: &PathBuf, target: &str, wanted: &Wanted) -> anyhow::Result<Found> {
    let (corpus, found) = (out().join("corpus").join(target), out().join("found").join(target));
    fs::create_dir_all(&corpus)?;
    fs::create_dir_all(&found)?;
    let mut libfuzzer = process::command(program);
    libfuzzer.env("FUZZ_TARGET", target).args(LIMITS).args(["-print_final_stats=1", "-entropic_scale_per_exec_time=1"]);
    libfuzzer.arg(format!("-artifact_prefix={}/", found.display()));
    for (option, value) in [("max_total_time", wanted.seconds), ("runs", wanted.runs), ("seed", wanted.seed)] {
        libfuzzer.args(value.map(|value| format!("-{option}={value}")));
    }
    // What is found goes into the first folder; all are run before anything else.
    libfuzzer.arg(corpus);
    libfuzzer
        .args(["corpus", "regressions"].map(|kind| folder().join(kind).join(target)).iter().filter(|at| at.is_dir()));
    let start = std::time::Instant::now();
    let output = libfuzzer.stdin(Stdio::null()).output().context("the fuzzing program cannot be started")?;
    let said = String::from_utf8_lossy(&output.stderr);
    Ok(Found::read(&said, output.status.success(), start.elapsed().as_secs()))
}

/// Writes a small corpus that reaches every edge that the inputs found so far reach.
fn keep(program: &PathBuf, target: &str) -> anyhow::Result<()> {
    let (all, kept) = (out().join("corpus").join(target), folder().join("corpus").join(target));
    let small = out().join("kept").join(target);
    fs::create_dir_all(&kept)?;
    let _none_yet = fs::remove_dir_all(&small);
    fs::create_dir_all(&small)?;
    let mut libfuzzer = process::command(program);
    // Edges alone, not how often each was passed: that would be thousands of inputs.
    libfuzzer.env("FUZZ_TARGET", target).args(LIMITS).args(["-set_cover_merge=1", "-use_counters=0"]);
    process::run_quiet(
        libfuzzer.args([&small, &kept, &all]),
        Advice { cause: "libFuzzer cannot choose among the inputs", next: "run the target by itself first" },
    )?;
    fs::remove_dir_all(&kept)?;
    fs::create_dir_all(&kept)?;
    let mut files = fs::read_dir(&small)?.collect::<Result<Vec<_>, _>>()?;
    // The longest reach the most.
    files.sort_by_cached_key(|file| std::cmp::Reverse(file.metadata().map_or(0, |metadata| metadata.len())));
    let count = files.len();
    for file in files.iter().take(MOST_KEPT) {
        fs::copy(file.path(), kept.join(file.file_name()))?;
    }
    say!("{target}: {} of {count} inputs kept", count.min(MOST_KEPT));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Found, Wanted};

    #[test]
    fn options_are_read() {
        let read = |line: &str| Wanted::read(&line.split_whitespace().map(str::to_string).collect::<Vec<_>>());
        let wanted = read("blocks --runs 5 packed --seed 7").ok();
        let targets = vec!["blocks".to_string(), "packed".to_string()];
        assert_eq!(wanted, Some(Wanted { targets, runs: Some(5), seed: Some(7), ..Wanted::default() }));
        assert!(read("").is_ok_and(|wanted| wanted.targets.len() == 6 && wanted.seconds == Some(60)));
        assert!(read("block").is_err() && read("--seconds").is_err());
    }

    #[test]
    fn the_words_of_libfuzzer_are_read() {
        let said = "INFO: Seed: 42\n#9\tNEW    cov: 7 ft: 8 corp: 2\n#10\tDONE   cov: 12 ft: 15\nDone 10 runs in 1 second(s)\n\
                    stat::number_of_executed_units: 10\n";
        let found = Found::read(said, true, 1);
        assert_eq!((found.executions, &*found.seed, &*found.edges, found.finding), (10, "42", "12", None));
        let found = Found::read("thread panicked at a.rs:1:2:\nwrong\nstack backtrace:\n", false, 1);
        assert!(found.finding.is_some_and(|finding| finding.contains("a.rs:1:2") && finding.contains("wrong")));
    }
}
