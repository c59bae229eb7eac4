//! The boundary from inside: what JavaScript can pass, as Rust reads it, and what it gets back. The same file runs in
//! Node and in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop at the first surprise"
)]

use eventstorecloud_planner::wasm::{build, build_resolved, catalogue, check, kind_of, kinds, rules, tools, version};
use js_sys::{Array, BigInt, Date, Function, JSON, Map, Object, Promise, Proxy, Reflect, Set, Symbol, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// A JavaScript value from JSON.
fn json(text: &str) -> JsValue {
    JSON::parse(text).unwrap()
}

/// An answer as JSON.
fn text(answer: Result<JsValue, JsError>) -> String {
    match answer {
        Ok(value) => JSON::stringify(&value).unwrap().into(),
        Err(error) => panic!("{:?}", JsValue::from(error)),
    }
}

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).unwrap()
}

fn set(value: &JsValue, key: &str, item: &JsValue) {
    assert!(Reflect::set(value, &key.into(), item).unwrap());
}

/// An object with one property that throws when it is read.
fn throwing(key: &str) -> JsValue {
    let descriptor = json(r#"{"enumerable": true}"#);
    set(&descriptor, "get", &Function::new_no_args("throw new Error('private')"));
    let object = Object::new();
    Object::define_property(&object, &key.into(), descriptor.unchecked_ref());
    object.into()
}

/// A proxy whose every trap throws.
fn hostile() -> JsValue {
    let traps = Object::new();
    for trap in ["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor"] {
        set(&traps, trap, &Function::new_no_args("throw null"));
    }
    Proxy::new(&Object::new(), &traps).into()
}

/// As Pulumi's Output, which refuses to be read.
fn output() -> JsValue {
    let output = throwing("value");
    set(&output, "__pulumiOutput", &JsValue::TRUE);
    output
}

/// The problems of a document as `CODE path: message`.
fn problems(document: &JsValue) -> Vec<String> {
    let answer = check(document, &JsValue::UNDEFINED).map_err(JsValue::from).unwrap();
    let diagnostics: Array = get(&get(&answer, "report"), "diagnostics").unchecked_into();
    let part = |of: &JsValue, key: &str| get(of, key).as_string().unwrap();
    diagnostics.iter().map(|d| format!("{} {}: {}", part(&d, "code"), part(&d, "path"), part(&d, "message"))).collect()
}

/// A document of one project with this name.
fn project(name: &JsValue) -> JsValue {
    let document = json(r#"{"resources": [{"kind": "Project", "name": "it", "args": {}}]}"#);
    let args = get(&get(&get(&document, "resources"), "0"), "args");
    set(&args, "name", name);
    document
}

#[wasm_bindgen_test]
fn every_sort_of_value_is_told_apart() {
    let array = |items: &[JsValue]| items.iter().collect::<Array>().into();
    let unusable: [(JsValue, &str); 15] = [
        (f64::NAN.into(), "`NaN`"),
        (f64::INFINITY.into(), "infinite"),
        (BigInt::from(5).into(), "a `BigInt`"),
        (Symbol::for_("x").into(), "a `Symbol`"),
        (Function::new_no_args("").into(), "a function"),
        (Date::new_0().into(), "a `Date`"),
        (Map::new().into(), "a `Map`"),
        (Set::new(&JsValue::UNDEFINED).into(), "a `Set`"),
        (js_sys::Error::new("private").into(), "an object of a built-in class"),
        (js_sys::RegExp::new("x", "").into(), "an object of a built-in class"),
        (Uint8Array::new_with_length(4).into(), "an object of a built-in class"),
        (json(r#"{"__wbg_ptr": 1}"#), "an object backed by WebAssembly memory"),
        (json(r#"{"__pulumiResource": true}"#), "a whole resource"),
        (throwing("then"), "a property that throws when it is read"),
        (hostile(), "a property that throws when it is read"),
    ];
    for (value, what) in unusable {
        assert_eq!(problems(&project(&value)), [format!("ARG004 name: `name` is {what}, which cannot be sent")]);
    }
    let wrong: [(JsValue, &str); 5] = [
        (JsValue::NULL, "`null`"),
        (5.into(), "a number"),
        (true.into(), "a boolean"),
        (array(&[]), "an array"),
        (Object::new().into(), "an object"),
    ];
    for (value, what) in wrong {
        assert_eq!(problems(&project(&value)), [format!("ARG002 name: `name` is {what}, where text belongs")]);
    }
    for value in ["orders".into(), JsValue::UNDEFINED, output(), Promise::resolve(&JsValue::NULL).into()] {
        assert_eq!(problems(&project(&value)), [""; 0]);
    }
}

#[wasm_bindgen_test]
fn half_a_surrogate_pair_is_no_text_and_u_fffd_is() {
    let half = js_sys::JsString::from_char_code1(0xd800);
    assert_eq!(
        problems(&project(&half))[0],
        "ARG004 name: `name` is text with half of a surrogate pair, which cannot be sent"
    );
    assert_eq!(problems(&project(&"\u{fffd}\u{1f600}".into())), [""; 0]);
}

#[wasm_bindgen_test]
fn answers_are_plain_objects() {
    let plain = |value: &JsValue| Object::get_prototype_of(value) == Object::get_prototype_of(&Object::new());
    let answer = check(&json(r#"{"resources": []}"#), &JsValue::NULL).map_err(JsValue::from).unwrap();
    let report = get(&answer, "report");
    assert!(plain(&answer) && plain(&report) && plain(&get(&report, "counts")));
    assert!(Array::is_array(&get(&report, "diagnostics")));
    assert_eq!(get(&report, "ok"), JsValue::TRUE);
    assert_eq!(get(&get(&report, "counts"), "errors"), JsValue::from(0));
    assert_eq!(get(&report, "version"), JsValue::from(version()));
    assert!(text(rules()).starts_with(r#"[{"code":"#));
    assert!(text(catalogue(&JsValue::UNDEFINED)).starts_with(r#"{"catalogue":{"#));
}

#[wasm_bindgen_test]
fn a_builder_answers_edits_and_never_touches_the_args() {
    let args = json(
        r#"{"projectId": "c2bq5k5o4t0gqrkt0030", "resourceProvider": " AWS ", "region": "US-EAST-1", "cidrBlock": "10.20.0.0/16"}"#,
    );
    let before = text(Ok(args.clone()));
    Object::freeze(args.unchecked_ref::<Object>());
    let answer = text(build("Network", &args, &JsValue::UNDEFINED));
    assert!(
        answer.starts_with(
            r#"{"edits":[{"path":"resourceProvider","value":"aws"},{"path":"region","value":"us-east-1"}],"#
        ),
        "{answer}"
    );
    assert_eq!(text(Ok(args)), before);
}

#[wasm_bindgen_test]
fn outputs_are_not_looked_into() {
    let args = Object::new();
    for key in ["projectId", "resourceProvider", "region", "cidrBlock"] {
        set(&args, key, &output());
    }
    let answer = text(build("Network", &args, &JsValue::UNDEFINED));
    assert!(
        answer.starts_with(r#"{"edits":[],"awaited":[],"report":{"ok":true,"diagnostics":[],"deferred":[{"#),
        "{answer}"
    );
}

#[wasm_bindgen_test]
fn resolved_args_are_read_in_the_notation_of_a_document() {
    let args = json(
        r#"{"projectId": {"unknown": true}, "networkId": {"unknown": true}, "topology": "single-node", "instanceType": "F1",
            "diskSize": 100, "serverVersion": "26.0", "diskType": {"secret": " GP3"}}"#,
    );
    let answer = text(build_resolved("ManagedCluster", &args, &JsValue::UNDEFINED));
    let edits = r#"{"edits":[{"path":"diskType","value":"gp3"},{"path":"diskIops","value":3000},{"path":"diskThroughput","value":125}],"awaited":[],"#;
    assert!(answer.starts_with(edits), "{answer}");
    // What is not known yet may still give a default.
    set(&args, "diskType", &json(r#"{"unknown": true}"#));
    let answer = text(build_resolved("ManagedCluster", &args, &JsValue::UNDEFINED));
    assert!(answer.starts_with(r#"{"edits":[],"awaited":["diskIops","diskThroughput"],"#), "{answer}");
    // As a call, a mark is an object like any other.
    assert!(text(build("ManagedCluster", &args, &JsValue::UNDEFINED)).contains(r#""ok":false"#));
}

#[wasm_bindgen_test]
fn inside_what_is_secret_as_a_whole_nothing_is_written() {
    let args = json(
        r#"{"projectId": {"unknown": true}, "name": "offices", "cidrBlocks": [{"secret": {"address": "9.9.9.9"}}, {"address": "9.9.9.8"}]}"#,
    );
    let answer = text(build_resolved("Acl", &args, &JsValue::UNDEFINED));
    let edits = r#"{"edits":[{"path":"cidrBlocks[1].address","value":"9.9.9.8/32"},{"path":"cidrBlocks[1].comment","value":""}],"#;
    assert!(answer.starts_with(edits), "{answer}");
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
fn what_is_inside_lists_and_objects_is_read_in_its_place() {
    let args = json(
        r#"{"projectId": "c2bq5k5o4t0gqrkt0030", "cidrBlocks": [{"address": " 9.9.9.9"}, {"address": "9.9.9.0/24", "comment": "x"}]}"#,
    );
    let before = text(Ok(args.clone()));
    let blocks = get(&args, "cidrBlocks");
    set(&blocks, "2", &output());
    let answer = text(build("Acl", &args, &JsValue::UNDEFINED));
    let edits = r#"{"edits":[{"path":"cidrBlocks[0].address","value":"9.9.9.9/32"},{"path":"cidrBlocks[0].comment","value":""}],"#;
    assert!(answer.starts_with(edits), "{answer}");
    set(&blocks, "length", &2.into());
    assert_eq!(text(Ok(args.clone())), before);

    set(&get(&blocks, "0"), "address", &throwing("then"));
    let found = text(build("Acl", &args, &JsValue::UNDEFINED));
    assert!(found.contains("`cidrBlocks[0].address` is a property that throws when it is read"), "{found}");
}

#[wasm_bindgen_test]
fn left_out_args_are_empty_and_null_is_none() {
    assert!(text(build("Project", &JsValue::UNDEFINED, &JsValue::UNDEFINED)).contains(r#""ok":true"#));
    assert!(text(build("Project", &JsValue::NULL, &JsValue::UNDEFINED)).contains(r#""code":"ARG002""#));
}

#[wasm_bindgen_test]
fn what_cannot_be_used_is_refused_with_its_path() {
    let empty = json(r#"{"resources": []}"#);
    let misspelt = json(r#"{"profil": "strict"}"#);
    assert_eq!(
        text(check(&empty, &misspelt)),
        r#"{"refused":{"path":"options.profil","message":"is no option; did you mean `profile`?"}}"#
    );
    assert_eq!(
        text(check(&empty, &throwing("now"))),
        r#"{"refused":{"path":"options.now","message":"is a property that throws when it is read, where text belongs"}}"#
    );
    assert!(text(catalogue(&hostile())).starts_with(r#"{"refused":{"path":"options","#));
    assert!(text(build("Bucket", &empty, &JsValue::UNDEFINED)).starts_with(r#"{"refused":{"path":"kind","#));
}

#[wasm_bindgen_test]
fn the_callback_of_a_builder_is_a_function_and_no_option_of_a_check() {
    let options = Object::new();
    set(&options, "onDiagnostic", &Function::new_no_args(""));
    assert!(text(build("Project", &JsValue::UNDEFINED, &options)).contains(r#""ok":true"#));
    assert!(text(check(&json(r#"{"resources": []}"#), &options)).contains(r#""path":"options.onDiagnostic""#));
    set(&options, "onDiagnostic", &5.into());
    assert!(text(build("Project", &JsValue::UNDEFINED, &options)).contains("is a number, where a function belongs"));
}

#[wasm_bindgen_test]
fn a_getter_that_throws_is_a_problem_of_its_property() {
    let document = project(&JsValue::UNDEFINED);
    let resources = get(&document, "resources");
    set(&get(&resources, "0"), "args", &throwing("name"));
    let found = problems(&document);
    assert_eq!(found, ["ARG004 name: `name` is a property that throws when it is read, which cannot be sent"]);
    assert!(problems(&throwing("resources"))[0].starts_with("DOC001 resources: "));
    assert!(problems(&hostile())[0].starts_with("DOC001 : "));
}

#[wasm_bindgen_test]
fn circles_and_depth_end() {
    let args = Object::new();
    set(&args, "name", &args);
    let found = text(build("Project", &args, &JsValue::UNDEFINED));
    assert!(found.contains("`name` is an object that contains itself, which cannot be sent"), "{found}");
    let mut deep = JsValue::from("x");
    for _ in 0..1000 {
        deep = Array::of1(&deep).into();
    }
    assert_eq!(problems(&project(&deep)), ["ARG002 name: `name` is an array, where text belongs"]);
}

#[wasm_bindgen_test]
fn what_is_read_has_an_end() {
    let holes = Array::new_with_length(u32::MAX);
    let document = Object::new();
    set(&document, "resources", &holes);
    assert!(problems(&document)[0].starts_with("DOC001 resources: the value is beyond the size that is read"));
    // The same long text in many places: each is read anew, so all of them count.
    let long = js_sys::JsString::from("x").repeat(5_000_000);
    let args = Object::new();
    for key in ["description", "projectId", "schedule", "sourceClusterId"] {
        set(&args, key, &long);
    }
    let found = text(build("ScheduledBackup", &args, &JsValue::UNDEFINED));
    assert_eq!(found.matches("is beyond the size that is read, which cannot be sent").count(), 1);
}

#[wasm_bindgen_test]
fn keys_of_the_language_are_keys_like_others() {
    let document =
        json(r#"{"resources": [{"kind": "Project", "name": "__proto__", "args": {"__proto__": {"polluted": 1}}}]}"#);
    assert_eq!(problems(&document), ["ARG001 __proto__: `__proto__` is no property of Project"]);
    assert!(get(&Object::new(), "polluted").is_undefined());
}

#[wasm_bindgen_test]
fn blocks_and_schedules() {
    let of = |text: &str| JsValue::from(text);
    assert_eq!(text(tools::cidr_contains(&of("10.0.0.0/8"), &of("10.1.0.0/16"))), r#"{"value":true}"#);
    assert!(text(tools::cidr_overlaps(&of("10.0.0.0/8"), &hostile())).starts_with(r#"{"refused":{"path":"b","#));
    assert_eq!(text(tools::cidr_split(&of("10.0.0.0/8"), &9.into())), r#"{"value":["10.0.0.0/9","10.128.0.0/9"]}"#);
    assert!(text(tools::cidr_split(&of("10.0.0.0/8"), &BigInt::from(9).into())).contains("is a `BigInt`"));
    assert!(text(tools::cidr_parse(&of("0.0.0.0/0"))).contains(r#""size":4294967296"#));
    assert!(text(tools::schedule_parse(&of("0 0 * * *"))).contains(r#""runsPerWeek":7"#));
    let options = json(r#"{"after": "2026-11-23T08:00:00Z", "count": 2}"#);
    assert_eq!(
        text(tools::schedule_next(&of("0 0 * * *"), &options)),
        r#"{"value":["2026-11-24T00:00:00Z","2026-11-25T00:00:00Z"]}"#
    );
    assert!(text(tools::schedule_next(&of("0 0 * * *"), &throwing("count"))).contains(r#""path":"options.after""#));
}
