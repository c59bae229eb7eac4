//! Every value must be one that the provider takes in the version that is used.
//!
//! ## Why
//! Which sizes, disk types, server versions and prefix lengths the provider takes differs by its version, and so does
//! which properties it needs. What it does not take ends the preview or the plan, whatever the service would say.
//! ## Example
//! ```json
//! { "target": "eventstore/eventstorecloud@1.5.29", "resources": [
//!     { "kind": "ManagedCluster", "name": "orders", "args": { "name": "orders", "serverVersion": "26.0" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "eventstore/eventstorecloud@1.6.0", "resources": [
//!     { "kind": "ManagedCluster", "name": "orders", "args": { "name": "orders", "serverVersion": "26.0" } }
//! ] }
//! ```

use crate::catalogue::provider_facts::Limit;
use crate::catalogue::rows::Range;
use crate::model::kind::{Kind, Property};
use crate::model::path::join;
use crate::model::resource::State;
use crate::model::verdict::{PROVISIONED, Reason, Refusal, Refused};
use crate::rules::prelude::*;
use crate::rules::shared::args::subject;

pub const RULE: Rule = Rule::error(DetectedAt::Preview).source(&[source::MEASURED_PROVIDER]).refusals(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource, refusal: &Refusal<'a>) {
    let provider = cx.settings().target.to_string();
    let path = match refusal.place {
        Refused::Value(path) => path,
        Refused::Key(key) => {
            let message = format!("{provider} does not have a property {}", quoted(key));
            return cx.report(Finding::on(resource, join("", key), message).help("remove it"));
        }
    };
    let Some((kind, property)) = resource.kind.and_then(|kind| Some((kind, kind.properties.get(path.id.0)?))) else {
        return;
    };
    let what = subject(resource, property, path);
    // What is not known is refused as such, and nothing is left to look at.
    let is_known = resource.slot_at(path).is_some_and(|slot| slot.state != State::Unknown);
    let written = if is_known { cx.text(resource, path).known() } else { None };
    let number = if is_known { cx.number(resource, path).known() } else { None };
    let value = match (written, number) {
        (Some(text), _) => format!("{what} is {}", quoted(text)),
        (None, Some(number)) => format!("{what} is {}", quoted_number(number)),
        (None, None) => format!("{what} is a value"),
    };
    let refused = format!("{value}, which {provider} does not take");
    let within = |range: Range| format!("{} to {}", range.min, grouped(range.max.into()));
    let (message, help) = match refusal.reason {
        Reason::NoSuchProperty => (format!("{provider} does not have {what}"), "remove it".to_string()),
        Reason::Missing => (format!("{provider} requires {what}"), format!("add {what}")),
        Reason::EmptyKey => {
            (format!("{what} has an empty key, which makes the provider crash"), "remove it".to_string())
        }
        Reason::Words(words) => {
            let takes = format!("it takes {}", one_of(words));
            let help = match since(cx, kind, property, written) {
                Some(version) => format!("{version} and later take it; {takes}"),
                None if is_added(cx, written) => {
                    format!("{takes}; an addition to the catalogue does not change that")
                }
                None => takes,
            };
            (refused, help)
        }
        Reason::PrefixLength(range) => (refused, format!("use a prefix length of {}", within(range))),
        Reason::Range(range) | Reason::DiskRange(range) => (refused, format!("use {}", within(range))),
        Reason::UnknownSetting => (
            format!("{what} is not known before the deployment, and the provider cannot start without it"),
            format!("write {what} as a value that is known"),
        ),
        Reason::BlankSetting => (
            format!("{what} is blank, and the provider cannot start with it"),
            format!("remove {what}, or give it a value"),
        ),
        Reason::NoUrl => (format!("{value}, which is no URL"), "use a URL that begins with `https://`".to_string()),
        Reason::NoFolder => (refused, "use a folder that can be written to".to_string()),
        Reason::DiskWithout => (
            format!("the provider takes {what} only where it knows before the deployment that the disk type has it"),
            format!("write `diskType` as a value that is known, such as {}, or remove {what}", quoted(PROVISIONED[0])),
        ),
        Reason::DiskNeeds => (
            format!("{what} is not known before the deployment, and the provider takes an unknown value for 0"),
            format!("write {what} as a number that is known"),
        ),
        // Of these, other rules speak.
        Reason::Computed
        | Reason::Type
        | Reason::TypeInPlan
        | Reason::NullItem
        | Reason::Fraction
        | Reason::NoCidrBlock
        | Reason::HostBits => (refused, "write another value, or remove it".to_string()),
    };
    let finding = Finding::at(resource, path, message).help(help);
    // Who adds a value may have switched off the provider's list.
    cx.report(if is_added(cx, written) { finding.warning() } else { finding });
}

/// The first later version of the target that takes a text for a property.
fn since(cx: &Context<'_>, kind: &Kind, property: &Property, text: Option<&str>) -> Option<String> {
    let (target, text) = (&cx.settings().target, text?);
    let passes = |limit: Option<&Limit>| limit.is_none_or(|limit| limit.has_word(text));
    let version = target.facts.passes_since(target.name(), (kind.in_facts(), property.name), &passes)?;
    (version > target.version).then(|| format!("{}@{version}", target.name()))
}

/// Whether the user has added a text to the catalogue.
fn is_added(cx: &Context<'_>, text: Option<&str>) -> bool {
    text.is_some_and(|text| cx.catalogue().added().iter().any(|added| added.id.eq_ignore_ascii_case(text)))
}
