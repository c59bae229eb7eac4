//! Rules about integration.

use eventstorecloud_planner::model::resource::{Args, Notation};
use serde_json::{Value, json};

use eventstorecloud_planner::diagnostic::Report;
use eventstorecloud_planner::model::integration;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::rules::{build, check_document};
use rule_pages::page::{expand, input};

fn check(document: &Value, options: &Value) -> Report {
    let (document, _) = expand(&document.to_string()).unwrap();
    check_document(input(&document).unwrap(), &serde_json::from_value(options.clone()).unwrap()).unwrap()
}

fn integration(data: &Value) -> Report {
    check(&json!({ "kind": "Integration", "args": { "data": data } }), &json!({}))
}

/// Code and path of every diagnostic.
fn found(report: &Report) -> Vec<(&'static str, &str)> {
    report.diagnostics.iter().map(|diagnostic| (diagnostic.code, diagnostic.path.as_str())).collect()
}

fn hush(text: &str) -> Value {
    json!({ "secret": format!("hush {text}") })
}

#[test]
fn one_fault_is_reported_once() {
    let (ok, key) = (json!("#operations"), hush("key"));
    for (data, expected) in [
        (json!({}), &[("INT001", "data")][..]),
        (json!({ "Sink": "slack" }), &[("INT001", "data")]),
        (json!({ "sink": "" }), &[("INT001", "data.sink")]),
        (json!({ "sink": "teams", "source": "issues", "token": key }), &[("INT001", "data.sink")]),
        (json!({ "sink": null, "source": "issues" }), &[("INT013", "data.sink")]),
        // What else is wrong is judged by the sink that is meant.
        (
            json!({ "sink": "Slack", "source": "logs", "token": " " }),
            &[("INT002", "data"), ("INT001", "data.sink"), ("INT003", "data.source"), ("INT002", "data.token")],
        ),
        (json!({ "sink": "slack", "source": "Issues", "channelId": ok, "token": key }), &[("INT003", "data.source")]),
        (json!({ "sink": "slack", "source": "", "channelId": ok, "token": key }), &[("INT003", "data.source")]),
        (json!({ "sink": "slack", "channelId": ok, "token": key }), &[("INT005", "data")]),
        // Translated spellings are as good; the one that is sent counts.
        (json!({ "sink": "slack", "source": "issues", "channel_id": ok, "token": key }), &[]),
        (
            json!({ "sink": "opsGenie", "source": "issues", "api_key": key, "apiKey": key }),
            &[("INT009", "data.api_key")],
        ),
        (
            json!({ "sink": "opsGenie", "source": "issues", "api_key": { "secret": " " }, "apiKey": key }),
            &[("INT002", "data.api_key"), ("INT009", "data.api_key")],
        ),
        // One that is not translated is misspelled and not missing as well.
        (
            json!({ "sink": "pagerDuty", "source": "issues", "auth_token": key, "service": "s", "user": "u" }),
            &[("INT008", "data.auth_token"), ("INT011", "data.sink")],
        ),
        (json!({ "sink": "opsGenie", "source": "notifications", "apiKey": key }), &[("INT004", "data.source")]),
        // With a resource of its own, nothing else matters.
        (
            json!({ "sink": "awsCloudWatchLogs", "source": "issues", "accessKeyId": "hush", "region": "" }),
            &[("INT007", "data.sink")],
        ),
        (json!({ "sink": "AWSCloudWatchMetrics", "accessKeyId": "hush" }), &[("INT001", "data.sink")]),
        (
            json!({ "sink": "slack", "source": "issues", "channelId": ["#a"], "token": key, "more": { "a": "b" } }),
            &[("INT013", "data.channelId"), ("INT013", "data.more")],
        ),
        (json!({ "sink": "slack", "source": 5, "channelId": ok, "token": key }), &[("INT013", "data.source")]),
        (json!(null), &[("ARG003", "data")]),
        (json!("slack"), &[("ARG002", "data")]),
    ] {
        let report = integration(&data);
        assert_eq!(found(&report), expected, "{data}");
        assert!(!serde_json::to_string(&report).unwrap().contains("hush"), "{data}");
    }
}

