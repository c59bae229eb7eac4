//! Why a step happens, in sentences. No value of a property is among them.

use crate::model::change::{Action, Change, Effect, Link, PROTECTED, ReplaceOrder, Step};
use crate::model::kind::{KindId, OnChange};
use crate::model::managed_cluster as cluster;
use crate::model::settings::Settings;
use crate::model::target::Engine;
use crate::value::spelling::{all_of_values, quoted, quoted_value};

/// Why a step happens, with the names of properties in the dialect of the input.
pub(super) fn reasons(step: &Step<'_>, steps: &[Step<'_>], settings: &Settings) -> Vec<String> {
    let sentences = sentences(step, steps, settings).into_iter();
    sentences.map(|sentence| settings.dialect.sentence(&sentence)).collect()
}

fn sentences(step: &Step<'_>, steps: &[Step<'_>], settings: &Settings) -> Vec<String> {
    let mut sentences = match step.action {
        Action::Create => return vec!["the resource is new in the program".to_string()],
        Action::Undecided if step.before.is_none() || step.after.is_none() => {
            return vec!["the resource is missing from a partial document".to_string()];
        }
        _ if step.after.is_none() => deletion(step, steps, settings),
        _ => Vec::new(),
    };
    let is_linked = |change: &Change<'_>| step.links.iter().any(|link| link.property == change.property.name);
    let own = step.changes.iter().filter(|change| !is_linked(change));
    sentences.extend(own.filter_map(|change| of_change(step, change, settings)));
    sentences.extend(step.links.iter().filter_map(|link| of_link(link, steps)));
    if step.is_protected {
        let protected = quoted(PROTECTED);
        sentences.push(format!("{protected} was true before the change, so the service rejects deleting the resource"));
    }
    if step.action == Action::Replace {
        sentences.extend(step.order.map(|order| of_order(step, order, settings).to_string()));
    }
    if matches!(step.action, Action::Replace | Action::Delete) {
        if matches!(step.kind.id, KindId::Project | KindId::Network) {
            sentences.push(format!("everything in the {} is replaced or deleted as well", step.kind.name));
        }
        let held = step.held_by.iter().filter_map(|index| steps.get(*index));
        let held: Vec<&str> = held.map(|held| held.resource.name.as_str()).collect();
        if let Some(names) = all_of_values(&held) {
            sentences
                .push(format!("the {} cannot be deleted while it has protected resources: {names}", step.kind.name));
        }
    }
    if step.action == Action::Undecided {
        sentences.push("what happens to the resource depends on values that are unknown".to_string());
    }
    sentences
}

fn deletion(step: &Step<'_>, steps: &[Step<'_>], settings: &Settings) -> Vec<String> {
    let mut sentences = vec!["the resource is no longer in the program".to_string()];
    if let Some(new) = step.renamed_to.and_then(|index| steps.get(index)) {
        let keep = match settings.target.engine {
            Engine::Pulumi => "the resource option `aliases`",
            Engine::Terraform => "a `moved` block",
        };
        sentences.push(format!(
            "the new resource {} has the same values; if it is the same resource under a new name, {keep} keeps it",
            quoted_value(&new.resource.name)
        ));
    }
    sentences
}

fn of_change(step: &Step<'_>, change: &Change<'_>, settings: &Settings) -> Option<String> {
    let path = quoted(&change.path);
    Some(match (change.property.change, change.effect) {
        (_, Effect::Replace) if settings.target.changes_in_place_elsewhere(step.kind, change.property) => {
            let target = quoted(&settings.target.to_string());
            format!("with the target {target}, a change of {path} replaces the resource")
        }
        (_, Effect::Replace) => format!("a change of {path} replaces the resource"),
        (OnChange::Grow, Effect::Refused) => format!("{path} gets smaller, and a disk cannot shrink"),
        (_, Effect::Refused) => format!("the provider fails to update {path}"),
        (OnChange::NoEffect, Effect::NoEffect) if step.may_change(cluster::SERVER_VERSION_TAG) => return None,
        (OnChange::NoEffect, Effect::NoEffect) => {
            format!("{path} is only used when the resource is created; a change of it has no effect")
        }
        (OnChange::InPlaceUnlessEmpty, Effect::NoEffect) => {
            format!("an empty array is not sent to the service, so {path} stays as it is")
        }
        // A version has no effect only where the cluster is replaced.
        (OnChange::Upgrade, Effect::NoEffect) => format!("{path} has no effect when the resource is created"),
        (_, Effect::NoEffect) => format!("the service does not update {path}"),
        (OnChange::OtherOrganization, _) => "all ids are looked up in another organisation".to_string(),
        _ => return None,
    })
}

fn of_link(link: &Link, steps: &[Step<'_>]) -> Option<String> {
    let parent = steps.get(link.parent)?;
    let outcome = if parent.action == Action::Delete { "deleted" } else { "replaced" };
    let property = quoted(link.property);
    Some(match link.is_secret {
        true => format!("{property} refers to a resource that is {outcome}"),
        false => {
            let name = quoted_value(&parent.resource.name);
            format!("{property} refers to the {} {name}, which is {outcome}", parent.kind.name)
        }
    })
}

fn of_order(step: &Step<'_>, order: ReplaceOrder, settings: &Settings) -> &'static str {
    match order {
        ReplaceOrder::DeleteFirst if settings.target.engine == Engine::Terraform => {
            "Terraform deletes the old resource before it creates the new one"
        }
        ReplaceOrder::DeleteFirst if step.is_named() => {
            "`name` is set in the program, so Pulumi deletes the old resource before it creates the new one"
        }
        ReplaceOrder::DeleteFirst => {
            "the old resource is deleted first, because what it refers to is deleted before its replacement is created"
        }
        ReplaceOrder::CreateFirst => "Pulumi creates the new resource before it deletes the old one",
    }
}
