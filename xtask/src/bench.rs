//! `npm run bench`: build, natively too, then measure in Node. The programs decide what is compared and what is printed.

use std::path::PathBuf;

use anyhow::Context as _;
use serde_json::Value;

use crate::build;
use crate::paths;
use crate::process::{self, Advice};
use crate::progress::{Note, Steps};
use crate::wasm;

/// The program that measures.
const PROGRAM: &str = "benches/run.mjs";

/// The part that needs the core as a native program.
const NATIVE: &str = "native";

/// Options of that program that take a value.
const WITH_VALUE: [&str; 3] = ["--json", "--package", "--native"];

/// `arguments` are passed on. False when the measuring program failed.
pub fn run(arguments: &[String]) -> anyhow::Result<bool> {
    let native = needs_native(arguments);
    let mut steps = Steps::new(build::STEPS + usize::from(native));
    build::steps(&mut steps)?;
    let program = native.then(|| steps.step("compiling the core natively", compile_natively)).transpose()?;
    let mut node = process::node("--expose-gc");
    node.args(["--import", "tsx", PROGRAM]).args(arguments);
    if let Some(program) = program {
        node.arg("--native").arg(program);
    }
    Ok(node.status()?.success())
}

/// Whether the native program is measured: parts that are named are the only ones, and it may have been given.
fn needs_native(arguments: &[String]) -> bool {
    let valued = |argument: &str| WITH_VALUE.contains(&argument);
    let before = std::iter::once("").chain(arguments.iter().map(String::as_str));
    let words = arguments.iter().zip(before).filter(|(word, before)| !word.starts_with("--") && !valued(before));
    let mut words = words.map(|(word, _)| word.as_str()).peekable();
    let given = arguments.iter().any(|argument| argument == "--native");
    !given && (words.peek().is_none() || words.any(|word| NATIVE.contains(word)))
}

/// Compiles `benches/native.rs`; returns where the program is.
fn compile_natively() -> anyhow::Result<(PathBuf, Note)> {
    let mut cargo = process::cargo();
    cargo.args(["bench", "--bench", NATIVE, "--package", paths::NAME, "--no-run"]);
    let said = process::capture(
        cargo.arg("--message-format=json-render-diagnostics"),
        Advice {
            cause: "the native benchmark does not compile",
            next: "fix the compiler's errors above; `npm run bench -- calls` and other parts do not need it",
        },
    )?;
    let messages = said.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let programs = messages.filter(|message| message["target"]["name"] == NATIVE);
    let program = programs.filter_map(|message| Some(PathBuf::from(message["executable"].as_str()?))).next_back();
    Ok((program.context("cargo did not say where the native benchmark is")?, Note::Shown))
}

/// `npm run size`: what a user downloads, and what the bytes of the core are.
pub fn size() -> anyhow::Result<bool> {
    build::steps(&mut Steps::new(build::STEPS))?;
    let status = process::node("benches/size.mjs").arg(paths::wasm_out().join(wasm::NAMED)).status()?;
    Ok(status.success())
}

#[cfg(test)]
mod tests {
    use super::needs_native;

    #[test]
    fn the_native_program_is_compiled_when_it_is_measured() {
        let needs = |line: &str| needs_native(&line.split_whitespace().map(str::to_string).collect::<Vec<_>>());
        for line in ["", "--quick", "--json out.json", "native", "calls nat", "--json out.json native"] {
            assert!(needs(line), "{line}");
        }
        for line in ["calls", "calls cron --quick", "--json native calls", "--native some/program"] {
            assert!(!needs(line), "{line}");
        }
    }
}
