//! What is refused before anything is deployed is what the published provider refused, and nothing else.
//!
//! The recordings are those that the test provider is held against: see `tests/engine/verdicts/README.md`.

use std::collections::BTreeSet;

use eventstorecloud_planner::diagnostic::{DetectedAt, Diagnostic, Severity};
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::planner::change::plan_change;
use eventstorecloud_planner::rules::check_document;
use serde_json::{Map, Value, json};

/// How a recording calls a version, and the target that it is.
const TARGETS: [(&str, &str); 4] = [
    ("1.7.2", "eventstore/eventstorecloud@1.7.2"),
    ("1.6.0", "eventstore/eventstorecloud@1.6.0"),
    ("1.5.29", "eventstore/eventstorecloud@1.5.29"),
    ("pulumi 0.2.20", "eventstorecloud@0.2.20"),
];

fn recorded(file: &str) -> Value {
    let path = format!("{}/tests/engine/verdicts/{file}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// What a version refused, as `stage@attribute: what`: a version that is not named answers as 1.7.2. Nothing where it has no
/// such kind.
fn refused(row: &Value, version: &str) -> Option<Vec<String>> {
    let verdicts = &row["verdicts"];
    let verdict = verdicts.get(version).unwrap_or(&verdicts["1.7.2"]);
    Some(verdict.as_array()?.iter().map(|text| text.as_str().unwrap().to_string()).collect())
}

fn kind_name(kind: &str) -> &'static str {
    match kind {
        "project" => "Project",
        "network" => "Network",
        "acl" => "Acl",
        "peering" => "Peering",
        "managed_cluster" => "ManagedCluster",
        "scheduled_backup" => "ScheduledBackup",
        "integration" => "Integration",
        "integration_awscloudwatch_logs" => "AWSCloudWatchLogsIntegration",
        "integration_awscloudwatch_metrics" => "AWSCloudWatchMetricsIntegration",
        other => panic!("{other}"),
    }
}

fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |name, part| {
        let mut letters = part.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        name + &first.into_iter().chain(letters).collect::<String>()
    })
}

fn snake(path: &str) -> String {
    let path = path.strip_prefix("[\"").map_or(path, |key| key.trim_end_matches("\"]"));
    let (name, rest) = path.split_at_checked(path.find(['.', '[']).unwrap_or(path.len())).unwrap();
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    // A key is written in quotes only where it has to be.
    (snake + rest).replace("[\"", ".").replace("\"]", "").trim_start_matches('.').to_string()
}

/// A recorded value as documents have it.
fn value(recorded: &Value) -> Value {
    match recorded {
        Value::Object(entries) if entries.contains_key("$unknown") => json!({ "unknown": true }),
        Value::Object(entries) => entries.iter().map(|(key, inside)| (key.clone(), value(inside))).collect(),
        Value::Array(items) => items.iter().map(value).collect(),
        other => other.clone(),
    }
}

fn document(kind: &str, config: &Value, target: &str) -> Value {
    let args: Map<_, _> = config.as_object().unwrap().iter().map(|(key, it)| (camel(key), value(it))).collect();
    json!({ "target": target, "partial": true, "resources": [{ "kind": kind_name(kind), "name": "it", "args": args }] })
}

fn check(kind: &str, config: &Value, target: &str) -> Vec<Diagnostic> {
    let document = serde_json::from_value(document(kind, config, target)).unwrap();
    check_document(&document, &Raw::Null).unwrap().diagnostics
}

