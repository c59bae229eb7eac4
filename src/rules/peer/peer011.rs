//! ## What it checks
//! That `peerAccountId` is 12 digits where the peer network is on AWS.
//! ## Why
//! AWS knows accounts by their number. An alias or an ARN is refused when the peering is made. The number is text: as a
//! number in the program it loses the zeros at its beginning.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerAccountId": "arn:aws:iam::1234" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerAccountId": "012345678901" } }
//! ```

use super::shared::{Identifier, misshapen, spelt};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PEER011",
    name: "no-aws-account-id",
    title: "The account of a peer network on AWS is an account id",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["kurrent-io/documentation:docs/cloud/automation/terraform.md", "general cloud knowledge"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Peering], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let [identifier, _] = Identifier::of(Cloud::Aws);
    let Some((finding, text)) = misshapen(cx, resource, Cloud::Aws, &identifier, "the id of an AWS account") else {
        return;
    };
    // An ARN has the id in it, and consoles show it with hyphens.
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let instead = (identifier.fits)(&digits).then(|| format!("write the 12 digits alone, here probably `{digits}`"));
    let finding = spelt(cx, Cloud::Aws, &identifier, (finding, text), instead);
    cx.report(finding);
}
