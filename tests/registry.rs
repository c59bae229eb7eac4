//! Every rule has its file, its page and two examples that are run, and the facts that a reader needs.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests stop at the first surprise"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use eventstorecloud_planner::catalogue::rows::Confidence;
use eventstorecloud_planner::diagnostic::{Report, Severity};
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::model::settings::Profile;
use eventstorecloud_planner::rules::{CATEGORIES, RuleMeta, all, check_document};
use rule_pages::page::{expand, input, pages};
use serde_json::{Value, json};
use support::apply;

mod support;

/// Runs an example with its rule switched on, whatever the profile.
fn run(rule: &RuleMeta, example: &str) -> Report {
    let (document, options) = expand(example).unwrap_or_else(|e| panic!("{}: {e}", rule.code));
    run_whole(rule, &document, options)
}

fn run_whole(rule: &RuleMeta, document: &Value, mut options: Value) -> Report {
    let severities = options.as_object_mut().unwrap().entry("severity").or_insert_with(|| json!({}));
    severities[rule.code] = json!(rule.severity);
    let options: Raw = serde_json::from_value(options).unwrap();
    check_document(input(document).unwrap(), &options).unwrap_or_else(|e| panic!("{}: {e}", rule.code))
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn every_example_breaks_its_rule_and_no_other() {
    for (_, rule, page) in pages().unwrap() {
        let report = run(rule, &page.example);
        assert!(!report.diagnostics.is_empty(), "{}: the example breaks no rule", rule.code);
        for diagnostic in &report.diagnostics {
            assert_eq!(
                diagnostic.code, rule.code,
                "{}: the example also breaks another rule: {}",
                rule.code, diagnostic.message
            );
        }
    }
}

#[test]
fn nothing_is_wrong_with_what_is_advised_instead() {
    for (_, rule, page) in pages().unwrap() {
        let report = run(rule, &page.use_instead);
        let left: Vec<_> = report.diagnostics.iter().map(|d| (d.code, &d.message)).collect();
        assert_eq!(left, [], "{}", rule.code);
        assert_ne!(page.example, page.use_instead, "{}", rule.code);
    }
}

/// Applies the fix of a diagnostic to the document and checks again.
#[test]
fn a_fix_mends_its_example_and_breaks_nothing() {
    for (_, rule, page) in pages().unwrap() {
        let report = run(rule, &page.example);
        // Only where every problem of the example has a fix: the others are left for the reader to decide.
        if report.diagnostics.iter().any(|diagnostic| diagnostic.fix.is_empty()) {
            continue;
        }
        let (mut document, options) = expand(&page.example).unwrap();
        for diagnostic in &report.diagnostics {
            apply(&mut document, diagnostic);
        }
        assert_eq!(codes(&run_whole(rule, &document, options)), Vec::<&str>::new(), "{}: {document}", rule.code);
    }
}

#[test]
fn codes_and_names_are_unique_and_well_formed() {
    let mut seen = BTreeSet::new();
    let mut titles = BTreeSet::new();
    for category in CATEGORIES {
        let mut last = "";
        for rule in category.rules {
            let number =
                rule.code.strip_prefix(category.prefix).unwrap_or_else(|| panic!("{} is not of its family", rule.code));
            assert!(number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit()), "{}", rule.code);
            assert!(last < rule.code, "{} is out of order", rule.code);
            last = rule.code;
            assert!(
                rule.name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
                "{}: {}",
                rule.code,
                rule.name
            );
            assert!(seen.insert(rule.name), "{}: the name is taken", rule.code);
            assert!(titles.insert(rule.title), "{}: the title is taken", rule.code);
            assert!(!rule.source.is_empty() && !rule.title.ends_with('.') && !rule.since.is_empty(), "{}", rule.code);
        }
    }
}

#[test]
fn advice_and_low_confidence_are_off_by_default() {
    for rule in all() {
        if rule.severity == Severity::Info {
            assert_eq!(rule.profile, Profile::Advice, "{}", rule.code);
        } else if rule.confidence == Confidence::Low {
            assert_eq!(rule.profile, Profile::Strict, "{}", rule.code);
        }
    }
}

#[test]
fn the_files_of_a_category_are_its_rules() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    for category in CATEGORIES {
        let known: BTreeSet<String> = category.rules.iter().map(|rule| rule.name.replace('-', "_") + ".rs").collect();
        let files = std::fs::read_dir(rules.join(category.folder)).unwrap();
        let found: BTreeSet<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        assert_eq!(found, known, "src/rules/{}", category.folder);
    }
}

#[test]
fn messages_are_short_sentences() {
    for (_, rule, page) in pages().unwrap() {
        for diagnostic in run(rule, &page.example).diagnostics {
            assert!(
                !diagnostic.message.ends_with('.') && diagnostic.message.len() < 220,
                "{}: {}",
                rule.code,
                diagnostic.message
            );
            assert!(
                !diagnostic.help.is_empty() && !diagnostic.help.ends_with('.') && diagnostic.help.len() < 420,
                "{}: {}",
                rule.code,
                diagnostic.help
            );
            assert!(!diagnostic.message.starts_with(char::is_uppercase), "{}: {}", rule.code, diagnostic.message);
        }
    }
}

/// Outside the registry and the page of the rule itself, code says in words what another rule is about: codes in comments
/// and messages go out of date without anybody noticing.
#[test]
fn codes_stand_in_the_registry_and_on_the_rules_own_pages_only() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files: Vec<_> = files_below(&source).into_iter().filter(|file| !file.ends_with("rules/registry.rs")).collect();
    let prefixes: Vec<&str> = CATEGORIES.iter().map(|category| category.prefix).collect();
    let mut found = Vec::new();
    for path in &files {
        let text = std::fs::read_to_string(path).unwrap();
        let outside_tests = text.split("#[cfg(test)]").next().unwrap();
        let own = all().find(|rule| path.file_stem().unwrap().to_str().unwrap() == rule.name.replace('-', "_"));
        let codes = outside_tests.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| is_code(word, &prefixes));
        found.extend(
            codes
                .filter(|code| own.is_none_or(|own| own.code != *code))
                .map(|code| format!("{}: {code}", path.display())),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
    assert!(is_code("NET007", &prefixes) && !is_code("NET07", &prefixes) && !is_code("RFC6890", &prefixes));
}

fn is_code(word: &str, prefixes: &[&str]) -> bool {
    let number = |rest: &str| rest.len() == 3 && rest.bytes().all(|digit| digit.is_ascii_digit());
    prefixes.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(number))
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}
