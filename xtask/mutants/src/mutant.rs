//! What cargo-mutants would change, one change each.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail};
use serde::Deserialize;

/// One change of the source, as `cargo mutants --list --json` has it.
#[derive(Debug, Clone, Deserialize)]
pub struct Mutant {
    /// Of the source, below the root.
    pub file: String,
    /// Where it is and what is changed, in one line.
    pub name: String,
    /// What kind of change.
    pub genre: Genre,
    /// What stands there instead.
    pub replacement: String,
    /// What is replaced.
    pub span: Span,
}

/// Kinds of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Genre {
    /// A function returns something simple at once.
    FnValue,
    /// Another operator between two operands.
    BinaryOperator,
    /// An operator before its operand is left out.
    UnaryOperator,
    /// An arm of a `match` is left out.
    MatchArm,
    /// The guard of an arm is always, or never, so.
    MatchArmGuard,
    /// A field is left to the rest of a struct expression.
    StructField,
}

/// From the first character to behind the last.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Span {
    /// The first character.
    pub start: Position,
    /// Behind the last.
    pub end: Position,
}

/// A place in a file, both counted from 1, columns in characters.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1.
    pub column: usize,
}

impl Mutant {
    /// The name without line and column, which change with every line that is written above.
    pub fn change(&self) -> &str {
        self.name.splitn(4, ':').nth(3).unwrap_or(&self.name).trim()
    }
}

/// All changes of the files below these folders of the source, in a fixed order.
pub fn list(root: &Path, folders: &[String]) -> anyhow::Result<Vec<Mutant>> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root).args(["mutants", "--list", "--json"]);
    for folder in folders {
        cargo.args(["--file", &format!("src/{folder}/**")]);
    }
    let output = cargo.output().context("cargo is not on the PATH")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("cargo-mutants cannot list the changes: {}\n  next: cargo install --locked cargo-mutants", said.trim());
    }
    serde_json::from_slice(&output.stdout).context("cargo-mutants said something else than a list of changes")
}