/// Whether a path is another, or inside it.
fn is_within(path: &str, around: &str) -> bool {
    path.strip_prefix(around).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// How we differ from what was recorded; nothing where we do not.
fn difference(found: &[Diagnostic], refused: &[String]) -> Option<String> {
    let is_before = |found: &&Diagnostic| {
        let is_early = matches!(found.detected_at, DetectedAt::Compiler | DetectedAt::Preview);
        is_early && found.severity == Severity::Error
    };
    let ours: Vec<_> = found.iter().filter(is_before).map(|it| (snake(&it.path), it.code)).collect();
    let theirs: Vec<_> = refused
        .iter()
        .map(|text| {
            let place = text.split_once('@').map_or("-", |(_, place)| place);
            (place.split_once(": ").map_or(place, |(place, _)| place), text)
        })
        .collect();
    let is_anywhere = theirs.iter().any(|(path, _)| *path == "-");
    let missed = theirs.iter().filter(|(place, _)| match *place {
        "-" => ours.is_empty(),
        place => !ours.iter().any(|(path, _)| is_within(path, &snake(place))),
    });
    let missed: Vec<_> = missed.map(|(_, text)| text.as_str()).collect();
    // Of the values in one object, the provider names the first that is wrong.
    let property = |place: &str| place.split(['.', '[']).next().unwrap_or_default().to_string();
    let added = ours
        .iter()
        .filter(|(path, _)| !is_anywhere && !theirs.iter().any(|(place, _)| property(path) == property(&snake(place))));
    let added: Vec<_> = added.map(|(path, code)| format!("{code} {path}")).collect();
    (!missed.is_empty() || !added.is_empty())
        .then(|| format!("missed [{}] added [{}]", missed.join(", "), added.join(", ")))
}

/// The rows that cannot agree, by version and index.
const EXCEPTIONS: [(&str, usize, &str); 2] = [
    (
        "pulumi 0.2.20",
        1078,
        "Pulumi takes `timeouts` for its own where the kind has no such property, if it is unknown",
    ),
    ("pulumi 0.2.20", 1310, "as 1078"),
];

#[test]
fn what_is_refused_before_a_deployment_is_what_the_provider_refused() {
    let mut differences = Vec::new();
    let mut exceptions = EXCEPTIONS.to_vec();
    for file in ["configs.json", "named.json"] {
        for (at, row) in recorded(file)["rows"].as_array().unwrap().iter().enumerate() {
            let (kind, config) = (row["kind"].as_str().unwrap(), &row["config"]);
            // The named ones were not asked of the oldest of these.
            for (version, target) in TARGETS.into_iter().filter(|it| file == "configs.json" || it.0 != "1.5.29") {
                let found = check(kind, config, target);
                let different = match refused(row, version) {
                    Some(refused) => difference(&found, &refused),
                    None => {
                        let is_early = found.iter().any(|it| it.detected_at <= DetectedAt::Preview);
                        (!is_early).then(|| "the kind does not exist".to_string())
                    }
                };
                let listed = exceptions.iter().position(|(of, row, _)| (*of, *row) == (version, at));
                match (different, listed.filter(|_| file == "configs.json")) {
                    (Some(different), None) => {
                        differences.push(format!("{version} {file} {at}: {different}\n  {config}"))
                    }
                    (Some(_), Some(listed)) => drop(exceptions.swap_remove(listed)),
                    (None, _) => {}
                }
            }
        }
    }
    assert!(differences.is_empty(), "{} rows differ:\n{}", differences.len(), differences.join("\n"));
    assert!(exceptions.is_empty(), "these rows agree: {exceptions:?}");
}

/// The settings that cannot agree: what a folder is, the program does not say.
const FOLDERS: [&str; 3] = ["/proc/nosuch/x", "/dev/null/x", "@env /dev/null/x"];

/// What a version refused of a setting: an answer holds up to the next version that is named.
fn refused_setting<'r>(row: &'r Value, version: &str) -> Option<Vec<&'r str>> {
    let order = ["1.0.0", "1.5.0", "1.5.7", "1.5.15", "1.5.29", "1.6.0", "1.7.2"];
    let until = order.iter().position(|known| *known == version).unwrap();
    let named = order[..=until].iter().rev().find_map(|version| row["errors"].get(*version))?;
    Some(named.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect())
}

