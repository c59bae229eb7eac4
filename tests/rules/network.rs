//! Which rule is about what: every fault of a region or a CIDR block is reported once.

use serde_json::{Value, json};

use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::rules::check_document;
use rule_pages::valid::valid_args;

/// The codes of all rules about networks that a network breaks, and the properties that are deferred for any of them.
fn checked(target: &str, args: &str, options: &str) -> (Vec<&'static str>, Vec<String>) {
    let own = r#""projectId": "c2bq5k5o4t0gqrkt0030", "name": "net""#;
    let resource = format!(r#"{{ "kind": "Network", "name": "net", "args": {{ {own}, {args} }} }}"#);
    let document = format!(r#"{{ "target": "{target}", "resources": [{resource}] }}"#);
    let options: Raw = serde_json::from_str(options).unwrap();
    let report = check_document(serde_json::from_str(&document).unwrap(), &options).unwrap();
    let codes = report.diagnostics.iter().map(|d| d.code).filter(|code| code.starts_with("NET"));
    let deferred = report.deferred.iter().filter(|d| d.codes.iter().any(|code| code.starts_with("NET")));
    (codes.collect(), deferred.map(|d| d.path.clone()).collect())
}

const ADVICE: &str = r#"{ "profile": "advice" }"#;

#[test]
fn each_region_is_reported_by_one_rule() {
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
fn each_cidr_block_is_reported_by_one_rule() {
    for (cloud, cidr, codes) in [
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
        let private = format!(r#""resourceProvider": "{cloud}", "region": "{region}", "cidrBlock": "{cidr}""#);
        assert_eq!(checked("eventstorecloud@0.2.20", &private, ADVICE), (codes.clone(), vec![]), "{cidr}");
        // A public network has no CIDR block, whatever is wrong with this one.
        let public = format!(r#"{private}, "publicAccess": true"#);
        let forbidden = if cidr == " " { "NET005" } else { "NET004" };
        let (found, deferred) = checked("eventstorecloud@0.2.20", &public, "{}");
        assert_eq!((found, deferred), (vec![forbidden], vec![]), "{cidr}");
        // A package without public networks makes it a private one.
        let (mut found, _) = checked("eventstorecloud@0.2.19", &public, ADVICE);
        found.retain(|code| *code != "NET023");
        assert_eq!(found, codes, "{cidr}");
    }
}

#[test]
fn unknown_values_are_deferred_where_they_matter() {
    let unknown = r#"{ "unknown": true }"#;
    for (provider, cidr, public, codes, deferred) in [
        (r#""aws""#, r#""10.20.0.0/16""#, unknown, vec![], vec!["publicAccess"]),
        (r#""aws""#, unknown, "true", vec![], vec!["cidrBlock"]),
        (r#""aws""#, r#""10.20.0.0/25""#, unknown, vec!["NET008"], vec!["publicAccess"]),
        (unknown, r#""10.20.0.0/16""#, "false", vec![], vec!["resourceProvider"]),
        (unknown, r#""10.0.0.0/12""#, "false", vec![], vec!["resourceProvider"]),
        (unknown, r#""10.0.0.1/12""#, "false", vec!["NET007"], vec!["resourceProvider"]),
    ] {
        let args = format!(
            r#""resourceProvider": {provider}, "region": "us-east-1", "cidrBlock": {cidr}, "publicAccess": {public}"#
        );
        let (found, found_deferred) = checked("kurrentcloud@0.3.x", &args, "{}");
        assert_eq!((found, found_deferred), (codes, deferred.into_iter().map(str::to_string).collect()), "{args}");
    }
}

#[test]
fn a_region_that_the_user_adds_is_accepted() {
    for region in ["eu-west-9", "eu-south-1", "us-west-1", "us-gov-west-1", "Odd Region"] {
        let args = format!(r#""resourceProvider": "aws", "region": "{region}", "cidrBlock": "10.20.0.0/16""#);
        let options = format!(r#"{{ "catalogue": {{ "regions": [{{ "cloud": "aws", "id": "{region}" }}] }} }}"#);
        assert_eq!(checked("eventstorecloud@0.2.20", &args, &options), (vec![], vec![]), "{region}");
        assert_ne!(checked("eventstorecloud@0.2.20", &args, "{}").0, Vec::<&str>::new(), "{region}");
    }
}

#[test]
fn a_cidr_block_is_fixed_where_no_other_rule_rejects_what_is_meant() {
    for (cidr, fixed) in [
        (" 10.1.0.0/16", Some("10.1.0.0/16")),
        // Not private, too large for the cloud, too small for the service.
        (" 8.8.0.0/16", None),
        (" 10.0.0.0/12", None),
        (" 10.1.0.0/28", None),
    ] {
        let mut args = valid_args("Network").unwrap();
        args["cidrBlock"] = json!(cidr);
        let program = json!({ "partial": true, "resources": [{ "kind": "Network", "name": "net", "args": args }] });
        let report = check_document(serde_json::from_value(program).unwrap(), &Raw::Null).unwrap();
        let found = report.diagnostics.iter().find(|found| found.code == "NET006").expect(cidr);
        let expected = fixed.map(|cidr| json!({ "path": "cidrBlock", "value": cidr }));
        assert_eq!(json!(found.fix), json!(Vec::from_iter(expected)), "{cidr}");
    }
}

#[test]
fn suggestions_of_a_network_lead_to_no_error() {
    let with = |property: &str, value: &str| {
        let mut args = valid_args("Network").unwrap();
        args[property] = json!(value);
        args
    };
    let check = |args: &Value| {
        let program = json!({ "partial": true, "resources": [{ "kind": "Network", "name": "net", "args": args }] });
        let options = serde_json::from_str(ADVICE).unwrap();
        check_document(serde_json::from_value(program).unwrap(), &options).unwrap()
    };
    let regions =
        ["us-east1", "us-east-1a", "US East (Ohio)", "", "eu-west-9", "us-west-1", "eu-south-1", "us-gov-west-1"];
    let cidrs = [
        "",
        " 10.1.0.0/16",
        "::/16",
        "10.0.0.0/8",
        "10.0.0.0/4",
        "8.8.8.8/32",
        "10.1.0.1/16",
        "8.8.8.8/16",
        "172.17.0.0/16",
    ];
    let wrong = regions.map(|region| with("region", region)).into_iter();
    for args in wrong.chain(cidrs.map(|cidr| with("cidrBlock", cidr))) {
        let before = check(&args);
        let suggestions: Vec<_> = before.diagnostics.iter().flat_map(|found| &found.suggestions).collect();
        assert!(!suggestions.is_empty(), "{args}");
        for suggestion in suggestions {
            let mut changed = args.clone();
            changed[&suggestion.path] = json!(suggestion.value);
            let left: Vec<_> = check(&changed).diagnostics.iter().map(|found| found.code).collect();
            assert_eq!(left, Vec::<&str>::new(), "{args} {suggestion:?}");
        }
    }
}
