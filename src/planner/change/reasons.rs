//! Why a step happens, in sentences. No value of a property is among them.

use crate::collect;
use crate::model::change::engine::{Cause, EngineStep};
use crate::model::change::{Action, Change, Effect, Link, PROTECTED, ReplaceOrder, Step};
use crate::model::kind::{KindId, OnChange};
use crate::model::managed_cluster as cluster;
use crate::model::path::split_first;
use crate::model::resource::State;
use crate::model::settings::Settings;
use crate::model::target::Engine;
use crate::value::spelling::{all_of, all_of_values, quoted, quoted_value};

/// Why a step happens, with the names of properties in the dialect of the input.
pub(super) fn reasons(step: &Step<'_>, steps: &[Step<'_>], settings: &Settings) -> Vec<String> {
    let sentences = sentences(step, steps, settings).into_iter();
    sentences.map(|sentence| settings.dialect.sentence(&sentence)).collect()
}

fn sentences(step: &Step<'_>, steps: &[Step<'_>], settings: &Settings) -> Vec<String> {
    let mut sentences = match step.action {
        Action::Create => return vec!["the resource is new in the program".to_string()],
        Action::Undecided if step.engine.is_some() => {
            return vec!["the engine reports an operation that is not known here".to_string()];
        }
        Action::Undecided if step.before.is_none() || step.after.is_none() => {
            return vec!["the resource is missing from a partial document".to_string()];
        }
        Action::Import => vec!["the resource exists already and is imported into the program".to_string()],
        Action::Read => return vec!["the resource is only read: the program does not manage it".to_string()],
        Action::Forget => return vec![forgotten(settings)],
        // The links of what stays are told by a rule.
        Action::None if step.engine.is_some() => return moved(step, settings).into_iter().collect(),
        _ if step.after.is_none() => deletion(step, steps, settings),
        _ => Vec::new(),
    };
    sentences.extend(moved(step, settings));
    let cause = step.engine.and_then(EngineStep::cause);
    sentences.extend(cause.map(|cause| of_cause(cause, settings).to_string()));
    let is_linked = |change: &Change<'_>| step.links.iter().any(|link| link.property == change.property.name);
    let own = step.changes.iter().filter(|change| !is_linked(change));
    sentences.extend(own.filter_map(|change| of_change(step, change, settings)));
    sentences.extend(done_before_refusal(step));
    sentences.extend(step.links.iter().filter_map(|link| of_link(link, steps)));
    if step.is_protected {
        let protected = quoted(PROTECTED);
        sentences.push(format!("{protected} was true before the change, so the service rejects deleting the resource"));
    } else if step.action == Action::Refused && step.engine.is_some_and(EngineStep::is_refused) {
        let protect = quoted("protect");
        sentences.push(format!("the resource option {protect} is set, so Pulumi refuses to delete the resource"));
    }
    if step.action == Action::Replace {
        if step.engine.is_some_and(EngineStep::keeps_old) {
            sentences.push(forgotten(settings));
        }
        sentences.extend(step.order.map(|order| of_order(step, order, settings).to_string()));
    }
    if matches!(step.action, Action::Replace | Action::Delete) {
        sentences.extend(of_backups(step));
        if matches!(step.kind.id, KindId::Project | KindId::Network) && step.engine.is_none() {
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
        sentences.extend(undecided(step));
    }
    sentences
}

/// What it depends on that nothing is certain: values that are unknown, and what the service has made of those that are known.
fn undecided(step: &Step<'_>) -> Vec<String> {
    let names = collect::set(step.deferred.iter().map(|(path, _)| split_first(path).0).filter(|name| !name.is_empty()));
    let is_known = |name: &&str| {
        [step.before, step.after].into_iter().all(|side| {
            let slot = side.and_then(|resource| resource.slot(step.kind.property(name)?.0));
            slot.is_some_and(|slot| matches!(slot.state, State::Text(_)))
        })
    };
    let (stored, unknown): (Vec<&str>, Vec<&str>) = names.iter().partition(|name| is_known(name));
    let sentences = [
        (!unknown.is_empty())
            .then(|| format!("what happens to the resource depends on values that are unknown: {}", all_of(&unknown))),
        (!stored.is_empty()).then(|| {
            format!(
                "the service may have stored {} as it was written or in its usual spelling: the resource is replaced, or \
                 nothing happens",
                all_of(&stored)
            )
        }),
    ];
    sentences.into_iter().flatten().collect()
}

/// What lives on, outside of the program.
fn forgotten(settings: &Settings) -> String {
    match settings.target.engine {
        Engine::Pulumi => {
            "`retainOnDelete` is set, so nothing is deleted: the resource continues to exist outside of the program"
        }
        Engine::Terraform => {
            "a `removed` block, or `destroy = false`, removes it from the state only: it continues to exist"
        }
    }
    .to_string()
}

/// What is done before a disk is refused: the provider changes name and protection first, then the instance type, then the
/// version, and the disk last.
fn done_before_refusal(step: &Step<'_>) -> Option<String> {
    if !step.changes.iter().any(|change| change.property.change == OnChange::Grow && change.effect == Effect::Refused) {
        return None;
    }
    let is_done = |effect| matches!(effect, Effect::InPlace | Effect::Resize | Effect::Upgrade | Effect::Downgrade);
    let done: Vec<&str> =
        step.changes.iter().filter(|change| is_done(change.effect)).map(|change| change.property.name).collect();
    (!done.is_empty())
        .then(|| format!("the disk comes last, so the change of {} is completed before the refusal", all_of(&done)))
}

/// What a resource was called before.
fn moved(step: &Step<'_>, settings: &Settings) -> Option<String> {
    let from = quoted_value(step.engine?.moved_from.as_deref()?);
    Some(match settings.target.engine {
        Engine::Pulumi => format!("an alias says that it was {from}"),
        Engine::Terraform => format!("a `moved` block says that it was {from}"),
    })
}

/// Why an engine does something that no property demands.
fn of_cause(cause: Cause, settings: &Settings) -> &'static str {
    let is_pulumi = settings.target.engine == Engine::Pulumi;
    match cause {
        Cause::Tainted => "it is marked as tainted: the next run replaces it, whatever the program says",
        Cause::Requested if is_pulumi => {
            "the replacement was requested with `--replace`, `--target-replace`, `replaceOnChanges` or `replacementTrigger`"
        }
        Cause::Requested => "the replacement was requested with `-replace`",
        Cause::Triggered => "the replacement was requested by `replace_triggered_by`",
        Cause::CountIndex => "`count` is smaller, so its index no longer exists",
        Cause::EachKey => "`for_each` no longer has its key",
        Cause::Repetition => "`count` or `for_each` was added or removed, which changes its address",
        Cause::NoModule => "the module that it is in is no longer there",
        Cause::NoMoveTarget => "it was moved to an address that the configuration does not have",
    }
}

