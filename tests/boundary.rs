//! The boundary: what is asked in bytes, and what is answered. The same file runs natively, in Node and in a browser; how
//! JavaScript's values become bytes is tested with the package, in `tests/js`.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
#![cfg_attr(
    target_arch = "wasm32",
    expect(clippy::panic, clippy::indexing_slicing, reason = "as above; natively, tests may do both")
)]

use eventstorecloud_planner::ffi::codec::{Values, pack, write};
use eventstorecloud_planner::ffi::{Outcome, Question, call};
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::model::program::Program;
use eventstorecloud_planner::model::raw::{Raw, Unusable};
use eventstorecloud_planner::model::request::InputError;
use eventstorecloud_planner::model::resource::Notation;
use eventstorecloud_planner::rules::{self as core, Built};
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// A value from JSON.
fn json(text: &str) -> Raw {
    serde_json::from_str(text).unwrap()
}

fn text(text: &str) -> Raw {
    Raw::Text(text.to_string())
}

fn ask(question: Question, values: &[Raw]) -> Vec<u8> {
    call(question as u8, &pack(values))
}

fn success<T: Serialize>(value: &T) -> Vec<u8> {
    write(&[Outcome::Success as u8], value).unwrap()
}

/// The answer to what is invalid.
fn refusal(path: &str, reason: &str) -> Vec<u8> {
    write(&[Outcome::Refused as u8], &InputError::new(path, reason)).unwrap()
}

/// An answer without a value.
fn empty(outcome: Outcome) -> Vec<u8> {
    [&[outcome as u8], [0; 8].as_slice()].concat()
}

const CLUSTER: &str = r#"{"projectId": "c2bq5k5o4t0gqrkt0030", "networkId": "c2bq5k5o4t0gqrkt0031", "topology": "single-node",
    "instanceType": "F1", "diskSize": 100, "diskType": "gp3", "diskIops": 3000, "diskThroughput": 125, "serverVersion": "26.0",
    "protected": true}"#;

/// What the core says of a call.
fn built(kind: &str, args: &Raw, notation: Notation) -> Built {
    let kind = KINDS.into_iter().find(|known| known.name == kind).unwrap();
    core::build(Program::of_args(kind, args, notation), &Raw::Null).unwrap()
}

