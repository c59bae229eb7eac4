//! A change must not lose a database.
//!
//! ## Why
//! A cluster that is deleted takes its data with it; so does one that is replaced, in whatever order: an empty cluster with
//! another id and another host name takes its place. A preview shows `delete` or `replace` and does not mention the data. A
//! database that may go is named in the option `allowDataLoss`, on the command line `--allow-data-loss`.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "name": null, "topology": "single-node" } },
//!   "after": { "kind": "ManagedCluster", "args": { "name": null, "topology": "three-node-multi-zone" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": {
//!     "resources": [{ "kind": "ManagedCluster", "name": "orders", "args": { "topology": "single-node" } }]
//!   },
//!   "after": {
//!     "resources": [
//!       { "kind": "ManagedCluster", "name": "orders", "args": { "topology": "single-node" } },
//!       { "kind": "ManagedCluster", "name": "orders-2", "args": { "topology": "three-node-multi-zone" } }
//!     ]
//!   }
//! }
//! ```

use crate::model::change::engine::{Cause, EngineStep};
use crate::model::change::{Action, Change, Effect, Step};
use crate::model::managed_cluster as cluster;
use crate::model::target::Engine;
use crate::rules::prelude::*;
use crate::rules::shared::change::{is_unexpected_loss, names};
use crate::value::spelling::{all_of_values, quoted_value};

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::DOCS_FAQ])
    .each_change(&[KindId::ManagedCluster], check);

/// Properties whose change has a rule of its own.
const OTHER_RULES: [PropertyId; 2] = [cluster::ACL_ID, cluster::PROJECTION_LEVEL];

/// How the data is kept whatever the reason.
const RESTORE: &str = "otherwise, back up the cluster, restore the backup into a new one, move the clients, and delete the old \
                       cluster last";

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    if !is_unexpected_loss(step) {
        return;
    }
    // Only their names are said, also of those whose values are secret.
    let mut changes: Vec<&Change<'_>> = step.changes.iter().filter(|change| change.effect == Effect::Replace).collect();
    let is_told_elsewhere = !changes.is_empty() && changes.iter().all(|change| OTHER_RULES.contains(&change.id));
    changes.retain(|change| !OTHER_RULES.contains(&change.id));
    if is_told_elsewhere {
        return;
    }
    let parents = cx.parents(step);
    let message = message(step, &changes, &parents);
    let help = match step.is_left_over() {
        true => "back it up before the next deployment: its data was not carried over".to_string(),
        false => format!("{}; {RESTORE}", way_out(cx, step, &changes, &parents)),
    };
    let finding = match changes.first() {
        Some(first) => Finding::of_change(step, first, message),
        None => Finding::on(step.resource, "", message),
    };
    cx.report(finding.help(help).related_to_all(&parents));
}

fn message(step: &Step<'_>, changes: &[&Change<'_>], parents: &[&Resource]) -> String {
    let parent_names: Vec<&str> = parents.iter().map(|parent| parent.name.as_str()).collect();
    let parents = all_of_values(&parent_names);
    if step.action != Action::Replace {
        let what =
            if step.is_left_over() { "the cluster that an earlier replacement has left behind" } else { "the cluster" };
        return format!("{what} is deleted, and its data with it");
    }
    let reason = match (parents, step.engine.and_then(EngineStep::cause)) {
        (Some(parents), _) => format!("the cluster is replaced because of {parents}"),
        (None, Some(Cause::Tainted)) => "the cluster is marked as tainted, so it is replaced".to_string(),
        (None, Some(_)) if changes.is_empty() => {
            "the cluster is replaced although none of its properties requires it".to_string()
        }
        (None, _) if changes.is_empty() => "the cluster is replaced".to_string(),
        (None, _) => format!("a change of {} replaces the cluster", names(changes)),
    };
    format!("{reason}: its data is deleted, and the new cluster is empty")
}