#[test]
fn a_missing_key_is_looked_for_among_the_others() {
    let help = |data: Value| integration(&data).diagnostics[0].help.clone();
    let near = help(json!({ "sink": "slack", "source": "issues", "chanelId": "#a", "token": hush("token") }));
    assert!(near.ends_with("; `chanelId` may be a misspelling of `channelId`"), "{near}");
    let far = help(json!({ "sink": "slack", "source": "issues", "note": "#a", "token": hush("token") }));
    assert_eq!(far, "add `channelId` to `data`");
    let long = "x".repeat(1_000_000);
    assert_eq!(help(json!({ "sink": "slack", "source": "issues", long: "#a", "token": hush("token") })), far);
    let spelled = help(json!({ "sink": "slack", "source": "issues", "ChannelID": "#a", "token": hush("token") }));
    assert_eq!(spelled, "add `channelId` to `data`; `ChannelID` may be a misspelling of `channelId`");
    let sink = help(json!({ "Sink": "slack" }));
    assert!(sink.starts_with("use `sink` instead of `Sink`, with the value "), "{sink}");
}

#[test]
fn another_sink_is_named_where_it_supports_the_same_sources() {
    let ask = "ask support whether it works before you rely on it";
    let pager = json!({ "sink": "pagerDuty", "source": "issues", "authToken": hush("a"), "service": "s", "user": "u" });
    let logs = json!({
        "sink": "gcpLogging", "source": "logs", "gcpProjectId": "orders-prod", "logId": "l",
        "gcpServiceAccountPrivateKey": hush("key"),
    });
    for (data, help) in [(pager, format!("{ask}, or use `slack`")), (logs, ask.to_string())] {
        let report = integration(&data);
        let found = report.diagnostics.iter().find(|found| found.code == "INT011").unwrap();
        assert_eq!(found.help, help, "{data}");
    }
}

#[test]
fn credentials_must_be_secret_in_every_spelling() {
    for (data, expected) in [
        (json!({ "sink": "slack", "token": "hush" }), &["data.token"][..]),
        (json!({ "sink": "slack", "token": { "secret": true } }), &[]),
        (json!({ "sink": "slack", "token": { "secret": "hush" } }), &[]),
        (json!({ "sink": "slack", "token": { "unknown": true } }), &[]),
        (json!({ "sink": "slack", "token": "" }), &[]),
        (json!({ "sink": "slack", "channelId": "#a", "apiKey": "of another sink" }), &[]),
        (json!({ "sink": "opsGenie", "api_key": "hush" }), &["data.api_key"]),
        (json!({ "sink": "pagerDuty", "auth_token": "hush", "user": "u" }), &["data.auth_token"]),
        // Of an unknown sink, every credential of any sink.
        (
            json!({ "sink": { "unknown": true }, "apiKey": "hush", "token": "hush", "user": "u" }),
            &["data.apiKey", "data.token"],
        ),
        (json!({ "sink": "teams", "secret_access_key": "hush" }), &["data.secret_access_key"]),
        (json!({ "secret": { "sink": "slack", "token": "hush" } }), &[]),
    ] {
        let report = integration(&data);
        let paths: Vec<_> =
            found(&report).into_iter().filter(|(code, _)| *code == "INT006").map(|(_, path)| path).collect();
        assert_eq!(paths, expected, "{data}");
        assert!(!serde_json::to_string(&report).unwrap().contains("hush"), "{data}");
    }
    let args: Raw = serde_json::from_value(json!({
        "projectId": "c2bq5k5o4t0gqrkt0030", "description": "d",
        "data": { "sink": "Slack", "source": "issues", "channelId": "#a", "token": "hush" },
    }))
    .unwrap();
    let built = build(&integration::KIND, Args::Whole(args), Notation::Call, &Raw::Null).unwrap();
    assert_eq!(found(&built.report), [("INT006", "data.token")]);
}

