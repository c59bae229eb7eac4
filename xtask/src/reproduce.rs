//! `npm run reproduce`: two builds from clean in two folders of different names, and whether they gave the same bytes.
//!
//! Both are made by the tools of this machine: they tell apart what depends on the place and the time of a build, not on
//! the versions of rustc and npm, which `rust-toolchain.toml` and `package-lock.json` pin.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::inputs::files_below;
use crate::process::{self, Advice};
use crate::progress::{Note, Steps, say};
use crate::{paths, toolchain};

/// Of different lengths and depths, so that a path that gets into a file makes a difference.
const FOLDERS: [&str; 2] = ["a", "b/somewhere else"];

/// What of the repository is no source.
const NO_SOURCES: [&str; 3] = [".git", "node_modules", "target"];

/// Prints a sum.
const SHA256: &str = "const read = require('node:fs').readFileSync(process.argv[1]); \
    console.log(require('node:crypto').createHash('sha256').update(read).digest('hex'))";

/// False when a file differs.
pub fn run() -> anyhow::Result<bool> {
    let mut steps = Steps::new(2 + FOLDERS.len());
    steps.step("installing the development tools (npm ci)", toolchain::node_modules)?;
    let folders = FOLDERS.map(|folder| paths::root().join("target").join("reproduce").join(folder));
    // Both before the first build: a file that is edited meanwhile makes no difference.
    steps.step("copying the sources twice", || {
        folders.iter().try_for_each(|folder| sources(folder))?;
        Ok(((), Note::Done))
    })?;
    for folder in &folders {
        let name = folder.strip_prefix(paths::root()).unwrap_or(folder).display().to_string();
        steps.step(&format!("building in {name}"), || build(folder))?;
    }
    let [first, second] = &folders;
    compare(first, second)
}

/// Copies the sources and the development tools into an empty folder.
fn sources(folder: &Path) -> anyhow::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    copy(&paths::root(), folder, &NO_SOURCES, |from, to| fs::copy(from, to).map(|_| ()))?;
    // The same files under other names, where the disk can do that: nothing writes into them.
    let modules = folder.join("node_modules");
    copy(&paths::root().join("node_modules"), &modules, &[], |from, to| {
        fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(|_| ()))
    })
}

/// Builds as anybody would, into a target folder of its own.
fn build(folder: &Path) -> anyhow::Result<((), Note)> {
    let mut xtask = process::command(std::env::current_exe()?);
    xtask.arg("build").current_dir(folder);
    xtask.env("CARGO_MANIFEST_DIR", folder.join("xtask")).env("CARGO_TARGET_DIR", folder.join("target"));
    let advice = Advice { cause: "a copy of the sources does not build", next: "run `npm run build` in that folder" };
    process::run(&mut xtask, advice)?;
    Ok(((), Note::Done))
}

/// A folder and what is below it, without some names at its top. Links stay links.
fn copy(
    from: &Path,
    to: &Path,
    but: &[&str],
    file: impl Fn(&Path, &Path) -> std::io::Result<()> + Copy,
) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        let kind = entry.file_type()?;
        if but.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        if kind.is_symlink() {
            link(&path, &target)?;
        } else if kind.is_dir() {
            copy(&path, &target, &[], file)?;
        } else {
            file(&path, &target).with_context(|| format!("cannot copy {}", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

/// The links in `node_modules` are commands, which no build calls, and the package, which it links anew.
#[cfg(windows)]
fn link(_: &Path, _: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Every file of the two packages, and their tarballs; prints the sums of the modules and of the tarball.
fn compare(first: &Path, second: &Path) -> anyhow::Result<bool> {
    let packages = [products(first)?, products(second)?];
    let [names, others] = &packages;
    let mut different: Vec<String> = Vec::new();
    for name in names.iter().filter(|name| !others.contains(name)) {
        different.push(format!("{} is in the first only", name.display()));
    }
    for name in others.iter().filter(|name| !names.contains(name)) {
        different.push(format!("{} is in the second only", name.display()));
    }
    for name in names.iter().filter(|name| others.contains(name)) {
        if fs::read(first.join(name))? != fs::read(second.join(name))? {
            different.push(format!("{} differs", name.display()));
        }
    }
    for name in names.iter().filter(|name| is_summed(name)) {
        say!("\n{}", name.display());
        for folder in [first, second] {
            say!("  sha256 {}", sha256(&folder.join(name))?);
        }
    }
    say!("");
    for line in &different {
        say!("{line}");
    }
    let count = names.len();
    match different.len() {
        0 => say!("{count} files of the package and its tarball: the same bytes from both builds"),
        some => say!("{some} of {count} files are not the same"),
    }
    Ok(different.is_empty())
}

/// What a build makes for users: the package, file by file, and its tarball.
fn products(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let target = folder.join("target");
    let mut files = files_below(&target.join("npm"))?;
    files.extend(fs::read_dir(&target)?.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| is_summed(path)));
    let names = files.iter().filter_map(|file| Some(file.strip_prefix(folder).ok()?.to_path_buf()));
    Ok(names.collect())
}

fn is_summed(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "wasm" || end == "tgz")
}

fn sha256(file: &Path) -> anyhow::Result<String> {
    let advice = Advice { cause: "Node cannot read what was built", next: "look at the message above" };
    let said = process::run_quiet(process::command("node").args(["-e", SHA256]).arg(file), advice)?;
    Ok(said.trim().to_string())
}
