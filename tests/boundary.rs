//! The boundary from inside: what crosses it as bytes, and what as values of JavaScript. The same file runs in Node and in
//! a browser. How JavaScript's values become bytes is tested with the package, in `tests/js`.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop at the first surprise"
)]

use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::model::raw::{Raw, Unusable};
use eventstorecloud_planner::model::reader::InputError;
use eventstorecloud_planner::model::resource::Notation;
use eventstorecloud_planner::packed::{pack, write};
use eventstorecloud_planner::rules::{self as core, Built};
use eventstorecloud_planner::wasm::{
    build, build_resolved, catalogue, check, kind_of, kinds, planners, rules, tools, version,
};
use js_sys::{Array, JSON, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// A value from JSON.
fn json(text: &str) -> Raw {
    serde_json::from_str(text).unwrap()
}

/// An answer of JavaScript's as JSON.
fn text(answer: Result<JsValue, JsError>) -> String {
    match answer {
        Ok(value) => JSON::stringify(&value).unwrap().into(),
        Err(error) => panic!("{:?}", JsValue::from(error)),
    }
}

/// An answer in bytes.
fn bytes(answer: Result<Vec<u8>, JsError>) -> Vec<u8> {
    answer.unwrap_or_else(|error| panic!("{:?}", JsValue::from(error)))
}

/// Whether a builder has nothing to say.
fn is_silent(answer: Result<Vec<u8>, JsError>) -> bool {
    answer.is_ok_and(|answer| answer.is_empty())
}

/// The answer to what cannot be used, in bytes.
fn refusal(path: &str, reason: &str) -> Vec<u8> {
    #[derive(Serialize)]
    struct Refusal {
        refused: InputError,
    }
    write(&Refusal { refused: InputError::new(path, reason) }).unwrap()
}

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).unwrap()
}

const CLUSTER: &str = r#"{"projectId": "c2bq5k5o4t0gqrkt0030", "networkId": "c2bq5k5o4t0gqrkt0031", "topology": "single-node",
    "instanceType": "F1", "diskSize": 100, "diskType": "gp3", "diskIops": 3000, "diskThroughput": 125, "serverVersion": "26.0",
    "protected": true}"#;

fn kind(name: &str) -> Raw {
    Raw::Text(name.to_string())
}

/// What the core says of a call, natively.
fn native(kind: &str, args: &Raw, notation: Notation) -> Built {
    let kind = KINDS.into_iter().find(|known| known.name == kind).unwrap();
    core::build(kind, args.clone().into(), notation, &Raw::Null).unwrap()
}

