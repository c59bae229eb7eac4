//! `npm run coverage`: what of the core the Rust tests run, and what of the package's TypeScript the JavaScript tests run.
//!
//! Rust is measured by the compiler's own counters (`-C instrument-coverage`), natively; TypeScript by Node's, in the built
//! package, and led back to `pkg-template/src` by source maps, which only this build has.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use serde_json::Value;

use crate::process::{self, Advice};
use crate::progress::{Steps, say};
use crate::test::javascript;
use crate::{build, paths};

/// How many of the files that are covered least are named.
const LEAST: usize = 15;

/// Lines of a file, and how many of them have run.
#[derive(Debug, Default, Clone, Copy)]
struct Lines {
    count: u64,
    run: u64,
}

impl Lines {
    fn and(self, other: Self) -> Self {
        Self { count: self.count + other.count, run: self.run + other.run }
    }

    fn tenths(self) -> u64 {
        (self.run * 1000).checked_div(self.count).unwrap_or(1000)
    }

    fn percent(self) -> String {
        format!("{:>5}.{} %", self.tenths() / 10, self.tenths() % 10)
    }
}

/// False when a test failed.
pub fn run() -> anyhow::Result<bool> {
    let folder = paths::root().join("target").join("coverage");
    let rust = rust(&folder)?;
    let (typescript, passed) = typescript(&folder)?;
    table("Rust, by the Rust tests", &rust);
    table("TypeScript, by the JavaScript tests", &typescript);
    Ok(passed)
}

/// Lines of the core that the Rust tests run, by file.
fn rust(folder: &Path) -> anyhow::Result<BTreeMap<String, Lines>> {
    let tools = llvm_tools()?;
    let profiles = emptied(&folder.join("profiles"))?;
    let mut cargo = process::cargo();
    cargo.args(["test", "--package", paths::NAME, "--tests", "--message-format=json-render-diagnostics", "--no-run"]);
    let said = process::capture(instrumented(&mut cargo, folder), advice("the tests do not compile for coverage"))?;
    let messages = said.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let programs: Vec<PathBuf> = messages
        .filter(|message| message["profile"]["test"] == true)
        .filter_map(|message| Some(PathBuf::from(message["executable"].as_str()?)))
        .collect();
    let mut cargo = process::cargo();
    cargo.args(["test", "--quiet", "--package", paths::NAME, "--tests"]);
    // One file for each program: those that run at the same time do not write into the same.
    let cargo = instrumented(&mut cargo, folder).env("LLVM_PROFILE_FILE", profiles.join("%p-%8m.profraw"));
    process::run(cargo, advice("a Rust test failed"))?;

    let merged = folder.join("rust.profdata");
    let mut merge = process::command(tools.join("llvm-profdata"));
    merge.args(["merge", "-sparse"]).args(crate::inputs::files_below(&profiles)?).arg("-o").arg(&merged);
    process::run_quiet(&mut merge, advice("the counters cannot be read"))?;
    let mut export = process::command(tools.join("llvm-cov"));
    export.args(["export", "--summary-only"]).arg(format!("--instr-profile={}", merged.display()));
    for program in programs {
        export.arg("--object").arg(program);
    }
    let said = process::run_quiet(&mut export, advice("the counters cannot be read"))?;
    let said: Value = serde_json::from_str(&said).context("llvm-cov said no JSON")?;
    let files = said["data"][0]["files"].as_array().context("llvm-cov named no files")?;
    let source = paths::root().join("src");
    let named = files.iter().filter_map(|file| {
        let name = Path::new(file["filename"].as_str()?).strip_prefix(&source).ok()?;
        let lines = &file["summary"]["lines"];
        let lines = Lines { count: lines["count"].as_u64()?, run: lines["covered"].as_u64()? };
        // Tests have run: they would only make the number larger.
        (!name.ends_with("tests.rs")).then(|| (format!("src/{}", slashes(name)), lines))
    });
    Ok(named.collect())
}

/// Cargo with the compiler's counters, in a folder of its own: what is there already is not compiled anew afterwards.
fn instrumented<'a>(cargo: &'a mut std::process::Command, folder: &Path) -> &'a mut std::process::Command {
    cargo.arg("--target-dir").arg(folder.join("build"));
    // What runs while it compiles has counters too, which nobody asks for.
    cargo.env("LLVM_PROFILE_FILE", folder.join("compiling").join("%m.profraw"));
    cargo.env("CARGO_ENCODED_RUSTFLAGS", "-Cinstrument-coverage").env("CARGO_PROFILE_DEV_DEBUG", "0")
}

