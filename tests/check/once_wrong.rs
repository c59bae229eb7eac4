//! Programs of which something wrong was reported once.

use std::collections::BTreeSet;

use eventstorecloud_planner::diagnostic::Severity;
use eventstorecloud_planner::rules::check_document;
use rule_pages::page::input;
use serde::Deserialize;
use serde_json::Value;

/// A program, and what must be reported of it: codes, alone or with the name of the resource.
#[derive(Deserialize)]
struct Case {
    name: String,
    document: Value,
    #[serde(default)]
    options: Value,
    /// What is reported.
    #[serde(default)]
    must: Vec<String>,
    /// What is not.
    #[serde(default)]
    none: Vec<String>,
    /// All errors, where they are listed.
    errors: Option<Vec<String>>,
}

impl Case {
    /// What is wrong with the report.
    fn surprises(&self) -> Vec<String> {
        let report = check_document(&input(&self.document).unwrap(), &input(&self.options).unwrap()).unwrap();
        let mut found: BTreeSet<String> = BTreeSet::new();
        for diagnostic in &report.diagnostics {
            let name = diagnostic.resource.as_ref().map_or("", |resource| &resource.name);
            found.extend([diagnostic.code.to_string(), format!("{} {name}", diagnostic.code)]);
        }
        let missing = self.must.iter().filter(|code| !found.contains(*code)).map(|code| format!("{code} is missing"));
        let unwanted = self.none.iter().filter(|code| found.contains(*code)).map(|code| format!("{code} is reported"));
        let mut surprises: Vec<String> = missing.chain(unwanted).collect();
        let errors = report.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        let errors: Vec<&str> = errors.map(|found| found.code).collect();
        if self.errors.as_ref().is_some_and(|expected| *expected != errors) {
            surprises.push(format!("the errors are {errors:?}"));
        }
        surprises
    }
}

#[test]
fn what_was_wrong_once_is_right() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("once_wrong.json")).unwrap();
    let wrong = cases.iter().map(|case| (&case.name, case.surprises())).filter(|(_, surprises)| !surprises.is_empty());
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
