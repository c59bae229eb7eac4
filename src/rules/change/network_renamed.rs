//! A network must keep its name.
//!
//! ## Why
//! The provider offers to rename a network, but its update sends nothing to the service and then reads the id of the
//! network as the id of a project, so the deployment ends with an error.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "Network", "args": { "name": "orders" } },
//!   "after": { "kind": "Network", "args": { "name": "orders-network" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "Network", "args": { "name": "orders" } },
//!   "after": { "kind": "Network", "args": { "name": "orders" } }
//! }
//! ```

use crate::model::change::{Effect, Step};
use crate::model::network;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .source(&[source::PROVIDER_CLIENT_NETWORK_UPDATE, source::PROVIDER_NETWORK, source::KURRENT_PROVIDER_NETWORK])
    .each_change(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(change) = cx.change(step, network::NAME) else { return };
    if change.effect != Effect::Refused {
        return;
    }
    let message = "the provider cannot rename a network, so a change of `name` ends the deployment with an error";
    let help = "rename the network in the console or with the CLI, set the same `name` in the program, and refresh";
    cx.report(Finding::of_change(step, change, message).help(help));
}
