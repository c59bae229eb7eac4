//! What cargo-mutants would change, one change each.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail};
use serde::Deserialize;

use crate::copy::copy;

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
///
/// cargo-mutants follows `mod` declarations and expands no macro, so it is shown a copy (`listed`) in which the modules of
/// the rules are declared without one.
pub fn list(root: &Path, listed: &Path, folders: &[String]) -> anyhow::Result<Vec<Mutant>> {
    copy(root, listed)?;
    let rules = listed.join("src/rules");
    let modules = declared(&fs::read_to_string(rules.join("registry.rs"))?);
    let file = rules.join("mod.rs");
    let text = fs::read_to_string(&file)?;
    fs::write(&file, text.replace("#[path = \"registry.rs\"]\nmod registry;", &modules))?;
    let mut cargo = Command::new("cargo");
    cargo.current_dir(listed).args(["mutants", "--list", "--json"]);
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

/// The modules that the call of the registry's macro declares, as declarations.
fn declared(registry: &str) -> String {
    let (_, call) = registry.split_once("\nregistry! {").unwrap_or_default();
    let mut modules = String::new();
    for line in call.lines().map(str::trim) {
        let words: Vec<&str> = line.split([' ', ',']).collect();
        match words.as_slice() {
            // `network "NET" "Network" {`
            [folder, _, .., "{"] if words.len() > 2 => modules += &format!("mod {folder} {{\n"),
            // `"NET007" host_bits_set,`
            [code, rule, ""] if code.starts_with('"') => modules += &format!("mod {rule};\n"),
            _ => {}
        }
        if line == "}" && modules.ends_with(";\n") {
            modules += "}\n";
        }
    }
    modules
}

#[cfg(test)]
mod tests {
    use super::declared;

    #[test]
    fn the_modules_of_the_registry_are_declared() {
        let registry = "macro!\nregistry! {\n    LIST {\n        a \"A\" \"About\" {\n            \"A001\" one,\n        \
                        }\n        b \"B\" \"Two words\" {\n            \"B001\" two,\n        }\n    }\n}\n";
        assert_eq!(declared(registry), "mod a {\nmod one;\n}\nmod b {\nmod two;\n}\n");
    }
}
