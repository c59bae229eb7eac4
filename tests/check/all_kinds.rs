//! One good resource of every kind on each of the three clouds: nothing is said by default, and what the strict profile
//! says is explained.

use std::collections::BTreeSet;

use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::rules::check_document;
use rule_pages::cases;
use rule_pages::page::input;
use serde_json::json;

/// What the strict profile says beyond the default one, and why that is right.
const STRICT: [(&str, &str, &str, &str); 1] = [(
    "azure",
    "PEER022",
    "apps",
    "the program has no role assignment for the service's application: it may be made elsewhere, and who wants to be strict has to look",
)];

#[test]
fn good_resources_of_all_kinds_are_clean_on_every_cloud() {
    let mut cases = cases::all().unwrap();
    cases.retain(|case| case.name.starts_with("all-kinds: "));
    let (mut clouds, mut strict) = (BTreeSet::new(), BTreeSet::new());
    for case in &cases {
        let document = &case.document;
        let kinds: BTreeSet<&str> =
            document["resources"].as_array().unwrap().iter().map(|r| r["kind"].as_str().unwrap()).collect();
        // An explicit provider stands for what the configuration of the stack says here.
        let all: BTreeSet<&str> = KINDS.iter().map(|kind| kind.name).filter(|name| *name != "Provider").collect();
        assert_eq!(kinds, all);
        let cloud = document["resources"][1]["args"]["resourceProvider"].as_str().unwrap();
        let options = input(&case.options).unwrap();
        let report = check_document(&input(document).unwrap(), &options).unwrap();
        for diagnostic in report.diagnostics {
            assert_eq!(case.options["profile"], "strict", "{}: {}", diagnostic.code, diagnostic.message);
            strict.insert((cloud, diagnostic.code, diagnostic.resource.unwrap().name));
        }
        clouds.insert(cloud);
    }
    assert_eq!((cases.len(), clouds.len()), (6, 3));
    let explained = STRICT.map(|(cloud, code, resource, why)| {
        assert!(!why.is_empty());
        (cloud, code, resource.to_string())
    });
    assert_eq!(strict, BTreeSet::from(explained));
}

/// Keys and values can be of any length; what is said of them is for people.
#[test]
fn what_is_long_makes_no_long_message() {
    let long = "x".repeat(5_000);
    let wrong = [json!(5), json!(""), json!(" "), json!(["x"]), json!({ long.as_str(): 1 }), json!(long)];
    let mut codes = BTreeSet::new();
    for kind in KINDS {
        let places = kind.properties.iter().map(|property| property.name).chain([long.as_str()]);
        for (place, value) in places.flat_map(|place| wrong.iter().map(move |value| (place, value))) {
            let entry = json!({ "address": long, "comment": value, long.as_str(): value });
            let data = json!({ "sink": "slack", "token": value, "channelId": value, long.as_str(): value });
            for args in [json!({ place: value }), json!({ place: [value, entry] }), json!({ place: data })] {
                let document = json!({ "resources": [{ "kind": kind.name, "name": "one", "args": args }] });
                let options = serde_json::from_value(json!({ "profile": "strict" })).unwrap();
                let report = check_document(&serde_json::from_value(document).unwrap(), &options).unwrap();
                for diagnostic in report.diagnostics {
                    let longest = diagnostic.message.chars().count().max(diagnostic.help.chars().count());
                    assert!(longest < 700, "{}: {}", diagnostic.code, diagnostic.message);
                    codes.insert(diagnostic.code);
                }
            }
        }
    }
    assert!(["ARG001", "ARG002", "ACL003", "INT013"].iter().all(|code| codes.contains(code)), "{codes:?}");
}
