//! `peerAccountId` must be a 12-digit account id when the peer network is on AWS.
//!
//! ## Why
//! AWS identifies accounts by number. An alias or an ARN is rejected when the peering is created. The id is a string:
//! written as a number, it loses its leading zeros.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerAccountId": "arn:aws:iam::1234" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerAccountId": "012345678901" } }
//! ```

use crate::model::peering;
use crate::rules::faults::peering::{IdFault, NotAnId};
use crate::rules::prelude::*;
use crate::rules::shared::peering::not_an_id;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::CLOUD_KNOWLEDGE])
    .on(&[FaultCheck::PeeringAccount(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &IdFault<'a>) {
    let IdFault { cloud: Cloud::Aws, id, .. } = fault else { return };
    let finding = not_an_id(cx, peering, peering::PEER_ACCOUNT_ID, fault, "the id of an AWS account");
    let finding = match id {
        NotAnId::Contains(digits) if peering.exchanged(cx).is_none() => {
            finding.suggest(peering::PEER_ACCOUNT_ID, [digits.as_str()], |listed| {
                format!("use only the 12 digits, probably {listed}")
            })
        }
        _ => finding,
    };
    cx.report(finding);
}
