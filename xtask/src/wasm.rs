//! From Rust to `target/wasm/`: compile, wasm-bindgen, wasm-opt.
//!
//! Symbols are not stripped before wasm-bindgen: without the `target_features` section it would silently choose
//! another calling convention. wasm-opt removes what is not needed at the end.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context as _, bail};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use serde_json::{Value, json};
use wasm_bindgen_cli_support::Bindgen;

use crate::inputs::Inputs;
use crate::paths;
use crate::process::{self, Advice};
use crate::progress::Note;
use crate::split;
use crate::toolchain::WASM;

/// Change when the steps below do something else with the same compiled module.
const RECIPE: &str = "bindgen 0.2.130, bundler glue, wasm-opt, split, lzma, 5";

/// What is linked as one: the crate of this name in `wasm/` says what it exports.
#[derive(Debug)]
pub struct Linked {
    /// Its name, without an ending.
    pub name: &'static str,
    /// What is taken out of it, into a module that is loaded when it is asked.
    second: Option<Second>,
}

/// A module that is taken out of another.
#[derive(Debug)]
struct Second {
    name: &'static str,
    /// What goes, with what only that needs.
    exports: &'static [&'static str],
}

/// All, the largest first.
pub const LINKED: [Linked; 2] = [
    Linked { name: "core", second: Some(Second { name: "planner", exports: &["call_planner"] }) },
    Linked { name: "arithmetic", second: None },
];

impl Linked {
    /// What cargo makes.
    fn compiled(&self) -> PathBuf {
        paths::cargo_target().join(WASM).join("release").join(format!("{}_wasm.wasm", self.name))
    }

    /// Where its modules and their glue are.
    #[must_use]
    pub fn out(&self) -> PathBuf {
        paths::wasm_out().join(self.name)
    }

    fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(self.second.as_ref().map(|second| second.name))
    }

    /// The optimised modules.
    pub fn files(&self) -> impl Iterator<Item = PathBuf> {
        self.names().map(|name| self.out().join(format!("{name}.wasm")))
    }

    /// The optimised modules with the names of their functions, for `npm run size`.
    pub fn named(&self) -> impl Iterator<Item = PathBuf> {
        self.names().map(|name| self.out().join(format!("{name}.named.wasm")))
    }
}

/// Compiles the modules; cargo itself knows what is unchanged.
pub fn compile() -> anyhow::Result<((), Note)> {
    let mut cargo = process::cargo();
    cargo.args(["build", "--release", "--lib", "--target", WASM]);
    cargo.args(LINKED.iter().map(|linked| format!("--package={}-wasm", linked.name)));
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags());
    let said = process::capture(
        cargo.arg("--message-format=json-render-diagnostics"),
        Advice {
            cause: "the core does not compile to wasm",
            next: "fix the compiler's errors above; a native `cargo check` shows the same code in your editor",
        },
    )?;
    write_crates(&said)?;
    Ok(((), Note::Shown))
}

/// Writes `target/crates.json`: name, version and folder of every crate that was compiled for the wasm target. Their
/// licenses are in the package, and so is a list of them.
fn write_crates(said: &str) -> anyhow::Result<()> {
    let messages = said.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let for_wasm = |message: &Value| {
        let files = message["filenames"].as_array();
        files.is_some_and(|files| files.iter().any(|file| file.as_str().is_some_and(|file| file.contains(WASM))))
    };
    let mut crates: Vec<Value> = messages
        .filter(|message| message["reason"] == "compiler-artifact" && for_wasm(message))
        // Its id ends with `#name@version`, or with `#version` where the folder has the crate's name.
        .filter_map(|message| {
            let (_, about) = message["package_id"].as_str()?.rsplit_once('#')?;
            let folder = Path::new(message["manifest_path"].as_str()?).parent()?;
            let own = folder.file_name()?.to_str()?;
            let (name, version) = about.rsplit_once('@').unwrap_or((own, about));
            Some(json!({ "name": name, "version": version, "folder": folder }))
        })
        .filter(|found| !found["folder"].as_str().is_some_and(|folder| is_own(Path::new(folder))))
        .collect();
    crates.sort_by_key(|found| found["name"].to_string() + &found["version"].to_string());
    crates.dedup();
    let file = paths::crates();
    fs::write(&file, format!("{:#}\n", Value::from(crates))).with_context(|| format!("cannot write {}", file.display()))
}

