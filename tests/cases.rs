//! The edge cases in `tests/cases`: their reports are as recorded, and what holds of every report holds of theirs. The
//! built package is compared with the same files (`tests/js/cases.test.mjs`).
//!
//! `UPDATE_CASES=1 cargo test --test cases` writes the reports anew; look at what changed.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

use std::collections::BTreeSet;

use eventstorecloud_planner::diagnostic::{Report, Severity};
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::rules::{by_code, check_document};
use rule_pages::cases::{Case, Section, all, files, with_reports};
use rule_pages::page::input;
use rule_pages::text;

fn report(case: &Case) -> Report {
    let options: Raw = input(&case.options).unwrap();
    check_document(&input(&case.document).unwrap(), &options).unwrap_or_else(|error| panic!("{}: {error}", case.name))
}

/// The reports of all rows, each below its row; what is deferred in every row stands above them.
fn reports(section: &Section) -> String {
    let reports: Vec<String> = section.cases.iter().map(|case| text::report(&report(case))).collect();
    let [first, others @ ..] = reports.as_slice() else { return String::new() };
    if section.cases.iter().all(|case| case.row.is_none()) {
        return first.clone();
    }
    let is_common = |line: &&str| {
        line.starts_with("deferred") && others.iter().all(|report| report.lines().any(|other| other == *line))
    };
    let common: Vec<&str> = first.lines().filter(is_common).collect();
    let rows = section.cases.iter().zip(&reports).map(|(case, report)| {
        let own: Vec<&str> = report.lines().filter(|line| !common.contains(line)).collect();
        block(case.row.as_deref().unwrap_or_default(), if own.is_empty() { &["nothing"] } else { &own })
    });
    let rows: String = rows.collect();
    if common.is_empty() { rows } else { block("every row", &common) + &rows }
}

fn block(heading: &str, lines: &[&str]) -> String {
    lines.iter().fold(format!("{heading}\n"), |text, line| text + "  " + line + "\n")
}

#[test]
fn reports_are_as_recorded() {
    for file in files().unwrap() {
        let now: Vec<String> = file.sections.iter().map(reports).collect();
        if std::env::var_os("UPDATE_CASES").is_some() {
            let text = std::fs::read_to_string(&file.path).unwrap();
            std::fs::write(&file.path, with_reports(&text, &now)).unwrap();
            continue;
        }
        for (section, now) in file.sections.iter().zip(now) {
            let name = format!("{}: {}", file.category, section.title);
            for (recorded, now) in section.recorded.lines().zip(now.lines()) {
                assert_eq!(recorded, now, "{name}");
            }
            assert_eq!(section.recorded, now, "{name}");
        }
    }
}

#[test]
fn names_are_unique() {
    let mut names = BTreeSet::new();
    for case in all().unwrap() {
        assert!(names.insert(case.name.clone()), "{}", case.name);
    }
    assert!(names.len() > 500, "{}", names.len());
}

/// What the reports as text leave out: it follows from what they show and from the facts of the rules.
#[test]
fn counts_and_facts_are_those_of_what_is_shown() {
    for case in all().unwrap() {
        let report = report(&case);
        let of = |severity| report.diagnostics.iter().filter(|found| found.severity == severity).count();
        let counts = (report.counts.errors, report.counts.warnings, report.counts.infos, report.counts.deferred);
        let shown = (of(Severity::Error), of(Severity::Warning), of(Severity::Info), report.deferred.len());
        assert_eq!(counts, shown, "{}", case.name);
        assert_eq!(report.ok, report.counts.errors == 0, "{}", case.name);
        for found in &report.diagnostics {
            let rule = by_code(found.code).unwrap();
            assert_eq!((found.name, found.source), (rule.name, rule.source), "{}: {}", case.name, found.code);
        }
    }
}

/// Secret texts of the cases begin with "hush".
#[test]
fn secrets_are_not_in_reports() {
    for case in all().unwrap() {
        let text = serde_json::to_string(&report(&case)).unwrap();
        assert!(!text.contains("hush"), "{}", case.name);
    }
}
