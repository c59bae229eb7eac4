//! From Rust to `target/wasm/`: compile, wasm-bindgen, wasm-opt.
//!
//! Symbols are not stripped before wasm-bindgen: without the `target_features` section it would silently choose
//! another calling convention. wasm-opt removes what is not needed at the end.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde_json::{Value, json};
use wasm_bindgen_cli_support::Bindgen;

use crate::inputs::Inputs;
use crate::paths;
use crate::process::{self, Advice};
use crate::progress::Note;
use crate::toolchain::WASM;

/// Change when the steps below do something else with the same compiled module.
const RECIPE: &str = "bindgen 0.2.130, bundler glue, wasm-opt -O3, names, 3";

/// The optimised module with the names of its functions, for `npm run size`.
pub const NAMED: &str = "core.named.wasm";

/// Compiles the crate; cargo itself knows what is unchanged.
pub fn compile() -> anyhow::Result<(PathBuf, Note)> {
    let mut cargo = process::cargo();
    cargo.args(["build", "--release", "--lib", "--target", WASM, "--package", paths::NAME]);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags());
    let said = process::capture(
        cargo.arg("--message-format=json-render-diagnostics"),
        Advice {
            cause: "the core does not compile to wasm",
            next: "fix the compiler's errors above; a native `cargo check` shows the same code in your editor",
        },
    )?;
    write_crates(&said)?;
    let file = format!("{}.wasm", paths::NAME.replace('-', "_"));
    Ok((paths::cargo_target().join(WASM).join("release").join(file), Note::Shown))
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
        .filter(|found| found["folder"].as_str().map(Path::new) != Some(&paths::root()))
        .collect();
    crates.sort_by_key(|found| found["name"].to_string() + &found["version"].to_string());
    crates.dedup();
    let file = paths::crates();
    fs::write(&file, format!("{:#}\n", Value::from(crates))).with_context(|| format!("cannot write {}", file.display()))
}

/// At what cost of its body a function is no longer copied to its callers. LLVM's own limit, 225, makes the core a tenth
/// larger to download and calls about 5 % faster.
const INLINE_THRESHOLD: &str = "-Cllvm-args=-inline-threshold=40";

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
    std::iter::once(INLINE_THRESHOLD.to_owned()).chain(flags).collect::<Vec<_>>().join("\u{1f}")
}

/// Makes `core.wasm`, its JavaScript glue (`core_bg.js`) and the glue's types.
pub fn finish(compiled: &Path) -> anyhow::Result<((), Note)> {
    let out = paths::wasm_out();
    let stamp = Inputs::new(RECIPE)
        .path(compiled)?
        .path(&paths::node_module("binaryen/package.json"))?
        .stamp(out.join("stamp"));
    if stamp.is_fresh() {
        return Ok(((), Note::Unchanged));
    }
    if out.exists() {
        fs::remove_dir_all(&out).with_context(|| format!("cannot empty {}", out.display()))?;
    }
    bindgen(compiled, &out).context(
        "wasm-bindgen cannot read the compiled core (the crates wasm-bindgen and wasm-bindgen-cli-support must have \
         the same version)\n  next: compare the two in Cargo.lock",
    )?;
    let from = out.join("core_bg.wasm");
    let to = out.join("core.wasm");
    let named = out.join(NAMED);
    optimise(&from, &named)?;
    without_names(&named, &to)?;
    let note = format!("{} KiB, {} KiB before wasm-opt", kib(&to)?, kib(&from)?);
    fs::remove_file(&from)?;
    stamp.keep()?;
    Ok(((), Note::Said(note)))
}

/// The `bundler` form: its `core_bg.js` is pure glue, which neither fetches nor reads a file, so that
/// `core/instance.ts` can decide when and from what bytes an instance is made.
fn bindgen(compiled: &Path, out: &Path) -> anyhow::Result<()> {
    Bindgen::new()
        .bundler(true)?
        .typescript(true)
        .remove_name_section(false)
        .remove_producers_section(true)
        .input_path(compiled)
        .out_name("core")
        .generate(out)
}

/// Reads the features it may use from the module itself (rustc records them): no newer instruction gets in.
fn optimise(from: &Path, to: &Path) -> anyhow::Result<()> {
    process::run_quiet(
        process::node(paths::node_module("binaryen/bin/wasm-opt"))
            .arg(from)
            .args(["-O3", ONLY_CALLER, "--debuginfo", "--strip-producers", "--strip-target-features"])
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

/// A number at the beginning, and how many bytes it takes.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let length = bytes.iter().take(5).position(|byte| byte & 0x80 == 0)? + 1;
    let number = bytes.iter().take(length).rev().fold(0, |sum, byte| (sum << 7) | usize::from(byte & 0x7f));
    Some((number, length))
}

fn kib(file: &Path) -> anyhow::Result<u64> {
    Ok(fs::metadata(file)?.len().div_ceil(1024))
}
