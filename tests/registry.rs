//! Every rule has its file, its page and two examples that are run, and the facts that a reader needs.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use eventstorecloud_planner::catalogue::rows::Confidence;
use eventstorecloud_planner::diagnostic::{Diagnostic, Severity};
use eventstorecloud_planner::model::kind::KindId;
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::model::settings::Profile;
use eventstorecloud_planner::model::target::Target;
use eventstorecloud_planner::rules::{CATEGORIES, RuleMeta, Subject, all, by_code, check_document, codes};
use rule_pages::fix;
use rule_pages::page::{expand, expand_change, input, pages};
use serde_json::{Value, json};

/// What is reported of an example, with its rule switched on whatever the profile.
fn run(rule: &RuleMeta, example: &str) -> Vec<Diagnostic> {
    match rule.subject {
        Subject::Program => {
            let (document, options) = expand(example).unwrap_or_else(|e| panic!("{}: {e}", rule.code));
            run_whole(rule, &document, options)
        }
        Subject::Change => {
            let change = expand_change(example).unwrap_or_else(|e| panic!("{}: {e}", rule.code));
            let plan = change.plan(&switched_on(rule, change.options.clone()));
            plan.unwrap_or_else(|e| panic!("{}: {e}", rule.code)).diagnostics
        }
    }
}

fn run_whole(rule: &RuleMeta, document: &Value, options: Value) -> Vec<Diagnostic> {
    let report = check_document(&input(document).unwrap(), &switched_on(rule, options));
    report.unwrap_or_else(|e| panic!("{}: {e}", rule.code)).diagnostics
}

fn switched_on(rule: &RuleMeta, mut options: Value) -> Raw {
    let severities = options.as_object_mut().unwrap().entry("severity").or_insert_with(|| json!({}));
    severities[rule.code] = json!(rule.severity);
    serde_json::from_value(options).unwrap()
}

/// Rules about changes that cannot be broken without another one: a cluster is always replaced for some reason, and an
/// old disk type is always one of AWS.
const COMPANIONS: [(&str, &str); 4] = [
    ("backup-job-deleted-before-refusal", "protection-blocks-change"),
    ("deleted-before-replacement", "database-lost"),
    ("restored-cluster-address", "database-lost"),
    ("disk-type-migrated", "frequent-disk-changes"),
];

#[test]
fn every_example_breaks_its_rule_and_no_other() {
    for (_, rule, page) in pages().unwrap() {
        let found = run(rule, &page.example);
        assert!(found.iter().any(|diagnostic| diagnostic.code == rule.code), "{}: the example is right", rule.code);
        for diagnostic in found.iter().filter(|diagnostic| diagnostic.code != rule.code) {
            assert!(
                COMPANIONS.contains(&(rule.name, diagnostic.name)),
                "{}: the example also breaks another rule: {}",
                rule.code,
                diagnostic.message
            );
        }
    }
}

#[test]
fn nothing_is_wrong_with_what_is_advised_instead() {
    for (_, rule, page) in pages().unwrap() {
        let found = run(rule, &page.use_instead);
        let left: Vec<_> = found.iter().map(|d| (d.code, &d.message)).collect();
        assert_eq!(left, [], "{}", rule.code);
        assert_ne!(page.example, page.use_instead, "{}", rule.code);
    }
}

/// Applies every fix that an example is offered, and checks again: what had a fix is gone, and nothing is new.
#[test]
fn a_fix_mends_its_example_and_breaks_nothing() {
    for (_, rule, page) in pages().unwrap().into_iter().filter(|(_, rule, _)| rule.subject == Subject::Program) {
        let found = run(rule, &page.example);
        let (mut document, options) = expand(&page.example).unwrap();
        for diagnostic in found.iter().filter(|diagnostic| !diagnostic.fix.is_empty()) {
            fix::apply(&mut document, diagnostic).unwrap();
        }
        let expected = found.iter().filter(|diagnostic| diagnostic.fix.is_empty()).map(|diagnostic| diagnostic.code);
        let left: Vec<&str> = run_whole(rule, &document, options).iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(left, expected.collect::<Vec<_>>(), "{}: {document}", rule.code);
    }
}

#[test]
fn codes_and_names_are_unique_and_well_formed() {
    let mut seen = BTreeSet::new();
    let mut titles = BTreeSet::new();
    for category in CATEGORIES {
        let mut last = "";
        for rule in category.rules {
            let number = rule
                .code
                .strip_prefix(category.prefix)
                .unwrap_or_else(|| panic!("{} is not of its category", rule.code));
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

/// Advice that is on by default: it is about a change that is made once, and helps only before it.
const UNASKED: [&str; 2] = ["upgrade-without-rollback", "disk-type-migrated"];

#[test]
fn advice_and_low_confidence_are_off_by_default() {
    for rule in all().filter(|rule| !UNASKED.contains(&rule.name)) {
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
        for diagnostic in run(rule, &page.example) {
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
        // An example is a program, whose options may name any rule.
        let outside_examples = outside_tests.split("```").enumerate().filter(|(part, _)| part % 2 == 0);
        let outside_tests: String = outside_examples.map(|(_, text)| text).collect();
        // What the documentation of options says to users is an example, too.
        let documents_options = path.ends_with("model/settings.rs");
        let is_known = |code: &str| all().any(|rule| rule.code == code);
        let own = all().find(|rule| path.file_stem().unwrap().to_str().unwrap() == rule.name.replace('-', "_"));
        let codes = outside_tests.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| is_code(word, &prefixes));
        found.extend(
            codes
                .filter(|code| own.is_none_or(|own| own.code != *code) && !(documents_options && is_known(code)))
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

#[test]
fn rules_about_changes_are_rules_like_all_others() {
    let changes: Vec<&RuleMeta> = all().filter(|rule| rule.subject == Subject::Change).collect();
    assert_eq!((changes.len(), codes().len()), (29, 241));
    assert_eq!(by_code("PLAN001").unwrap().name, "database-lost");
    // A check takes their codes, too: one file of options is for checks and plans.
    let options = serde_json::from_value(json!({ "severity": { "PLAN001": "off" } })).unwrap();
    let report = check_document(&serde_json::from_value(json!({ "resources": [] })).unwrap(), &options).unwrap();
    assert_eq!(report.severities[0].code, "PLAN001");
}

#[test]
fn upper_case_is_looked_for_in_every_kind_that_keeps_it() {
    let keeps = |kind: &KindId| {
        let kind = KINDS.iter().find(|known| known.id == *kind).unwrap();
        kind.properties.iter().any(|property| Target::default().behaviour(kind, property).keeps_upper_case(property))
    };
    let kinds: Vec<KindId> = KindId::ALL.into_iter().filter(keeps).collect();
    let rule = all().find(|rule| rule.name == "permanent-case-difference").unwrap();
    assert_eq!(rule.kinds, kinds);
}
