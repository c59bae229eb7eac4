//! Which rule is about what: every fault of an access list is reported once.

use eventstorecloud_planner::model::resource::{Args, Notation};
use serde_json::{Value, json};

use eventstorecloud_planner::diagnostic::Report;
use eventstorecloud_planner::model::acl;
use eventstorecloud_planner::rules::{build, check_document};
use rule_pages::page::{expand, input};

fn check(document: Value, profile: &str) -> Report {
    let (document, _) = expand(&document.to_string()).unwrap();
    let options = serde_json::from_value(json!({ "profile": profile })).unwrap();
    check_document(input(&document).unwrap(), &options).unwrap()
}

fn entries(entries: Value, profile: &str) -> Report {
    check(json!({ "kind": "Acl", "args": { "cidrBlocks": entries } }), profile)
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

/// The edits of all fixes, as JSON.
fn fixes(report: &Report) -> Value {
    json!(report.diagnostics.iter().flat_map(|diagnostic| &diagnostic.fix).collect::<Vec<_>>())
}

#[test]
fn each_address_is_reported_by_one_rule() {
    for (address, expected, fixed) in [
        ("9.9.9.0/24", None, None),
        ("9.9.9.9/32", None, None),
        ("9.0.0.0/8", None, None),
        ("", Some("ACL004"), None),
        (" ", Some("ACL004"), None),
        (" 9.9.9.0/24", Some("ACL004"), Some("9.9.9.0/24")),
        ("9.9.9.9 ", Some("ACL004"), Some("9.9.9.9/32")),
        ("9.9.9.9/24 ", Some("ACL004"), None),
        ("10.0.0.0/8 ", Some("ACL004"), None),
        ("0.0.0.0/0 ", Some("ACL004"), None),
        ("2001:db8::/32", Some("ACL004"), None),
        ("::1", Some("ACL004"), None),
        ("office.example.com", Some("ACL004"), None),
        ("9.9.9.0/33", Some("ACL004"), None),
        ("09.9.9.0/24", Some("ACL004"), None),
        ("9.9.9.0-9.9.9.255", Some("ACL004"), None),
        ("9.9.9.9", Some("ACL005"), Some("9.9.9.9/32")),
        ("9.9.9.9/24", Some("ACL006"), None),
        ("10.0.0.0/8", Some("ACL007"), None),
        ("10.0.0.1", Some("ACL007"), None),
        ("192.168.1.1/24", Some("ACL007"), None),
        ("172.0.0.0/8", Some("ACL007"), None),
        ("10.0.0.0/7", Some("ACL009"), None),
        ("0.0.0.0/0", Some("ACL009"), None),
        ("1.2.3.4/4", Some("ACL009"), None),
        ("240.0.0.0/4", Some("ACL009"), None),
    ] {
        let entry = json!([{ "address": address, "comment": "" }]);
        for profile in ["default", "strict"] {
            let report = entries(entry.clone(), profile);
            assert_eq!(codes(&report), Vec::from_iter(expected), "{address:?}");
            let path = "cidrBlocks[0].address";
            let fix: Vec<Value> = fixed.iter().map(|text| json!({ "path": path, "value": text })).collect();
            assert_eq!(fixes(&report), json!(fix), "{address:?}");
            assert!(report.diagnostics.iter().all(|diagnostic| diagnostic.path == path), "{address:?}");
        }
    }
}

#[test]
fn unroutable_addresses_are_reported_in_the_strict_profile() {
    for (address, expected) in [
        ("127.0.0.0/8", &["ACL008"][..]),
        ("203.0.113.7", &["ACL005", "ACL008"]),
        ("203.0.113.7/24", &["ACL006", "ACL008"]),
        // A public CIDR block may contain unroutable addresses.
        ("198.0.0.0/8", &[]),
        ("192.0.0.0/16", &[]),
    ] {
        assert_eq!(codes(&entries(json!([{ "address": address, "comment": "" }]), "strict")), expected, "{address}");
    }
}

#[test]
fn each_entry_has_only_known_keys() {
    let set = |path: &str, value: &str| json!({ "path": format!("cidrBlocks[0].{path}"), "value": value });
    let remove = |path: &str| json!({ "path": format!("cidrBlocks[0].{path}"), "remove": true });
    for (entry, expected, fix) in [
        (json!({}), &["ACL002"][..], json!([])),
        (json!({ "comment": "office" }), &["ACL002"], json!([])),
        (
            json!({ "cidr": "9.9.9.9", "comment": "office" }),
            &["ACL002"],
            json!([set("address", "9.9.9.9/32"), remove("cidr")]),
        ),
        (
            json!({ "cidr": "9.9.9.9/24" }),
            &["ACL002"],
            json!([set("address", "9.9.9.9/24"), remove("cidr"), set("comment", "")]),
        ),
        (
            json!({ "cidr": "9.9.9.0/24", "description": "office", "comment": "x" }),
            &["ACL002"],
            json!([set("address", "9.9.9.0/24"), remove("cidr")]),
        ),
        (
            json!({ "cidr": "9.9.9.0/24", "description": "office" }),
            &["ACL002"],
            json!([set("address", "9.9.9.0/24"), remove("cidr"), set("comment", "office"), remove("description"),]),
        ),
        // Private addresses are rejected under any key, and of two CIDR blocks none is chosen.
        (json!({ "cidr": "10.0.0.0/8" }), &["ACL002"], json!([])),
        (json!({ "cidr": "9.9.9.0/24", "range": "8.8.8.0/24" }), &["ACL002"], json!([])),
        (json!({ "cidr": { "unknown": true } }), &["ACL002"], json!([])),
        (json!({ "cidr": { "secret": "9.9.9.0/24" } }), &["ACL002"], json!([])),
        (json!({ "address": { "unknown": true }, "comment": "" }), &[], json!([])),
        (json!({ "unknown": true }), &[], json!([])),
        (json!({ "address": "9.9.9.0/24" }), &["ACL011"], json!([set("comment", "")])),
        (json!({ "address": "9.9.9.0/24", "comment": { "unknown": true } }), &[], json!([])),
        (
            json!({ "address": "9.9.9.0/24", "note": "office" }),
            &["ACL003"],
            json!([set("comment", "office"), remove("note")]),
        ),
        (json!({ "address": "9.9.9.0/24", "note": { "secret": "office" } }), &["ACL003"], json!([])),
        (json!({ "address": "9.9.9.0/24", "comment": "", "note": "x" }), &["ACL003"], json!([remove("note")])),
        (
            json!({ "address": "9.9.9.0/24", "port": "2113" }),
            &["ACL011", "ACL003"],
            json!([set("comment", ""), remove("port")]),
        ),
        // Whether the second CIDR block should have access is not known.
        (json!({ "address": "9.9.9.0/24", "comment": "", "cidr": "8.8.8.0/24" }), &["ACL003"], json!([])),
        (json!({ "address": 5, "comment": "" }), &["ARG002"], json!([])),
    ] {
        let report = entries(json!([entry]), "strict");
        assert_eq!((codes(&report), fixes(&report)), (expected.to_vec(), fix), "{entry}");
    }
    assert_eq!(codes(&entries(json!([]), "default")), ["ACL001"]);
    assert_eq!(codes(&entries(json!({ "unknown": true }), "default")), Vec::<&str>::new());
}

#[test]
fn the_narrower_of_two_overlapping_entries_is_reported() {
    let all = |addresses: &[&str]| {
        let list = addresses.iter().map(|address| json!({ "address": address, "comment": "" }));
        let report = entries(list.collect(), "default");
        let found = report.diagnostics.iter().filter(|diagnostic| diagnostic.code == "ACL010");
        found.map(|d| format!("{} in {}", d.path, d.related[0].path).replace("cidrBlocks", "")).collect::<Vec<_>>()
    };
    assert_eq!(all(&["9.9.9.0/24", "9.9.9.0/24"]), ["[1].address in [0].address"]);
    assert_eq!(
        all(&["9.9.9.0/25", "9.9.9.128/25", "9.9.9.0/24", "9.9.9.1"]),
        ["[0].address in [2].address", "[1].address in [2].address", "[3].address in [2].address"]
    );
    // Addresses that have to be replaced anyway are not compared.
    let none: [&str; 0] = [];
    assert_eq!(all(&["0.0.0.0/0", "9.9.9.0/24", "10.0.0.0/8", "10.0.0.0/8", "9.9.9.9/24", "8.8.8.0/24"]), none);
}

#[test]
fn each_access_list_is_used_by_one_cluster() {
    let cluster = |name: &str, list: Value| {
        let args = json!({ "publicAccess": true, "aclId": list });
        json!({ "kind": "ManagedCluster", "name": name, "args": args })
    };
    let document = |first: Value, second: Value| {
        let lists = ["a", "b"].map(|name| json!({ "kind": "Acl", "name": name }));
        let [a, b] = lists;
        let report = check(
            json!({ "partial": false, "resources": [a, b, cluster("x", first), cluster("y", second)] }),
            "advice",
        );
        let found = report.diagnostics.iter().filter(|d| d.code.starts_with("ACL"));
        found.map(|d| format!("{} {}", d.code, d.resource.as_ref().unwrap().name)).collect::<Vec<_>>()
    };
    let of = |name: &str| json!({ "ref": name });
    let unknown = || json!({ "unknown": true });
    for (first, second, expected) in [
        (of("a"), of("b"), &[][..]),
        (of("a"), of("a"), &["ACL014 a", "ACL013 b"]),
        (of("a"), json!("c2bq5k5o4t0gqrkt0060"), &["ACL013 b"]),
        (of("a"), unknown(), &[]),
        (unknown(), unknown(), &[]),
    ] {
        assert_eq!(document(first.clone(), second.clone()), expected, "{first} {second}");
    }
    // A builder sees one call, and nothing of the clusters.
    let args = json!({ "projectId": "c2bq5k5o4t0gqrkt0030", "cidrBlocks": [{ "address": "9.9.9.0/24" }] });
    let options = serde_json::from_value(json!({ "profile": "advice" })).unwrap();
    let built =
        build(&acl::KIND, Args::Whole(serde_json::from_value(args).unwrap()), Notation::Call, &options).unwrap();
    assert_eq!(codes(&built.report), Vec::<&str>::new());
}

#[test]
fn secret_values_are_not_shown() {
    for entry in [
        json!({ "address": { "secret": "hush" }, "comment": "" }),
        json!({ "address": { "secret": "192.168.77.0/24" }, "comment": "" }),
        json!({ "address": { "secret": "9.9.77.9" }, "comment": "" }),
        json!({ "secret": { "hush": "9.9.77.0/24" } }),
        json!({ "secret": { "address": "9.9.9.0/24", "hush": "x" } }),
    ] {
        let report = entries(json!([entry]), "strict");
        assert!(!report.diagnostics.is_empty(), "{entry}");
        let text: String = report.diagnostics.iter().map(|d| format!("{}{}", d.message, d.help)).collect();
        assert!(!text.contains("hush") && !text.contains("77") && fixes(&report) == json!([]), "{entry}: {text}");
    }
}
