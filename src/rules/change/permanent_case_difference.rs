//! A value that the service returns in lower case must be written in lower case.
//!
//! ## Why
//! The provider compares some values with those that the service returns, and the comparison is case-sensitive. A value
//! with capitals then differs, so every deployment plans to replace the resource.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "Network", "args": { "region": "US-East-1" } },
//!   "after": { "kind": "Network", "args": { "region": "US-East-1" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "Network", "args": { "region": "us-east-1" } },
//!   "after": { "kind": "Network", "args": { "region": "us-east-1" } }
//! }
//! ```

use crate::model::change::Step;
use crate::model::facts::Comparison;
use crate::model::kind::Property;
use crate::rules::prelude::*;
use crate::rules::shared::change::noun;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::PROVIDER_PEERING])
    .each_change(&[KindId::Network, KindId::Peering, KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(after) = step.after else { return };
    let target = cx.settings().target.clone();
    let keeps = |property: &Property| target.behaviour(step.kind, property).keeps_upper_case(property);
    for (id, property, _) in after.properties().filter(|(_, property, _)| keeps(property)) {
        let written = cx.text(after, id).known().filter(|text| text.chars().any(char::is_uppercase));
        let Some(written) = written else { continue };
        let (name, noun) = (property.name, noun(step));
        // What the service makes of it is known of these only: of others it may as well be nothing.
        let is_certain = target.behaviour(step.kind, property).comparison == Comparison::StoredLower;
        let finding = |returns: &str| {
            let written = quoted(written);
            let message = format!("`{name}` is {written}, but the service {returns} to replace the {noun}");
            Finding::at(after, id, message)
        };
        return cx.report(if is_certain {
            finding("returns it in lower case, so every deployment plans").suggest(
                id,
                [written.to_lowercase()],
                |lower| format!("use {lower}"),
            )
        } else {
            let help =
                format!("leave it as it is while that does not happen: another spelling replaces the {noun}, too");
            finding("may return it in lower case, and then every deployment plans").help(help)
        });
    }
}