#[wasm_bindgen_test]
fn an_answer_in_bytes_is_what_the_core_says() {
    for document in
        [r#"{"resources": []}"#, r#"{"resources": [{"kind": "Project", "name": "it", "args": {"name": " \u00e9"}}]}"#]
    {
        let document = json(document);
        let report = core::check_document(document.clone(), &Raw::Null).unwrap();
        assert_eq!(bytes(check(&pack(&[document, Raw::Null]))), write(&report).unwrap());
    }
    let args = json(r#"{"resourceProvider": " AWS ", "region": "US-EAST-1", "cidrBlock": "10.20.0.1/16"}"#);
    let expected = write(&native("Network", &args, Notation::Call)).unwrap();
    assert_eq!(bytes(build(&pack(&[kind("Network"), Raw::Null, args]))), expected);
}

#[wasm_bindgen_test]
fn a_builder_with_nothing_to_say_answers_no_bytes() {
    let args = json(CLUSTER);
    assert!(native("ManagedCluster", &args, Notation::Call).report.diagnostics.is_empty());
    assert!(is_silent(build(&pack(&[kind("ManagedCluster"), Raw::Null, args.clone()]))));
    assert!(is_silent(build_resolved(&pack(&[kind("ManagedCluster"), Raw::Null, args]))));
}

#[wasm_bindgen_test]
fn resolved_args_are_read_in_the_notation_of_a_document() {
    let Raw::Object(mut args) = json(CLUSTER) else { panic!("is an object") };
    args.insert("diskType".to_string(), json(r#"{"secret": " GP3"}"#));
    args.remove("diskIops");
    let args = Raw::Object(args);
    let expected = native("ManagedCluster", &args, Notation::Document);
    assert_eq!(expected.edits.len(), 2);
    let input = pack(&[kind("ManagedCluster"), Raw::Null, args.clone()]);
    assert_eq!(bytes(build_resolved(&input)), write(&expected).unwrap());
    // As a call, a mark is an object like any other.
    let expected = native("ManagedCluster", &args, Notation::Call);
    assert!(expected.report.diagnostics.iter().any(|found| found.code == "ARG002"));
    assert_eq!(bytes(build(&input)), write(&expected).unwrap());
}

#[wasm_bindgen_test]
fn what_no_input_can_be_arrives_as_what_it_is() {
    for unusable in [Unusable::Date, Unusable::Cycle] {
        let args = Raw::Object([("name".to_string(), Raw::Unusable(unusable))].into());
        let expected = native("Project", &args, Notation::Call);
        assert_eq!(expected.report.counts.errors, 1);
        assert_eq!(bytes(build(&pack(&[kind("Project"), Raw::Null, args]))), write(&expected).unwrap());
    }
    let later = Raw::Object([("name".to_string(), Raw::Unknown)].into());
    assert!(is_silent(build(&pack(&[kind("Project"), Raw::Null, later]))));
}

#[wasm_bindgen_test]
fn what_cannot_be_used_is_refused_with_its_path() {
    let empty = json(r#"{"resources": []}"#);
    assert_eq!(
        bytes(check(&pack(&[empty.clone(), json(r#"{"profil": "strict"}"#)]))),
        refusal("options.profil", "unknown key; did you mean `profile`?")
    );
    assert_eq!(
        bytes(build(&pack(&[kind("Bucket"), Raw::Null, empty.clone()]))),
        refusal("kind", "unknown kind; no builder has it")
    );
    let options = |callback: Raw| Raw::Object([("onDiagnostic".to_string(), callback)].into());
    let project = json(r#"{"name": "orders"}"#);
    assert!(is_silent(build(&pack(&[kind("Project"), options(Raw::Unusable(Unusable::Function)), project.clone()]))));
    assert_eq!(
        bytes(build(&pack(&[kind("Project"), options(Raw::Number(5.0)), project]))),
        refusal("options.onDiagnostic", "must be a function, not a number")
    );
    let options = options(Raw::Unusable(Unusable::Function));
    let refused = core::check_document(empty.clone(), &options).unwrap_err();
    assert_eq!(refused.path, "options.onDiagnostic");
    assert_eq!(bytes(check(&pack(&[empty, options]))), refusal(&refused.path, &refused.reason));
}

#[wasm_bindgen_test]
fn bytes_that_are_no_values_are_an_error_and_no_trap() {
    for input in [&[][..], &[0], &[0, 0, 0, 0], &[5, 255, 255, 255, 255], &[4, 1, 0, 0, 0, 0xff, 0]] {
        assert!(check(input).is_err());
        assert!(tools::cidr_contains(input).is_err());
        assert!(planners::plan_preview(input).is_err());
    }
    let call = pack(&[kind("Project"), Raw::Null]);
    // What is wrong with the args shows when they are read.
    for args in [&[][..], &[0, 0], &[6, 1, 0, 0, 0], &[6, 1, 0, 0, 0, 1, 0, 0, 0, b'x', 99], &[6, 0, 0, 0, 0, 0]] {
        assert!(build(&[&call, args].concat()).is_err());
    }
}

#[wasm_bindgen_test]
fn other_answers_are_plain_objects() {
    let plain = |value: &JsValue| Object::get_prototype_of(value) == Object::get_prototype_of(&Object::new());
    let request = json(r#"{"pools": ["10.0.0.0/16"], "requests": [{"name": "a", "prefixLength": 24}]}"#);
    let answer = planners::plan_address_space(&pack(&[request, Raw::Null])).map_err(JsValue::from).unwrap();
    let plan = get(&answer, "plan");
    assert!(plain(&answer) && plain(&plan) && Array::is_array(&get(&plan, "networks")));
    assert!(text(rules()).starts_with(r#"[{"code":"#));
    assert!(text(catalogue(&pack(&[Raw::Null]))).starts_with(r#"{"catalogue":{"#));
    let refused = catalogue(&pack(&[Raw::Unusable(Unusable::Throws)])).map_err(JsValue::from).unwrap();
    assert_eq!(get(&get(&refused, "refused"), "path"), "options");
    assert!(!version().is_empty());
}

#[wasm_bindgen_test]
fn kinds_are_told_by_name_and_by_type() {
    assert!(text(kinds()).starts_with(r#"[{"kind":"Provider","builder":"provider","#));
    let known = ["Network", "eventstorecloud:index/network:Network", "kurrentcloud:index/network:Network"];
    assert!(known.iter().all(|kind| kind_of(kind).as_deref() == Some("Network")));
    assert_eq!(kind_of("pulumi:providers:kurrentcloud").as_deref(), Some("Provider"));
    assert!(["aws:ec2/vpc:Vpc", "Bucket", "", "pulumi:providers:aws"].iter().all(|kind| kind_of(kind).is_none()));
}

#[wasm_bindgen_test]
fn blocks_and_schedules() {
    let of = |texts: &[&str]| pack(&texts.iter().map(|text| Raw::Text((*text).to_string())).collect::<Vec<_>>());
    assert_eq!(bytes(tools::cidr_contains(&of(&["10.0.0.0/8", "10.1.0.0/16"]))), write(&true).unwrap());
    assert_eq!(bytes(tools::schedule_distance(&of(&["0 0 * * *", "30 0 * * *"]))), write(&30).unwrap());
    let split = pack(&[Raw::Text("10.0.0.0/8".to_string()), Raw::Number(9.0)]);
    assert_eq!(bytes(tools::cidr_split(&split)), write(&vec!["10.0.0.0/9", "10.128.0.0/9"]).unwrap());
    let next = pack(&[Raw::Text("0 0 * * *".to_string()), json(r#"{"after": "2026-11-23T08:00:00Z", "count": 2}"#)]);
    assert_eq!(
        bytes(tools::schedule_next(&next)),
        write(&vec!["2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z"]).unwrap()
    );
    let one = pack(&[Raw::Text("10.0.0.0/8".to_string()), Raw::Null]);
    assert_eq!(bytes(tools::cidr_overlaps(&one)), refusal("b", "must be a string, not `null`"));
}
