//! The tools: npm's development dependencies and rustup's wasm target. Nothing is done twice.

use std::fs;

use anyhow::Context as _;

use crate::inputs::Inputs;
use crate::paths;
use crate::process::{self, Advice};
use crate::progress::Note;

/// The only target the core is shipped for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// `npm ci`, unless it has run for this very `package-lock.json`.
pub fn node_modules() -> anyhow::Result<((), Note)> {
    let stamp = Inputs::new("npm ci")
        .path(&paths::root().join("package-lock.json"))?
        .path(&paths::root().join(".npmrc"))?
        .stamp(paths::node_module(".installed"));
    if stamp.is_fresh() {
        return Ok(((), Note::Unchanged));
    }
    process::run(
        process::npm().args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
        Advice {
            cause: "the development tools could not be installed",
            next: "look at npm's message above; without network access to the npm registry this step cannot work",
        },
    )?;
    stamp.keep()?;
    Ok(((), Note::Done))
}

/// `rustup target add`, unless the standard library for wasm is there.
pub fn wasm_target() -> anyhow::Result<((), Note)> {
    let library = process::run_quiet(
        process::command("rustc").args(["--print", "target-libdir", "--target", WASM]),
        Advice { cause: "rustc could not be asked for its targets", next: "check `rustup show`" },
    )?;
    // A Rust without rustup (a distribution's, nix's) may have the target all the same.
    if fs::read_dir(library.trim()).is_ok_and(|mut files| files.next().is_some()) {
        return Ok(((), Note::Unchanged));
    }
    process::run(
        process::command("rustup").args(["target", "add", WASM]),
        Advice {
            cause: "the Rust target wasm32-unknown-unknown is missing and could not be added",
            next: "run `rustup target add wasm32-unknown-unknown` in this folder and read its message",
        },
    )?;
    Ok(((), Note::Done))
}

/// Makes `import "eventstorecloud-planner"` work in tests and examples: `node_modules/NAME` is the built package.
/// Not a `file:` dependency: npm would want the package to exist before it is built.
pub fn link_package() -> anyhow::Result<()> {
    let link = paths::node_module(paths::NAME);
    if fs::read_link(&link).is_ok_and(|to| to == std::path::Path::new("../target/npm")) {
        return Ok(());
    }
    if link.symlink_metadata().is_ok() {
        fs::remove_file(&link).with_context(|| format!("{} is in the way: remove it", link.display()))?;
    }
    symlink(&link).with_context(|| format!("cannot make the link {}", link.display()))
}

#[cfg(unix)]
fn symlink(link: &std::path::Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink("../target/npm", link)
}

#[cfg(windows)]
fn symlink(link: &std::path::Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir("..\\target\\npm", link)
}
