//! Modules know each other in one direction only, and none switches a lint off for all that is in it.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[path = "support/imports.rs"]
mod imports;

/// Each room and the rooms that its files may name.
const ROOMS: [(&str, &[&str]); 11] = [
    ("collect", &[]),
    ("value", &["collect"]),
    ("net", &["collect", "value"]),
    ("schedule", &["collect", "value"]),
    ("catalogue", &["collect", "net", "schedule", "value"]),
    ("diagnostic", &["catalogue"]),
    ("model", &["catalogue", "collect", "diagnostic", "net", "schedule", "value"]),
    ("planner", &["catalogue", "collect", "diagnostic", "model", "net", "rules", "schedule", "value"]),
    ("rules", &["catalogue", "collect", "diagnostic", "model", "net", "schedule", "value"]),
    ("ffi", &["catalogue", "diagnostic", "model", "net", "planner", "rules", "schedule", "value"]),
    ("wasm", &["ffi"]),
];

/// Crates that only the named rooms may use.
const CRATES: [(&str, &[&str]); 6] = [
    ("wasm_bindgen", &["wasm"]),
    ("js_sys", &["wasm"]),
    ("serde_wasm_bindgen", &["wasm"]),
    ("cidr_utils", &["net"]),
    ("validator", &["ffi", "model", "planner"]),
    ("strsim", &["value"]),
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The room of a file: the folder, or the file itself, right under `src`.
fn room(file: &Path) -> String {
    let below = file.strip_prefix(source()).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_string()
}

/// The code of a file without its comments.
fn code(file: &Path) -> String {
    let text = std::fs::read_to_string(file).unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// What stands after each `crate::` in the code.
fn named_rooms(code: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for part in code.split("crate::").skip(1) {
        let names = part.strip_prefix('{').map_or(part, |list| list.split_once('}').map_or(list, |(inside, _)| inside));
        let grouped = part.starts_with('{');
        for name in names.split(',').take(if grouped { usize::MAX } else { 1 }) {
            let word: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            rooms.insert(word);
        }
    }
    rooms
}

#[test]
fn arrows_point_one_way() {
    for file in files(&source()) {
        let own = room(&file);
        if own == "lib" {
            continue;
        }
        let (_, allowed) =
            ROOMS.iter().find(|(name, _)| *name == own).unwrap_or_else(|| panic!("{} is in no room", file.display()));
        for named in named_rooms(&code(&file)) {
            assert!(named == own || allowed.contains(&named.as_str()), "{} may not know `{named}`", file.display());
        }
    }
}

#[test]
fn crates_stay_in_their_rooms() {
    for file in files(&source()) {
        let own = room(&file);
        let code = code(&file);
        for (name, rooms) in CRATES {
            let used = code.contains(&format!("use {name}")) || code.contains(&format!("{name}::"));
            assert!(!used || rooms.contains(&own.as_str()), "{} may not use {name}", file.display());
        }
    }
}

/// What exports the core says only which questions go into which module: all that JavaScript needs is in `wasm.rs`.
#[test]
fn exports_have_no_logic() {
    for file in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("wasm")) {
        let code = code(&file);
        let uses: Vec<&str> = code.lines().filter(|line| line.starts_with("use ")).collect();
        for line in &uses {
            let is_own = *line == "use eventstorecloud_planner::{ffi, wasm};";
            assert!(is_own || line.starts_with("use wasm_bindgen::prelude::"), "{}: {line}", file.display());
        }
        assert!(!code.contains("let ") && !code.contains("if "), "{} decides something", file.display());
    }
}

/// Clippy's `allow_attributes` looks at one item's attribute only.
#[test]
fn no_lint_is_off_for_a_whole_module() {
    for file in files(&source()) {
        assert!(!code(&file).contains("#![allow("), "{} switches a lint off", file.display());
    }
}

/// Code that never plans a change links no check of one: only the planner of changes leads to them.
#[test]
fn only_a_plan_leads_to_the_checks_of_changes() {
    let naming = |word: &str| -> BTreeSet<String> {
        let naming = files(&source()).into_iter().filter(|file| code(file).contains(word));
        naming.map(|file| file.strip_prefix(source()).unwrap().to_str().unwrap().replace('\\', "/")).collect()
    };
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_string()).collect::<BTreeSet<_>>();
    assert_eq!(naming("CHANGE_RULES"), names(&["rules/registry.rs", "rules/run_changes.rs"]));
    assert_eq!(naming("check_changes"), names(&["planner/change/mod.rs", "rules/mod.rs", "rules/run_changes.rs"]));
}

