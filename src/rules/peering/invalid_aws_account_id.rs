//! The account of a peer network on AWS is an account id.
//!
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

use crate::rules::prelude::*;
use crate::rules::shared::peering::{Identifier, misshapen, spelt};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Peering], check);

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