/// The crate and its modules, and none that only lies below the repository.
fn is_own(folder: &Path) -> bool {
    folder == paths::root() || folder.starts_with(paths::root().join("wasm"))
}

/// At what cost of its body a function is no longer copied to its callers. LLVM's own limit, 225, makes the core a tenth
/// larger to download and calls about 5 % faster.
const INLINE_THRESHOLD: &str = "-Cllvm-args=-inline-threshold=40";

/// What `split.rs` reads.
const RELOCATIONS: &str = "-Clink-arg=--emit-relocs";

/// Up to what size wasm-opt moves a function into its only caller. Without a limit the parts of functions that most calls pass by
/// are in the middle of them: in a fresh process an engine then spends a tenth more time on optimising functions that are
/// used a lot. Calls that are warm take as long either way.
const ONLY_CALLER: &str = "--one-caller-inline-max-function-size=100";

/// Compiler flags: not too much inlining, and the builder's own folders kept out of the module, because places of panics
/// name source files.
fn flags() -> String {
    let home = |variable| std::env::var_os(variable).map(PathBuf::from);
    let cargo_home = home("CARGO_HOME").or_else(|| Some(home("HOME").or_else(|| home("USERPROFILE"))?.join(".cargo")));
    let folders = [(cargo_home, "/cargo"), (Some(paths::root()), "/planner")];
    let flags = folders
        .into_iter()
        .filter_map(|(folder, name)| folder.map(|folder| format!("--remap-path-prefix={}={name}", folder.display())));
    // Cargo's separator for flags that may hold spaces.
    [INLINE_THRESHOLD, RELOCATIONS].into_iter().map(str::to_owned).chain(flags).collect::<Vec<_>>().join("\u{1f}")
}

/// Makes the optimised modules, their JavaScript glue (`core_bg.js`) and the glue's types.
pub fn finish() -> anyhow::Result<((), Note)> {
    // wasm-opt has one thread, and waits for nothing.
    let notes = thread::scope(|scope| {
        let started = LINKED.each_ref().map(|linked| scope.spawn(|| finish_linked(linked)));
        let ended = started.into_iter().map(|one| one.join().unwrap_or_else(|_| bail!("a thread has panicked")));
        ended.collect::<anyhow::Result<Vec<_>>>()
    })?;
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    Ok(((), if notes.is_empty() { Note::Unchanged } else { Note::Said(notes.join(", ")) }))
}