#[test]
fn the_test_would_see_a_wrong_arrow() {
    assert_eq!(named_rooms("use crate::rules::check;"), BTreeSet::from(["rules".to_string()]));
    assert_eq!(named_rooms("use crate::{net::Cidr, model};"), BTreeSet::from(["model".to_string(), "net".to_string()]));
    assert_eq!(named_rooms("let x = crate::value::date::Date::parse;"), BTreeSet::from(["value".to_string()]));
}

#[test]
fn no_file_imports_itself_by_way_of_others() {
    let relative = |path: &Path| path.strip_prefix(source()).unwrap().to_str().unwrap().to_string();
    let files: Vec<imports::File> =
        files(&source()).iter().map(|path| (relative(path), std::fs::read_to_string(path).unwrap())).collect();
    let imports = imports::imports(&files);
    assert!(imports["planner/addresses/size.rs"].contains("planner/addresses/limits.rs"), "imports are not read");
    let cycles = imports::cycles(&imports);
    for cycle in &cycles {
        println!("cycle:");
        for file in cycle {
            println!("  {file} -> {:?}", imports[file].intersection(cycle).collect::<Vec<_>>());
        }
    }
    assert!(cycles.is_empty(), "files import each other");
}

#[test]
fn the_test_would_see_a_cycle() {
    let cycles = |files: &[(&str, &str)]| {
        let files: Vec<imports::File> = files.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect();
        let cycles = imports::cycles(&imports::imports(&files));
        cycles.into_iter().map(|cycle| cycle.into_iter().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    let room = |a: &str, b: &str| cycles(&[("lib.rs", "mod a; mod b;"), ("a.rs", a), ("b.rs", b)]);
    let use_a = "use crate::a::A;";
    for b in ["use super::b;", "fn f() { crate::b::g() }", "struct A(super::b::B);", "use crate::{b::{B, C}, c::D};"] {
        assert_eq!(room(b, use_a), ["a.rs b.rs"], "{b}");
    }
    for none in [
        "// use super::b;",
        "/* /* */ use super::b; */",
        "const A: &str = \"super::b::B\";",
        "#[cfg(test)] mod tests { use super::super::b; }",
        "#[cfg(test)] use crate::{b::B};",
        "use std::b::B;",
    ] {
        assert_eq!(room(none, use_a), [""; 0], "{none}");
    }
    // A parent may re-export what it declares, and use it no more than any other file may.
    let parent = |code: &str| cycles(&[("lib.rs", "mod a;"), ("a/mod.rs", code), ("a/b.rs", "use super::A;")]);
    assert_eq!(parent("mod b; pub use b::B; struct A;"), [""; 0]);
    assert_eq!(parent("mod b; pub use b::B; struct A(B);"), ["a/b.rs a/mod.rs"]);
    assert_eq!(parent("mod b; struct A; fn f() { b::g() }"), ["a/b.rs a/mod.rs"]);
    // What a parent re-exports is imported from where it is defined.
    let files = [("a/mod.rs", "mod b; mod c; pub use b::*;"), ("a/b.rs", "pub struct B(super::c::C);")];
    let files = |c| [("lib.rs", "mod a;"), files[0], files[1], ("a/c.rs", c)];
    assert_eq!(cycles(&files("use super::B;")), ["a/b.rs a/c.rs"]);
    assert_eq!(cycles(&files("use super::D;")), [""; 0]);
}

#[test]
fn files_stay_small() {
    for folder in ["src", "xtask", "tests"] {
        for file in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let lines = std::fs::read_to_string(&file).unwrap().lines().count();
            assert!(lines <= 600, "{} has {lines} lines", file.display());
        }
    }
}
