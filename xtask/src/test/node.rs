//! What Node's own test runner runs: the folders of `tests` with `*.test.mjs` in them. They get the built package by its
//! name, as a user's program does.

use std::path::{Path, PathBuf};

use super::parts::Outcome;
use crate::process::{self, Advice};
use crate::progress::say;
use crate::{inputs, paths};

/// Files of a folder that only a full run takes.
const THOROUGH: &str = "thorough";

/// One file at a time: each starts programs by itself.
const ONE_BY_ONE: &[&str] = &["--test-concurrency=1"];

/// By itself, Node leaves one processor to itself, which on two is one of two.
const TWO_BY_TWO: &[&str] = &["--test-concurrency=2"];

pub fn javascript() -> anyhow::Result<Outcome> {
    run(TWO_BY_TWO, quick("js")?)
}

pub fn command_line() -> anyhow::Result<Outcome> {
    run(TWO_BY_TWO, quick("cli")?)
}

/// Programs under the current SDK of Pulumi.
pub fn pulumi() -> anyhow::Result<Outcome> {
    run(TWO_BY_TWO, quick("pulumi")?)
}

/// Programs under the other SDKs, and what takes long.
pub fn pulumi_thorough() -> anyhow::Result<Outcome> {
    run(TWO_BY_TWO, thorough("pulumi")?)
}

/// Programs under the real engines, and the service for their provider.
pub fn engine() -> anyhow::Result<Outcome> {
    run(TWO_BY_TWO, tests_below("engine")?)
}

/// What is in the package, and its size.
pub fn packaging() -> anyhow::Result<Outcome> {
    run(ONE_BY_ONE, quick("packaging")?)
}

/// The package in every runtime, bundler and test runner.
pub fn packaging_thorough() -> anyhow::Result<Outcome> {
    run(ONE_BY_ONE, thorough("packaging")?)
}

/// The playground in a browser.
pub fn playground() -> anyhow::Result<Outcome> {
    process::run(
        &mut process::node("pkg-template/playground/build.mjs"),
        Advice { cause: "the playground could not be built", next: "fix the errors above in pkg-template/playground" },
    )?;
    run(&[], quick("playground")?)
}

/// What users write, compiled with every other TypeScript we promise.
pub fn types_thorough() -> anyhow::Result<Outcome> {
    run(TWO_BY_TWO, thorough("types")?)
}

/// What users write, the examples and the playground, compiled with the present TypeScript.
pub fn types() -> anyhow::Result<Outcome> {
    let mut sum = run(TWO_BY_TWO, quick("types")?)?;
    let root = paths::root();
    let tsc = paths::node_module("typescript/bin/tsc");
    let mut configs = inputs::files_below(&root.join("ts-examples"))?;
    configs.extend(inputs::files_below(&root.join("pkg-template/playground"))?);
    configs.retain(|file| file.ends_with("tsconfig.json") && !passes(file, "node_modules"));
    for config in configs {
        say!("tsc: {}", config.strip_prefix(&root).unwrap_or(&config).display());
        let status = process::node(&tsc).args(["--noEmit", "--project"]).arg(&config).status()?;
        sum = sum.and(Outcome::of(status.success()));
    }
    Ok(sum)
}

fn quick(folder: &str) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = tests_below(folder)?;
    files.retain(|file| !passes(file, THOROUGH));
    Ok(files)
}

fn thorough(folder: &str) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = tests_below(folder)?;
    files.retain(|file| passes(file, THOROUGH));
    Ok(files)
}

/// One by one: what `node --test FOLDER` means differs between Node's versions.
fn tests_below(folder: &str) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = inputs::files_below(&paths::root().join("tests").join(folder))?;
    files.retain(|file| [".test.mjs", ".test.ts"].iter().any(|end| file.to_string_lossy().ends_with(end)));
    Ok(files)
}

fn passes(file: &Path, folder: &str) -> bool {
    file.components().any(|part| part.as_os_str() == folder)
}

/// Runs these files in one run of Node; TypeScript goes through tsx.
fn run(options: &[&str], files: Vec<PathBuf>) -> anyhow::Result<Outcome> {
    let mut node = process::node("--import");
    node.args(["tsx", "--test", "--test-reporter=spec"]).args(options).args(files);
    let (status, said) = process::run_shown(&mut node)?;
    let outcome = Outcome::from_node(&said, status.success());
    if outcome.passed + outcome.failed == 0 {
        return Ok(Outcome::skipped("none of them runs on this machine, for the reasons above"));
    }
    Ok(outcome)
}
