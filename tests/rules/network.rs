//! Which rule is about what: every fault of a region or a block is reported once.

use serde_json::json;

use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::rules::check_document;
use rule_pages::valid::valid_args;

/// The codes of all rules about networks that a network breaks, and the properties that any of them waits for.
fn checked(target: &str, args: &str, options: &str) -> (Vec<&'static str>, Vec<String>) {
    let own = r#""projectId": "c2bq5k5o4t0gqrkt0030", "name": "net""#;
    let resource = format!(r#"{{ "kind": "Network", "name": "net", "args": {{ {own}, {args} }} }}"#);
    let document = format!(r#"{{ "target": "{target}", "resources": [{resource}] }}"#);
    let options: Raw = serde_json::from_str(options).unwrap();
    let report = check_document(serde_json::from_str(&document).unwrap(), &options).unwrap();
    let codes = report.diagnostics.iter().map(|d| d.code).filter(|code| code.starts_with("NET"));
    let waiting = report.deferred.iter().filter(|d| d.codes.iter().any(|code| code.starts_with("NET")));
    (codes.collect(), waiting.map(|d| d.path.clone()).collect())
}

const ADVICE: &str = r#"{ "profile": "advice" }"#;

#[test]
fn each_region_is_one_rules() {
    for (cloud, region, codes) in [
        ("aws", "us-east-1", vec![]),
        ("aws", " US-East-1", vec!["NET017"]),
        ("aws", "us-east1", vec!["NET011"]),
        ("aws", "us-east-1a", vec!["NET011"]),
        ("aws", "US East (Ohio)", vec!["NET011"]),
        ("aws", "", vec!["NET011"]),
        ("aws", "eu-west-9", vec!["NET012"]),
        ("aws", "EU-West-9", vec!["NET012"]),
        ("aws", "ap-north-east-1", vec!["NET012"]),
        ("aws", "us-west-1", vec!["NET013"]),
        ("aws", "eu-south-1", vec!["NET014"]),
        ("aws", "EU-SOUTH-1", vec!["NET014", "NET017"]),
        ("aws", "us-gov-west-1", vec!["NET015"]),
        ("aws", "US-GOV-West-1", vec!["NET015"]),
        ("gcp", "us-east1", vec![]),
        ("gcp", "US-EAST1", vec!["NET017"]),
        ("gcp", "us-east-1", vec!["NET011"]),
        ("gcp", "us-east99", vec!["NET012"]),
        ("azure", "eastus", vec![]),
        ("azure", "EastUS", vec!["NET017"]),
        ("azure", "East US", vec!["NET016"]),
        (" Azure", " East US ", vec!["NET016", "NET001"]),
        ("azure", "east-us", vec!["NET016"]),
        ("azure", "West US", vec!["NET013", "NET016"]),
        ("azure", "eastmars", vec!["NET012"]),
        ("oracle", "East US", vec!["NET001"]),
        ("", "eastus", vec!["NET001"]),
    ] {
        let args = format!(r#""resourceProvider": "{cloud}", "region": "{region}", "cidrBlock": "10.20.0.0/16""#);
        assert_eq!(checked("eventstorecloud@0.2.20", &args, ADVICE), (codes, vec![]), "{cloud} {region}");
    }
}

#[test]
fn each_block_is_one_rules() {
    for (cloud, block, codes) in [
        ("gcp", "10.0.0.0/8", vec![]),
        ("aws", "10.0.0.0/8", vec!["NET010"]),
        ("aws", "10.1.0.0/12", vec!["NET010"]),
        ("gcp", "10.1.0.0/12", vec!["NET007"]),
        ("aws", "10.1.0.0/16", vec![]),
        ("aws", "10.0.0.0/4", vec!["NET008"]),
        ("aws", "0.0.0.0/0", vec!["NET008"]),
        ("aws", "8.8.8.8/32", vec!["NET008"]),
        ("aws", "10.0.0.0/24", vec!["NET021"]),
        ("aws", "10.0.0.1/24", vec!["NET007"]),
        ("aws", "8.8.0.0/16", vec!["NET009"]),
        ("gcp", "172.0.0.0/8", vec!["NET009", "NET022"]),
        ("gcp", "192.168.0.0/15", vec!["NET009"]),
        ("gcp", "172.16.0.0/12", vec!["NET022"]),
        ("aws", " ", vec!["NET005"]),
        ("aws", " 10.1.0.0/16", vec!["NET006"]),
        ("aws", "10.1.0.0/16 ", vec!["NET006"]),
        ("aws", "10.1.0.0", vec!["NET006"]),
        ("aws", "10.1.0.0/33", vec!["NET006"]),
        ("aws", "::/16", vec!["NET006"]),
        ("aws", "010.1.0.0/16", vec!["NET006"]),
    ] {
        let region = if cloud == "aws" { "us-east-1" } else { "us-east1" };
        let private = format!(r#""resourceProvider": "{cloud}", "region": "{region}", "cidrBlock": "{block}""#);
        assert_eq!(checked("eventstorecloud@0.2.20", &private, ADVICE), (codes.clone(), vec![]), "{block}");
        // A public network has no block, whatever is wrong with this one.
        let public = format!(r#"{private}, "publicAccess": true"#);
        let forbidden = if block == " " { "NET005" } else { "NET004" };
        let (found, waiting) = checked("eventstorecloud@0.2.20", &public, "{}");
        assert_eq!((found, waiting), (vec![forbidden], vec![]), "{block}");
        // A package without public networks makes it a private one.
        let (mut found, _) = checked("eventstorecloud@0.2.19", &public, ADVICE);
        found.retain(|code| *code != "NET023");
        assert_eq!(found, codes, "{block}");
    }
}

#[test]
fn what_is_not_known_yet_is_waited_for_where_it_matters() {
    let later = r#"{ "unknown": true }"#;
    for (provider, block, public, codes, waiting) in [
        (r#""aws""#, r#""10.20.0.0/16""#, later, vec![], vec!["publicAccess"]),
        (r#""aws""#, later, "true", vec![], vec!["cidrBlock"]),
        (r#""aws""#, r#""10.20.0.0/25""#, later, vec!["NET008"], vec!["publicAccess"]),
        (later, r#""10.20.0.0/16""#, "false", vec![], vec!["resourceProvider"]),
        (later, r#""10.0.0.0/12""#, "false", vec![], vec!["resourceProvider"]),
        (later, r#""10.0.0.1/12""#, "false", vec!["NET007"], vec!["resourceProvider"]),
    ] {
        let args = format!(
            r#""resourceProvider": {provider}, "region": "us-east-1", "cidrBlock": {block}, "publicAccess": {public}"#
        );
        let (found, waits) = checked("kurrentcloud@0.3.x", &args, "{}");
        assert_eq!((found, waits), (codes, waiting.into_iter().map(str::to_string).collect()), "{args}");
    }
}

#[test]
fn a_region_that_the_user_adds_is_a_good_one() {
    for region in ["eu-west-9", "eu-south-1", "us-west-1", "us-gov-west-1", "Odd Region"] {
        let args = format!(r#""resourceProvider": "aws", "region": "{region}", "cidrBlock": "10.20.0.0/16""#);
        let options = format!(r#"{{ "catalogue": {{ "regions": [{{ "cloud": "aws", "id": "{region}" }}] }} }}"#);
        assert_eq!(checked("eventstorecloud@0.2.20", &args, &options), (vec![], vec![]), "{region}");
        assert_ne!(checked("eventstorecloud@0.2.20", &args, "{}").0, Vec::<&str>::new(), "{region}");
    }
}

#[test]
fn a_block_is_mended_where_no_other_rule_refuses_what_is_meant() {
    for (block, mended) in [
        (" 10.1.0.0/16", Some("10.1.0.0/16")),
        // Not private, too large for the cloud, too small for the service.
        (" 8.8.0.0/16", None),
        (" 10.0.0.0/12", None),
        (" 10.1.0.0/28", None),
    ] {
        let mut args = valid_args("Network").unwrap();
        args["cidrBlock"] = json!(block);
        let program = json!({ "partial": true, "resources": [{ "kind": "Network", "name": "net", "args": args }] });
        let report = check_document(serde_json::from_value(program).unwrap(), &Raw::Null).unwrap();
        let found = report.diagnostics.iter().find(|found| found.code == "NET006").expect(block);
        let expected = mended.map(|block| json!({ "path": "cidrBlock", "value": block }));
        assert_eq!(json!(found.fix), json!(Vec::from_iter(expected)), "{block}");
    }
}
