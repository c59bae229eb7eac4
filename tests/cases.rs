//! The shared cases: the same documents give the same reports, byte for byte, natively and in the built package
//! (`tests/js/cases.test.mjs` compares with the same files).
//!
//! `UPDATE_CASES=1 cargo test --test cases` writes the reports anew; look at what changed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests stop at the first surprise")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::rules::check_document;
use rule_pages::page;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Case {
    name: String,
    document: Value,
    #[serde(default)]
    options: Value,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// Every set: its name and its cases.
fn sets() -> Vec<(String, Vec<Case>)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let read = |file: &PathBuf| serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    files.iter().map(|file| (file.file_stem().unwrap().to_str().unwrap().to_string(), read(file))).collect()
}

fn report(case: &Case) -> String {
    let options: Raw = page::input(&case.options).unwrap();
    let report = check_document(page::input(&case.document).unwrap(), &options);
    serde_json::to_string(&report.unwrap_or_else(|e| panic!("{}: {e}", case.name))).unwrap()
}

#[test]
fn reports_are_as_recorded() {
    for (set, cases) in sets() {
        let file = folder().join(format!("{set}.reports.txt"));
        let lines: String = cases.iter().map(|case| report(case) + "\n").collect();
        if std::env::var_os("UPDATE_CASES").is_some() {
            std::fs::write(&file, &lines).unwrap();
        }
        let recorded = std::fs::read_to_string(&file).unwrap_or_default();
        for (case, (now, then)) in cases.iter().zip(lines.lines().zip(recorded.lines())) {
            assert_eq!(now, then, "{set}: {}", case.name);
        }
        assert_eq!(lines.lines().count(), recorded.lines().count(), "{set}");
    }
}

#[test]
fn case_names_are_unique() {
    for (set, cases) in sets() {
        let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
        assert_eq!(names.len(), cases.len(), "{set}");
        assert!(!cases.is_empty(), "{set}");
    }
}

/// A secret value in any case must not be in its report. Secret texts of the cases begin with "hush".
#[test]
fn secrets_are_not_in_reports() {
    for (set, cases) in sets() {
        for case in &cases {
            assert!(!report(case).contains("hush"), "{set}: {}", case.name);
        }
    }
}
