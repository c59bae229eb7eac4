//! What the target of a check supports, for rules of several categories.

use crate::catalogue::Support;
use crate::catalogue::rows::FeatureId;
use crate::model::kind::PropertyId;
use crate::model::resource::Resource;
use crate::model::target::{Engine, Target};
use crate::rules::context::Context;
use crate::value::spelling::quoted_value as quoted;

/// How to get a feature that the target does not support, as the beginning of a help; `None` if it supports it. Where the
/// version is not known, and others differ in it, what asks for it is noted as deferred.
pub(in crate::rules) fn lacking<'a>(
    cx: &mut Context<'a>,
    feature: FeatureId,
    asked_by: (&'a Resource, PropertyId),
) -> Option<String> {
    if cx.settings().target.support(feature, cx.catalogue()) == Support::Unknown {
        let (resource, id) = asked_by;
        cx.defer(resource, id);
        return None;
    }
    let target = &cx.settings().target;
    let catalogue = cx.catalogue();
    Some(match target.support(feature, catalogue) {
        Support::Yes | Support::Unknown => return None,
        Support::From(since) => {
            format!("upgrade {} to {since} or newer and set `target` to that version", package(cx, target))
        }
        Support::Before(_) | Support::Never => {
            // Pulumi packages for a Pulumi program, Terraform providers for a Terraform configuration.
            let is_of_engine =
                |name: &str| Target::parse(&format!("{name}@0.0.0")).is_some_and(|other| other.engine == target.engine);
            let others = catalogue.targets_with(feature).filter(|row| is_of_engine(row.target.as_str()));
            let others: Vec<String> = others
                .map(|row| match &row.since {
                    Some(since) => format!("`{}` {since} or newer", row.target),
                    None => format!("`{}`", row.target),
                })
                .collect();
            format!("use {}", others.join(" or "))
        }
    })
}

/// The package that a program depends on to use the target.
fn package(cx: &Context<'_>, target: &Target) -> String {
    let package = cx.catalogue().package_of(target.provider.namespace()).filter(|_| target.engine == Engine::Pulumi);
    quoted(package.map_or(target.name(), |package| package.id.as_str()))
}

/// The target as messages name it.
pub(in crate::rules) fn shown(cx: &Context<'_>) -> String {
    quoted(&cx.settings().target.to_string())
}

/// Whether the target supports public networks and access lists, as far as that is known.
pub(in crate::rules) fn has_public_access(cx: &Context<'_>) -> bool {
    cx.settings().target.may_have(FeatureId::AccessLists, cx.catalogue())
}