/// What has been made, unless nothing has changed.
fn finish_linked(linked: &Linked) -> anyhow::Result<Option<String>> {
    let (out, compiled) = (linked.out(), linked.compiled());
    let stamp = Inputs::new(RECIPE)
        .path(&compiled)?
        .path(&paths::node_module("binaryen/package.json"))?
        .stamp(out.join("stamp"));
    if stamp.is_fresh() {
        return Ok(None);
    }
    if out.exists() {
        fs::remove_dir_all(&out).with_context(|| format!("cannot empty {}", out.display()))?;
    }
    let compiled = fs::read(&compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    bindgen(linked, split::without_relocations(&compiled)?).context(
        "wasm-bindgen cannot read the compiled core (the crates wasm-bindgen and wasm-bindgen-cli-support must have \
         the same version)\n  next: compare the two in Cargo.lock",
    )?;
    let from = out.join(format!("{}_bg.wasm", linked.name));
    let marks: Vec<String> = linked.names().map(|name| split::mark(name, &compiled)).collect();
    let [mark, ..] = marks.as_slice() else { bail!("nothing is linked") };
    fs::write(&from, split::marked(&fs::read(&from)?, mark)?)?;
    let whole = out.join("whole.wasm");
    optimise(&from, &whole, &["-O3", ONLY_CALLER])?;
    match &linked.second {
        None => fs::rename(&whole, out.join(format!("{}.named.wasm", linked.name)))?,
        Some(second) => {
            let going = split::going(&compiled, second.exports)?;
            let modules = split::split(&fs::read(&whole)?, second.exports, &going, marks.last().unwrap_or(mark))?;
            for (name, module) in linked.names().zip(modules) {
                let split = out.join(format!("{name}.split.wasm"));
                fs::write(&split, module)?;
                // Nothing is left to be optimised but what has become unused.
                optimise(&split, &out.join(format!("{name}.named.wasm")), &["-O1"])?;
                fs::remove_file(&split)?;
            }
            fs::remove_file(&whole)?;
        }
    }
    let mut notes = Vec::new();
    for (named, file) in linked.named().zip(linked.files()) {
        without_names(&named, &file)?;
        fs::write(file.with_extension("lzma"), packed(&fs::read(&file)?)?)?;
        notes.push(format!("{}: {} KiB", file.file_name().unwrap_or_default().display(), kib(&file)?));
    }
    fs::remove_file(&from)?;
    stamp.keep()?;
    Ok(Some(notes.join(", ")))
}

/// The `bundler` form: its `core_bg.js` is pure glue, which neither fetches nor reads a file, so that
/// `core/instance.ts` can decide when and from what bytes an instance is made.
fn bindgen(linked: &Linked, compiled: Vec<u8>) -> anyhow::Result<()> {
    Bindgen::new()
        .bundler(true)?
        .typescript(true)
        .remove_name_section(false)
        .remove_producers_section(true)
        .input_bytes(linked.name, compiled)
        .out_name(linked.name)
        .generate(linked.out())
}

/// Reads the features it may use from the module itself (rustc records them): no newer instruction gets in.
fn optimise(from: &Path, to: &Path, how: &[&str]) -> anyhow::Result<()> {
    process::run_quiet(
        process::node(paths::node_module("binaryen/bin/wasm-opt"))
            .arg(from)
            .args(how)
            .args(["--debuginfo", "--strip-producers"])
            .arg("-o")
            .arg(to),
        Advice {
            cause: "wasm-opt could not optimise the core",
            next: "remove node_modules and try again; if it fails with the same message, report it",
        },
    )?;
    Ok(())
}

/// Copies the module without its custom sections, of which the names are the last.
fn without_names(from: &Path, to: &Path) -> anyhow::Result<()> {
    const NO_MODULE: &str = "wasm-opt wrote no module";
    let bytes = fs::read(from)?;
    let (header, mut rest) = bytes.split_at_checked(8).context(NO_MODULE)?;
    let mut kept = header.to_vec();
    while let Some((id, after)) = rest.split_first() {
        let (size, length) = leb128(after).context(NO_MODULE)?;
        let (section, next) = rest.split_at_checked(1 + length + size).context(NO_MODULE)?;
        if *id != 0 {
            kept.extend_from_slice(section);
        }
        rest = next;
    }
    fs::write(to, kept).with_context(|| format!("cannot write {}", to.display()))
}

/// As `pkg-template/src/core/lzma.ts` reads it: neither a header nor an end, and the smallest for code.
fn packed(module: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    (options.pb, options.nice_len, options.depth_limit) = (0, LzmaOptions::NICE_LEN_MAX, 1_000);
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    writer.write_all(module)?;
    Ok(writer.finish()?)
}

/// A number at the beginning, and how many bytes it takes.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let length = bytes.iter().take(5).position(|byte| byte & 0x80 == 0)? + 1;
    let number = bytes.iter().take(length).rev().fold(0, |sum, byte| (sum << 7) | usize::from(byte & 0x7f));
    Some((number, length))
}

fn kib(file: &Path) -> anyhow::Result<u64> {
    Ok(fs::metadata(file)?.len().div_ceil(1024))
}
