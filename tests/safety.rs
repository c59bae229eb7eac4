//! What the lints forbid in the core, and the few places where one of them is switched off: each stands in a list here, so
//! that none comes in unseen. Clippy itself, natively and for wasm, sees to the rest.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests stop at the first surprise")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What may not be missing from the lints of the workspace.
const FORBIDDEN: [&str; 20] = [
    "allow_attributes_without_reason",
    "arithmetic_side_effects",
    "cast_possible_truncation",
    "cast_possible_wrap",
    "cast_precision_loss",
    "cast_sign_loss",
    "dbg_macro",
    "disallowed_methods",
    "exit",
    "expect_used",
    "indexing_slicing",
    "iter_over_hash_type",
    "mem_forget",
    "panic",
    "print_stdout",
    "string_slice",
    "todo",
    "unimplemented",
    "unreachable",
    "unwrap_used",
];

/// Where one of them is switched off: the file, the lints, the reason.
const ALLOWED: [(&str, &str, &str); 27] = [
    ("catalogue/mod.rs", "cast_possible_truncation cast_sign_loss", "the range is checked first"),
    (
        "lib.rs",
        "arithmetic_side_effects string_slice disallowed_methods cast_possible_wrap",
        "a test that overflows or panics fails, as it should",
    ),
    ("model/dependencies.rs", "disallowed_methods", "the start is an index of the cycle"),
    ("model/entries.rs", "disallowed_methods", "the place was just found"),
    ("model/entries.rs", "disallowed_methods", "the place was just looked for"),
    ("model/names.rs", "indexing_slicing arithmetic_side_effects", "the compiler runs it, and stops at a fault"),
    ("model/names.rs", "indexing_slicing arithmetic_side_effects", "as in `all`"),
    ("model/names.rs", "indexing_slicing arithmetic_side_effects", "as in `all`"),
    (
        "model/names.rs",
        "indexing_slicing arithmetic_side_effects cast_possible_truncation",
        "as in `all`; no kind has 255 properties",
    ),
    ("model/names.rs", "indexing_slicing arithmetic_side_effects", "as in `all`"),
    ("model/raw.rs", "cast_precision_loss", "JavaScript has no other numbers"),
    ("model/raw.rs", "cast_precision_loss", "JavaScript has no other numbers"),
    ("model/reader.rs", "cast_possible_truncation cast_sign_loss", "the bounds are those of a u32"),
    ("net/overlap.rs", "disallowed_methods", "the step is no zero"),
    ("packed/write.rs", "cast_precision_loss", "JavaScript has no other numbers"),
    ("planner/backups/jobs.rs", "disallowed_methods", "every list has a first index"),
    (
        "planner/backups/request.rs",
        "cast_possible_truncation cast_sign_loss",
        "the numbers were just found to be in range",
    ),
    ("planner/backups/timing.rs", "disallowed_methods", "the step is at least one"),
    ("planner/change/plan.rs", "cast_possible_truncation", "whole numbers of this size are exact"),
    (
        "planner/sizing/disk.rs",
        "cast_possible_truncation cast_sign_loss",
        "the cast saturates, and no number is negative",
    ),
    ("rules/backup/short_retention.rs", "cast_possible_truncation cast_sign_loss", "it was just found to be in range"),
    ("rules/rule.rs", "indexing_slicing arithmetic_side_effects", "the compiler runs it and stops at a fault"),
    ("rules/rule.rs", "indexing_slicing arithmetic_side_effects", "the compiler runs it and stops at a fault"),
    ("rules/rule.rs", "panic", "the compiler runs it and stops at a fault"),
    (
        "rules/shared/cluster.rs",
        "cast_possible_truncation cast_sign_loss",
        "callers pass rounded numbers within the range of a property",
    ),
    ("schedule/occurrence.rs", "disallowed_methods", "a step of zero is looked for first"),
    ("value/spelling.rs", "cast_possible_truncation cast_sign_loss", "an integer below 1e15 is exact"),
];

/// The lints that an attribute switches off, and why.
type Allowed = (String, String);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect();
    found.sort();
    found
}

