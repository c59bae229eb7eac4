//! Laws that hold for every program. What breaks one panics.

use std::collections::{BTreeMap, BTreeSet};

use eventstorecloud_planner::diagnostic::{
    Deferred, Diagnostic, Related, Report, ResourceName, Severity, SeverityOption,
};
use eventstorecloud_planner::model::kind::{Kind, KindId};
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::model::program::Program;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::model::resource::Notation;
use eventstorecloud_planner::model::settings::Settings;
use eventstorecloud_planner::rules::{self, RuleMeta, Subject, all, build, check_document, codes};
use serde_json::{Value, json};

use super::support::{Step, apply, apply_edit, steps};

/// The word that secret texts begin with, and no other text has: where it is shown, a secret is.
pub const HUSH: &str = "hush";

/// What a law leaves out: a rule, why, and a resource that shows it. A test fails when that no longer is so.
pub struct Exception {
    pub code: &'static str,
    pub reason: &'static str,
    pub target: &'static str,
    pub kind: &'static str,
    /// The args of the resource; of a law about two programs, those of one.
    pub args: &'static str,
    /// The args of the other.
    pub others: &'static str,
}

/// Rules about properties that cannot be given at all, whatever their value, and about those that must be known.
pub const ABOUT_PRESENCE: [Exception; 5] = [
    Exception {
        code: "ARG006",
        reason: "the provider takes an unknown number for 0",
        target: "eventstorecloud@0.2.20",
        kind: "ManagedCluster",
        args: r#"{ "projectId": "p", "networkId": "n", "topology": "single-node", "instanceType": "F1", "diskSize": 8, "diskType": "gp3", "diskIops": { "unknown": true }, "diskThroughput": 125, "serverVersion": "26.0" }"#,
        others: "{}",
    },
    Exception {
        code: "ARG001",
        reason: "no value makes a property known",
        target: "eventstorecloud@0.2.20",
        kind: "Project",
        args: r#"{ "colour": { "unknown": true } }"#,
        others: "{}",
    },
    Exception {
        code: "CLU036",
        reason: "the service determines the property",
        target: "eventstorecloud@0.2.20",
        kind: "ManagedCluster",
        args: r#"{ "dnsName": { "unknown": true } }"#,
        others: "{}",
    },
    Exception {
        code: "NET023",
        reason: "the package has no such property",
        target: "eventstorecloud@0.2.7",
        kind: "Network",
        args: r#"{ "publicAccess": { "unknown": true } }"#,
        others: "{}",
    },
    Exception {
        code: "PRV006",
        reason: "the package has no such setting",
        target: "eventstorecloud@0.2.20",
        kind: "Provider",
        args: r#"{ "clientSecret": { "unknown": true } }"#,
        others: "{}",
    },
];

/// Rules that tell what sort of value a secret is: one of the wrong type would not be found otherwise.
pub const ABOUT_TYPES: [Exception; 2] = [
    Exception {
        code: "ARG002",
        reason: "the type of a property",
        target: "eventstorecloud@0.2.20",
        kind: "Project",
        args: r#"{ "name": ["x"] }"#,
        others: r#"{ "name": { "x": "y" } }"#,
    },
    Exception {
        code: "INT013",
        reason: "the type of a key",
        target: "eventstorecloud@0.2.20",
        kind: "Integration",
        args: r#"{ "data": { "sink": ["x"] } }"#,
        others: r#"{ "data": { "sink": { "x": "y" } } }"#,
    },
];

fn is_excepted(exceptions: &[Exception], code: &str) -> bool {
    exceptions.iter().any(|exception| exception.code == code)
}

impl Exception {
    /// The program that shows it.
    pub fn document(&self) -> Value {
        let args: Value = serde_json::from_str(self.args).unwrap();
        json!({ "target": self.target, "resources": [{ "kind": self.kind, "name": "a", "args": args }] })
    }
}

pub fn check(document: &Value) -> Report {
    let options: Raw = serde_json::from_value(json!({ "profile": "advice" })).unwrap();
    check_document(&serde_json::from_value(document.clone()).unwrap(), &options).unwrap()
}

/// Resource, path and code of a diagnostic.
fn place(d: &Diagnostic) -> (String, String, &'static str) {
    let resource = d.resource.as_ref().map_or(String::new(), |r| format!("{} {}", r.kind, r.name));
    (resource, d.path.clone(), d.code)
}

