//! Writes the generated files, or with `--check` says which of them are out of date. With `--cases` it prints the cases.
//!
//! A member of its own because it needs the planner as a library: `npm run demo` compiles that for wasm only.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;

mod api;
mod args;
mod boundary;
mod cases;
mod docs;
mod index;
mod provider_facts;
mod requests;
mod schema;
mod snippet;
mod typescript;

fn main() -> ExitCode {
    let has = |option: &str| env::args().any(|argument| argument == option);
    let done = if has("--cases") { print_cases() } else { run(has("--check")) };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn print_cases() -> anyhow::Result<bool> {
    println!("{}", cases::text()?);
    Ok(true)
}

/// True when every file is (now) as the model says.
fn run(check: bool) -> anyhow::Result<bool> {
    // At run time: clones that share a target directory share this program.
    let here = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    let root = Path::new(&here).join("../..");
    let mut stale = 0_usize;
    for (path, text) in files(&root)? {
        let file = root.join(&path);
        let found = fs::read_to_string(&file).unwrap_or_default();
        if found == text {
            continue;
        }
        stale += 1;
        if check {
            println!("out of date: {path}");
        } else {
            write(&file, &text)?;
            println!("written: {path}");
        }
    }
    if check && stale > 0 {
        println!("next: run `npm run generate` and look at what it changed");
    }
    Ok(stale == 0 || !check)
}

/// Path from the root, with `/`, to the text the file must have.
type Files = BTreeMap<String, String>;

/// All generated files.
fn files(root: &Path) -> anyhow::Result<Files> {
    let source = "pkg-template/src/generated";
    let mut files = Files::new();
    files.insert(format!("{source}/api.ts"), api::text());
    files.insert(format!("{source}/requests.ts"), requests::text()?);
    files.insert(format!("{source}/args.ts"), args::text());
    files.insert(format!("{source}/builders.ts"), args::builders());
    files.insert(format!("{source}/pulumi-builders.ts"), args::pulumi_builders());
    files.insert(format!("{source}/boundary.ts"), boundary::text());
    files.insert(format!("{source}/words.ts"), typescript::words()?);
    files.insert("pkg-template/document.schema.json".to_owned(), schema::text()?);
    files.extend(provider_facts::files(root)?);
    files.extend(docs::files()?);
    files.insert("README.md".to_owned(), readme(&std::fs::read_to_string(root.join("README.md"))?)?);
    Ok(files)
}

/// The README with what is generated between its marks: the counts of the rules, and the builders.
fn readme(text: &str) -> anyhow::Result<String> {
    let text = between(text, "rules", &index::counts())?;
    between(&text, "builders", &args::builder_names())
}

/// A text with another one between two marks.
fn between(text: &str, mark: &str, written: &str) -> anyhow::Result<String> {
    let begin = format!("<!-- {mark}: written by `npm run generate` -->\n");
    let end = format!("<!-- /{mark} -->\n");
    let missing = || format!("README.md has no {}", begin.trim());
    let (before, rest) = text.split_once(&begin).with_context(missing)?;
    let (_, after) = rest.split_once(&end).with_context(missing)?;
    Ok(format!("{before}{begin}{written}{end}{after}"))
}

fn write(file: &PathBuf, text: &str) -> anyhow::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}
