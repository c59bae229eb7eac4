//! `npm run demo`: build, then run one example program a customer could have written.

use crate::build;
use crate::process;
use crate::progress::{self, Steps, say};

/// The program the demonstration runs.
const PROGRAM: &str = "ts-examples/demo.ts";

/// False when the example program failed.
pub fn run() -> anyhow::Result<bool> {
    let mut steps = Steps::new(build::STEPS + 1);
    build::steps(&mut steps)?;
    steps.announce(&format!("running {PROGRAM}"));
    say!("");
    let status = process::node("--import").args(["tsx", PROGRAM]).status()?;
    if !status.success() {
        progress::error(&format!("the demonstration failed\n  next: run it by hand: node --import tsx {PROGRAM}"));
    }
    Ok(status.success())
}