/// Every `allow(...)` and `expect(...)` of an attribute that names one of the forbidden lints, or a group of lints.
fn allowed(code: &str) -> Vec<Allowed> {
    let mut found = Vec::new();
    for attribute in code.split("#[").skip(1).chain(code.split("#![").skip(1)) {
        let attribute = up_to_the_end(attribute);
        for start in ["allow(", "expect("] {
            let Some((_, inside)) = attribute.split_once(start) else { continue };
            let (lints, reason) = inside.split_once("reason = \"").unwrap_or((inside, ""));
            let names = lints.split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != ':');
            let lints: Vec<_> = names.filter(|name| !name.is_empty() && is_forbidden(name)).collect();
            if !lints.is_empty() {
                let reason = reason.rsplit_once('"').map_or("", |(reason, _)| reason);
                found.push((lints.join(" ").replace("clippy::", ""), reason.to_string()));
            }
        }
    }
    found
}

/// An attribute without what follows it. Its reason may have brackets.
fn up_to_the_end(attribute: &str) -> &str {
    let (mut open, mut in_text) = (BTreeSet::new(), false);
    for (place, letter) in attribute.char_indices() {
        match letter {
            '"' => in_text ^= true,
            '[' if !in_text => _ = open.insert(place),
            ']' if !in_text && open.pop_last().is_none() => return attribute.get(..place).unwrap_or_default(),
            _ => {}
        }
    }
    attribute
}

/// One of the list, or a group, which may hold some of it.
fn is_forbidden(name: &str) -> bool {
    let groups = ["all", "pedantic", "restriction", "nursery", "suspicious", "correctness", "unsafe_code", "warnings"];
    let name = name.trim_start_matches("clippy::");
    FORBIDDEN.contains(&name) || groups.contains(&name)
}

#[test]
fn every_exception_is_known() {
    let mut found = Vec::new();
    for file in files(&root().join("src")).into_iter().filter(|file| file.extension().is_some_and(|end| end == "rs")) {
        let name = file.strip_prefix(root().join("src")).unwrap().to_str().unwrap().replace('\\', "/");
        for (lints, reason) in allowed(&std::fs::read_to_string(&file).unwrap()) {
            found.push((name.clone(), lints, reason));
        }
    }
    let found: Vec<_> =
        found.iter().map(|(file, lints, reason)| (file.as_str(), lints.as_str(), reason.as_str())).collect();
    let unknown: Vec<_> = found.iter().filter(|exception| !ALLOWED.contains(exception)).collect();
    assert!(unknown.is_empty(), "not in the list of tests/safety.rs: {unknown:#?}");
    assert_eq!(found, ALLOWED, "an exception is not in src any more, or it is there twice");
}

#[test]
fn what_can_trap_is_forbidden() {
    let cargo = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let section = |name: &str| {
        let (_, text) = cargo.split_once(&format!("[{name}]\n")).unwrap();
        text.split("\n[").next().unwrap().to_string()
    };
    assert!(section("workspace.lints.rust").contains("unsafe_code = \"forbid\""));
    assert!(section("lints").contains("workspace = true"));
    let lints = section("workspace.lints.clippy");
    let denied: BTreeSet<_> = lints.lines().filter_map(|line| line.strip_suffix(" = \"deny\"")).collect();
    assert_eq!(denied, BTreeSet::from(FORBIDDEN));
}

#[test]
fn the_test_would_see_an_exception() {
    let pair = |lints: &str, reason: &str| vec![(lints.to_string(), reason.to_string())];
    assert_eq!(
        allowed("#[allow(clippy::panic, reason = \"it [never] is\")] fn f() {}"),
        pair("panic", "it [never] is")
    );
    assert_eq!(allowed("#![allow(clippy::pedantic)]"), pair("pedantic", ""));
    assert_eq!(allowed("#[expect(\n    clippy::exit,\n    dead_code,\n    reason = \"a\"\n)]"), pair("exit", "a"));
    let tests_only = "#![cfg_attr(test, allow(clippy::string_slice, reason = \"tests\"))]";
    assert_eq!(allowed(tests_only), pair("string_slice", "tests"));
    assert_eq!(allowed("#[allow(dead_code, reason = \"panic\")] fn f() { x.expect(\"panic\") }"), []);
}
