//! Programs that extend cargo. Each takes minutes to compile, so that only CI installs them without being asked.

use std::env;
use std::process::{Command, Stdio};

use anyhow::Context as _;

use crate::paths;
use crate::process::{self, Advice};

/// Licenses, sources and duplicates of crates; the version that `deny.toml` is known to work with.
pub const DENY: &str = "cargo-deny@0.20.2";
/// Fuzzing.
pub const FUZZ: &str = "cargo-fuzz@0.13.2";

/// Cargo with this extension: the one on the PATH, or in `target/tools`. An error that says how to install it elsewhere
/// than in CI.
pub fn cargo(tool: &str) -> anyhow::Result<Command> {
    match find(tool)? {
        Some(cargo) => Ok(cargo),
        None => anyhow::bail!("{}", missing(tool)),
    }
}

/// The same, and nothing where it is missing.
pub fn find(tool: &str) -> anyhow::Result<Option<Command>> {
    let folder = paths::root().join("target").join("tools");
    let on_path = env::var_os("PATH").unwrap_or_default();
    let path =
        env::join_paths(env::split_paths(&on_path).chain([folder.join("bin")])).context("the PATH has a quote")?;
    let subcommand = tool.split(['-', '@']).nth(1).unwrap_or_default();
    let cargo = || {
        let mut cargo = process::cargo();
        cargo.env("PATH", &path).arg(subcommand);
        cargo
    };
    let version = cargo().arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if version.is_ok_and(|status| status.success()) {
        return Ok(Some(cargo()));
    }
    if !process::in_ci() {
        return Ok(None);
    }
    process::run(
        process::cargo().args(["install", tool, "--locked", "--root"]).arg(folder),
        Advice { cause: "a tool could not be installed", next: "look at cargo's message above" },
    )?;
    Ok(Some(cargo()))
}

/// That it is not installed, and how to change that.
pub fn missing(tool: &str) -> String {
    format!("{} is not installed: `cargo install {tool} --locked`", tool.split('@').next().unwrap_or_default())
}