/// Resource, path and code of every diagnostic of at least a severity.
fn found(report: &Report, least: Severity) -> BTreeSet<(String, String, &'static str)> {
    report.diagnostics.iter().filter(|d| d.severity >= least).map(place).collect()
}

/// What is said in each place with a value of the program in it, by resource, path and code.
fn said(report: &Report) -> BTreeMap<(String, String, &'static str), BTreeSet<String>> {
    let mut said: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for d in report.diagnostics.iter().filter(|d| !d.redacted) {
        let words = format!("{} | {} | {:?} | {:?}", d.message, d.help, d.fix, d.related);
        said.entry(place(d)).or_default().insert(words);
    }
    said
}

/// Every property of every resource, replaced by the result.
pub fn with_values(document: &Value, change: impl Fn(&Value) -> Value) -> Value {
    let mut document = document.clone();
    for resource in document["resources"].as_array_mut().unwrap() {
        for value in resource["args"].as_object_mut().unwrap().values_mut() {
            *value = change(value);
        }
    }
    document
}

/// Counts agree with the diagnostics, and those of the document come first.
pub fn counts_and_order_agree(report: &Report) {
    let count = |severity| report.diagnostics.iter().filter(|d| d.severity == severity).count();
    assert_eq!(report.counts.errors, count(Severity::Error));
    assert_eq!(report.counts.warnings, count(Severity::Warning));
    assert_eq!(report.ok, report.counts.errors == 0);
    assert_eq!(report.counts.deferred, report.deferred.len());
    let of_document = report.diagnostics.iter().take_while(|d| d.resource.is_none()).count();
    assert!(report.diagnostics[of_document..].iter().all(|d| d.resource.is_some()));
}

/// Nothing is reported of what a program only reads, nor is it counted.
pub fn what_is_only_read_is_not_reported(document: &Value, report: &Report) {
    let resources = document["resources"].as_array().unwrap();
    let is_read = |resource: &&Value| resource["state"].as_array().is_some_and(|words| words.contains(&json!("read")));
    for resource in resources.iter().filter(is_read) {
        let is_of = |name: &ResourceName| name.name == resource["name"] && name.kind == resource["kind"];
        let of: Vec<_> = report.diagnostics.iter().filter(|d| d.resource.as_ref().is_some_and(is_of)).collect();
        assert!(of.is_empty(), "{of:?}");
    }
    assert_eq!(report.counts.resources, resources.len() - resources.iter().filter(is_read).count());
}

/// What is reported at values that are not known.
pub fn reported_at_unknown(unknown: &Value) -> Vec<Diagnostic> {
    let resources = unknown["resources"].as_array().unwrap();
    let is_given = |d: &Diagnostic| {
        d.resource.as_ref().is_some_and(|r| {
            let same = |other: &&Value| other["name"] == r.name && other["kind"] == r.kind;
            resources.iter().filter(same).any(|other| other["args"].get(&d.path).is_some())
        })
    };
    check(unknown).diagnostics.into_iter().filter(is_given).collect()
}

