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

use crate::rules::prelude::*;
use crate::rules::shared::peering::{Identifier, Instead, check_identifier};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    const ACCOUNT: (Cloud, Identifier) = (Cloud::Aws, Identifier::ACCOUNT);
    check_identifier(cx, resource, ACCOUNT, "the id of an AWS account", |text| {
        // An ARN contains the id, and consoles show it with hyphens.
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if !Identifier::ACCOUNT.fits(Cloud::Aws, &digits) {
            return None;
        }
        Some(Instead::Value(digits, |listed| format!("use only the 12 digits, probably {listed}")))
    });
}
