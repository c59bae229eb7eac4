//! From `target/wasm/` and `pkg-template/` to the npm package in `target/npm/`, and its tarball.

use std::fs;

use anyhow::Context as _;

use crate::inputs::Inputs;
use crate::paths;
use crate::process::{self, Advice};
use crate::progress::Note;
use crate::toolchain;
use crate::wasm::LINKED;

/// Builds the package, unless nothing it is made of has changed.
pub fn build() -> anyhow::Result<((), Note)> {
    let root = paths::root();
    let out = paths::npm_out();
    let mut inputs = Inputs::new("package 6")
        .path(&root.join("Cargo.toml"))?
        .path(&root.join("LICENSE"))?
        .path(&root.join("README.md"))?
        .path(&root.join("package-lock.json"))?
        .path(&root.join("pkg-template").join("build"))?
        .path(&root.join("pkg-template").join("licenses"))?
        .path(&root.join("pkg-template").join("src"))?
        .path(&root.join("pkg-template").join("package.json"))?
        .path(&root.join("pkg-template").join("document.schema.json"))?
        .path(&root.join("pkg-template").join("tsconfig.json"))?
        .path(&root.join("pkg-template").join("tsconfig.cli.json"))?
        .path(&root.join("pkg-template").join("tsconfig.node.json"))?
        .path(&root.join("docs").join("rules"))?
        .path(&root.join("Cargo.lock"))?
        .path(&root.join("rust-toolchain.toml"))?
        .path(&paths::crates())?;
    // Not the whole folders: the build script adds its own modules to them.
    for linked in &LINKED {
        let glue = linked.out().join(format!("{}_bg.js", linked.name));
        for file in linked.files().chain([glue, linked.out().join("snippets")]) {
            inputs = inputs.path(&file)?;
        }
    }
    let stamp = inputs.stamp(root.join("target").join("npm.stamp"));
    // A core that was optimised anew and came out the same has lost the modules that are made from it.
    let is_whole =
        LINKED.iter().all(|linked| linked.out().join("glue.js").exists()) && out.join("package.json").exists();
    if stamp.is_fresh() && is_whole && tarball()?.exists() {
        toolchain::link_package()?;
        return Ok(((), Note::Unchanged));
    }
    // The script fills the folder anew but keeps the folder itself: node_modules links to it.
    process::run(
        &mut process::node("pkg-template/build/build.mjs"),
        Advice {
            cause: "the npm package could not be built",
            next: "fix the errors above in pkg-template/src and run `npm run build`",
        },
    )?;
    toolchain::link_package()?;
    let note = pack()?;
    stamp.keep()?;
    Ok(((), Note::Said(note)))
}

fn pack() -> anyhow::Result<String> {
    let said = process::run_quiet(
        process::npm()
            .args(["pack", "--json", "--loglevel=error", "--pack-destination"])
            .arg(paths::root().join("target"))
            .current_dir(paths::npm_out()),
        Advice { cause: "npm could not pack the package", next: "run `npm pack` in target/npm" },
    )?;
    let said: serde_json::Value = serde_json::from_str(&said).context("npm pack said no JSON")?;
    let about = &said[0];
    Ok(format!(
        "target/{}: {} files, {} KiB packed, {} KiB unpacked",
        about["filename"].as_str().unwrap_or("?"),
        about["entryCount"],
        about["size"].as_u64().unwrap_or_default().div_ceil(1024),
        about["unpackedSize"].as_u64().unwrap_or_default().div_ceil(1024),
    ))
}

/// The tarball of the version in Cargo.toml, beside the package.
fn tarball() -> anyhow::Result<std::path::PathBuf> {
    let text = fs::read_to_string(paths::npm_out().join("package.json"))?;
    let package: serde_json::Value = serde_json::from_str(&text)?;
    let version = package["version"].as_str().unwrap_or("0.0.0");
    Ok(paths::root().join("target").join(format!("{}-{version}.tgz", paths::NAME)))
}
