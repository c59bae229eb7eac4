//! Plans of changes in the words of Terraform: its names of properties, and values of the user as they are.

use super::{LEGACY, one, plan_with};
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
