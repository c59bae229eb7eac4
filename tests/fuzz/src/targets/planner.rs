//! Requests to every planner: answered or refused, twice the same; and plans keep what they promise.

use serde_json::{Map, Value, json};

use super::{asked, block_text, written};
use crate::draw::Draw;
use crate::ffi::Question;
use crate::laws::{self, HUSH};
use crate::net::Cidr;
use crate::programs::{self, number, text};
use crate::questions::Answer;
use crate::words::TEXTS;

const NAMES: [&str; 5] = ["orders", "payments", "office", "a", " "];
const CLOUDS: [&str; 4] = ["aws", "gcp", "azure", "AWS"];
const SCHEDULES: [&str; 8] =
    ["0 0 * * *", "0 2 * * *", "*/15 * * * *", "0 */6 * * *", "@daily", "30 1 * * 0", "0 0 31 2 *", "5 4 * * 7"];
const TIMES: [&str; 7] = [
    "2026-11-23T08:00:00Z",
    "2026-11-23T08:00:00+05:30",
    "2027-01-01T00:00:00Z",
    "2036-11-20T00:00:00Z",
    "2026-02-28T23:59:59Z",
    "9999-12-31T23:59:59Z",
    "2026-11-23",
];

/// A seed is a change. Of other inputs the first byte is the planner, the others are the request.
pub fn run(bytes: &[u8]) {
    if let Some(change) = written(bytes, ["before", "after", "options"]) {
        asked(Question::PlanChange, &change.each_ref());
        return;
    }
    let mut draw = Draw::of(bytes);
    let draw = &mut draw;
    let options = if draw.rarely(32) { programs::options(draw) } else { json!({}) };
    let (question, request) = match draw.below(7) {
        0 => (Question::PlanAddressSpace, vec![addresses(draw)]),
        1 => (Question::RecommendCluster, vec![workload(draw)]),
        2 => (Question::PlanBackups, vec![backups(draw)]),
        3 => (Question::SimulateBackups, vec![simulation(draw)]),
        4 => (Question::PlanChange, change(draw)),
        5 => (Question::PlanPreview, preview(draw)),
        _ => (Question::CheckPreview, vec![printed(draw)]),
    };
    let mut values: Vec<&Value> = request.iter().collect();
    if question != Question::CheckPreview {
        values.push(&options);
    }
    let answer = asked(question, &values);
    assert!(question != Question::PlanChange || !format!("{answer:?}").contains(HUSH), "{answer:?}");
    if let (Question::PlanAddressSpace, Answer::Success(plan)) = (question, &answer) {
        disjoint(&request[0], plan);
        stable(&request[0], plan);
    }
}

/// Networks of a plan that may not share addresses do not.
fn disjoint(request: &Value, plan: &Value) {
    let networks = plan["networks"].as_array().map_or(&[][..], Vec::as_slice);
    let block = |network: &Value| network["cidrBlock"].as_str().and_then(|block| Cidr::parse(block).ok());
    for (i, one) in networks.iter().enumerate() {
        for other in networks.iter().take(i).filter(|other| other["overlaps"].is_null() && one["overlaps"].is_null()) {
            let (Some(a), Some(b)) = (block(one), block(other)) else { panic!("no CIDR block in {plan}") };
            assert!(!a.overlaps(b), "{a} and {b} of {plan} for {request}");
        }
    }
}

/// Nothing that is planned moves when the plan is the last one of the same request. Without `move` nothing at all differs.
fn stable(request: &Value, plan: &Value) {
    let may_move = |wanted: &Value| wanted["growth"] == "move";
    if plan["ok"] != true || request["requests"].as_array().is_some_and(|wanted| wanted.iter().any(may_move)) {
        return;
    }
    let mut again = request.clone();
    again["existing"] = json!({ "networks": plan["networks"] });
    let Answer::Success(next) = asked(Question::PlanAddressSpace, &[&again, &json!({})]) else { panic!("{again}") };
    let blocks = |plan: &Value| -> Vec<(Value, Value)> {
        let networks = plan["networks"].as_array().map_or(&[][..], Vec::as_slice);
        networks.iter().map(|network| (network["name"].clone(), network["cidrBlock"].clone())).collect()
    };
    assert_eq!(blocks(plan), blocks(&next), "{request}: {next}");
}