/// A value that is not known is never reported.
pub fn unknown_values_are_not_reported(document: &Value) {
    let mut wrong = reported_at_unknown(&with_values(document, |_| json!({ "unknown": true })));
    wrong.retain(|found| !is_excepted(&ABOUT_PRESENCE, found.code));
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// What is wrong with the rest of a program does not depend on a value that is not known: making one value unknown adds
/// no error at that value. Of how many values which one, is asked.
pub fn making_a_value_unknown_adds_no_error_at_it(document: &Value, pick: impl FnOnce(usize) -> usize) {
    let resources = document["resources"].as_array().unwrap().iter().enumerate();
    let places: Vec<(usize, &String)> =
        resources.flat_map(|(i, r)| r["args"].as_object().unwrap().keys().map(move |key| (i, key))).collect();
    if places.is_empty() {
        return;
    }
    let (i, key) = places[pick(places.len())];
    let mut changed = document.clone();
    let resource = &mut changed["resources"][i];
    resource["args"][key] = json!({ "unknown": true });
    let subject = format!("{} {}", resource["kind"].as_str().unwrap(), resource["name"].as_str().unwrap());
    let mut new = found(&check(&changed), Severity::Info);
    new.retain(|(r, path, code)| r == &subject && path == key && !is_excepted(&ABOUT_PRESENCE, code));
    assert!(new.is_empty(), "{new:?}");
}

/// A fix of a report on this document removes its diagnostic and adds no error.
pub fn a_fix_is_good(document: &Value, before: &Report, diagnostic: &Diagnostic) {
    let errors = found(before, Severity::Error);
    let mut changed = document.clone();
    apply(&mut changed, diagnostic);
    let after = check(&changed);
    let key = place(diagnostic);
    assert!(!found(&after, Severity::Info).contains(&key), "{key:?} is still there: {:?}", diagnostic.fix);
    let new: Vec<_> = found(&after, Severity::Error).difference(&errors).cloned().collect();
    assert!(new.is_empty(), "the fix of {key:?} adds {new:?}: {:?}", diagnostic.fix);
}

/// The diagnostics of a report that have a fix.
pub fn fixable(report: &Report) -> Vec<&Diagnostic> {
    report.diagnostics.iter().filter(|d| !d.fix.is_empty()).collect()
}

/// Values that are marked as secret are never shown.
pub fn secret_values_are_not_shown(document: &Value) {
    let marked = with_values(document, |value| match value {
        Value::String(text) => json!({ "secret": format!("{HUSH} {text}") }),
        Value::Number(number) if number.as_f64().unwrap().abs() >= 3000.0 => json!({ "secret": number }),
        other => other.clone(),
    });
    let report = check(&marked);
    let text = serde_json::to_string(&report.diagnostics).unwrap();
    assert!(!text.contains(HUSH), "{text}");
    for number in ["4096", "16000", "3000", "4000"] {
        // Limits of the catalogue may be named, the value of a secret property may not.
        let at_secret = report.diagnostics.iter().any(|d| d.message.contains(&format!("`{number}`")));
        assert!(!at_secret, "{number}");
    }
}

/// What is said does not depend on a secret value: of two programs that differ in the secret values of one resource,
/// what is said of both in the same place is the same to the letter. `others` makes other args of a kind.
pub fn a_secret_value_changes_no_words(
    document: &Value,
    pick: impl FnOnce(usize) -> usize,
    others: impl FnOnce(&'static Kind) -> Value,
) {
    let resources = document["resources"].as_array().unwrap();
    if resources.is_empty() {
        return;
    }
    let i = pick(resources.len());
    let others = others(KINDS.into_iter().find(|kind| kind.name == resources[i]["kind"]).unwrap());
    let mut told = told_apart(document, i, &others);
    told.retain(|(_, code)| !is_excepted(&ABOUT_TYPES, code));
    assert!(told.is_empty(), "{told:?}");
}

/// What is said in one way of the args of a resource and in another way of other values of them, all of them secret: the
/// words of both, with the code.
pub fn told_apart(document: &Value, i: usize, others: &Value) -> Vec<(String, &'static str)> {
    let with = |args: &Value| {
        let mut document = document.clone();
        let secrets = args.as_object().unwrap().iter().map(|(key, value)| (key.clone(), json!({ "secret": value })));
        document["resources"][i]["args"] = Value::Object(secrets.collect());
        said(&check(&document))
    };
    let args = &document["resources"][i]["args"];
    // Which properties are given is no secret.
    let mut changed = args.clone();
    for (key, value) in changed.as_object_mut().unwrap() {
        if let Some(other) = others.get(key) {
            *value = other.clone();
        }
    }
    let (one, other) = (with(args), with(&changed));
    let both = one.iter().filter_map(|(place, here)| Some((place, here, other.get(place)?)));
    let differ = both.filter(|(_, here, there)| here != there);
    differ.map(|((_, _, code), here, there)| (format!("{here:?} {there:?}"), *code)).collect()
}

/// Rules that step aside for others although these are about another property, and why. They do so only where one of those
/// has reported something: a test finds each of them needed.
pub const STEPS_ASIDE: [(&[&str], &[&str], &str); 10] = [
    (&["ARG003", "CLU012", "CLU013"], &["ARG001"], "a property whose name is misspelled is not missing"),
    (
        &["BAK018"],
        &["BAK001", "BAK002", "BAK005", "BAK006", "BAK007", "BAK009"],
        "how far backups reach back, another schedule has to be written to tell",
    ),
    (
        &["CLU010", "CLU011", "CLU012", "CLU013", "CLU014", "CLU015", "CLU016", "CLU017", "CLU020"],
        &["CLU007"],
        "a disk type of another cloud is replaced by one with other sizes and settings",
    ),
    (&["CLU011", "CLU016"], &["CLU006"], "a retired disk type is replaced by one that has these settings"),
    (&["CLU018"], &["CLU014"], "how much throughput other IOPS allow, they have to be written to tell"),
    (
        &["PEER005", "PEER011", "PEER012", "PEER013", "PEER014", "PEER015"],
        &["PEER003"],
        "which cloud the peer network is in, one of the two clouds has to be changed to tell",
    ),
    (&["PEER018"], &["NET008"], "a CIDR block of another size is to be chosen"),
    (&["PEER023"], &["PEER017"], "one of two peerings of the same networks is to be removed, with its routes"),
    (&["STACK008"], &["PEER018"], "that networks with one peer overlap says more"),
    (
        &["PRV004", "PRV005"],
        &["PRV005", "PRV006"],
        "half of a service account, or one that the target does not support, is the credential that is missing",
    ),
];

/// What each rule finds in a program where it is the only one that is on: whatever other rules are off, that is reported,
/// or else something of the same property. Where a rule steps aside for a fault of another property, it is something of one
/// that its finding names as related, or of [`STEPS_ASIDE`].
pub struct Alone {
    program: Program,
    settings: Settings,
    found: Vec<Diagnostic>,
}

impl Alone {
    /// What these rules find. The options are those of the check; the severities are set here.
    pub fn of(document: &Value, options: &Value, rules: impl Iterator<Item = &'static RuleMeta>) -> Self {
        let mut program = Program::of_document(&serde_json::from_value(document.clone()).unwrap());
        let mut settings = Settings::read(&serde_json::from_value(options.clone()).unwrap(), codes).unwrap();
        settings.adopt(&mut program);
        program.configure(settings.target.provider.namespace(), &settings.catalogue);
        settings.severity = all().map(|rule| (rule.code.to_string(), SeverityOption::Off)).collect();
        let kinds: BTreeSet<KindId> = program.resources.iter().filter_map(|r| r.kind).map(|kind| kind.id).collect();
        let may_find = |rule: &&RuleMeta| {
            rule.subject == Subject::Program && (rule.kinds.is_empty() || rule.kinds.iter().any(|k| kinds.contains(k)))
        };
        let mut found = Vec::new();
        for rule in rules.filter(may_find) {
            settings.severity.insert(rule.code.to_string(), SeverityOption::Error);
            found.extend(rules::check(&program, &settings).diagnostics);
            settings.severity.insert(rule.code.to_string(), SeverityOption::Off);
        }
        Self { program, settings, found }
    }

    /// The codes of what is found, each with the property that it is about.
    pub fn found_at(&self) -> BTreeSet<(&'static str, Place)> {
        self.found.iter().map(|found| (found.code, property_of(found))).collect()
    }

    /// What is reported where these rules are off.
    pub fn reported_without(&mut self, off: &BTreeSet<&str>) -> Vec<Diagnostic> {
        let of = |code| if off.contains(code) { SeverityOption::Off } else { SeverityOption::Error };
        self.settings.severity = all().map(|rule| (rule.code.to_string(), of(rule.code))).collect();
        rules::check(&self.program, &self.settings).diagnostics
    }

    /// What is found, but neither reported where these rules are off nor outdone by something that is; and which of
    /// [`STEPS_ASIDE`] were asked for.
    pub fn hidden_without(&mut self, off: &BTreeSet<&str>) -> (Vec<&Diagnostic>, BTreeSet<(usize, &'static str)>) {
        let reported = self.reported_without(off);
        let places: BTreeSet<_> = reported.iter().map(property_of).collect();
        let mut aside = BTreeSet::new();
        let mut hidden: Vec<&Diagnostic> = self.found.iter().filter(|found| !off.contains(found.code)).collect();
        hidden.retain(|found| {
            let related = found.related.iter().map(|related| property(Some(&related.resource), &related.path));
            if related.chain([property_of(found)]).any(|place| places.contains(&place)) {
                return false;
            }
            let steps = STEPS_ASIDE.iter().position(|(rules, others, _)| {
                rules.contains(&found.code) && reported.iter().any(|other| others.contains(&other.code))
            });
            aside.extend(steps.map(|steps| (steps, found.code)));
            steps.is_none()
        });
        (hidden, aside)
    }
}

/// Whose property it is, and which: what is inside it belongs to it.
type Place = (String, String);

fn property(resource: Option<&ResourceName>, path: &str) -> Place {
    let is_of_args = resource.is_some() && !path.starts_with("configuration[");
    let own = if is_of_args { path.split(['.', '[']).next().unwrap_or_default() } else { path };
    (resource.map_or(String::new(), |name| format!("{} {}", name.kind, name.name)), own.to_string())
}

/// Whose property a diagnostic is about, and which.
pub fn property_of(diagnostic: &Diagnostic) -> Place {
    property(diagnostic.resource.as_ref(), &diagnostic.path)
}

/// What a builder writes it writes once.
pub fn building_twice_changes_nothing_more(kind: &'static Kind, args: &Value) {
    let built = |args: &Value| {
        let args = serde_json::from_value(args.clone()).unwrap();
        build(Program::of_args(kind, &args, Notation::Call), &Raw::Null).unwrap()
    };
    let once = built(args);
    let mut args = args.clone();
    for edit in &once.edits {
        apply_edit(&mut args, edit);
    }
    let twice = built(&args);
    assert_eq!(twice.edits, []);
    assert_eq!(twice.report, once.report);
}

/// Every path of a report leads to something in the document, or to where something is missing: the key of an object
/// that is there.
pub fn paths_exist(document: &Value, report: &Report) {
    let named = |name: &ResourceName| {
        let resources = document["resources"].as_array().map_or(&[][..], Vec::as_slice);
        let of = |resource: &Value, key: &str| resource[key].as_str().map(str::to_string);
        let kind =
            |resource: &Value| of(resource, "kind").map(|kind| kind.rsplit([':', '/']).next().unwrap().to_string());
        let same = |(i, resource): &(usize, &Value)| {
            let called = of(resource, "name").unwrap_or_else(|| format!("resources[{i}]"));
            (called == name.name || name.name == format!("resources[{i}]"))
                && (kind(resource).as_deref() == Some(&name.kind) || resource["kind"] == name.kind)
        };
        resources.iter().enumerate().filter(same).map(|(_, resource)| resource).collect::<Vec<_>>()
    };
    let holds = |resource: Option<&ResourceName>, path: &str| match resource {
        None => leads(document, path),
        // A provider that is no resource, but made of the document's configuration: its paths are the document's.
        Some(name) if name.kind == "Provider" && name.name == "configuration" && leads_to_setting(document, path) => {
            true
        }
        Some(name) => {
            let (named, none) = (named(name), json!({}));
            named.iter().any(|resource| leads(resource.get("args").unwrap_or(&none), path))
        }
    };
    for diagnostic in &report.diagnostics {
        let resource = diagnostic.resource.as_ref();
        assert!(holds(resource, &diagnostic.path), "{} {resource:?} {}", diagnostic.code, diagnostic.path);
        for Related { resource, path } in &diagnostic.related {
            assert!(holds(Some(resource), path), "{} {resource:?} {path}", diagnostic.code);
        }
    }
    for Deferred { resource, path, codes } in &report.deferred {
        assert!(holds(Some(resource), path), "{codes:?} {resource:?} {path}");
    }
}

/// Whether a path leads to a setting of the stack, given or not.
fn leads_to_setting(document: &Value, path: &str) -> bool {
    let is_left_out = document.get("configuration").is_none() && path.starts_with("configuration[");
    is_left_out || leads(document, path)
}

/// Whether a path leads to something, or to the key of an object that is there. What is marked as secret is passed, but
/// not at the root: args and documents are not marked as a whole. Outside of args the mark is a key like any other.
pub fn leads(root: &Value, path: &str) -> bool {
    let mut at = root;
    let mut steps = steps(path).into_iter().peekable();
    while let Some(step) = steps.next() {
        let next = match &step {
            Step::Key(key) => at.get(key),
            Step::Index(index) => at.get(index),
        };
        let Some(next) = next else {
            return steps.peek().is_none() && at.is_object() && matches!(step, Step::Key(_));
        };
        let is_named = steps.peek().is_some_and(|step| matches!(step, Step::Key(key) if key == "secret"));
        let is_marker = !is_named && next.as_object().is_some_and(|marker| marker.len() == 1);
        let secret = next.get("secret").filter(|_| is_marker);
        at = secret.unwrap_or(next);
    }
    true
}