#[test]
fn an_answer_is_what_the_core_says() {
    for document in
        [r#"{"resources": []}"#, r#"{"resources": [{"kind": "Project", "name": "it", "args": {"name": " \u00e9"}}]}"#]
    {
        let document = json(document);
        let report = core::check_document(&document, &Raw::Null).unwrap();
        assert_eq!(ask(Question::Check, &[document, Raw::Null]), success(&report));
    }
    let args = json(r#"{"resourceProvider": " AWS ", "region": "US-EAST-1", "cidrBlock": "10.20.0.1/16"}"#);
    let expected = success(&built("Network", &args, Notation::Call));
    assert_eq!(ask(Question::Build, &[text("Network"), Raw::Null, args]), expected);
}

#[test]
fn a_builder_with_nothing_to_say_answers_no_value() {
    let args = json(CLUSTER);
    assert!(built("ManagedCluster", &args, Notation::Call).report.diagnostics.is_empty());
    for question in [Question::Build, Question::BuildResolved] {
        let answer = ask(question, &[text("ManagedCluster"), Raw::Null, args.clone()]);
        assert_eq!(answer, empty(Outcome::Success));
    }
}

#[test]
fn resolved_args_are_read_in_the_notation_of_a_document() {
    let Raw::Object(mut args) = json(CLUSTER) else { panic!("is an object") };
    args.insert("diskType".to_string(), json(r#"{"secret": " GP3"}"#));
    args.remove("diskIops");
    let args = Raw::Object(args);
    let expected = built("ManagedCluster", &args, Notation::Document);
    assert_eq!(expected.edits.len(), 2);
    let values = [text("ManagedCluster"), Raw::Null, args.clone()];
    assert_eq!(ask(Question::BuildResolved, &values), success(&expected));
    // As a call, a mark is an object like any other.
    let expected = built("ManagedCluster", &args, Notation::Call);
    assert!(expected.report.diagnostics.iter().any(|found| found.code == "ARG002"));
    assert_eq!(ask(Question::Build, &values), success(&expected));
}

#[test]
fn what_no_input_can_be_arrives_as_what_it_is() {
    for unusable in [Unusable::Date, Unusable::Cycle] {
        let args = Raw::Object([("name".to_string(), Raw::Unusable(unusable))].into());
        let expected = built("Project", &args, Notation::Call);
        assert_eq!(expected.report.counts.errors, 1);
        assert_eq!(ask(Question::Build, &[text("Project"), Raw::Null, args]), success(&expected));
    }
    let later = Raw::Object([("name".to_string(), Raw::Unknown)].into());
    assert_eq!(ask(Question::Build, &[text("Project"), Raw::Null, later]), empty(Outcome::Success));
}

#[test]
fn what_is_invalid_is_refused_with_its_path() {
    let document = json(r#"{"resources": []}"#);
    assert_eq!(
        ask(Question::Check, &[document.clone(), json(r#"{"profil": "strict"}"#)]),
        refusal("options.profil", "unknown key; did you mean `profile`?")
    );
    assert_eq!(
        ask(Question::Build, &[text("Bucket"), Raw::Null, document.clone()]),
        refusal("kind", "unknown kind; no builder has it")
    );
    let options = |callback: Raw| Raw::Object([("onDiagnostic".to_string(), callback)].into());
    let project = json(r#"{"name": "orders"}"#);
    let called = |callback: Raw| ask(Question::Build, &[text("Project"), options(callback), project.clone()]);
    assert_eq!(called(Raw::Unusable(Unusable::Function)), empty(Outcome::Success));
    assert_eq!(called(Raw::Number(5.0)), refusal("options.onDiagnostic", "must be a function, not a number"));
    let options = options(Raw::Unusable(Unusable::Function));
    let refused = core::check_document(&document, &options).unwrap_err();
    assert_eq!(refused.path, "options.onDiagnostic");
    assert_eq!(ask(Question::Check, &[document, options]), refusal(&refused.path, &refused.reason));
    assert_eq!(ask(Question::Catalogue, &[Raw::Unusable(Unusable::Throws)])[0], Outcome::Refused as u8);
}

#[test]
fn bytes_that_are_no_values_are_malformed_and_no_trap() {
    let malformed = empty(Outcome::Malformed);
    assert_eq!(call(u8::MAX, &pack(&[])), malformed);
    let none = pack(&[]);
    let four = pack(&[Raw::Null, Raw::Null, Raw::Null, Raw::Null]);
    for question in Question::ALL {
        for input in [&[][..], &[0], &[0, 0, 0, 0], &[1, 0, 0, 0, 0, 0, 0, 0, 0xff], &none] {
            assert_eq!(call(question as u8, input), malformed, "{question:?} of {input:?}");
        }
        // Refused, if one of the first values is.
        assert_ne!(call(question as u8, &four)[0], Outcome::Success as u8, "{question:?}");
    }
    // What is wrong with the args shows when they are read.
    let call_of = |args: &[u8]| {
        let mut input = pack(&[text("Project"), Raw::Null]);
        input[4] += u8::try_from(args.len()).unwrap();
        call(Question::Build as u8, &[&input, args].concat())
    };
    assert_eq!(call_of(&[6, 0, 0, 0, 0])[0], Outcome::Success as u8);
    for args in [&[][..], &[0, 0], &[6, 1, 0, 0, 0], &[6, 1, 0, 0, 0, 254, 0], &[6, 0, 0, 0, 0, 0]] {
        assert_eq!(call_of(args), malformed, "{args:?}");
    }
}

/// What nothing of ours answers cannot be written: then an answer would say that the input is malformed.
#[test]
fn every_question_has_an_answer() {
    let network = json(r#"{"kind": "Network", "name": "a", "args": {"cidrBlock": "10.0.0.0/24", "region": {"x": 1}}}"#);
    let block = text("10.0.0.0/16");
    let daily = text("0 0 * * *");
    let times = json(r#"{"from": "2026-11-23T00:00:00Z", "to": "2026-11-24T00:00:00Z"}"#);
    let keep = json(r#"{"clusters": ["a"], "objectives": {"keep": {"daily": 7, "monthly": 1}}}"#);
    for question in Question::ALL {
        let values = match question {
            Question::Check => vec![json(r#"{"resources": [1]}"#), Raw::Null],
            Question::Build | Question::BuildResolved => vec![text("Network"), Raw::Null, network.clone()],
            Question::CidrParse => vec![block.clone()],
            Question::CidrContains | Question::CidrOverlaps => vec![block.clone(), block.clone()],
            Question::CidrSplit => vec![block.clone(), Raw::Number(17.0)],
            Question::CidrOverlapping => vec![Raw::List(vec![block.clone(), block.clone()])],
            Question::CidrNextFree => vec![block.clone(), Raw::List(Vec::new()), Raw::Number(24.0)],
            Question::ScheduleParse => vec![daily.clone()],
            Question::ScheduleNext => vec![daily.clone(), json(r#"{"after": "2026-11-23T08:00:00Z", "count": 2}"#)],
            Question::SchedulePrevious => vec![daily.clone(), json(r#"{"before": "2026-11-23T08:00:00Z"}"#)],
            Question::ScheduleBetween => vec![daily.clone(), times.clone()],
            Question::ScheduleEquals | Question::ScheduleDistance | Question::ScheduleClash => {
                vec![daily.clone(), daily.clone()]
            }
            Question::Catalogue => vec![Raw::Null],
            Question::PlanAddressSpace => {
                vec![json(r#"{"pools": ["10.0.0.0/16"], "requests": [{"name": "a", "prefixLength": 24}]}"#), Raw::Null]
            }
            Question::RecommendCluster => vec![json(r#"{"cloud": "aws", "dataGb": 100}"#), Raw::Null],
            Question::PlanBackups => vec![keep.clone(), Raw::Null],
            Question::SimulateBackups => {
                let (Raw::Object(mut times), jobs) =
                    (times.clone(), r#"[{"schedule": "0 0 * * *", "maxBackupCount": 2}]"#)
                else {
                    panic!("is an object")
                };
                times.insert("jobs".to_string(), json(jobs));
                vec![Raw::Object(times), Raw::Null]
            }
            Question::PlanChange => vec![network.clone(), Raw::Null, Raw::Null],
            Question::CheckPreview => vec![json(r#"{"steps": []}"#)],
            Question::PlanPreview => {
                vec![Raw::Null, Raw::Null, json(r#"{"steps": [], "others": []}"#), Raw::Null, Raw::Null]
            }
        };
        let answer = ask(question, &values);
        let mut message = Values::of(&answer[1..]).unwrap();
        let has_value = question != Question::CheckPreview;
        assert_eq!((answer[0], message.whole().is_ok()), (Outcome::Success as u8, has_value), "{question:?}");
        assert_eq!(message.finish(), Ok(()), "{question:?}");
    }
}

#[test]
fn blocks_and_schedules() {
    assert_eq!(ask(Question::CidrContains, &[text("10.0.0.0/8"), text("10.1.0.0/16")]), success(&true));
    assert_eq!(ask(Question::ScheduleDistance, &[text("0 0 * * *"), text("30 0 * * *")]), success(&30));
    let split = [text("10.0.0.0/8"), Raw::Number(9.0)];
    assert_eq!(ask(Question::CidrSplit, &split), success(&vec!["10.0.0.0/9", "10.128.0.0/9"]));
    let next = [text("0 0 * * *"), json(r#"{"after": "2026-11-23T08:00:00Z", "count": 2}"#)];
    assert_eq!(ask(Question::ScheduleNext, &next), success(&vec!["2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z"]));
    let full = [text("10.0.0.0/8"), Raw::List(vec![text("10.0.0.0/8")]), Raw::Number(9.0)];
    assert_eq!(ask(Question::CidrNextFree, &full), empty(Outcome::Success));
    let one = [text("10.0.0.0/8"), Raw::Null];
    assert_eq!(ask(Question::CidrOverlaps, &one), refusal("b", "must be a string, not `null`"));
}

/// What JavaScript gets as values of its own.
#[cfg(target_arch = "wasm32")]
mod javascript {
    use eventstorecloud_planner::ffi::Fact;
    use eventstorecloud_planner::wasm::ask;
    use js_sys::{Array, JSON, Object};
    use wasm_bindgen::JsValue;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn fact(fact: Fact, input: JsValue) -> JsValue {
        ask(fact as u8, input).map_err(JsValue::from).unwrap()
    }

    #[wasm_bindgen_test]
    fn facts_are_plain_objects() {
        let plain = Object::get_prototype_of(&Object::new());
        for (wanted, start) in
            [(Fact::Rules, r#"[{"code":"#), (Fact::Kinds, r#"[{"kind":"Provider","builder":"provider","#)]
        {
            let answer = fact(wanted, JsValue::UNDEFINED);
            assert!(String::from(JSON::stringify(&answer).unwrap()).starts_with(start));
            assert!(Array::from(&answer).iter().all(|one| Object::get_prototype_of(&one) == plain));
        }
        assert!(ask(u8::MAX, JsValue::UNDEFINED).is_err());
        assert!(ask(Fact::KindOf as u8, JsValue::from(5)).is_err());
    }

    #[wasm_bindgen_test]
    fn kinds_are_told_by_name_and_by_type() {
        let kind_of = |kind: &str| fact(Fact::KindOf, kind.into()).as_string();
        let known = ["Network", "eventstorecloud:index/network:Network", "kurrentcloud:index/network:Network"];
        assert!(known.iter().all(|kind| kind_of(kind).as_deref() == Some("Network")));
        assert_eq!(kind_of("pulumi:providers:kurrentcloud").as_deref(), Some("Provider"));
        assert!(["aws:ec2/vpc:Vpc", "Bucket", "", "pulumi:providers:aws"].iter().all(|kind| kind_of(kind).is_none()));
    }
}