/// What draws a value.
type Drawn<'v> = &'v mut dyn FnMut(&mut Draw<'_>) -> Value;

/// An object with some of these keys.
fn some(draw: &mut Draw<'_>, entries: &mut [(&str, Drawn<'_>)]) -> Value {
    let mut object = Map::new();
    for (key, value) in entries {
        match draw.below(12) {
            0..=2 => {}
            3 if draw.rarely(64) => drop(object.insert((*key).to_string(), json!(text(draw)))),
            4 if draw.rarely(64) => drop(object.insert((*key).to_string(), number(draw))),
            5 if draw.rarely(64) => drop(object.insert(text(draw), Value::Null)),
            _ => drop(object.insert((*key).to_string(), value(draw))),
        }
    }
    Value::Object(object)
}

fn list(draw: &mut Draw<'_>, most: usize, mut item: impl FnMut(&mut Draw<'_>) -> Value) -> Value {
    (0..draw.below(most + 1)).map(|_| item(draw)).collect()
}

fn name(draw: &mut Draw<'_>) -> Value {
    json!(draw.one(&NAMES))
}

fn named_cidr(draw: &mut Draw<'_>) -> Value {
    let block = json!(block_text(draw));
    if draw.below(2) == 0 { block } else { json!({ "cidrBlock": block, "name": name(draw) }) }
}

fn addresses(draw: &mut Draw<'_>) -> Value {
    let pools = ["10.20.0.0/16", "10.0.0.0/8", "172.16.0.0/20", "192.168.0.0/23"];
    let pool =
        |draw: &mut Draw<'_>| if draw.below(3) < 2 { json!([draw.one(&pools)]) } else { list(draw, 3, named_cidr) };
    let wanted = |draw: &mut Draw<'_>| {
        let mut place = 0_u32;
        list(draw, 6, |draw| {
            place += 1;
            let mut network = some(
                draw,
                &mut [
                    ("cloud", &mut |draw| json!(draw.one(&CLOUDS))),
                    ("region", &mut |draw| json!(text(draw))),
                    ("pool", &mut |draw| json!(draw.one(&pools))),
                    ("peers", &mut |draw| list(draw, 2, name)),
                    ("growth", &mut |draw| json!(draw.one(&["move", "refuse", "x"]))),
                    ("overlap", &mut |draw| json!(draw.one(&["allowed", "never", "x"]))),
                ],
            );
            match draw.below(4) {
                0 => network["prefixLength"] = json!(16 + draw.below(14)),
                1 => network["clusters"] = json!(draw.byte()),
                2 => network["like"] = name(draw),
                _ => network["clusters"] = number(draw),
            }
            network["name"] = if draw.below(2) == 0 { json!(format!("n{place}")) } else { name(draw) };
            network
        })
    };
    let mut existing = |draw: &mut Draw<'_>| {
        let networks = list(draw, 4, |draw| json!({ "name": text(draw), "cidrBlock": block_text(draw) }));
        json!({ "networks": networks })
    };
    let mut request = some(
        draw,
        &mut [
            ("reserved", &mut |draw| list(draw, 4, named_cidr)),
            ("existing", &mut existing),
            ("reserveNotable", &mut |draw| json!(draw.byte() & 1 == 1)),
        ],
    );
    request["pools"] = pool(draw);
    request["requests"] = wanted(draw);
    request
}

