//! `npm run build`: the finished package in `target/npm/`. Every other command starts with these steps.

use std::thread;

use anyhow::bail;

use crate::progress::{Steps, say};
use crate::{package, toolchain, wasm};

/// How many steps [`steps`] announces.
pub const STEPS: usize = 5;

/// Builds, with its own numbering.
pub fn run() -> anyhow::Result<()> {
    steps(&mut Steps::new(STEPS))?;
    say!("the package is in target/npm");
    Ok(())
}

/// The steps of a build as part of a longer command.
pub fn steps(steps: &mut Steps) -> anyhow::Result<()> {
    // npm waits for the network most of the time, while cargo has the processor.
    let tools = thread::spawn(toolchain::node_modules);
    steps.step("looking for the wasm target", toolchain::wasm_target)?;
    steps.step("compiling the core to wasm", wasm::compile)?;
    steps.step("installing the development tools (npm ci)", || {
        tools.join().unwrap_or_else(|_| bail!("the thread that ran npm has panicked"))
    })?;
    steps.step("generating the glue and optimising the wasm", wasm::finish)?;
    steps.step("building the npm package", package::build)
}
