//! What users add to the catalogue, and severities that they change: the findings go, the report says why, and without
//! it they are back.

use eventstorecloud_planner::diagnostic::{Report, SeverityOption};
use eventstorecloud_planner::rules::check_document;
use rule_pages::page::expand;
use serde_json::{Value, json};

fn check(options: &Value) -> Report {
    let document = json!({ "resources": [
        { "kind": "Network", "name": "net", "args": { "region": "mars-north-1" } },
        { "kind": "Peering", "name": "apps", "args": { "networkId": { "ref": "net" }, "peerNetworkRegion": "mars-north-1" } },
        { "kind": "ManagedCluster", "name": "db", "args": {
            "networkId": { "ref": "net" }, "instanceType": "M256", "serverVersion": "27.0", "diskType": "gp9",
            "diskIops": null, "diskThroughput": null,
        } },
    ] });
    let (document, _) = expand(&document.to_string()).unwrap();
    check_document(&serde_json::from_value(document).unwrap(), &serde_json::from_value(options.clone()).unwrap())
        .unwrap()
}

fn found(report: &Report) -> Vec<(&'static str, &str)> {
    report.diagnostics.iter().map(|d| (d.code, d.path.as_str())).collect()
}

#[test]
fn additions_turn_findings_off_and_removing_them_brings_them_back() {
    let bare = check(&json!({}));
    let all = [("NET012", "region"), ("CLU005", "diskType"), ("CLU003", "instanceType"), ("VER007", "serverVersion")];
    assert_eq!(found(&bare), all);
    assert_eq!(bare.catalogue.additions, []);

    let additions = json!({
        "regions": [{ "cloud": "aws", "id": "mars-north-1" }],
        "instanceTypes": ["M256"],
        "diskTypes": [{ "cloud": "aws", "id": "gp9" }],
        "serverVersions": ["27.0"],
    });
    let added = check(&json!({ "catalogue": additions }));
    // The provider has lists of its own, which nothing that is added here changes.
    let refused = |report: &Report| {
        let mut found = found(report).into_iter().map(|(code, path)| (code, path.to_string())).collect::<Vec<_>>();
        found.retain(|(code, _)| *code == "ARG006");
        found
    };
    let own = [("ARG006", "diskType"), ("ARG006", "instanceType")].map(|(code, path)| (code, path.to_string()));
    assert_eq!(refused(&added), own);
    assert_eq!(added.diagnostics.len(), own.len());
    // A rule that is off takes with it what it says, and nothing else.
    let without = |rule: &str| check(&json!({ "catalogue": additions, "severity": { rule: "off" } }));
    assert_eq!(refused(&without("VER007")), own);
    assert_eq!(refused(&check(&json!({ "severity": { "CLU003": "off", "CLU005": "off" } }))), []);
    let shown: Vec<_> = added.catalogue.additions.iter().map(|added| (added.what, added.id.as_str())).collect();
    assert_eq!(
        shown,
        [("region", "mars-north-1"), ("instanceType", "M256"), ("diskType", "gp9"), ("serverVersion", "27.0")]
    );

    // Each brings back its own finding and no other.
    for (list, finding) in
        [("regions", all[0]), ("diskTypes", all[1]), ("instanceTypes", all[2]), ("serverVersions", all[3])]
    {
        let mut fewer = additions.clone();
        fewer.as_object_mut().unwrap().remove(list);
        let report = check(&json!({ "catalogue": fewer }));
        let found: Vec<_> = found(&report).into_iter().filter(|(code, _)| *code != "ARG006").collect();
        assert_eq!(found, [finding], "{list}");
    }
    assert_eq!(found(&check(&json!({}))), all);
}

#[test]
fn changed_severities_are_in_the_report() {
    let report = check(&json!({ "severity": { "NET012": "off", "VER007": "error", "CLU003": "info" } }));
    let shown: Vec<_> = report.severities.iter().map(|changed| (changed.code.as_str(), changed.severity)).collect();
    assert_eq!(
        shown,
        [("CLU003", SeverityOption::Info), ("NET012", SeverityOption::Off), ("VER007", SeverityOption::Error)]
    );
    assert_eq!((report.counts.errors, report.counts.infos), (2, 1));
    assert_eq!(check(&json!({})).severities, []);
}