fn workload(draw: &mut Draw<'_>) -> Value {
    let mut request = some(
        draw,
        &mut [
            ("environment", &mut |draw| json!(text(draw))),
            ("workingSetStreams", &mut number),
            ("clients", &mut number),
            ("dataGb", &mut number),
            ("growthGbPerMonth", &mut number),
            ("months", &mut number),
            ("iops", &mut number),
            ("throughputMbps", &mut number),
            ("topology", &mut |draw| json!(draw.one(&["single-node", "three-node-multi-zone", "x"]))),
            ("projectionLevel", &mut |draw| json!(draw.one(&["off", "system", "user", "x"]))),
            ("replicas", &mut |draw| json!(draw.below(6))),
            ("now", &mut |draw| json!(draw.one(&TIMES))),
        ],
    );
    request["cloud"] = json!(draw.one(&CLOUDS));
    request
}

fn count(draw: &mut Draw<'_>) -> Value {
    if draw.rarely(16) { number(draw) } else { json!(1 + draw.below(40)) }
}

fn backups(draw: &mut Draw<'_>) -> Value {
    let keep = some(
        draw,
        &mut [
            ("hourly", &mut count),
            ("daily", &mut count),
            ("weekly", &mut count),
            ("weeklyOn", &mut |draw| json!(draw.below(8))),
            ("weekdays", &mut count),
            ("monthly", &mut count),
        ],
    );
    let objectives = some(draw, &mut [("maxLossHours", &mut number), ("keep", &mut |_| keep.clone())]);
    let clock = |draw: &mut Draw<'_>| json!(format!("{:02}:{:02}", draw.below(25), draw.below(61)));
    let mut request = some(
        draw,
        &mut [
            ("window", &mut |draw| json!({ "from": clock(draw), "to": clock(draw) })),
            ("offsetMinutes", &mut |draw| json!((i32::from(draw.byte()) - 128) * 7)),
        ],
    );
    request["objectives"] = objectives;
    request["clusters"] = list(draw, 8, |draw| match draw.below(3) {
        0 => name(draw),
        1 => json!(text(draw)),
        _ => json!({ "name": text(draw), "projectId": draw.one(&TEXTS) }),
    });
    request
}

fn simulation(draw: &mut Draw<'_>) -> Value {
    let jobs = list(draw, 6, |draw| {
        let schedule = if draw.rarely(64) { text(draw) } else { (*draw.one(&SCHEDULES)).to_string() };
        json!({ "schedule": schedule, "maxBackupCount": count(draw) })
    });
    let mut request = some(draw, &mut [("at", &mut |draw| json!(draw.one(&TIMES)))]);
    request["jobs"] = jobs;
    request["from"] = json!(draw.one(&TIMES));
    request["to"] = json!(draw.one(&TIMES));
    request
}

/// Two programs, the second often the first with other args; or two states of one resource.
fn change(draw: &mut Draw<'_>) -> Vec<Value> {
    if draw.below(2) == 0 {
        let kind = programs::kind(draw);
        let state = |draw: &mut Draw<'_>| json!({ "kind": kind.name, "name": "a", "args": programs::args(kind, draw) });
        return vec![state(draw), state(draw)];
    }
    let before = programs::document(draw);
    let mut after = if draw.rarely(64) { programs::odd_document(draw) } else { before.clone() };
    for resource in after["resources"].as_array_mut().into_iter().flatten() {
        let known = crate::model::kinds::KINDS
            .into_iter()
            .find(|kind| resource.get("kind").is_some_and(|name| name == kind.name));
        if let (Some(kind), true) = (known, draw.below(3) == 0) {
            resource["args"] = programs::args(kind, draw);
        }
    }
    if draw.rarely(64) && after["resources"].as_array().is_some_and(|all| all.iter().all(|one| one["args"].is_object()))
    {
        return vec![hidden(&before), hidden(&after)];
    }
    vec![before, after]
}

