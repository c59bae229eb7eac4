//! `npm run NAME`, with one of the names in [`USAGE`]: everything this repository does, in one program.
//!
//! Needs Rust (rustup), Node and npm; fetches the rest itself and leaves nothing outside the repository except
//! rustup's own wasm target and the engines for the tests (see [`engines`]).

use std::env;
use std::process::ExitCode;

mod audit;
mod bench;
mod build;
mod demo;
mod differential;
mod engines;
mod fuzz;
mod generate;
mod inputs;
mod package;
mod paths;
mod process;
mod progress;
mod reproduce;
mod split;
mod test;
mod toolchain;
mod tools;
mod wasm;

const USAGE: &str = "usage: npm run demo | build | test | bench | size | generate | fuzz | differential | audit | reproduce | engines   \
    (or: cargo xtask <name>)";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let done = match arguments.first().map(String::as_str) {
        Some("demo") => demo::run(),
        Some("build") => build::run().map(|()| true),
        Some("test") => test::run(arguments.get(1..).unwrap_or_default()),
        Some("bench") => bench::run(arguments.get(1..).unwrap_or_default()),
        Some("size") => bench::size(),
        Some("generate") => generate::run(),
        Some("engines") => engines::run(),
        Some("audit") => audit::run(),
        Some("reproduce") => reproduce::run(),
        Some("fuzz") => fuzz::run(arguments.get(1..).unwrap_or_default()),
        Some("differential") => differential::run(arguments.get(1..).unwrap_or_default()),
        _ => {
            progress::error(USAGE);
            return ExitCode::FAILURE;
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            progress::error(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}
