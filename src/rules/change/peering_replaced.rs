//! A change must not replace a peering.
//!
//! ## Why
//! Any property of a peering except its name can only be changed by replacing the peering. No traffic passes until the
//! other side has accepted the new peering.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "Peering", "args": { "routes": ["172.20.0.0/16"] } },
//!   "after": { "kind": "Peering", "args": { "routes": ["172.20.0.0/16", "172.21.0.0/16"] } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": null,
//!   "after": { "kind": "Peering", "args": { "routes": ["172.20.0.0/16", "172.21.0.0/16"] } }
//! }
//! ```

use crate::model::change::Step;
use crate::rules::prelude::*;
use crate::rules::shared::change::{names, replacing};

pub const RULE: Rule = Rule::warning(DetectedAt::Preview)
    .source(&[source::PROVIDER_PEERING, source::DOCS_PRIVATE_ACCESS_GCP])
    .each_change(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let changes = replacing(cx, step);
    let Some(first) = changes.first() else { return };
    let parents = cx.parents(step);
    let message = format!(
        "a change of {} replaces the peering, and no traffic passes until your side has accepted the new one",
        names(&changes)
    );
    let help = "plan an outage: accept the new peering in your cloud, and set its routes there again";
    cx.report(Finding::of_change(step, first, message).help(help).related_to_all(&parents));
}