/// A program whose texts are all secret.
fn hidden(document: &Value) -> Value {
    laws::with_values(document, |value| match value {
        Value::String(text) => json!({ "secret": format!("{HUSH} {text}") }),
        other => other.clone(),
    })
}

/// What engines say that they do.
const OPERATIONS: [&str; 16] = [
    "same",
    "no-op",
    "create",
    "update",
    "delete",
    "replace",
    "create-replacement",
    "delete-replaced",
    "import",
    "import-replacement",
    "read",
    "read-discard",
    "refresh",
    "forget",
    "remove-pending-replace",
    "obliterate",
];

/// What an engine says of one resource.
fn engine_step(draw: &mut Draw<'_>) -> Value {
    let mut start = |draw: &mut Draw<'_>| json!({ "line": number(draw), "column": draw.byte() });
    let mut location =
        |draw: &mut Draw<'_>| some(draw, &mut [("file", &mut |_| json!("index.ts")), ("start", &mut start)]);
    let properties =
        |draw: &mut Draw<'_>| list(draw, 3, |draw| json!(draw.one(&["topology", "id", "disk_size", "data"])));
    let mut reasons = |draw: &mut Draw<'_>| properties(draw);
    let mut differences = |draw: &mut Draw<'_>| properties(draw);
    let flag = |draw: &mut Draw<'_>| json!(draw.rarely(2));
    let reason = [
        "replace_because_tainted",
        "replace_by_request",
        "replace_by_triggers",
        "delete_because_count_index",
        "delete_because_no_module",
        "read_because_dependency_pending",
    ];
    let mut step = some(
        draw,
        &mut [
            ("location", &mut location),
            ("replaceReasons", &mut reasons),
            ("differences", &mut differences),
            ("pendingReplacement", &mut |draw| flag(draw)),
            ("protect", &mut |draw| flag(draw)),
            ("retainOnDelete", &mut |draw| flag(draw)),
            ("taint", &mut |draw| flag(draw)),
            ("failedBefore", &mut |draw| flag(draw)),
            ("actionReason", &mut |draw| json!(draw.one(&reason))),
            ("importId", &mut |draw| json!(text(draw))),
            ("movedFrom", &mut |draw| json!(text(draw))),
        ],
    );
    step["resource"] = json!({ "kind": programs::kind(draw).name, "name": draw.one(&NAMES) });
    step["id"] = if draw.rarely(4) { json!(text(draw)) } else { step["resource"]["name"].clone() };
    step["operations"] = list(draw, 3, |draw| json!(draw.one(&OPERATIONS)));
    step
}

/// A change with what an engine says of its resources.
fn preview(draw: &mut Draw<'_>) -> Vec<Value> {
    let mut report = some(
        draw,
        &mut [
            ("others", &mut |draw| list(draw, 3, engine_step)),
            ("failed", &mut |draw| json!(draw.rarely(2))),
            ("unlisted", &mut |draw| json!(draw.byte())),
        ],
    );
    report["steps"] = list(draw, 4, engine_step);
    let mut values = change(draw);
    let others = values.first().cloned().unwrap_or_default();
    values.extend([report, others]);
    values
}

/// What `pulumi preview --json` might print.
fn printed(draw: &mut Draw<'_>) -> Value {
    let state = |draw: &mut Draw<'_>| some(draw, &mut [("inputs", &mut |draw| json!(text(draw)))]);
    let steps = list(draw, 4, |draw| {
        let kind = programs::kind(draw).name;
        let urn = format!("urn:pulumi:dev::p::eventstorecloud:index/x:{kind}::{}", draw.one(&NAMES));
        let mut urn = |draw: &mut Draw<'_>| json!(if draw.rarely(8) { text(draw) } else { urn.clone() });
        some(
            draw,
            &mut [("urn", &mut urn), ("oldState", &mut |draw| state(draw)), ("newState", &mut |draw| state(draw))],
        )
    });
    some(draw, &mut [("steps", &mut |_| steps.clone())])
}