/// The settings of the provider. Of 1.0.0 nothing is asked: it wants a folder that exists already.
#[test]
fn settings_that_the_provider_cannot_start_with_are_refused() {
    let recorded = recorded("provider.json");
    let base = recorded["base"].as_object().unwrap();
    let mut differences = Vec::new();
    let (mut compared, mut folders) = (0, BTreeSet::new());
    for row in recorded["rows"].as_array().unwrap() {
        let (setting, changed) = (row["setting"].as_str().unwrap(), &row["value"]);
        for version in ["1.5.0", "1.5.15", "1.5.29", "1.6.0", "1.7.2"] {
            let Some(refused) = refused_setting(row, version) else { continue };
            let mut settings: Map<String, Value> = base.iter().map(|(key, it)| (camel(key), it.clone())).collect();
            if version < "1.5.15" {
                settings.retain(|key, _| !["identityProviderUrl", "clientId"].contains(&key.as_str()));
            }
            let mut variables = json!({});
            match (setting, changed.as_str()) {
                ("@empty", _) => settings.clear(),
                ("@full", _) => {}
                ("@env", _) => {
                    variables = changed[0].clone();
                    settings = changed[1].as_object().unwrap().clone();
                }
                (_, Some("__m__")) => drop(settings.remove(&camel(setting))),
                _ => drop(settings.insert(camel(setting), value(changed))),
            }
            let target = format!("eventstore/eventstorecloud@{version}");
            let mut resources = vec![json!({ "kind": "Provider", "name": "it", "args": settings })];
            resources.retain(|it| setting != "@env" || it["args"] != json!({}));
            let configuration: Map<String, Value> =
                settings.iter().map(|(key, it)| (format!("eventstorecloud:{key}"), it.clone())).collect();
            // A provider by itself, and the block of the provider as a plan has it.
            let documents = [(resources, json!({})), (vec![], Value::Object(configuration))];
            for (resources, configuration) in documents {
                let document = json!({
                    "target": target, "partial": true, "resources": resources, "configuration": configuration,
                    "environmentVariables": variables,
                });
                let early = settings_refused(document);
                compared += 1;
                if early.is_empty() != refused.is_empty() {
                    let folder = FOLDERS.iter().find(|it| {
                        changed == *it
                            || format!("@env {}", changed[0]["ESC_TOKEN_STORE"].as_str().unwrap_or_default()) == **it
                    });
                    match folder {
                        Some(folder) => drop(folders.insert(*folder)),
                        None => {
                            differences.push(format!("{version} {setting} {changed}: {refused:?}, we say {early:?}"))
                        }
                    }
                }
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert_eq!((compared, folders.len()), (748, FOLDERS.len()));
}

/// The codes of what is refused before a deployment.
fn settings_refused(document: Value) -> Vec<&'static str> {
    let report = check_document(&serde_json::from_value(document).unwrap(), &Raw::Null).unwrap();
    let early = report.diagnostics.iter().filter(|it| it.severity == Severity::Error);
    early.filter(|it| it.detected_at <= DetectedAt::Preview).map(|it| it.code).collect()
}

/// What a document leaves out, the environment may say; and Pulumi knows the configuration of a stack, which is text.
#[test]
fn an_unknown_setting_is_refused_where_the_provider_has_no_value() {
    let unknown = json!({ "unknown": true });
    for (target, setting, value, refused) in [
        ("eventstore/eventstorecloud@1.7.2", "url", Some(&unknown), true),
        ("eventstore/eventstorecloud@1.7.2", "tokenStore", Some(&unknown), true),
        ("eventstore/eventstorecloud@1.7.2", "token", Some(&unknown), false),
        ("eventstore/eventstorecloud@1.7.2", "url", None, false),
        ("eventstorecloud@0.2.20", "url", Some(&unknown), false),
        ("eventstorecloud@0.2.20", "tokenStore", Some(&unknown), false),
    ] {
        let configuration: Map<String, Value> =
            value.map(|it| (format!("eventstorecloud:{setting}"), it.clone())).into_iter().collect();
        let codes = settings_refused(json!({ "target": target, "configuration": configuration, "resources": [] }));
        assert_eq!(codes.as_slice(), if refused { &["ARG006"][..] } else { &[] }, "{target} {setting} {value:?}");
    }
}

/// What the provider refuses when it is to create or change something, before it asks the service: a service that accepts
/// everything said the rest.
#[test]
fn what_is_refused_at_the_deployment_is_what_the_provider_refused() {
    let mut differences = Vec::new();
    for row in recorded("apply.json")["rows"].as_array().unwrap() {
        let (kind, old, new) = (row["kind"].as_str().unwrap(), &row["old"], &row["new"]);
        for version in row["versions"].as_array().unwrap() {
            let target = format!("eventstore/eventstorecloud@{}", version.as_str().unwrap());
            let errors = row["errors"].as_array().unwrap();
            let found = match old {
                Value::Null => check(kind, new, &target),
                old => plan(kind, old, new, &target),
            };
            let at_apply = |it: &&Diagnostic| it.severity == Severity::Error && it.detected_at == DetectedAt::Apply;
            let ours: Vec<_> = found.iter().filter(at_apply).map(|it| format!("{} {}", it.code, it.path)).collect();
            if ours.len() != errors.len() {
                differences.push(format!("{target} {kind} {old} -> {new}: {errors:?}, we say {ours:?}"));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

fn plan(kind: &str, old: &Value, new: &Value, target: &str) -> Vec<Diagnostic> {
    let document = |config: &Value| -> Raw { serde_json::from_value(document(kind, config, target)).unwrap() };
    plan_change(&document(old), &document(new), &Raw::Null).unwrap().diagnostics
}
