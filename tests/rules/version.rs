//! Rules about versions, which depend on the day of the check.

use serde_json::{Value, json};

use eventstorecloud_planner::diagnostic::Report;
use eventstorecloud_planner::rules::check_document;
use rule_pages::valid::valid_args;

fn check(version: &str, options: Value) -> Report {
    let mut args = valid_args("ManagedCluster").unwrap();
    args["serverVersion"] = json!(version);
    let program = json!({ "partial": true, "resources": [{ "kind": "ManagedCluster", "name": "db", "args": args }] });
    check_document(serde_json::from_value(program).unwrap(), &serde_json::from_value(options).unwrap()).unwrap()
}

#[test]
fn a_line_out_of_support_has_no_other_diagnostic() {
    for (today, expected) in [
        ("2024-06-29", &["VER006", "VER007", "VER008"][..]),
        ("2024-06-30", &["VER006", "VER007", "VER008"]),
        ("2024-07-01", &["VER005"]),
        ("2024-07-02", &["VER005"]),
    ] {
        let report = check("24.2", json!({ "profile": "advice", "now": today }));
        let here = report.diagnostics.iter().filter(|found| found.path == "serverVersion");
        assert_eq!(here.map(|found| found.code).collect::<Vec<_>>(), expected, "{today}");
    }
}

#[test]
fn a_default_day_is_named_in_the_message() {
    let said = |options| {
        let report = check("23.10", options);
        let found = report.diagnostics.iter().find(|found| found.code == "VER005").unwrap();
        (found.message.clone(), report.catalogue.as_of)
    };
    let ended = "support for release line `23.10` ended on 2025-10-31";
    assert_eq!(said(json!({ "now": "2026-02-03" })).0, ended);
    let (message, day) = said(json!({}));
    assert_eq!(message, format!("{ended}, as of the catalogue ({day})"));
}