/// What a job of backups leaves open while it is replaced.
fn of_backups(step: &Step<'_>) -> Option<String> {
    if step.kind.id != KindId::ScheduledBackup {
        return None;
    }
    Some(
        match step.order {
            Some(ReplaceOrder::DeleteFirst) => {
                "no backup is created between the deletion of the old job and the first run of the new one"
            }
            Some(ReplaceOrder::CreateFirst) => return None,
            None => "no more backups are created on this schedule",
        }
        .to_string(),
    )
}

fn deletion(step: &Step<'_>, steps: &[Step<'_>], settings: &Settings) -> Vec<String> {
    if step.is_left_over() {
        return vec![left_over(step, settings)];
    }
    let mut sentences = vec!["the resource is no longer in the program".to_string()];
    if let Some(new) = step.renamed_to.and_then(|index| steps.get(index)).filter(|new| !step.is_migrated_to(new)) {
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

/// What an earlier replacement has left behind.
fn left_over(step: &Step<'_>, settings: &Settings) -> String {
    match (settings.target.engine, step.engine.and_then(|engine| engine.deposed.as_deref())) {
        (Engine::Terraform, Some(key)) => {
            format!("it is deposed ({}): an earlier replacement could not delete it", quoted_value(key))
        }
        _ => "an earlier replacement could not delete it; the next run does, although its preview does not show it"
            .to_string(),
    }
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
    let outcome = match parent.action {
        Action::Delete => "deleted",
        Action::Refused if parent.after.is_none() => "to be deleted",
        Action::Refused => "to be replaced",
        _ => "replaced",
    };
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
        ReplaceOrder::CreateFirst if settings.target.engine == Engine::Terraform => {
            "`create_before_destroy` is set, so Terraform creates the new resource before it deletes the old one"
        }
        ReplaceOrder::DeleteFirst if step.engine.is_some() => {
            "Pulumi deletes the old resource before it creates the new one"
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
