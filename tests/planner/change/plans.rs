//! Plans of changes as text, in a table: `plans.txt`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use eventstorecloud_planner::diagnostic::Diagnostic;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::planner::change::{ChangePlan, ChangeStep, ChangedProperty, plan_change, plan_preview};
use eventstorecloud_planner::rules::{Subject, all};
use serde::Serialize;
use serde_json::{Value, json};

use super::{LEGACY, base, merged, plan_with};
use crate::lines::Lines;
use crate::{raw, table};

#[test]
fn plans_are_as_recorded_and_every_rule_about_changes_reports_one() {
    let reported = RefCell::new(BTreeSet::new());
    let helped = RefCell::new(BTreeMap::new());
    table::check("planner/change/plans.txt", |question| {
        let plan = asked(question);
        reported.borrow_mut().extend(plan.diagnostics.iter().map(|diagnostic| diagnostic.code));
        shown(&plan, &mut helped.borrow_mut())
    });
    let about_changes = all().filter(|rule| rule.subject == Subject::Change).map(|rule| rule.code);
    assert_eq!(reported.into_inner(), about_changes.collect());
}

#[test]
fn what_cannot_be_compared_is_refused() {
    table::check("planner/change/invalid.txt", |question| {
        let (before, after) = question.split_once(" -> ").unwrap();
        let [before, after] = [before, after].map(|text| serde_json::from_str(text).unwrap());
        format!("refused: {}", plan_change(&before, &after, &Raw::Null).unwrap_err())
    });
}

/// Plans `[dialect target] Kind before -> after`, or the same with programs by kind and name. After `=>` comes what an engine
/// says of the resources, by name.
fn asked(question: &str) -> ChangePlan {
    let (options, change) = match question.strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
        None => (json!({ "target": LEGACY }), question),
        Some((target, change)) => match target.split_once(' ') {
            None => (json!({ "target": target }), change),
            Some((dialect, target)) => (json!({ "target": target, "dialect": dialect }), change),
        },
    };
    let (change, said) = change.split_once(" => ").map_or((change, None), |(change, said)| (change, Some(said)));
    let (before, after) = change.split_once(" -> ").unwrap_or_else(|| panic!("{question}"));
    let read = |text: &str| -> Value { serde_json::from_str(text).unwrap_or_else(|e| panic!("{text}: {e}")) };
    let (before, after) = match before.split_once(' ') {
        Some((kind, before)) if !kind.starts_with('{') => {
            let it = format!("{kind} it");
            (json!({ it.as_str(): read(before) }), json!({ it: read(after) }))
        }
        _ => (read(before), read(after)),
    };
    let mut both = before.clone();
    for (resource, changes) in after.as_object().unwrap() {
        both[resource] = match (&both[resource], changes) {
            (Value::Object(_), Value::Object(_)) => super::both(both[resource].clone(), changes),
            _ => changes.clone(),
        };
    }
    let options = super::both(options, &json!({ "profile": "advice" }));
    let (programs, said) = ([program(&before), program(&both)], said.map(read));
    said.map_or_else(|| plan_with(&programs[0], &programs[1], &options), |said| plan_said(&programs, &said, &options))
}

/// A plan of what an engine says of each resource; `id` is its URN or address, by itself its name.
fn plan_said([before, after]: &[Value; 2], said: &Value, options: &Value) -> ChangePlan {
    let name = |resource: &Value| json!({ "kind": resource["kind"], "name": resource["name"] });
    let all = [after, before].into_iter().flat_map(|side| side["resources"].as_array().unwrap());
    let mut names: Vec<Value> = Vec::new();
    for resource in all.map(name) {
        if !names.contains(&resource) {
            names.push(resource);
        }
    }
    let steps = names.iter().map(|resource| {
        let id = &resource["name"];
        super::both(json!({ "resource": resource, "id": id }), &said[id.as_str().unwrap()])
    });
    let engine = json!({ "steps": steps.collect::<Value>() });
    let plan = plan_preview(&raw(before), &raw(after), (&raw(&engine), &Raw::Null), &raw(options));
    plan.unwrap_or_else(|refused| panic!("{refused}"))
}

/// A program of resources; of a part of one, `partial` is true.
fn program(resources: &Value) -> Value {
    let given = resources.as_object().unwrap().iter().filter(|(_, args)| args.is_object());
    let given = given.map(|(resource, args)| {
        let (kind, name) = resource.split_once(' ').unwrap();
        json!({ "kind": kind, "name": name, "args": merged(base(kind), args) })
    });
    json!({ "resources": given.collect::<Value>(), "partial": resources["partial"] == true })
}

/// A value in the words of its JSON.
fn word(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value).unwrap();
    text.trim_matches('"').to_string()
}

/// The plan as text. A help stands where it is not that of the last diagnostic with the same code.
fn shown(plan: &ChangePlan, helped: &mut BTreeMap<&str, String>) -> String {
    let mut lines = Lines::default();
    lines.add(if plan.ok { "ok" } else { "not ok" });
    plan.steps.iter().for_each(|step| add_step(&mut lines, step));
    for waits in &plan.deferred {
        lines.add(format!("deferred: {} {} ({})", waits.resource.name, waits.path, word(&waits.effect)));
    }
    plan.diagnostics.iter().for_each(|diagnostic| add_diagnostic(&mut lines, diagnostic, helped));
    lines.0
}

fn add_step(lines: &mut Lines, step: &ChangeStep) {
    let mut line = format!("{}: {}, downtime {}", step.resource.name, word(&step.action), word(&step.downtime));
    if let Some(order) = step.order {
        line += &format!(", {}", word(&order));
    }
    if step.data_loss {
        line += ", loses data";
    }
    for cause in &step.cascade {
        line += &format!(", because of the {} {}", cause.kind, cause.name);
    }
    if let Some(route) = &step.route {
        let hops: Vec<String> = route.hops.iter().map(ToString::to_string).collect();
        line += &format!(", by way of {}", hops.join(" and "));
    }
    lines.add(line);
    for ChangedProperty { path, effect, from, to } in &step.properties {
        let [from, to] =
            [from, to].map(|value| value.as_ref().map_or("...".to_string(), |value| json!(value).to_string()));
        lines.below(format!("{path}: {from} -> {to} ({})", word(effect)));
    }
    step.reasons.iter().for_each(|reason| lines.below(format!("- {reason}")));
}

fn add_diagnostic(lines: &mut Lines, diagnostic: &Diagnostic, helped: &mut BTreeMap<&str, String>) {
    let resource = &diagnostic.resource.as_ref().unwrap().name;
    let redacted = if diagnostic.redacted { ", redacted" } else { "" };
    let (severity, code) = (word(&diagnostic.severity), diagnostic.code);
    lines.add(format!("{severity} {code} at {resource} {}{redacted}", diagnostic.path));
    lines.below(&diagnostic.message);
    if helped.insert(code, diagnostic.help.clone()).as_ref() != Some(&diagnostic.help) {
        lines.below(format!("help: {}", diagnostic.help));
    }
    for suggestion in &diagnostic.suggestions {
        lines.below(format!("suggested: {} = {}", suggestion.path, json!(suggestion.value)));
    }
    for related in &diagnostic.related {
        lines.below(format!("related: {} {}", related.resource.name, related.path));
    }
}