/// Where rustup has the tools that read the compiler's counters, after having added them if they are missing.
fn llvm_tools() -> anyhow::Result<PathBuf> {
    let advice = Advice { cause: "rustc could not be asked for its folder", next: "check `rustup show`" };
    let library = process::run_quiet(process::command("rustc").args(["--print", "target-libdir"]), advice)?;
    let tools = Path::new(library.trim()).with_file_name("bin");
    if !tools.join(format!("llvm-cov{}", std::env::consts::EXE_SUFFIX)).exists() {
        process::run(
            process::command("rustup").args(["component", "add", "llvm-tools"]),
            Advice {
                cause: "the tools that read the compiler's counters could not be added",
                next: "run `rustup component add llvm-tools` in this folder and read its message",
            },
        )?;
    }
    Ok(tools)
}

/// Lines of `pkg-template/src` that the JavaScript tests run, by file; and whether the tests passed.
fn typescript(folder: &Path) -> anyhow::Result<(BTreeMap<String, Lines>, bool)> {
    build::steps(&mut Steps::new(build::STEPS))?;
    // The next build makes the package anew, without source maps.
    let stamp = paths::root().join("target").join("npm.stamp");
    fs::remove_file(&stamp).with_context(|| format!("cannot remove {}", stamp.display()))?;
    let mut bundle = process::node("pkg-template/build/build.mjs");
    process::run(bundle.env("SOURCE_MAPS", "1"), advice("the package cannot be built with source maps"))?;

    let counters = emptied(&folder.join("node"))?;
    let mut files = Vec::new();
    for tests in ["js", "cli", "pulumi"] {
        files.extend(javascript::tests_below(tests)?);
    }
    let mut node = process::node("--import");
    node.args(["tsx", "--test", "--test-concurrency=1", "--test-reporter=dot"]).args(files);
    let status = node.env("NODE_V8_COVERAGE", &counters).status()?;

    let mut sums = process::node("xtask/coverage.mjs");
    let said = process::capture(sums.arg(&counters), advice("Node's counters cannot be read"))?;
    let said: BTreeMap<String, Value> = serde_json::from_str(&said).context("xtask/coverage.mjs wrote no JSON")?;
    if said.is_empty() {
        bail!(
            "the package has no source maps any more\n  next: run it again, and build nothing in this folder meanwhile"
        );
    }
    let named = said.into_iter().filter_map(|(name, about)| {
        Some((name, Lines { count: about["count"].as_u64()?, run: about["run"].as_u64()? }))
    });
    Ok((named.collect(), status.success()))
}

/// A table by folder, and the files that are covered least.
fn table(title: &str, files: &BTreeMap<String, Lines>) {
    let mut folders: BTreeMap<String, (u64, Lines)> = BTreeMap::new();
    let mut all = Lines::default();
    for (name, lines) in files {
        let depth = if name.starts_with("src/") { 2 } else { 3 };
        let parts: Vec<_> = name.split('/').collect();
        let folder = parts.get(..depth.min(parts.len() - 1)).unwrap_or_default().join("/");
        let entry = folders.entry(folder).or_default();
        *entry = (entry.0 + 1, entry.1.and(*lines));
        all = all.and(*lines);
    }
    say!("\n== {title}");
    say!("{:<28} {:>6} {:>7} {:>7}", "folder", "files", "lines", "run");
    folders.insert("all".into(), (files.len() as u64, all));
    for (folder, (count, lines)) in &folders {
        say!("{folder:<28} {count:>6} {:>7} {}", lines.count, lines.percent());
    }
    let mut least: Vec<_> = files.iter().filter(|(_, lines)| lines.run < lines.count).collect();
    least.sort_by_key(|(name, lines)| (lines.tenths(), *name));
    say!("\nleast:");
    for (name, lines) in least.iter().take(LEAST) {
        say!("{} {name} ({} of {} lines have not run)", lines.percent(), lines.count - lines.run, lines.count);
    }
}

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn emptied(folder: &Path) -> anyhow::Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder.to_path_buf())
}

fn advice(cause: &'static str) -> Advice {
    Advice { cause, next: "look at the message above" }
}
