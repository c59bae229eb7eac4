//! `npm run bench` and `npm run size`: build, then measure in Node. The programs decide what is compared and printed.

use crate::build;
use crate::process;
use crate::progress::Steps;
use crate::wasm::{LINKED, Linked};

/// `arguments` are passed on. False when the measuring program failed.
pub fn run(arguments: &[String]) -> anyhow::Result<bool> {
    build::steps(&mut Steps::new(build::STEPS))?;
    let status = process::node("benches/run.mjs").args(arguments).status()?;
    Ok(status.success())
}

/// `npm run size`: what a user downloads, and what the bytes of the core are.
pub fn size() -> anyhow::Result<bool> {
    build::steps(&mut Steps::new(build::STEPS))?;
    let status = process::node("benches/size.mjs").args(LINKED.iter().flat_map(Linked::named)).status()?;
    Ok(status.success())
}
