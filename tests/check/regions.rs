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

/// What a misspelled code leads to, by the cloud of the network; `-` for nothing.
#[test]
fn a_misspelled_region_leads_to_no_other_part_of_the_world() {
    for (cloud, written, suggested) in [
        (Cloud::Azure, "uswest2", "westus2"),
        (Cloud::Azure, "uswest", "westus"),
        (Cloud::Azure, "ussouth", "-"),
        (Cloud::Azure, "uscentral", "centralus"),
        (Cloud::Azure, "westuk", "ukwest"),
        (Cloud::Azure, "asiasoutheast", "southeastasia"),
        (Cloud::Azure, "koreawest", "-"),
        (Cloud::Azure, "southeastaustralia", "australiasoutheast"),
        (Cloud::Azure, "US East", "eastus"),
        (Cloud::Azure, "eastuss", "eastus"),
        (Cloud::Azure, "westeurop", "westeurope"),
        (Cloud::Azure, "uksuoth", "uksouth"),
        (Cloud::Azure, "eatsus2", "eastus2"),
        (Cloud::Aws, "ue-west-1", "-"),
        (Cloud::Aws, "uk-west-1", "-"),
        (Cloud::Aws, "usa-east-1", "-"),
        (Cloud::Aws, "su-east-1", "-"),
        (Cloud::Aws, "su-west-1", "-"),
        (Cloud::Aws, "as-east-1", "-"),
        (Cloud::Aws, "us-est-1", "us-east-1"),
        (Cloud::Aws, "eu-wset-1", "eu-west-1"),
        (Cloud::Aws, "ap-souteast-2", "ap-southeast-2"),
        (Cloud::Gcp, "us-east1-b", "us-east1"),
        (Cloud::Gcp, "useast1", "us-east1"),
        (Cloud::Gcp, "us_east1", "us-east1"),
        (Cloud::Gcp, "us-west1-b", "us-west1"),
        (Cloud::Gcp, "us-west2-a", "us-west2"),
        (Cloud::Gcp, "us-central1-a", "us-central1"),
        (Cloud::Gcp, "eurpoe-west1", "europe-west1"),
        (Cloud::Gcp, "northamerica-esat1", "northamerica-south1"),
    ] {
        let found = of_region(cloud, written);
        let of_region: Vec<_> = found.iter().filter(|found| found.path == "region").collect();
        assert!(!of_region.is_empty(), "{written}");
        let said = of_region.iter().find_map(|found| found.suggestions.first());
        assert_eq!(
            said.map_or("-".to_string(), |said| said.value.to_string()),
            suggested,
            "{} {written}",
            cloud.as_str()
        );
    }
}
