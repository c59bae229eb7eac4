//! What the cases in `tests/cases` cannot say: calls of builders, an input that is no document, large inputs, and what
//! follows from a suggestion.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests stop at the first surprise")]

use eventstorecloud_planner::diagnostic::{Report, Severity};
use eventstorecloud_planner::model::kind::Kind;
use eventstorecloud_planner::model::program::Program;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::model::resource::Notation;
use eventstorecloud_planner::model::{acl, cloudwatch_logs, cloudwatch_metrics, integration, peering, replicaset};
use eventstorecloud_planner::rules::{build, check_document};
use rule_pages::cases::{Case, all};
use rule_pages::page::{expand, input};
use rule_pages::valid::valid_args;
use serde_json::{Value, json};

fn check(document: &Value, options: &Value) -> Report {
    check_document(&input(document).unwrap(), &input(options).unwrap()).unwrap()
}

/// Code and path of every diagnostic of a call.
fn of_call(kind: &'static Kind, args: Value, options: Value) -> Vec<(&'static str, String)> {
    let call = Program::of_args(kind, &input(&args).unwrap(), Notation::Call);
    let built = build(call, &input(&options).unwrap()).unwrap();
    built.report.diagnostics.into_iter().map(|found| (found.code, found.path)).collect()
}

#[test]
fn a_call_is_not_a_whole_program() {
    let advice = json!({ "profile": "advice" });
    let list = json!({ "projectId": "c2bq5k5o4t0gqrkt0030", "cidrBlocks": [{ "address": "9.9.9.0/24" }] });
    assert_eq!(of_call(&acl::KIND, list, advice.clone()), []);
    assert_eq!(of_call(&peering::KIND, valid_args("Peering").unwrap(), advice), []);
    let set = valid_args("ManagedClusterReplicaset").unwrap();
    assert_eq!(of_call(&replicaset::KIND, set.clone(), json!({ "target": "kurrentcloud@0.3.0" })), []);
    for target in ["kurrentcloud@0.2.19", "eventstorecloud@0.2.20", "kurrent-io/kurrentcloud@2.0.9"] {
        let found = of_call(&replicaset::KIND, set.clone(), json!({ "target": target }));
        assert_eq!(found, [("REP005", String::new())], "{target}");
    }
}

#[test]
fn a_call_is_checked_like_a_document() {
    for (kind, own) in [(&cloudwatch_logs::KIND, "groupName"), (&cloudwatch_metrics::KIND, "namespace")] {
        let args = json!({
            "projectId": "c2bq5k5o4t0gqrkt0030", "description": "d", "clusterIds": [], "region": "US-EAST-1", own: "a",
        });
        let expected = [("CW001", "accessKeyId"), ("CW002", "clusterIds"), ("CW001", "secretAccessKey")];
        assert_eq!(of_call(kind, args, json!({})), expected.map(|(code, path)| (code, path.to_string())), "{own}");
    }
    let args = json!({
        "projectId": "c2bq5k5o4t0gqrkt0030", "description": "d",
        "data": { "sink": "Slack", "source": "issues", "channelId": "#a", "token": "hush" },
    });
    assert_eq!(of_call(&integration::KIND, args, json!({})), [("INT006", "data.token".to_string())]);
}

#[test]
fn what_is_no_document_is_one_error() {
    let report = check_document(&Raw::Null, &Raw::Null).unwrap();
    let found: Vec<_> = report.diagnostics.iter().map(|found| (found.code, found.message.as_str())).collect();
    assert_eq!(found, [("DOC001", "the document must be an object with `resources`, not `null`")]);
}

fn is_one_network(case: &Case) -> bool {
    case.name.starts_with("network: ") && case.document["resources"].as_array().is_some_and(|all| all.len() == 1)
}

/// Of a network alone; elsewhere a suggestion may need another one beside it.
#[test]
fn a_suggested_region_or_cidr_block_is_right() {
    let mut tried = 0;
    for case in all().unwrap().into_iter().filter(is_one_network) {
        let found = check(&case.document, &case.options).diagnostics;
        let suggestions = found.iter().flat_map(|found| found.suggestions.iter().map(|one| (found.code, one)));
        let is_tried = |path: &str| path == "region" || path == "cidrBlock";
        for (code, suggestion) in suggestions.filter(|(_, suggestion)| is_tried(&suggestion.path)) {
            let mut document = case.document.clone();
            document["resources"][0]["args"][&suggestion.path] = json!(suggestion.value);
            let mut left = check(&document, &case.options).diagnostics;
            left.retain(|left| left.severity > Severity::Info);
            let left: Vec<_> = left.iter().map(|left| left.code).collect();
            let expected = found.iter().map(|found| found.code).filter(|left| *left != code);
            let unexpected = left.iter().filter(|left| !expected.clone().any(|expected| expected == **left));
            assert_eq!(unexpected.count(), 0, "{}: {suggestion:?} leaves {left:?}", case.name);
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
}

#[test]
fn a_key_of_any_length_is_compared_with_what_is_missing() {
    let of = |key: &str| {
        let data = json!({ "sink": "slack", "source": "issues", key: "#a", "token": { "secret": "token" } });
        let (document, options) =
            expand(&json!({ "kind": "Integration", "args": { "data": data } }).to_string()).unwrap();
        check(&document, &options).diagnostics[0].help.clone()
    };
    assert_eq!(of(&"x".repeat(1_000_000)), of("note"));
}

/// Comparing all pairs would take minutes.
#[test]
fn many_networks_with_one_peer_are_compared() {
    const MANY: usize = 10_000;
    // All networks have one CIDR block and all peerings one peer network, with routes outside the CIDR block or in it.
    for (route, expected) in
        [("172.20.0.0/16", [0, 0, MANY - 1, 2 * MANY]), ("10.20.0.0/16", [3 * MANY, 0, MANY - 1, 2 * MANY])]
    {
        let nets = (0..MANY).map(|i| json!({ "kind": "Network", "name": format!("net{i}"), "args": {} }));
        let peerings = (0..MANY).map(|i| {
            let args = json!({ "networkId": { "ref": format!("net{i}") }, "routes": [route, route, route] });
            json!({ "kind": "Peering", "name": format!("p{i}"), "args": args })
        });
        let resources: Vec<Value> = nets.chain(peerings).collect();
        let (document, _) = expand(&json!({ "resources": resources }).to_string()).unwrap();
        let report = check(&document, &json!({ "profile": "advice" }));
        let count = |code| report.diagnostics.iter().filter(|diagnostic| diagnostic.code == code).count();
        assert_eq!(["PEER009", "PEER017", "PEER018", "PEER023"].map(count), expected, "{route}");
    }
}