#[test]
fn unknown_values_are_deferred() {
    let unknown = json!({ "unknown": true });
    let report = integration(&json!({ "sink": unknown, "source": unknown, "channelId": unknown, "token": unknown }));
    assert_eq!(found(&report), []);
    let deferred = |report: &Report, path: &str| {
        report.deferred.iter().find(|entry| entry.path == path).map_or(vec![], |entry| entry.codes.clone())
    };
    assert_eq!(deferred(&report, "data.sink"), ["INT001", "INT002", "INT006", "INT007", "INT008", "INT011"]);
    assert_eq!(deferred(&report, "data.source"), ["INT003", "INT004"]);
    let report =
        integration(&json!({ "sink": "slack", "source": "issues", "channelId": unknown, "token": { "secret": true } }));
    assert_eq!(found(&report), []);
    assert_eq!(
        (deferred(&report, "data.channelId"), deferred(&report, "data.token")),
        (vec!["INT002"], vec!["INT002"])
    );
    let report = check(&json!({ "kind": "Integration", "args": { "data": unknown } }), &json!({}));
    assert_eq!(found(&report), []);
}

#[test]
fn values_marked_as_secret_are_not_shown() {
    for (data, expected) in [
        (json!({ "sink": hush("x") }), "INT001"),
        (json!({ "sink": "slack", "source": hush("x"), "channelId": "#a", "token": hush("x") }), "INT003"),
        (json!({ "secret": { "sink": "hush" } }), "INT001"),
    ] {
        let report = integration(&data);
        assert_eq!(report.diagnostics[0].code, expected, "{data}");
        for diagnostic in &report.diagnostics {
            assert!(diagnostic.message.starts_with("the value is secret"), "{}", diagnostic.message);
            assert!(diagnostic.fix.is_empty() && !diagnostic.help.contains("hush"));
        }
    }
}

#[test]
fn fixes_are_certain() {
    for (data, expected) in [
        (json!({ "sink": "pagerduty " }), json!([{ "path": "data.sink", "value": "pagerDuty" }])),
        (json!({ "sink": "gcp", "source": "logs" }), json!([{ "path": "data.sink", "value": "gcpLogging" }])),
        (json!({ "sink": "awsCloudWatch" }), json!([])),
        (json!({ "sink": "AwsCloudWatchLogs" }), json!([])),
        (json!({ "sink": "slack", "source": "issue" }), json!([{ "path": "data.source", "value": "issues" }])),
        (json!({ "sink": "slack", "source": "logs" }), json!([])),
        (json!({ "sink": "gcpLogging", "source": "metrics" }), json!([{ "path": "data.source", "value": "logs" }])),
        (json!({ "sink": "gcpLogging" }), json!([{ "path": "data.source", "value": "logs" }])),
        (json!({ "source": "alerts" }), json!([])),
    ] {
        let report = integration(&data);
        let fixes: Vec<_> = report.diagnostics.iter().flat_map(|diagnostic| &diagnostic.fix).collect();
        assert_eq!(json!(fixes), expected, "{data}");
    }
}

#[test]
fn channels_have_a_shape() {
    let advice = |channel: Value| {
        let data = json!({ "sink": "slack", "source": "issues", "channel_id": channel, "token": hush("token") });
        let report =
            check(&json!({ "kind": "Integration", "args": { "data": data } }), &json!({ "profile": "advice" }));
        assert!(!serde_json::to_string(&report).unwrap().contains("hush"));
        report.diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>()
    };
    for right in [json!("#general"), json!("C024BE91L"), json!({ "unknown": true })] {
        assert_eq!(advice(right.clone()), Vec::<&str>::new(), "{right}");
    }
    for wrong in [json!("hush"), hush("general")] {
        assert_eq!(advice(wrong.clone()), ["INT012"], "{wrong}");
    }
}