/// What keeps the cluster, in the words of the engine.
fn way_out(cx: &Context<'_>, step: &Step<'_>, changes: &[&Change<'_>], parents: &[&Resource]) -> String {
    let is_pulumi = cx.settings().target.engine == Engine::Pulumi;
    let id = id_of(step);
    if let Some(new) = cx.renamed(step) {
        return renamed(step, new, is_pulumi);
    }
    match step.engine.and_then(EngineStep::cause) {
        Some(Cause::Tainted) if is_pulumi => {
            return format!("if the cluster works, remove the mark with `pulumi state untaint '{id}'`");
        }
        Some(Cause::Tainted) => {
            return format!("if the cluster works, remove the mark with `terraform untaint '{id}'`");
        }
        Some(Cause::Requested) if is_pulumi => {
            return "remove what requests it: `--replace`, `--target-replace`, or the resource option `replaceOnChanges` or \
                    `replacementTrigger`"
                .to_string();
        }
        Some(Cause::Requested) => return format!("omit `-replace={id}`"),
        Some(Cause::Triggered) => {
            return "remove `replace_triggered_by`, or revert the change that triggers it".to_string();
        }
        Some(Cause::CountIndex | Cause::EachKey | Cause::Repetition | Cause::NoModule | Cause::NoMoveTarget) => {
            return format!(
                "a `moved` block from `{id}` to its new address keeps it, as does the old `count` or `for_each`"
            );
        }
        None => {}
    }
    if step.action != Action::Replace {
        let forget = match is_pulumi {
            true if step.engine.is_none() => {
                "`pulumi state delete` with its URN lets the program forget it and deletes nothing".to_string()
            }
            true => format!(
                "`pulumi state delete --target-dependents '{id}'` lets the program forget it with what depends on it, and \
                 deletes nothing"
            ),
            false => format!(
                "a `removed` block from `{}` with `destroy = false` lets the state forget {} and deletes nothing",
                without_keys(id),
                forgotten(id)
            ),
        };
        return format!("add it to the program again; {forget}");
    }
    // A property that refers to a parent changes with it.
    let is_own = |change: &&&Change<'_>| step.links.iter().all(|link| link.property != change.property.name);
    let own: Vec<&Change<'_>> = changes.iter().filter(is_own).copied().collect();
    let parent_names: Vec<&str> = parents.iter().map(|parent| parent.name.as_str()).collect();
    match (own.as_slice(), all_of_values(&parent_names)) {
        ([], None) => "keep it as it is".to_string(),
        ([], Some(parents)) => format!("revert the change of {parents}"),
        (own, None) => format!("revert the change of {}", names(own)),
        (own, Some(parents)) => format!("revert the change of {}, and that of {parents}", names(own)),
    }
}

/// What a command calls it: its URN or address. One that cannot be written in a command has a placeholder.
fn id_of<'s>(step: &'s Step<'_>) -> &'s str {
    let id = step.id();
    let is_plain = id.chars().all(|c| c.is_ascii_graphic() && !['`', '\''].contains(&c));
    if is_plain { id } else { "NAME" }
}

/// An address without the keys of instances: `removed` blocks take none.
fn without_keys(address: &str) -> String {
    let mut depth = 0_usize;
    let is_outside = |c: &char| {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    address.chars().filter(is_outside).collect()
}

/// What a `removed` block lets a state forget.
fn forgotten(address: &str) -> &'static str {
    if address.contains('[') { "all its instances" } else { "it" }
}

/// The same cluster under another name, in another place, or under the renamed provider.
fn renamed(step: &Step<'_>, new: &Step<'_>, is_pulumi: bool) -> String {
    let [from, to] = [step, new].map(id_of);
    if step.is_migrated_to(new) {
        return match is_pulumi {
            true => format!(
                "it seems to be the new resource {}, of the renamed provider, which cannot take it over by itself: let the \
                 program forget the old one with `pulumi state delete --target-dependents '{from}'`, and import the new one by \
                 `PROJECT_ID:CLUSTER_ID`",
                quoted_value(&new.resource.name)
            ),
            false => format!(
                "it seems to be `{to}`, of the renamed provider: a `removed` block from `{}` with `destroy = false`, which \
                 forgets {}, and an `import` block to `{to}` with the id `PROJECT_ID:CLUSTER_ID` keep it",
                without_keys(from),
                forgotten(from)
            ),
        };
    }
    match (is_pulumi, step.logical_name() == new.logical_name()) {
        (false, _) => format!("if it is the new resource `{to}`, a `moved` block from `{from}` to `{to}` keeps it"),
        (true, true) => format!(
            "if it is the resource {} in another place, its option `aliases: [{{ parent: ... }}]` with its former parent, or \
             `pulumi.rootStackResource`, keeps it",
            quoted_value(&new.resource.name)
        ),
        (true, false) => format!(
            "if it is the new resource {}, its option `aliases` with the former name {} keeps it",
            quoted_value(&new.resource.name),
            quoted_value(&step.resource.name)
        ),
    }
}
