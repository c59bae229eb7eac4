//! Regions of one cloud that are written for another: a suggestion is in the same place or near it.

use std::collections::BTreeMap;

use eventstorecloud_planner::catalogue::Catalogue;
use eventstorecloud_planner::catalogue::rows::{Cloud, Region};
use eventstorecloud_planner::diagnostic::Diagnostic;
use eventstorecloud_planner::rules::check_document;
use rule_pages::page::input;
use serde_json::{Value, json};

use crate::table;

fn of_region(cloud: Cloud, region: &str) -> Vec<Diagnostic> {
    let args = json!({
        "projectId": { "unknown": true }, "name": "n", "resourceProvider": cloud.as_str(), "region": region,
        "cidrBlock": "10.20.0.0/16"
    });
    let resource = json!({ "kind": "Network", "name": "n", "args": args });
    let document = json!({ "target": "eventstorecloud@0.2.20", "partial": true, "resources": [resource] });
    check_document(&input(&document).unwrap(), &input(&Value::Null).unwrap()).unwrap().diagnostics
}

/// The code of each region that another cloud may mean by a code of one, where there is any.
#[test]
fn a_region_of_another_cloud_leads_to_the_nearest() {
    let catalogue = Catalogue::default();
    table::check("check/regions.txt", |question| {
        let [cloud, other] = question.split(" for ").collect::<Vec<_>>().try_into().unwrap();
        let clouds: BTreeMap<&str, Cloud> = catalogue.clouds().map(|row| (row.id.as_str(), row.id)).collect();
        let answer = |row: &Region| {
            let found = of_region(clouds[other], row.id.as_str());
            let found = found.iter().find(|found| found.path == "region");
            let suggested = found.and_then(|found| found.suggestions.first());
            let suggested = suggested.map_or("-".to_string(), |suggested| suggested.value.to_string());
            format!("{} {suggested}", row.id)
        };
        let rows = catalogue.regions().filter(|row| row.cloud == clouds[cloud]);
        rows.map(answer).collect::<Vec<_>>().join("\n")
    });
}

#[test]
fn a_region_that_was_published_once_is_not_doubted() {
    assert_eq!(of_region(Cloud::Aws, "us-west-1").len(), 0);
    assert_eq!(of_region(Cloud::Azure, "westus")[0].code, "NET013");
    let found = &of_region(Cloud::Azure, "Central Sweden")[0];
    assert_eq!((found.code, found.fix.len()), ("NET011", 1));
    assert!(found.help.contains("`swedencentral`") && found.help.contains("2022-07"), "{}", found.help);
}
