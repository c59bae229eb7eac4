//! Plans of changes in the words of Terraform: its names of properties, and values of the user as they are.

use super::{LEGACY, TERRAFORM, one, plan_with, program, step};
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::planner::change::plan_change;
use eventstorecloud_planner::rules::Subject;
use eventstorecloud_planner::value::spelling::VALUE_MARK;
use rule_pages::page::{expand_change, input, pages};
use serde_json::{Value, json};

fn plan_in(dialect: &str, target: &str, before: &Value, after: &Value) -> Value {
    let options = json!({ "target": target, "profile": "advice", "dialect": dialect });
    serde_json::to_value(plan_with(before, after, &options)).unwrap()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_string()).collect()
}

#[test]
fn paths_and_sentences_have_the_names_of_terraform() {
    let cluster = |changes: Value| one("ManagedCluster", changes);
    let before = cluster(json!({ "diskSize": 200, "serverVersion": "24.10" }));
    let after = cluster(json!({ "diskSize": 100, "serverVersion": "26.0", "projectId": { "unknown": true } }));
    let plan = plan_in("terraform", TERRAFORM, &before, &after);
    let it = step(&plan, "it");
    assert_eq!([&it["properties"][0]["path"], &it["properties"][1]["path"]], ["disk_size", "server_version"]);
    assert_eq!(plan["deferred"][0]["path"], "project_id");
    assert_eq!(
        texts(&it["reasons"])[..2],
        [
            "`disk_size` gets smaller, and a disk cannot shrink",
            "`server_version` is only used when the resource is created; a change of it has no effect"
        ]
    );
    let diagnostics = plan["diagnostics"].as_array().unwrap();
    let shrunk = diagnostics.iter().find(|found| found["code"] == "PLAN005").unwrap();
    assert_eq!(shrunk["path"], "disk_size");
    assert_eq!(shrunk["message"], "reducing `disk_size` from 200 to 100 GB is rejected by the provider");
    assert_eq!(shrunk["suggestions"], json!([{ "path": "disk_size", "value": 200 }]));
    let protected = |topology: &str| cluster(json!({ "protected": true, "topology": topology }));
    let kept = plan_in("terraform", TERRAFORM, &protected("single-node"), &protected("three-node-multi-zone"));
    assert!(kept["diagnostics"][0]["help"].as_str().unwrap().contains("`protected = false`"), "{kept:#}");
}

/// A program whose resources are called like properties.
fn called_like_properties(region: &str) -> Value {
    program(&[
        ("Network", "networkId", json!({ "region": region, "name": null })),
        ("ManagedCluster", "diskSize", json!({ "networkId": { "ref": "networkId" }, "name": null })),
    ])
}

#[test]
fn values_of_the_user_stay_as_they_are() {
    let (before, after) = (called_like_properties("us-east-1"), called_like_properties("eu-west-1"));
    let plan = plan_in("terraform", TERRAFORM, &before, &after);
    let reasons = texts(&step(&plan, "diskSize")["reasons"]);
    assert_eq!(reasons[0], "`network_id` refers to the Network `networkId`, which is replaced");
    let messages: Vec<&str> =
        plan["diagnostics"].as_array().unwrap().iter().map(|found| found["message"].as_str().unwrap()).collect();
    assert!(messages.iter().any(|message| message.contains("because of `networkId`:")), "{messages:?}");
    assert!(messages.iter().any(|message| message.ends_with("with it: `diskSize`")), "{messages:?}");

    let of = |acl: &str| one("ManagedCluster", json!({ "publicAccess": true, "aclId": acl }));
    let plan = plan_in("terraform", TERRAFORM, &of("aclid"), &of("aclId"));
    let upper = plan["diagnostics"].as_array().unwrap().iter().find(|found| found["path"] == "acl_id").unwrap();
    assert!(upper["message"].as_str().unwrap().starts_with("`acl_id` is `aclId`, but"), "{upper:#}");
    assert_eq!(upper["help"], "use `aclid`");
}

#[test]
fn a_protected_resource_and_a_renamed_one_are_called_as_they_are() {
    let (mut before, mut after) = (called_like_properties("us-east-1"), called_like_properties("eu-west-1"));
    for program in [&mut before, &mut after] {
        program["resources"][1]["args"]["protected"] = json!(true);
    }
    let plan = plan_in("terraform", TERRAFORM, &before, &after);
    let reasons = texts(&step(&plan, "networkId")["reasons"]);
    assert!(reasons.last().unwrap().ends_with("protected resources: `diskSize`"), "{reasons:?}");

    let job = |name: &str| program(&[("ScheduledBackup", name, json!({}))]);
    let plan = plan_in("terraform", TERRAFORM, &job("nightly"), &job("maxBackupCount"));
    let reasons = texts(&step(&plan, "nightly")["reasons"]);
    assert!(reasons[1].starts_with("the new resource `maxBackupCount` has the same values"), "{reasons:?}");
    assert!(reasons[1].contains("`moved` block"), "{reasons:?}");
}

#[test]
fn without_the_option_names_are_those_of_documents() {
    let of = |size: u32| one("ManagedCluster", json!({ "protected": true, "diskSize": size }));
    let plain = plan_with(&of(200), &of(100), &json!({ "target": LEGACY, "profile": "advice" }));
    assert_eq!(serde_json::to_value(plain).unwrap(), plan_in("pulumi", LEGACY, &of(200), &of(100)));
}

/// The names of properties of all kinds that Terraform spells otherwise.
fn is_camel_case_property(word: &str) -> bool {
    word.contains(char::is_uppercase) && KINDS.iter().any(|kind| kind.property(word).is_some())
}

#[test]
fn no_example_of_a_rule_has_a_name_of_the_other_dialect_or_a_mark() {
    for (_, rule, page) in pages().unwrap().into_iter().filter(|(_, rule, _)| rule.subject == Subject::Change) {
        let change = expand_change(&page.example).unwrap();
        let (before, after) = (input(&change.before).unwrap(), input(&change.after).unwrap());
        for dialect in ["pulumi", "terraform"] {
            let mut options = change.options.clone();
            options["dialect"] = json!(dialect);
            options["profile"] = json!("advice");
            let options = serde_json::from_value(options).unwrap();
            let plan = serde_json::to_value(plan_change(&before, &after, &options).unwrap()).unwrap();
            assert!(!plan.to_string().contains(VALUE_MARK), "{}: {plan}", rule.code);
            if dialect == "pulumi" {
                continue;
            }
            let found = plan["diagnostics"].as_array().unwrap().iter();
            let sentences = found.flat_map(|found| [found["message"].clone(), found["help"].clone()]);
            let reasons = plan["steps"].as_array().unwrap().iter().flat_map(|step| texts(&step["reasons"]));
            for sentence in sentences.map(|text| text.as_str().unwrap().to_string()).chain(reasons) {
                let left: Vec<&str> = sentence.split('`').filter(|part| is_camel_case_property(part)).collect();
                assert_eq!(left, [""; 0], "{}: {sentence}", rule.code);
            }
        }
    }
}
